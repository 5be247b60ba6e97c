// What the single file needs of the modules, because it strings them together, and how large they may be.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import ts from 'typescript';
import { shorten } from '../../tools/shorten.mjs';
import { strip } from '../../tools/strip.mjs';
import { DIST } from './page.js';

const folder = new URL('../../www/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), 'utf8');
/** Those that stand alone. */
const ALONE = ['worker.js', 'service-worker.js', 'gouji-checker.js', 'hosted.js'];
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
const modules = scripts.filter((name) => !ALONE.includes(name));

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

test('what the WebAssembly modules give is what the page takes', () => {
  const border = new URL('../../src/wasm/', import.meta.url);
  const types = readdirSync(border).filter((name) => name.endsWith('.d.ts')).map((name) => readFileSync(new URL(name, border), 'utf8'));
  const text = `import type * as Page from '../../www/types.d.ts';\n${types.join('\n')}
    export const fits = (a: FileFindings, b: View, c: PageContent, d: ReaderName, e: RuleInfo, f: WiredDocument, g: ProfileInfo, h: Page.CheckOptions, i: ReadReport):
      [Page.FileResult, Page.View, Page.PageContent, Page.ReaderName, Page.Rule, SourceFile, Page.ProfileInfo, CheckOptions, Page.Understood] =>
        [a, b, c, d, e, { name: '', ...f }, g, h, i];`;
  const path = fileURLToPath(new URL('border.ts', import.meta.url));
  const options = { strict: true, noEmit: true, allowImportingTsExtensions: true, target: ts.ScriptTarget.ES2021, module: ts.ModuleKind.ES2020,
    moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2021.d.ts', 'lib.dom.d.ts'], types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) => name === path ? ts.createSourceFile(name, text, options.target) : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === path || fileExists(name);
  const faults = ts.getPreEmitDiagnostics(ts.createProgram([path], options, host));
  assert.deepEqual(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')), []);
});

test('the scripts stay under 40 KB and the style under 10 KB, compressed', () => {
  const size = (content) => brotliCompressSync(content).length;
  const shipped = (name) => readFileSync(join(DIST, 'site', name));
  const scripts = size(Buffer.concat(['app.js', 'worker.js'].map(shipped)));
  const style = size(shipped('style.css'));
  console.log(`# scripts ${scripts} bytes, style ${style} bytes (brotli)`);
  assert.ok(scripts < 40000 && style < 10000);
});

test('what is shipped differs from what is written in comments and blanks only', () => {
  const tricky = "a = b /* c */ / d; // `\nx = `//${'}' + `/* ${{ a: 1 }.a} */`} ` + '/*' + /[/'`]\\//g.source; return /\\/\\*/;\n  y = (1) / 2 /3;\n";
  for (const [name, text] of [...scripts.map((each) => [each, read(each)]), ['tricky', tricky]]) {
    assert.deepEqual(tokensOf(strip(text)), tokensOf(text), name);
    assert.doesNotMatch(strip(text), /^\s*\/[/*]|\n\s/m);
  }
  for (const unsure of ["'", '`${', '{} /a/', 'x = /']) assert.throws(() => strip(unsure));
});

test('names become short only where they are none of a property', () => {
  const text = "function show(rest) { const some = hide(...rest) + count + Ac; }\nlet hide, count, open;object.count = 1; f({ open }, () => `${hide(1)} hide`);\nclass A { open() {} }\n";
  assert.equal(shorten(text), text.replace(/show/g, 'Aa').replace(/some/g, 'Ab').replace(/hide\b(?! )(?!`)/g, 'Ad'));
});

test('every short name is that of something', () => {
  const options = { allowJs: true, checkJs: true, noEmit: true, target: ts.ScriptTarget.ES2021, lib: ['lib.es2021.d.ts', 'lib.dom.d.ts'], types: [] };
  for (const script of ['app.js', 'worker.js']) {
    const faults = ts.createProgram([join(DIST, 'site', script)], options).getSemanticDiagnostics();
    const words = faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    assert.deepEqual(words.filter((each) => /Cannot find name|No value exists/.test(each)), []);
  }
});

/** The tokens as the type checker sees them, each with whether the one before may end a statement by the end of its line. @param {string} text */
function tokensOf(text) {
  const file = ts.createSourceFile('', text, ts.ScriptTarget.ES2021, true, ts.ScriptKind.JS);
  const tokens = [];
  const visit = (node) => {
    const children = node.getChildren(file).filter(({ kind }) => kind < ts.SyntaxKind.FirstJSDocNode || kind > ts.SyntaxKind.LastJSDocNode);
    children.forEach(visit);
    const words = node.getText(file);
    const [before] = tokens[tokens.length - 1] || [';'];
    // Where no statement can end, a line may.
    if (children.length === 0 && words) tokens.push([words, !/[,;{([]$/.test(before) && /\n/.test(file.text.slice(node.getFullStart(), node.getStart(file)))]);
  };
  visit(file);
  return tokens;
}
