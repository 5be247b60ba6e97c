// What the single file needs of the modules, because it strings them together, and how large they may be.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const folder = new URL('../../www/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), 'utf8');
const modules = readdirSync(folder).filter((name) => name.endsWith('.js') && name !== 'worker.js');

test('no two modules have a name in common at their top', () => {
  const owners = new Map();
  for (const module of modules) {
    for (const [, name] of read(module).matchAll(/^(?:export )?(?:async )?(?:function|class|const|let|var) (\w+)/gm)) {
      assert.ok(!owners.has(name), `${name} is in ${owners.get(name)} and in ${module}`);
      owners.set(name, module);
    }
  }
  assert.ok(owners.size > 50);
});

test('modules import by name from their neighbours and export nothing by default', () => {
  for (const module of modules) {
    for (const [line] of read(module).matchAll(/^(?:import|export)\b.*/gm)) {
      assert.match(line, /^import \{[\w, ]+\} from '\.\/[\w-]+\.js';$|^export (async )?(function|class|const|let) \w+/, module);
    }
  }
});

test('index.html has no inline script, style or handler, and knows every id that is asked for', () => {
  const html = read('index.html');
  assert.doesNotMatch(html, /\son\w+=|\sstyle=|<style|<script(?![^>]*src)/);
  for (const module of modules) {
    for (const [, id] of read(module).matchAll(/\b(?:byId|onClick)\('(\w[\w-]*)'/g)) {
      assert.ok(html.includes(` id="${id}"`), `${id} of ${module}`);
    }
  }
});

test('the scripts stay under 40 KB and the style under 10 KB, compressed', () => {
  const size = (text) => brotliCompressSync(Buffer.from(text)).length;
  const scripts = size([...modules, 'worker.js'].map(read).join('\n'));
  const style = size(read('style.css'));
  console.log(`# scripts ${scripts} bytes, style ${style} bytes (brotli)`);
  assert.ok(scripts < 40000 && style < 10000);
});
