// Firefox and WebKitGTK, driven by the commands of the W3C's WebDriver: WebKit's over HTTP, Firefox's over its own socket.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
  Delete: '\uE017', F8: '\uE038', Space: ' ',
};

/** The name by which WebDriver hands over an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const NO_DROP = '驱动不能从桌面拖入文件，改由脚本放入';

const keyDown = (value) => ({ type: 'keyDown', value });
const keyUp = (value) => ({ type: 'keyUp', value });

/**
 * What WebKit and Firefox are both told in the same way.
 * @param {(command: string, body?: object) => Promise<any>} send
 */
function hands(send) {
  const act = (type, actions) => send('actions', { actions: [{ type, id: type, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }), actions }] });
  const evaluate = (run, ...args) => send('execute/sync', { script: `return (${run})(...arguments)`, args });
  return {
    async open(url) {
      await send('url', { url });
      await evaluate(noteComplaints);
    },
    async reload() {
      await send('refresh', {});
      await evaluate(noteComplaints);
    },
    evaluate,
    complaints: () => evaluate(() => window.complaints),
    click: (x, y) => act('pointer', [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
      { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]),
    press(chord) {
      const keys = chord.split(/\+(?!$)/).map((name) => KEYS[name] || (chord.includes('+') ? name.toLowerCase() : name));
      return act('key', [...keys.map(keyDown), ...keys.reverse().map(keyUp)]);
    },
    type: (words) => act('key', [...words].flatMap((key) => [keyDown(key), keyUp(key)])),
    async choose(selector, paths) {
      const { [ELEMENT]: element } = await send('element', { using: 'css selector', value: selector });
      await send(`element/${element}/value`, { text: paths.join('\n') });
    },
  };
}

/** Runs in the page. What it complained of before is not heard, but seen in what does not work. */
function noteComplaints() {
  window.complaints = [];
  window.addEventListener('error', ({ message }) => window.complaints.push(String(message)));
  window.addEventListener('unhandledrejection', ({ reason }) => window.complaints.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => window.complaints.push(`${violatedDirective}: ${blockedURI}`));
}

async function until(what, found) {
  for (let tries = 0; tries < 300; tries++) {
    const value = await found();
    if (value) return value;
    await pause(100);
  }
  throw new Error(`${what}: nothing came for 30 s`);
}

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const dead = (child) => child.exitCode !== null || child.signalCode !== null;

async function stop(child) {
  if (dead(child)) return;
  child.kill();
  await new Promise((done) => { child.once('exit', done); });
}

/** @returns {Promise<import('./driver.js').Driver>} */
export async function startWebKit() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve) => { screen.stdio[3].once('data', (data) => resolve(':' + String(data).trim())); });
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const server = spawn('WebKitWebDriver', ['--port=' + port], {
    stdio: ['ignore', process.env.DEBUG_WD ? 'inherit' : 'ignore', process.env.DEBUG_WD ? 'inherit' : 'ignore'],
    env: { ...process.env, DISPLAY: display, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1', GIO_USE_VFS: 'local', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await until('WebKitWebDriver', () => ask('GET', 'status').catch(() => null));
  const binary = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`).find(existsSync);
  const { sessionId, capabilities } = await ask('POST', 'session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
  });
  const send = (command, body) => ask(body ? 'POST' : 'GET', `session/${sessionId}/${command}`, body);
  await send('window/rect', { x: 0, y: 0, width: 1366, height: 900 });
  return {
    version: capabilities.browserVersion,
    cannot: { drop: NO_DROP, print: '驱动不能打印' },
    ...hands(send),
    async close() {
      await ask('DELETE', `session/${sessionId}`).catch(() => {});
      await stop(server);
      await stop(screen);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

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
  url: 'WebDriver:Navigate', refresh: 'WebDriver:Refresh', 'execute/sync': 'WebDriver:ExecuteScript',
  actions: 'WebDriver:PerformActions', element: 'WebDriver:FindElement', print: 'WebDriver:Print', 'window/rect': 'WebDriver:SetWindowRect',
};

/** @returns {Promise<import('./driver.js').Driver>} */
export async function startFirefox() {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const child = spawn('firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: process.env.DEBUG_WD ? 'inherit' : 'ignore', env: { ...process.env, HOME: profile, MOZ_HEADLESS_WIDTH: '1366', MOZ_HEADLESS_HEIGHT: '900' } });
  const portFile = join(profile, 'MarionetteActivePort');
  const port = await until('Firefox', () => existsSync(portFile) && Number(readFileSync(portFile, 'utf8')));
  const ask = await marionette(port);
  const { capabilities } = await ask('WebDriver:NewSession', { strictFileInteractability: false });
  const send = (command, body) => {
    const value = /^element\/(.*)\/value$/.exec(command);
    return value ? ask('WebDriver:ElementSendKeys', { id: value[1], ...body }) : ask(MARIONETTE[command], body);
  };
  return {
    version: capabilities.browserVersion,
    cannot: { drop: NO_DROP, read: '打印的 PDF 没有说明一部分字是什么字，只核对页数' },
    ...hands(send),
    print: async () => Buffer.from((await send('print', { background: true, page: { width: 21, height: 29.7 } })), 'base64'),
    async close() {
      await ask('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
      await Promise.race([new Promise((done) => { child.once('exit', done); }), pause(5000)]);
      await stop(child);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Commands over Firefox's own socket: each message is its length in bytes, a colon and JSON. */
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
