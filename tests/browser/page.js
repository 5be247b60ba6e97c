// Opens the page in Chromium, the way the tests and the pictures need it.
import { chromium } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from './server.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

/** @param {import('playwright-core').Browser} browser @param {object} [options] */
export async function open(browser, options = {}) {
  const server = await serve(here('../../www'), {
    'worker.js': async () => Buffer.concat([await readFile(here('mock-wasm.js')), await readFile(here('../../www/worker.js'))]),
    'gouji.wasm': async () => Buffer.from('mock'),
  });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(server.url);
  return { page, context, server, errors, async close() { await context.close(); server.close(); if (errors.length) console.log(errors); } };
}
