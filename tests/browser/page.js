// Opens the built page in Chromium: from a server, or as the single file. GOUJI_DIST is where it was built to.
import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from './server.js';

export const DIST = process.env.GOUJI_DIST || fileURLToPath(new URL('../../dist', import.meta.url));
if (!existsSync(join(DIST, 'gouji.html'))) throw new Error('The page is not built yet: run ./build.sh first.');

/** The two forms that the page has. */
export const FORMS = ['site', 'file'];

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});

/**
 * A page of its own, by default without a service worker, whose requests come when they like: its requests, what the server was asked for, and what the page complained of.
 * @param {import('playwright-core').Browser} browser
 * @param {{ form?: 'site' | 'file' } & import('playwright-core').BrowserContextOptions} [options]
 */
export async function open(browser, { form = 'site', ...options } = {}) {
  const server = form === 'site' ? await serve(join(DIST, 'site')) : null;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const [errors, requests] = [[], []];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('request', (request) => { if (!/^(blob|data):/.test(request.url())) requests.push(request.url().replace(/\?.*/, '')); });
  await page.goto(server ? server.url : pathToFileURL(join(DIST, 'gouji.html')).href);
  const close = async () => {
    await context.close();
    if (server) server.close();
  };
  return { page, context, url: page.url(), asked: server ? server.asked : [], errors, requests, close };
}
