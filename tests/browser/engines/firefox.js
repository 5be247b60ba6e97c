// Firefox, told by its own protocol, Marionette: the commands of WebDriver over a socket.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_DROP, hands, stop, until } from './webdriver.js';

/** What Firefox is told beforehand: no first-run pages, no other requests, any free port. */
const PREFERENCES = {
  'marionette.port': 0,
  'remote.prefs.recommended': true,
  'app.update.disabledForTesting': true,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.shell.checkDefaultBrowser': false,
};

/** Marionette's names of the commands that WebDriver has as paths. */
const MARIONETTE = {
  url: 'WebDriver:Navigate', 'execute/sync': 'WebDriver:ExecuteScript', actions: 'WebDriver:PerformActions',
  element: 'WebDriver:FindElement', print: 'WebDriver:Print',
};

/** @returns {Promise<import('./driver.js').Driver>} */
export async function startFirefox() {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const child = spawn('firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore', env: { ...process.env, HOME: profile, MOZ_HEADLESS_WIDTH: '1366', MOZ_HEADLESS_HEIGHT: '900' } });
  const close = async () => {
    await stop(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const portFile = join(profile, 'MarionetteActivePort');
    const ask = await marionette(await until('Firefox', () => existsSync(portFile) && Number(readFileSync(portFile, 'utf8'))));
    const { capabilities } = await ask('WebDriver:NewSession', { strictFileInteractability: false });
    const send = (command, body) => {
      const value = /^element\/(.*)\/value$/.exec(command);
      return value ? ask('WebDriver:ElementSendKeys', { id: value[1], ...body }) : ask(MARIONETTE[command], body);
    };
    return {
      version: capabilities.browserVersion,
      cannot: { drop: NO_DROP, read: '打印的 PDF 没有说明一部分字是什么字，只核对页数' },
      ...hands(send),
      print: async () => Buffer.from(await send('print', { background: true, page: { width: 21, height: 29.7 } }), 'base64'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Commands over Firefox's own socket: each message is its length in bytes, a colon and JSON. @param {number} port */
async function marionette(port) {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map();
  let unread = Buffer.alloc(0);
  socket.on('data', (data) => {
    unread = Buffer.concat([unread, data]);
    for (;;) {
      const colon = unread.indexOf(':');
      const end = colon + 1 + Number(unread.slice(0, Math.max(colon, 0)));
      if (colon < 0 || unread.length < end) return;
      const message = JSON.parse(unread.slice(colon + 1, end));
      unread = unread.slice(end);
      if (Array.isArray(message)) answer(message);
    }
  });
  const answer = ([, id, error, value]) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${error.error}: ${error.message}`));
    else resolve(value && 'value' in value ? value.value : value);
  };
  socket.on('close', () => { for (const { reject } of waiting.values()) reject(new Error('Firefox has gone')); });
  await new Promise((ready) => { socket.once('connect', ready); });
  let last = 0;
  return (command, body = {}) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    const message = JSON.stringify([0, last, command, body]);
    socket.write(`${Buffer.byteLength(message)}:${message}`);
  });
}
