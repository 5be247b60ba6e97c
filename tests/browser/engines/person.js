// A person at a window: finds things by what is written on them, waits until something is seen, and uses mouse and keys.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 15_000;

/**
 * @param {import('./driver.js').Driver} driver
 * @param {(words: string) => void} tell what could not be done as a person does it
 */
export function person(driver, tell) {
  /** Waits until a function of the page gives something. */
  async function see(look, ...values) {
    for (const end = Date.now() + PATIENCE; ;) {
      const seen = await driver.evaluate(look, ...values);
      if (seen) return seen;
      if (Date.now() > end) throw new Error(`not seen in ${PATIENCE / 1000} s: ${look} ${JSON.stringify(values)}`);
      await pause(30);
    }
  }

  /** Clicks what a selector finds and, if given, has these words. */
  async function click(selector, words = '') {
    await see(bringIntoSight, selector, words);
    // It may still be moving.
    for (let before = ''; ;) {
      const place = await see(placeOf, selector, words);
      if (JSON.stringify(place) === before) return driver.click(place.x, place.y);
      before = JSON.stringify(place);
      await pause(30);
    }
  }

  /** Drops files on the page, from the desktop where the automation can do that. */
  async function drop(paths) {
    if (driver.drop) return driver.drop(600, 300, paths);
    tell(driver.cannot.drop);
    return driver.evaluate(dropByScript, paths.map((path) => ({ name: basename(path), content: readFileSync(path, 'base64') })));
  }

  return { ...driver, see, click, drop, text: (selector) => see(textOf, selector) };
}

// What follows runs in the page: it may use nothing from here.

function bringIntoSight(selector, words) {
  const found = [...document.querySelectorAll(selector)].find((node) => node.textContent.includes(words) && node.getClientRects().length > 0);
  if (!found) return false;
  const box = found.getBoundingClientRect();
  if (box.top < 60 || box.bottom > window.innerHeight - 20) found.scrollIntoView({ block: 'center' });
  return true;
}

/** The middle of it, once nothing lies over it. */
function placeOf(selector, words) {
  const found = [...document.querySelectorAll(selector)].find((node) => node.textContent.includes(words) && node.getClientRects().length > 0);
  if (!found) return null;
  const box = found.getClientRects()[0];
  const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
  const there = document.elementFromPoint(x, y);
  return there && (found.contains(there) || there.contains(found)) ? { x, y } : null;
}

function textOf(selector) {
  const found = document.querySelector(selector);
  return found && found.textContent;
}

function dropByScript(files) {
  const data = new DataTransfer();
  for (const { name, content } of files) data.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
  for (const type of ['dragenter', 'dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }
}
