// Takes pictures of the page for people to look at: node shoot.js
import { mkdirSync } from 'node:fs';
import { docx, pdf } from './files.js';
import { launch, open } from './page.js';

const SIZES = [[1366, 768], [1920, 1080], [390, 844]];
const FILES = [
  { name: '青禾镇2025年政府信息公开工作年度报告（送审稿）.txt', mimeType: 'text/plain', buffer: Buffer.from('云溪县青禾镇人民政府2025年政府信息公开工作年度报告\n一、总体情况\n全年共收到申请26件。\n') },
  { name: '柳溪镇.html', mimeType: 'text/html', buffer: Buffer.from('<h1>柳溪镇人民政府2025年政府信息公开工作年度报告</h1><p>全部正确。</p>') },
  { name: '损坏.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
  { name: '年报.docx', mimeType: '', buffer: docx() },
  { name: '年报.pdf', mimeType: '', buffer: pdf([[{ text: '柳溪镇人民政府2025年政府信息公开工作年度报告', left: 150, top: 90 },
    { text: '一、总体情况', left: 90, top: 140 }, { text: '本报告统计期限为2024年1月1日至12月31日。', left: 90, top: 170 }]]) },
];
mkdirSync('shots', { recursive: true });
const browser = await launch();
for (const [width, height] of SIZES) {
  for (const colorScheme of ['light', 'dark']) {
    const name = `${width}-${colorScheme}`;
    const { page, close } = await open(browser, { viewport: { width, height }, colorScheme });
    const shoot = (what, options = {}) => page.screenshot({ path: `shots/${what}-${name}.png`, ...options });
    await shoot('start');
    await page.click('#sample');
    await page.waitForSelector('.card');
    await shoot('sample');
    await page.locator('td[aria-invalid=true]').nth(0).click();
    await page.waitForTimeout(600);
    await shoot('chosen');
    await page.locator('.card.chosen .code').click();
    await page.waitForTimeout(100);
    await shoot('rule');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(200);
    await shoot('fixed');
    await page.mouse.click(3, 300);
    await shoot('whole', { fullPage: true });
    await page.setInputFiles('#chooser', FILES);
    await page.waitForSelector('.notice.bad');
    await shoot('files');
    await page.locator('.file').nth(0).click();
    await shoot('clean');
    await page.click('.file >> text=年报.pdf');
    await page.click('#as-pages');
    await page.waitForSelector('.sheet text');
    await page.keyboard.press('F8');
    await page.waitForTimeout(600);
    await shoot('pages');
    await page.click('#keys');
    await shoot('help');
    if (width === 1366) {
      await page.keyboard.press('Escape');
      await page.locator('.file').first().click();
      await page.pdf({ path: `shots/print-${name}.pdf` });
    }
    await close();
  }
}
await browser.close();
