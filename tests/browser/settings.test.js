// What the person asks of the checks: silencing rules and bringing them back, the demands of a place, the rules.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FORMS, launch, open } from './page.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Runs a test on a page with the sample, in both forms, which must not have complained in the end. */
function onSample(name, run, options = {}) {
  for (const form of FORMS) {
    test(name + (form === 'file' ? '（单文件）' : ''), async () => {
      const opened = await open(browser, { form, ...options });
      try {
        await opened.page.click('#sample');
        await opened.page.waitForSelector('.card');
        await run(opened.page, opened, form);
        assert.deepEqual(opened.errors, []);
      } finally {
        await opened.close();
      }
    });
  }
}

const codes = (page) => page.locator('.card .code').allTextContents();
const cardOf = (page, code) => page.locator('.card', { has: page.locator(`[data-rule="${code}"]`) }).first();
const cardsOf = (page, code) => page.locator(`.card [data-rule="${code}"]`);
const gone = (page, code) => page.waitForFunction((wanted) => !document.querySelector(`.card [data-rule="${wanted}"]`), code);
const back = (page, code) => page.waitForSelector(`.card [data-rule="${code}"]`);

async function silence(page, code, where) {
  const card = cardOf(page, code);
  await card.locator('.silencer summary').click();
  await card.getByRole('button', { name: where }).click();
  await gone(page, code);
}

const profileFile = (text) => ({ name: '要求.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });

async function chooseProfile(page, text) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#open-profile')]);
  await chooser.setFiles(profileFile(text));
}

onSample('a rule is silenced, counted, and brought back', async (page) => {
  const before = await codes(page);
  const code = 'Y201';
  assert.ok(!await page.isVisible('#left-out'));
  await silence(page, code, '在这份报告里');
  assert.equal(await page.textContent('#left-out'), '已忽略 1 条');
  assert.equal((await codes(page)).length, before.length - 1);
  await page.click('.notice >> text=恢复');
  await back(page, code);
  assert.ok(!await page.isVisible('#left-out'));
  await silence(page, code, '在所有报告里');
  await page.click('#left-out');
  await page.getByRole('button', { name: '恢复 ' + code }).click();
  await page.waitForSelector('#nothing-silenced:not([hidden])');
  await page.keyboard.press('Escape');
  await back(page, code);
  assert.deepEqual(await codes(page), before);
});

onSample('that a rule is silenced is undone and redone', async (page) => {
  for (const where of ['在这份报告里', '在所有报告里']) {
    await silence(page, 'Y201', where);
    await page.keyboard.press('Control+Z');
    await back(page, 'Y201');
    assert.ok(await page.isDisabled('#undo'));
    await page.click('#redo');
    await gone(page, 'Y201');
    await page.click('#undo');
    await back(page, 'Y201');
  }
});

onSample('what is silenced in one report is told in others, what is silenced in all is not', async (page) => {
  const open = (name) => page.setInputFiles('#chooser', { name, mimeType: 'text/html', buffer: Buffer.from('<h1>柳溪镇人民政府2025年政府信息公开工作年度报告</h1>'
    + '<p>本报告统计期限为2024年1月1日至2024年12月31日。</p>') });
  await silence(page, 'Y201', '在这份报告里');
  await open('乙.html');
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 2);
  await back(page, 'Y201');
  await silence(page, 'Y201', '在所有报告里');
  await open('丙.html');
  await page.waitForFunction(() => document.querySelectorAll('.file').length === 3);
  await page.waitForSelector('#left-out:not([hidden])');
  assert.equal(await cardsOf(page, 'Y201').count(), 0);
  await page.locator('.file').first().click();
  assert.equal(await cardsOf(page, 'Y201').count(), 0);
});

onSample('editing goes on while rules are silenced', async (page) => {
  await silence(page, 'Y201', '在这份报告里');
  await page.locator('.fix').first().click();
  await page.waitForSelector('.notice >> text=已处理');
  await page.keyboard.press('Control+Z');
  await page.waitForTimeout(200);
  assert.equal(await cardsOf(page, 'Y201').count(), 0);
  assert.equal(await page.textContent('#left-out'), '已忽略 1 条');
});

onSample('it is all done with the keyboard', async (page) => {
  await cardOf(page, 'Y201').locator('.silencer summary').focus();
  await page.keyboard.press('Enter');
  // Past “忽略这一条”.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await gone(page, 'Y201');
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), 'the focus is not lost');
  await page.locator('#left-out').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '恢复 Y201' }).focus();
  await page.keyboard.press('Enter');
  await back(page, 'Y201');
  await page.waitForFunction(() => document.activeElement?.id === 'open-profile');
});

onSample('the demands of a place are checked when it is chosen', async (page) => {
  assert.equal(await cardsOf(page, 'K101').count(), 0);
  await page.click('#setup-open');
  await page.waitForFunction(() => document.querySelectorAll('#profile option').length === 3);
  await page.selectOption('#profile', { label: '云岭省（示例）' });
  assert.match(await page.textContent('#profile-words'), /依据：云岭省/);
  await page.keyboard.press('Escape');
  await back(page, 'K101');
  await page.click('#setup-open');
  await page.selectOption('#profile', { index: 0 });
  await page.keyboard.press('Escape');
  await gone(page, 'K101');
});

onSample('a file of one’s own is a profile, or its fault is told', async (page) => {
  await page.click('#setup-open');
  await page.waitForFunction(() => document.querySelectorAll('#profile option').length === 3);
  await chooseProfile(page, '# 甲省\n依据：某文\n## 一、总体情况\n- 须写明：\n');
  await page.waitForFunction(() => /第 4 行/.test(document.querySelector('#profile-words').textContent));
  await chooseProfile(page, '云岭省');
  await page.waitForFunction(() => /第 1 行/.test(document.querySelector('#profile-words').textContent));
  await chooseProfile(page, '# 甲省\n依据：某文\n## 一、总体情况\n- 不超过：10字\n## 规则\n- 不提示：Y201\n');
  await page.waitForFunction(() => /依据：某文/.test(document.querySelector('#profile-words').textContent));
  await page.keyboard.press('Escape');
  await back(page, 'K102');
  await gone(page, 'Y201');
  assert.equal(await page.textContent('#left-out'), '已忽略 1 条');
});

onSample('the pages of the rules are loaded when the first is looked at, and once', async (page, { requests }, form) => {
  const before = requests.length;
  for (const index of [0, 1]) {
    await page.locator('.card .code').nth(index).click();
    await page.locator('#rule[open]', { hasText: '怎么改' }).waitFor();
    await page.click('#rule [data-dismiss]');
  }
  const loaded = requests.slice(before).map((url) => url.replace(/.*\//, ''));
  assert.deepEqual(loaded, form === 'site' ? ['rules.json'] : []);
});

test('the pages of the rules that cannot be loaded are told, and tried again', async () => {
  const { page, close } = await open(browser);
  try {
    await page.click('#sample');
    await page.route('**/rules.json?*', (route) => route.abort());
    await page.locator('.card .code').first().click();
    await page.locator('#rule[open]', { hasText: '未能载入' }).waitFor();
    assert.ok(await page.isVisible('#rule-title'));
    await page.unroute('**/rules.json?*');
    // On a slow line the dialog opens before the page of the rule has come.
    await page.route('**/rules.json?*', async (route) => { await new Promise((end) => { setTimeout(end, 1500); }); await route.continue(); });
    await page.click('#rule [data-dismiss]');
    await page.locator('.card .code').first().click();
    await page.locator('#rule[open]', { hasText: '正在载入' }).waitFor();
    await page.locator('#rule[open]', { hasText: '怎么改' }).waitFor();
  } finally {
    await close();
  }
});

onSample('from the page of a rule to all rules and back', async (page, opened, form) => {
  await page.locator('.card .code').first().click();
  await page.waitForSelector('#rule[open]');
  assert.match(await page.textContent('#rule'), /依据.*怎么改.*例子.*--silence/s);
  assert.equal(await page.isVisible('#rules-alone'), form === 'site');
  await page.click('#all-rules');
  await page.click('#rule [data-rule="T101"]');
  // The title follows when the worker has sent the page of the rule.
  await page.locator('#rule-title', { hasText: '表内数字有误' }).waitFor();
  assert.match(await page.getAttribute('#rules-alone', 'href'), /rules\.html#T101$/);
});

test('the page of all rules has each of them, and needs no script', async () => {
  const { page, errors, requests, close } = await open(browser, { javaScriptEnabled: false });
  try {
    requests.length = 0;
    await page.goto(page.url() + 'rules.html#T101');
    assert.equal(requests.length, 2, requests.join());
    assert.match(await page.textContent('article#T101'), /表内数字有误.*依据.*怎么改.*--silence T101/s);
    const links = await page.locator('nav a').evaluateAll((all) => all.map((link) => link.hash.slice(1)));
    const rules = await page.locator('article').evaluateAll((all) => all.map((rule) => rule.id));
    assert.deepEqual(links, rules);
    assert.ok(rules.length > 40 && new Set(rules).size === rules.length);
    assert.equal(await page.locator('article').filter({ hasNot: page.locator('mark') }).count(), 0, 'each example is marked');
    assert.deepEqual(errors, []);
  } finally {
    await close();
  }
});

async function violations(page) {
  await page.waitForTimeout(200);
  return page.evaluate(async () => (await axe.run(document)).violations.map(({ id, nodes }) =>
    id + ': ' + nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 120) + ' ' + failureSummary).join(' | ')));
}

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    test(`axe finds nothing in settings and rules, ${colorScheme}, ${viewport.width} wide`, async () => {
      const { page, close } = await open(browser, { colorScheme, viewport });
      try {
        await page.evaluate(AXE);
        await page.click('#sample');
        await page.waitForSelector('.card');
        await cardOf(page, 'Y201').locator('.silencer summary').click();
        assert.deepEqual(await violations(page), [], 'an open silencer');
        await cardOf(page, 'Y201').getByRole('button', { name: '在这份报告里' }).click();
        await page.waitForSelector('#left-out:not([hidden])');
        assert.deepEqual(await violations(page), [], 'something silenced');
        await page.click('#left-out');
        await page.waitForSelector('#silenced-rules li');
        assert.deepEqual(await violations(page), [], 'the settings');
        await page.click('#setup-rules');
        await page.waitForSelector('.rule-list');
        assert.deepEqual(await violations(page), [], 'the list of rules');
        await page.click('#rule [data-rule="V103"]');
        await page.click('.examples summary');
        assert.deepEqual(await violations(page), [], 'a rule with its examples');
        await page.goto(page.url() + 'rules.html#T101');
        await page.evaluate(AXE);
        assert.deepEqual(await violations(page), [], 'the page of all rules');
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
      } finally {
        await close();
      }
    });
  }
}
