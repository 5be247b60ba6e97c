// Prints pages by one Chromium, without any library:  node print.mjs CHROMIUM FOLDER COUNT
// FOLDER/0.html … become FOLDER/0.pdf …. Chromium's protocol runs over a pair of pipes, a message ending with a zero byte.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [program, folder, count] = process.argv.slice(2);
const browser = spawn(program, [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--remote-debugging-pipe',
  `--user-data-dir=${join(folder, 'profile')}`,
], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
browser.on('exit', code => process.exit(done ? 0 : code || 1));

let done = false;
let last = 0;
let rest = '';
const waiting = new Map();
const events = new Map();

browser.stdio[4].setEncoding('utf8').on('data', data => {
  const messages = (rest + data).split('\0');
  rest = messages.pop();
  for (const { id, result, error, method } of messages.map(message => JSON.parse(message))) {
    if (error) throw new Error(JSON.stringify(error));
    waiting.get(id)?.(result);
    waiting.delete(id);
    events.get(method)?.();
  }
});

function call(method, params = {}, sessionId = undefined) {
  browser.stdio[3].write(`${JSON.stringify({ id: ++last, method, params, sessionId })}\0`);
  return new Promise(answered => waiting.set(last, answered));
}

const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
await call('Page.enable', {}, sessionId);
for (let number = 0; number < Number(count); number++) {
  const loaded = new Promise(fired => events.set('Page.loadEventFired', fired));
  await call('Page.navigate', { url: pathToFileURL(join(folder, `${number}.html`)).href }, sessionId);
  await loaded;
  const { data } = await call('Page.printToPDF', { preferCSSPageSize: true, printBackground: true }, sessionId);
  writeFileSync(join(folder, `${number}.pdf`), Buffer.from(data, 'base64'));
}
done = true;
call('Browser.close');
