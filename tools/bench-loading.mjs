// How long the site takes to open on a slow line, the first time and with everything kept. Prints; asserts nothing.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { serve } from './serve.mjs';

/// 1.6 Mbit/s down, 750 kbit/s up, and 150 ms until the first byte of each answer.
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/// The browser of the tests.
export function launchChromium() {
  const { chromium } = createRequire(resolve('tests/browser/package.json'))('playwright-core');
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

export async function measureLoading(dist) {
  const server = await serve(join(dist, 'site'), 0, true);
  await Promise.all(['', 'style.css', 'app.js', 'worker.js', 'gouji.wasm'].map(name => fetch(server.url + name))); // packed by now
  const browser = await launchChromium();
  try {
    const firsts = [];
    const seconds = [];
    for (let round = 0; round < 5; round++) {
      const context = await browser.newContext();
      firsts.push(await load(context, server.url, true));
      seconds.push(await load(context, server.url, false));
      await context.close();
    }
    tellLoads('第一次打开', firsts);
    tellLoads('第二次打开', seconds);
  } finally {
    await browser.close();
    server.close();
  }
}

/// Opens the site and asks for the sample as soon as that can be clicked; times from the start of the navigation.
async function load(context, url, wait) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await page.addInitScript(watchStart);
  await page.goto(url, { waitUntil: 'commit' });
  const times = await page.evaluate(() => window.times);
  if (wait) await page.waitForFunction(() => navigator.serviceWorker.controller, null, { timeout: 30000 });
  await page.close();
  return times;
}

/// In the page, before its scripts. It has told that it is usable when it has taken away what it says to old browsers.
function watchStart() {
  window.times = new Promise(done => {
    const times = {};
    new MutationObserver((_, observer) => {
      if (!times.usable && document.getElementById('start') && document.scripts.length > 0 && document.readyState !== 'loading' && !document.getElementById('old-browser')) {
        times.usable = performance.now();
        document.getElementById('sample').click();
      }
      if (!document.querySelector('[aria-invalid="true"]')) return;
      observer.disconnect();
      times.result = performance.now();
      times.seen = performance.getEntriesByName('first-contentful-paint').map(({ startTime }) => startTime)[0] || times.usable;
      done(times);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

function tellLoads(which, loads) {
  const median = key => loads.map(each => each[key]).sort((a, b) => a - b)[loads.length >> 1];
  for (const [key, words] of [['seen', '看见页面'], ['usable', '可以放入报告'], ['result', '示例标出错误']]) {
    console.log(`${median(key).toFixed(1).padStart(8)} ms  1.6 Mbit/s 的线路，${which}：${words}（${loads.length} 次的中位数）`);
  }
}
