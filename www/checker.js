// Talks to the worker: a promise for every message.
import { makeReaders } from './readers.js';
import { Refusal } from './refusal.js';
import { resource } from './resources.js';

/**
 * Starts the worker at once. The promises of the methods wait until it is ready.
 * @returns {import('./types.d.ts').Checker}
 */
export function startChecker() {
  /** @type {Map<number, { resolve: (answer: any) => void, reject: (error: Error) => void }>} */
  const open = new Map();
  let lastTicket = 0;
  const worker = startWorker((data) => {
    const promise = open.get(data.ticket);
    open.delete(data.ticket);
    if (!promise) return;
    if (data.error === undefined) promise.resolve(data.answer);
    else promise.reject(data.refused ? new Refusal(data.error) : new Error(data.error));
  }, (error) => {
    for (const promise of open.values()) promise.reject(error);
    open.clear();
  });

  /** @param {any} message @param {Transferable[]} [transfer] @returns {Promise<any>} */
  const ask = async (message, transfer = []) => {
    const port = await worker;
    return new Promise((resolve, reject) => {
      const ticket = ++lastTicket;
      open.set(ticket, { resolve, reject });
      port.postMessage({ ticket, ...message }, transfer);
    });
  };
  const started = resource('gouji.wasm').then((module) => ask({ ask: 'start', module }, [module]));
  const ready = started.catch((error) => {
    console.error(error);
    throw new Refusal('核对程序未能启动。可能是浏览器过旧，或者本工具的文件不完整；请换用新版浏览器，或重新下载本工具。');
  });
  // Whoever opens the first file hears of it.
  ready.catch(() => {});
  const needReader = makeReaders((reader, module) => ask({ ask: 'load', reader, module }, [module]));
  /** @param {number} id */
  const close = (id) => ask({ ask: 'close', id });

  return {
    ready,
    async open(name, source, tell, options) {
      await ready;
      const { id, reader } = await ask({ ask: 'take', name, source }, typeof source === 'string' ? [] : [source]);
      try {
        if (reader) await needReader(reader, tell);
        tell('正在读取“' + name + '”…');
        return await ask({ ask: 'open', id, options });
      } catch (error) {
        close(id);
        throw error;
      }
    },
    edit: (id, edits, options, last) => ask({ ask: 'edit', id, edits, options, last }),
    approve: (options) => ready.then(() => ask({ ask: 'approve', options })),
    read: (id) => ask({ ask: 'read', id }),
    pages: (id) => ask({ ask: 'pages', id }),
    page: (id, number) => ask({ ask: 'page', id, number }),
    close,
    rules: () => ready.then(() => ask({ ask: 'rules' })),
    profiles: (profile) => ready.then(() => ask({ ask: 'profiles', profile })),
  };
}

/**
 * A blob: worker, because the strict policy of the single file lets WebAssembly run only there in old browsers.
 * @param {(data: any) => void} receive
 * @param {(error: Error) => void} fail
 */
async function startWorker(receive, fail) {
  const url = URL.createObjectURL(new Blob([await resource('worker.js')], { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }) => receive(data);
  worker.onerror = (event) => fail(new Error(event.message || 'worker'));
  return worker;
}
