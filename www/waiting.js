// Tells what is being waited for, once the wait is long enough to be noticed, and how far it has come.
import { make } from './dom.js';
import { keepFocus } from './focus.js';

/** In milliseconds. */
const NOTICEABLE = 200;

/**
 * @param {HTMLElement} place shown while it is not empty, and told as it changes
 * @param {number} all how many are waited for
 * @param {() => void} [cancel] what ends it, where there are more than one; offered as a button
 * @returns {{ tell: (words: string, done: number) => void, end: () => void }}
 */
export function startWaiting(place, all, cancel) {
  const many = all > 1;
  const words = make('span', { 'aria-hidden': many && 'true' });
  const timer = setTimeout(() => {
    place.replaceChildren(words);
    if (!many) return;
    // What changes so often is not read aloud each time.
    place.append(make('span', { class: 'unseen' }, '请稍候'));
    if (!cancel) return;
    const button = make('button', { type: 'button', class: 'link' }, '取消');
    button.addEventListener('click', () => {
      button.remove();
      cancel();
    });
    place.append(button);
  }, NOTICEABLE);
  return {
    tell(now, done) {
      words.textContent = now + (many ? '（' + done + '/' + all + '）' : '');
    },
    end() {
      clearTimeout(timer);
      // Something else may be waited for by now.
      if (words.isConnected) place.textContent = '';
      keepFocus();
    },
  };
}
