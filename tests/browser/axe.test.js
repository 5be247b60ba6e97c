// No state of the page has a fault that axe can find, in light and in dark.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, open } from './page.js';
import { pdf } from './files.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

async function violations(page) {
  // Colours are still moving right after a click.
  await page.waitForTimeout(200);
  return page.evaluate(async () => (await axe.run(document)).violations.map(({ id, nodes }) =>
    id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 120) + ' ' + failureSummary).join(' | ')));
}

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    test(`axe finds nothing, ${colorScheme}, ${viewport.width} wide`, async () => {
      const { page, close } = await open(browser, { colorScheme, viewport });
      try {
        await page.evaluate(AXE);
        assert.deepEqual(await violations(page), [], 'before loading');
        await page.click('#sample');
        await page.waitForSelector('.card');
        assert.deepEqual(await violations(page), [], 'a report');
        // As if two service workers had taken over, the second with a new version.
        await page.evaluate(() => { for (let i = 0; i < 2; i++) navigator.serviceWorker.dispatchEvent(new Event('controllerchange')); });
        await page.waitForSelector('.news');
        assert.deepEqual(await violations(page), [], 'a new version');
        await page.click('.news .quiet');
        await page.keyboard.press('F8');
        await page.keyboard.press('F8');
        assert.deepEqual(await violations(page), [], 'a chosen opinion');
        await page.locator('td[aria-invalid=true]').first().click();
        assert.deepEqual(await violations(page), [], 'a cell being edited');
        await page.locator('.filter').first().click();
        assert.deepEqual(await violations(page), [], 'a severity hidden');
        await page.setInputFiles('input[type=file]', [
          { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
          { name: '乙.txt', mimeType: 'text/plain', buffer: Buffer.from('没有申请。') }]);
        await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
        await page.waitForSelector('[role=alert]');
        assert.deepEqual(await violations(page), [], 'two files and a message');
        await page.setInputFiles('input[type=file]', { name: '丙.pdf', mimeType: '',
          buffer: pdf([[{ text: '甲镇人民政府2025年政府信息公开工作年度报告', left: 90, top: 80 }, { text: '统计期限为2024年。', left: 90, top: 120 }]]) });
        await page.click('.file >> text=丙.pdf');
        await page.click('#as-pages');
        await page.waitForSelector('.sheet text');
        await page.locator('.filter').first().click();
        await page.locator('.page-mark').first().click();
        assert.deepEqual(await violations(page), [], 'the original pages');
        await page.click('#keys');
        assert.deepEqual(await violations(page), [], 'the dialog');
      } finally {
        await close();
      }
    });
  }
}
