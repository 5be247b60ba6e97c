// No state of the page has a fault that axe can find, nor is any wider than the window: light and dark, narrow, enlarged, high contrast.
import { after, before, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, open } from './page.js';
import { pdf } from './files.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OFFICE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
/** What is left of the office screen when everything is twice as large. */
const ENLARGED = { width: 683, height: 384 };

/** @type {Record<string, import('playwright-core').BrowserContextOptions>} */
const LOOKS = {
  '浅色': { colorScheme: 'light', viewport: OFFICE },
  '深色': { colorScheme: 'dark', viewport: OFFICE },
  '深色，手机': { colorScheme: 'dark', viewport: PHONE },
  '放大到 200%': { colorScheme: 'light', viewport: ENLARGED, deviceScaleFactor: 2 },
  '高对比度': { colorScheme: 'dark', forcedColors: 'active', viewport: OFFICE },
};

/** @typedef {import('playwright-core').Page} Page */
const escape = (/** @type {Page} */ page) => page.keyboard.press('Escape');
const text = (name, words) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
const card = (/** @type {Page} */ page, code) => page.locator('.card', { has: page.locator(`[data-rule="${code}"]`) }).first();
const rightReport = '柳溪镇人民政府2025年政府信息公开工作年度报告';

/**
 * Every state, each reached from the one before: its name, and how to get there.
 * @type {[string, (page: Page) => Promise<unknown>][]}
 */
const STATES = [
  ['开始', async () => {}],
  ['怎样核实', (page) => page.click('.promise summary')],
  ['拖着文件', async (page) => {
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([''], '甲.html'));
      return transfer;
    });
    await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
    await page.waitForSelector('#curtain:not([hidden])');
  }],
  ['一份报告', async (page) => {
    await page.evaluate(() => document.dispatchEvent(new DragEvent('dragleave')));
    await page.click('#sample');
    await page.waitForSelector('.card');
  }],
  // As if two service workers had taken over, the second with a new version.
  ['有新版本', async (page) => {
    await page.evaluate(() => { for (let i = 0; i < 2; i++) navigator.serviceWorker.dispatchEvent(new Event('controllerchange')); });
    await page.waitForSelector('.news');
  }],
  ['选中一条意见', async (page) => {
    await page.click('.news .quiet');
    for (let times = 0; times < 7; times++) await page.keyboard.press('F8');
    await page.waitForSelector('.card.chosen');
  }],
  ['修改一格', async (page) => {
    await page.locator('td[aria-invalid=true]').first().click();
    await page.keyboard.type('3');
  }],
  ['目录', async (page) => {
    await escape(page);
    await escape(page);
    await page.evaluate(() => { document.querySelector('#outline-fold').open = true; });
  }],
  ['写备注', (page) => card(page, 'N101').locator('.noter summary').click()],
  ['有备注', async (page) => {
    await page.keyboard.type('已与业务科室核实');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.remark:not([hidden])');
  }],
  ['要忽略', (page) => card(page, 'L101').locator('.silencer summary').click()],
  ['忽略了', async (page) => {
    await card(page, 'L101').locator('[data-ignore]').click();
    await page.waitForSelector('#left-out:not([hidden])');
  }],
  ['规则不再提示', async (page) => {
    await card(page, 'V103').locator('.silencer summary').click();
    await card(page, 'V103').locator('[data-everywhere]').click();
    await page.waitForSelector('#left-out >> text=已忽略 2 条');
  }],
  ['设置', (page) => page.click('#left-out')],
  ['规则', async (page) => {
    await escape(page);
    await card(page, 'T101').locator('.code').click();
    await page.waitForSelector('#rule-body[data-code="T101"]');
  }],
  ['全部规则', (page) => page.click('#all-rules')],
  ['快捷键', async (page) => {
    await escape(page);
    await page.keyboard.press('?');
    await page.waitForSelector('#help[open]');
  }],
  ['统计', async (page) => {
    await escape(page);
    await page.click('#as-figures');
    await page.waitForSelector('#figures svg');
  }],
  ['格式对照', async (page) => {
    await page.click('#as-reading');
    await page.waitForSelector('#reading table');
  }],
  ['一级意见不显示', async (page) => {
    await page.click('#as-report');
    await page.locator('.filter').last().click();
  }],
  ['改好了确定的', async (page) => {
    await page.locator('.filter').last().click();
    await page.click('#certain');
    await page.waitForSelector('#certain-dialog[open]');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '知道了', 'Enter undoes nothing');
  }],
  ['一处改好了', async (page) => {
    await escape(page);
    await page.locator('.fix').first().click();
    await page.waitForSelector('.notice');
  }],
  ['几份报告，有的读不了', async (page) => {
    await page.setInputFiles('#chooser', [text('空.txt', ''), text('坏.pdf', '%PDF-1.4'), text('乙.txt', rightReport + '\n一、总体情况\n没有申请。')]);
    await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
    await page.waitForSelector('[role=alert]');
  }],
  ['各是什么原因', (page) => page.click('.notice summary')],
  ['原页', async (page) => {
    await page.setInputFiles('#chooser', { name: '丙.pdf', mimeType: '',
      buffer: pdf([[{ text: rightReport, left: 90, top: 80 }, { text: '统计期限为2024年。', left: 90, top: 120 }]]) });
    await page.click('.file >> text=丙.pdf');
    await page.click('#as-pages');
    await page.waitForSelector('.sheet text');
    await page.locator('.page-mark').first().click();
  }],
  ['关闭有修改的报告', async (page) => {
    await page.locator('.close').first().click();
    await page.waitForSelector('#closing[open]');
  }],
  ['没有问题的报告', async (page) => {
    await escape(page);
    await page.evaluate(() => { for (const button of document.querySelectorAll('.filter')) if (button.getAttribute('aria-pressed') === 'false') button.click(); });
    await page.setInputFiles('#chooser', text('丁.txt', '本报告统计期限为2025年1月1日至2025年12月31日。'));
    await page.click('.file >> text=丁.txt');
    await page.waitForFunction(() => document.title.startsWith('丁.txt'));
  }],
  ['保留草稿', async (page) => {
    await page.click('#setup-open');
    await page.check('#keep');
    await page.waitForSelector('#keep-words >> text=已开始保留');
  }],
  ['有上次的草稿', async (page) => {
    await page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    await page.reload();
    await page.waitForSelector('#kept:not([hidden])');
  }],
  ['规则目录', (page) => page.goto(new URL('rules.html', page.url()).href)],
  ['嵌入的例子', async (page) => {
    await page.goto(new URL('embedded.html', page.url()).href);
    await page.waitForSelector('#results li');
  }],
];

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** @param {Page} page */
async function faults(page) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(AXE);
  return page.evaluate(async () => {
    // The system's own colours are not among those that scripts are told.
    const rules = { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } };
    const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
    const width = document.documentElement.scrollWidth;
    return [
      ...violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 120) + ' ' + failureSummary).join(' | ')),
      ...(width > window.innerWidth ? [`${width} wide in a window of ${window.innerWidth}`] : []),
    ];
  });
}

describe('无障碍', { concurrency: 2 }, () => Object.entries(LOOKS).forEach(([look, options]) => {
  test(look, async () => {
    const { page, close } = await open(browser, { reducedMotion: 'reduce', ...options });
    try {
      /** @type {Record<string, string[]>} */
      const found = {};
      for (const [state, enter] of STATES) {
        await enter(page).catch((error) => { throw new Error(`${state}: ${error.message}`); });
        const there = await faults(page);
        if (there.length > 0) found[state] = there;
      }
      assert.deepEqual(found, {});
    } finally {
      await close();
    }
  });
}));
