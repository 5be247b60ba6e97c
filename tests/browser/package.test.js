// The package for npm, as others get it: packed, installed, run in Node.js and in a browser, its types checked.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docx } from './files.js';
import { DIST, launch } from './page.js';
import { serve } from './server.js';

/** A folder where the package is installed. @type {string} */
let folder;
const at = (name) => join(folder, name);
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  const npm = (...args) => execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--silent'], { cwd: folder, encoding: 'utf8' });
  writeFileSync(at('package.json'), '{"private":true,"type":"module"}');
  npm('install', npm('pack', join(DIST, 'npm')).trim());
});
after(() => rmSync(folder, { recursive: true }));

/** Runs a script beside the installed package. @param {string} text @returns {any} what it prints */
function run(text) {
  writeFileSync(at('script.js'), text);
  return JSON.parse(execFileSync(process.execPath, ['script.js'], { cwd: folder, encoding: 'utf8' }));
}

test('it checks and reads files in Node.js, each kind with its module', () => {
  writeFileSync(at('甲.docx'), docx());
  writeFileSync(at('sample.html'), readFileSync(join(DIST, 'sample.html')));
  const { checked, options, read, rules, profiles } = run(`
    import { readFileSync } from 'node:fs';
    import { check, read, rules, profiles } from 'gouji';
    const bytes = readFileSync('sample.html');
    const files = [{ name: '坏.pdf', bytes: Buffer.from('%PDF-1.4 broken') }, { name: '甲.docx', bytes: readFileSync('甲.docx') },
      { name: 'sample.html', bytes: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) }, { name: '乙.txt', text: '一、总体情况' }];
    const failure = check(files, { silence: ['Z999'] }).catch((error) => error.constructor.name + error.message);
    console.log(JSON.stringify({ checked: await check(files), options: await failure, read: await read(files), rules: await rules(), profiles: await profiles() }));`);
  assert.deepEqual(checked.files.map(({ file }) => file), ['坏.pdf', '甲.docx', 'sample.html', '乙.txt']);
  assert.ok(checked.files[0].error);
  assert.equal(checked.files[1].kind, 'docx');
  assert.ok(checked.files[2].summary.error > 0);
  assert.match(options, /^TypeError.*Z999/);
  assert.ok(read.files[0].error && read.files[1].text.includes('收到申请'));
  assert.deepEqual(rules, JSON.parse(readFileSync(join(DIST, 'site/rules.json'), 'utf8')));
  assert.ok(profiles.length > 0 && profiles[0].basis);
});

test('options of a wrong kind are refused in words', () => {
  const refused = run(`
    import { check } from 'gouji';
    const files = [{ name: '乙.txt', text: '一、总体情况' }];
    const words = async (files, options) => check(files, options).then(() => 'taken', (error) => error.constructor.name + error.message);
    console.log(JSON.stringify(await Promise.all([
      words(files, { silence: 'T101' }), words(files, { silence: [7] }), words(files, { severity: ['T101'] }), words(files, { severity: { T101: 1 } }),
      words(files, { severity: { T101: 'none' } }), words(files, { profile: 5 }), words(files, { slience: ['T101'] }), words(files, ['T101']), words(files, 'T101'),
      words([{ ...files[0], silence: 'T101' }], {}), words(files, { profile: null, silence: undefined, severity: {} }), words(files, null), words(files[0]), words([{ name: 'x' }])])));`);
  const [taken, others] = [refused.filter((each) => each === 'taken'), refused.filter((each) => each !== 'taken')];
  assert.equal(taken.length, 2, refused.join('\n'));
  for (const each of others) assert.match(each, /^TypeError[^]*[\u4e00-\u9fff]/);
  assert.match(refused[0], /silence 应是列表/);
  assert.match(refused[4], /没有级别 none；应是 error（错误）、warning（存疑）、hint（提示）/);
  assert.match(refused[6], /没有选项 slience/);
});

test('it works in a browser', async () => {
  const server = await serve(at('node_modules/gouji'));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(server.url + 'package.json');
    const { kinds, count } = await page.evaluate(async ([address, word]) => {
      const { check, rules } = await import(address);
      const bytes = Uint8Array.from(atob(word), (char) => char.charCodeAt(0));
      const { files } = await check([{ name: '甲.docx', bytes }, { name: '乙.txt', text: '一、总体情况' }]);
      return { kinds: files.map(({ kind }) => kind), count: (await rules()).rules.length };
    }, [server.url + 'index.js', docx().toString('base64')]);
    assert.deepEqual(kinds, ['docx', 'txt']);
    assert.ok(count > 50);
    assert.ok(!server.asked.includes('gouji-pdf.wasm'));
  } finally {
    await browser.close();
    server.close();
  }
});

test('its types fit, and refuse what does not', () => {
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', import.meta.url));
  const types = (text) => {
    writeFileSync(at('use.ts'), text);
    try {
      return execFileSync(process.execPath, [tsc, '--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', 'use.ts'], { cwd: folder, encoding: 'utf8' });
    } catch (error) {
      return error.stdout;
    }
  };
  assert.equal(types(`import { check, read, rules, profiles, type Finding, type InputFile } from 'gouji';
    const files: InputFile[] = [{ name: 'a', bytes: new Uint8Array() }, { name: 'b', text: '', silence: ['T101'] }];
    const { files: [first] } = await check(files, { severity: { T101: 'hint' } });
    const findings: Finding[] = 'error' in first ? [] : first.findings;
    const words: string[] = [...findings.map(({ message }) => message), (await rules()).rules[0].page, (await profiles())[0].name];
    const { files: [report] } = await read(files);
    if (!('error' in report)) words.push(report.tables[0].rows[0].row);
    export { words };`), '');
  assert.match(types("import { check } from 'gouji'; check([{ name: 'a' }]); check([], { severity: { T101: 'loud' } });"), /use\.ts.*\n.*[^]*use\.ts/);
});
