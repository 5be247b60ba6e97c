// A window that is driven by the commands of the W3C's WebDriver, in whatever way they are sent.
import { setTimeout as pause } from 'node:timers/promises';

const KEYS = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
  Delete: '\uE017', F8: '\uE038', Space: ' ',
};

/** The name by which WebDriver hands over an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export const NO_DROP = '驱动不能从桌面拖入文件，改由脚本放入';

const keyDown = (value) => ({ type: 'keyDown', value });
const keyUp = (value) => ({ type: 'keyUp', value });

/**
 * What WebKit and Firefox are both told in the same way.
 * @param {(command: string, body?: object) => Promise<any>} send
 */
export function hands(send) {
  const act = (type, actions) => send('actions', { actions: [{ type, id: type, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }), actions }] });
  const evaluate = (run, ...args) => send('execute/sync', { script: `return (${run})(...arguments)`, args });
  async function open(url) {
    await send('url', { url });
    await evaluate(noteComplaints);
  }
  return {
    open,
    // As by Enter in the address bar: Firefox takes the command "refresh" for a reload that asks the site for everything.
    reload: async () => open(await evaluate(() => location.href)),
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

/** Waits until something is found, for 30 s. @param {string} what @param {() => any} found */
export async function until(what, found) {
  for (let tries = 0; tries < 300; tries++) {
    const value = await found();
    if (value) return value;
    await pause(100);
  }
  throw new Error(`${what}: nothing came for 30 s`);
}

const dead = (child) => child.exitCode !== null || child.signalCode !== null;

/** @param {import('node:child_process').ChildProcess} child */
export async function stop(child) {
  if (dead(child)) return;
  child.kill();
  await new Promise((done) => { child.once('exit', done); });
}
