// WebKitGTK: its small browser on a screen that nobody sees.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_DROP, hands, stop, until } from './webdriver.js';

/** No command, but beside the library, on whatever machine. */
const PROGRAMS = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** @returns {Promise<import('./driver.js').Driver>} */
export async function startWebKit() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve) => { screen.stdio[3].once('data', (data) => resolve(':' + String(data).trim())); });
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const server = spawn('WebKitWebDriver', ['--port=' + port], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1', GIO_USE_VFS: 'local', WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const close = async () => {
    await stop(server);
    await stop(screen);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await until('WebKitWebDriver', () => ask('GET', 'status').catch(() => null));
    const { sessionId, capabilities } = await ask('POST', 'session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: PROGRAMS.find(existsSync), args: ['--automation'] } } },
    });
    const send = (command, body) => ask('POST', `session/${sessionId}/${command}`, body);
    await send('window/rect', { x: 0, y: 0, width: 1366, height: 900 });
    return {
      version: capabilities.browserVersion,
      cannot: { drop: NO_DROP, print: '驱动不能打印' },
      ...hands(send),
      close: () => ask('DELETE', `session/${sessionId}`).finally(close),
    };
  } catch (error) {
    await close();
    throw error;
  }
}
