// Makes the two forms of the page, a folder for a static host and one file that works by double-click, from www/, the
// glue and the modules:  node tools/assemble.mjs WWW GLUE-FOLDER DIST
//
// The page's scripts import each other with  import { a, b } from './x.js'  and export functions, classes and constants
// by putting `export` before them, with names that are unique over all scripts. Then joining them is taking these words
// away, and no bundler is needed. Whatever does not fit fails here, with the name of the script.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script, runInThisContext } from 'node:vm';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { drawLogo } from './icon.mjs';
import { makePackage } from './npm-package.mjs';
import { rulesPage } from './rules-page.mjs';
import { shorten } from './shorten.mjs';
import { strip } from './strip.mjs';

const [www, glue, dist] = process.argv.slice(2);
if (!dist) throw new Error('usage: assemble.mjs WWW GLUE-FOLDER DIST');

/// The checker, and the readers that the page loads when they are needed.
const MODULES = ['gouji', 'gouji-office', 'gouji-legacy', 'gouji-pdf'];
const modules = Object.fromEntries(MODULES.map(name => [`${name}.wasm`, readFileSync(join(glue, `${name}_bg.wasm`))]));
const worker = shorten(strip(MODULES.map(name => source(join(glue, `${name}.js`))).join('') + source(join(www, 'worker.js'))));
new Script(worker, { filename: 'worker.js (joined)' });
const app = joinModules('app.js');
const style = source(join(www, 'style.css'));
const index = source(join(www, 'index.html'));

const site = join(dist, 'site');
rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
const rules = await catalogue();
const manual = JSON.stringify(rules);
const rulesHtml = rulesPage(source(join(www, 'rules.html')), rules.rules, await script('rule-text.js'));
const logo = decodeURIComponent(index.match(/<link rel="icon" href="data:image\/svg\+xml,([^"]*)">/)[1]);
/// What the page consists of, the smallest and most needed first: so the service worker brings them.
const parts = {
  'app.js': app,
  'style.css': style,
  'worker.js': worker,
  'gouji.wasm': modules['gouji.wasm'],
  'manifest.webmanifest': source(join(www, 'manifest.webmanifest')),
  'icon.svg': logo,
  'icon-192.png': drawLogo(logo, 192),
  'icon-512.png': drawLogo(logo, 512),
  'rules.json': manual,
  'rules.html': swap(rulesHtml, '<!-- policy -->', policy("default-src 'none'; style-src 'self'; img-src data:")),
  ...modules,
};
parts['index.html'] = siteIndex();
for (const [name, content] of Object.entries({ ...parts, ...embedding(), 'service-worker.js': serviceWorker() })) writeFileSync(join(site, name), content);
makePackage(join(dist, 'npm'), { modules, glue: name => source(join(glue, name)), rules });

const single = singleFile();
writeFileSync(join(dist, 'gouji.html'), single);
writeFileSync(join(dist, 'sample.html'), await sample());
printSizes({ ...modules, 'rules.json': manual, 'rules.html': rulesHtml, 'worker.js': worker, 'app.js': app, 'style.css': style, 'gouji.html': single });
const readers = MODULES.slice(1).map(name => brotliCompressSync(modules[`${name}.wasm`]).length);
console.log(`all readers: ${readers.reduce((sum, size) => sum + size)} (brotli)`);

/// A text file. Browsers turn CRLF into LF before they hash, so there must be none.
function source(path) {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}

/// All scripts that `entry` needs, each after those that it imports, without the words import and export.
function joinModules(entry) {
  const exported = new Map(); // script → the names it exports
  const parts = [];
  const visit = name => {
    if (exported.has(name)) return;
    const text = source(join(www, name));
    exported.set(name, new Set(Array.from(text.matchAll(/^export (?:async )?(?:function\*?|class|const|let) +(\w+)/gm), m => m[1])));
    const body = text.replace(/^import \{([^}]*)\} from '\.\/([\w-]+\.js)';?$/gm, (_, names, from) => {
      visit(from);
      for (const imported of names.split(',').map(one => one.trim()).filter(Boolean)) {
        if (!exported.get(from).has(imported)) throw new Error(`${name}: ${from} does not export “${imported}”`);
      }
      return '';
    });
    parts.push(`// ${name}\n${body.replace(/^export (?=(?:async )?(?:function|class|const|let)\b)/gm, '').trim()}\n`);
  };
  visit(entry);
  const joined = shorten(strip(parts.join('\n')));
  if (/\bimport *\(/.test(joined)) throw new Error('a dynamic import cannot be joined');
  // A block in strict mode refuses what has been left of import and export, two equal names, and await outside functions.
  new Script(`'use strict';{${joined}}`, { filename: 'app.js (joined)' });
  return joined;
}

/// The page for a site. It asks for its files by their content, so that an old page and a new one never get each other's.
function siteIndex() {
  const later = ['worker.js', 'rules.json', ...Object.keys(modules)];
  const keys = Object.fromEntries(later.map(name => [name, key(parts[name])]));
  const hosted = strip(source(join(www, 'hosted.js')));
  let html = withPolicy(index, `'self' ${hash(hosted)}`, "'self'", " connect-src 'self'; manifest-src 'self';", "'self'");
  for (const name of ['style.css', 'app.js']) html = swap(html, `"${name}"`, `"${name}?${key(parts[name])}"`);
  return swap(html, '</body>', `<script>${hosted}</script>\n<script type="application/json" id="versions">${JSON.stringify(keys)}</script>\n</body>`);
}

/// The service worker with the list of the files that it keeps; another content of any file makes it another one.
function serviceWorker() {
  const files = Object.entries(parts).map(([name, content]) => [name, { key: key(content), integrity: integrity(content) }]);
  const script = swap(strip(swap(source(join(www, 'service-worker.js')), '/* files */', '"files"')), '"files"', JSON.stringify(files));
  new Script(script, { filename: 'service-worker.js' });
  return script;
}

/// What other pages of the same site put the page into themselves with, and an example of it.
function embedding() {
  return { 'gouji-checker.js': strip(source(join(www, 'gouji-checker.js'))), 'embedded.html': source(join(www, 'embedded.html')) };
}

/// A script of the page that needs neither the others nor a browser.
function script(name) {
  return import(`data:text/javascript,${encodeURIComponent(source(join(www, name)))}`);
}

/// The rules with their pages, which the module that is about to be shipped has not; they must be the same rules.
async function catalogue() {
  const gouji = runInThisContext(`${source(join(glue, 'gouji.js'))};gouji`);
  await gouji({ module_or_path: modules['gouji.wasm'] });
  const whole = JSON.parse(source(join(glue, 'rules.json')));
  const heads = { ...whole, rules: whole.rules.map(({ page, ...head }) => head) };
  if (JSON.stringify(heads) !== JSON.stringify(gouji.rules())) throw new Error('rules.json is not of this module');
  return whole;
}

/// The report that the page offers to try, as a file for the command line.
async function sample() {
  const module = await script('sample.js');
  return `<!doctype html><meta charset="utf-8">${module.sampleReport()}`;
}

/// The page with its policy: nothing is loaded from anywhere but from where `script`, `style` and `more` allow it.
function withPolicy(html, script, style, more = '', own = '') {
  return swap(html, '<!-- policy -->', policy(`default-src 'none'; script-src ${script} 'wasm-unsafe-eval'; worker-src ${own} blob:;`
    + ` style-src ${style};${more} img-src ${own} data: blob:`.replace(/ +/g, ' ')));
}

function policy(allowed) {
  return `<meta http-equiv="Content-Security-Policy" content="${allowed}; base-uri 'none'; form-action 'none'">`;
}

/// Everything in one file. Inline scripts and styles are allowed by their hash; the worker, the modules and the pages of the rules are data.
function singleFile() {
  for (const [name, text, end] of [['the joined scripts', app, /<\/script|<!--/i], ['style.css', style, /<\/style|@import|url\((?!["']?data:)/i]]) {
    if (end.test(text)) throw new Error(`${name}: “${text.match(end)[0]}” cannot stand in a single file`);
  }
  const data = { 'worker.js': worker, ...modules, 'rules.json': manual };
  const resources = Object.entries(data).map(([name, content]) =>
    `<script type="application/octet-stream" id="res-${name}">${gzipSync(content, { level: 9 }).toString('base64')}</script>\n`);
  let html = swap(index, '<link rel="manifest" href="manifest.webmanifest">\n', '');
  const outside = html.match(/<(?:link|script|img|source|iframe)\b[^>]*\b(?:src|href)="(?!data:|#|style\.css"|app\.js")[^"]*"/i);
  if (outside) throw new Error(`index.html: ${outside[0]} is not in the single file`);
  html = swap(html, '</body>', `${resources.join('')}</body>`);
  html = withPolicy(html, hash(app), hash(style));
  html = swap(html, '<link rel="stylesheet" href="style.css">', `<style>${style}</style>`);
  html = swap(html, '<script type="module" src="app.js"></script>', `<script type="module">${app}</script>`);
  return html;
}

/// Puts `after` in the place of `before`, which a page must have exactly once.
function swap(html, before, after) {
  const parts = html.split(before);
  if (parts.length !== 2) throw new Error(`a page must have “${before}” exactly once`);
  return parts.join(after);
}

function hash(text) {
  return `'${integrity(text)}'`;
}

function integrity(content) {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

/// Tells one content of a file from another.
function key(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}

function printSizes(files) {
  const line = cells => console.log(cells.map((cell, i) => (i ? String(cell).padStart(9) : cell.padEnd(18))).join(''));
  line(['', 'bytes', 'gzip', 'brotli']);
  for (const [name, content] of Object.entries(files)) {
    line([name, Buffer.byteLength(content), gzipSync(content, { level: 9 }).length, brotliCompressSync(content).length]);
  }
}
