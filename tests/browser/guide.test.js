// What the documents say of the page is so: where the code of each part of the screen is, and the colours of the style guide.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

const read = (path) => readFileSync(new URL('../../' + path, import.meta.url), 'utf8');
const css = read('www/style.css');
const guide = read('docs/STYLE.md');

/** The variables of the light and of the dark look. @type {Record<string, string>[]} */
const [light, dark] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) =>
  Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value])));

/** By the formula of WCAG 2.1. @param {string} colour #rgb or #rrggbb */
function luminance(colour) {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((bright + 0.05) / (dim + 0.05)).toFixed(1);
}

test('every module of the page has its place in the table of the parts of the screen, and every named one exists', () => {
  const [, table] = /## 屏幕上的各部分\n([^]*?)\n## /.exec(read('docs/ARCHITECTURE.md'));
  const named = [...table.matchAll(/`([\w-]+\.(?:js|html|css|d\.ts))`/g)].map(([, name]) => name);
  const files = readdirSync(new URL('../../www/', import.meta.url));
  assert.deepEqual(files.filter((name) => name.endsWith('.js') && !named.includes(name)), [], '没有列出');
  assert.deepEqual(named.filter((name) => !files.includes(name)), [], '没有这个文件');
});

test('every variable that the style guide names exists, and it names every one at the top of the styles', () => {
  const named = new Set([...guide.matchAll(/`(--[\w-]+)`/g)].map(([, name]) => name));
  assert.deepEqual([...named].filter((name) => !css.includes(`${name}:`)), [], '没有这个变量');
  assert.deepEqual(Object.keys(light).filter((name) => !named.has(name)), [], '没有列出');
});

test('the colours of the style guide are those of the styles, their contrasts are right and enough', () => {
  const rows = [...guide.matchAll(/^\| `(--[\w-]+)` \| (#\w+) \| (#\w+) \| (?:`(--[\w-]+)`)? \| ([^|]*) \|/gm)];
  assert.ok(rows.length > 20);
  for (const [, name, inLight, inDark, other, ratios] of rows) {
    assert.deepEqual([inLight, inDark], [light[name], dark[name]], name);
    if (!other) continue;
    const both = [contrast(inLight, light[other]), contrast(inDark, dark[other])];
    assert.equal(ratios.trim(), both.join(' / '), `${name} ${other}`);
    for (const ratio of both) assert.ok(Number(ratio) >= (name === '--rule' ? 3 : 4.5), `${name} ${other}: ${ratio}`);
  }
});
