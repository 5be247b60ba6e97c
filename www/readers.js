// The readers of heavy kinds of files: each a module that is loaded when the first such file comes.
import { Refusal } from './refusal.js';
import { resource } from './resources.js';

/** @typedef {import('./types.d.ts').ReaderName} ReaderName */

/** As they follow a Chinese word: Latin letters keep a blank from it. @type {Record<ReaderName, string>} */
const READS = { office: ' Word、Excel 文件', legacy: '旧版 Word、WPS、Excel 文件', pdf: ' PDF 文件' };

/** The file is as good as before; it can be tried again. */
export class ReaderMissing extends Refusal {}

/**
 * @param {(reader: ReaderName, module: ArrayBuffer) => Promise<void>} start
 * @returns {(reader: ReaderName, tell: (words: string) => void) => Promise<void>} loads a reader, if it is not there yet
 */
export function makeReaders(start) {
  /** @type {Map<ReaderName, Promise<void>>} */
  const loaded = new Map();
  return (reader, tell) => {
    const known = loaded.get(reader);
    if (known) return known;
    tell('正在载入读取' + READS[reader] + '的模块…');
    const loading = resource('gouji-' + reader + '.wasm').then((module) => start(reader, module)).catch((error) => {
      loaded.delete(reader);
      console.error(error);
      throw new ReaderMissing('读取' + READS[reader] + '的模块未能载入。可能是网络中断，或者本工具的文件不完整；请检查网络后重试，或重新下载本工具。');
    });
    loaded.set(reader, loading);
    return loading;
  };
}
