// Messages of the page itself: what could not be opened, what was just done.
import { make } from './dom.js';
import { keepFocus } from './focus.js';

/** @typedef {{ label: string, act: () => void }} Offered */

/** Long enough to read one sentence and press its button; the button is in the toolbar as well. */
const STAYS = 8000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;

/**
 * Something went wrong: stays until it is closed, until what is offered is done, or until it no longer holds.
 * @param {HTMLElement} place ends with the button that closes all
 * @param {string} words
 * @param {{ about?: string, offer?: Offered }} [more] `about` names the file that is at fault; of one thing there is one complaint
 */
export function complain(place, words, { about = words, offer } = {}) {
  withdraw(place, about);
  const notice = makeNotice({ class: 'notice bad', role: 'alert', 'data-about': about }, words, offer, true);
  place.insertBefore(notice, place.lastElementChild);
}

/**
 * Several files could not be opened: one complaint of them all.
 * @param {HTMLElement} place
 * @param {{ about: string, words: string }[]} faults
 * @param {Offered} [offer]
 */
export function complainOfAll(place, faults, offer) {
  if (faults.length < 2) return faults.forEach(({ words, about }) => complain(place, words, { about, offer }));
  const list = make('ul', {}, ...faults.map(({ words, about }) => make('li', { 'data-about': about }, words)));
  place.insertBefore(makeNotice({ class: 'notice bad', role: 'alert' }, make('details', {}, make('summary'), list), offer, true), place.lastElementChild);
  countFaults(place);
}

/** How many each list of faults still has; an empty one goes. @param {HTMLElement} place */
function countFaults(place) {
  for (const list of place.querySelectorAll('ul')) {
    const summary = list.previousElementSibling;
    if (list.firstChild && summary) summary.textContent = list.children.length + ' 个文件未能打开';
    else remove(/** @type {Element} */ (list.closest('.notice')));
  }
}

/**
 * There is something new: stays until it is closed or done.
 * @param {HTMLElement} place
 * @param {string} words
 * @param {Offered} offer
 */
export function announce(place, words, offer) {
  for (const old of place.querySelectorAll('.news')) old.remove();
  place.prepend(makeNotice({ class: 'notice news' }, words, offer, true));
}

/**
 * Takes away what was complained of a file, or all complaints.
 * @param {HTMLElement} place
 * @param {string} [about]
 */
export function withdraw(place, about) {
  for (const said of place.querySelectorAll(about === undefined ? '.bad' : '[data-about]')) {
    if (about === undefined || said.getAttribute('data-about') === about) remove(said);
  }
  countFaults(place);
}

/** @param {Element} notice */
function remove(notice) {
  const focused = notice.contains(document.activeElement);
  notice.remove();
  if (focused) keepFocus();
}

/**
 * Something was done: goes away by itself.
 * @param {HTMLElement} place
 * @param {string} words
 * @param {Offered} [offer]
 */
export function mention(place, words, offer) {
  forget(place);
  const notice = makeNotice({ class: 'notice done' }, words, offer, false);
  // On top, for the complaints may be more than there is room for.
  place.prepend(notice);
  place.scrollTop = 0;
  clearTimeout(leaving);
  const leave = () => {
    // Not while somebody is about to press its button.
    if (notice.matches(':hover, :focus-within')) leaving = setTimeout(leave, STAYS);
    else remove(notice);
  };
  leaving = setTimeout(leave, STAYS);
}

/**
 * Takes away what was mentioned and all complaints.
 * @param {HTMLElement} place
 * @returns {boolean} whether there was anything
 */
export function clearNotices(place) {
  const any = place.querySelector('.bad, .done') !== null;
  forget(place);
  withdraw(place);
  return any;
}

/**
 * Takes away what was mentioned.
 * @param {HTMLElement} place
 */
export function forget(place) {
  for (const notice of place.querySelectorAll('.done')) remove(notice);
}

/**
 * Whichever of its buttons is pressed, a notice has done its work.
 * @param {Record<string, string>} attributes
 * @param {string | HTMLElement} words
 * @param {Offered | undefined} offer
 * @param {boolean} closes whether it can be closed by itself
 */
function makeNotice(attributes, words, offer, closes) {
  const notice = make('div', attributes, typeof words === 'string' ? make('p', {}, words) : words, offer ? make('button', { type: 'button', class: 'link' }, offer.label) : null,
    closes ? make('button', { type: 'button', class: 'quiet', 'aria-label': '关闭这条消息' }, '×') : null);
  notice.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    if (offer && target.className === 'link') offer.act();
    remove(notice);
  });
  return notice;
}
