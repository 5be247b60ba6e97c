// The opinions beside the report: a list whose items stay the same nodes as long as their opinion does.
import { makeCard, renumber } from './card.js';
import { arrange, setAttribute } from './dom.js';
import { closeNoter, watchNotes } from './noter.js';
import { filePlaceInWords, placeInWords } from './words.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */

/** What a card shows but for its number, to tell whether it still does. @type {WeakMap<HTMLElement, string>} */
const contents = new WeakMap();

/**
 * @param {HTMLElement} list the ol
 * @param {Opinion[]} opinions those that are shown
 * @param {string | null} chosen
 * @param {HTMLElement} otherwise what gets the focus when the last card that could have it is gone
 */
export function showCards(list, opinions, chosen, otherwise) {
  const cards = /** @type {HTMLElement[]} */ ([...list.children]);
  const old = new Map(cards.map((card) => [card.dataset.key + '\n' + contents.get(card), card]));
  const focused = cards.findIndex((card) => card.contains(document.activeElement));
  const now = opinions.map((opinion) => {
    const content = JSON.stringify([opinion.finding.severity, opinion.finding.message, opinion.finding.fixes.map((fix) => fix.label),
      opinion.finding.places.map((place) => [place.note, place.text, placeInWords(place), filePlaceInWords(place)])]);
    const card = old.get(opinion.key + '\n' + content) || renew(cards, makeCard(opinion));
    contents.set(card, content);
    renumber(card, opinion);
    card.classList.toggle('chosen', opinion.key === chosen);
    setAttribute(card, 'aria-current', opinion.key === chosen && 'true');
    return card;
  });
  arrange(list, now);
  if (focused >= 0 && !list.contains(document.activeElement)) {
    const next = cards.slice(focused).find((card) => now.includes(card)) || now[now.length - 1];
    // The chosen card lay over the report, where the person is, if there is no room beside it.
    if (next) focusIn(list, next, cards[focused].matches('.chosen'));
    else otherwise.focus({ preventScroll: true });
  }
}

/**
 * The new card of an opinion; one in which a note is being written stays, and only what is around the note becomes new.
 * @param {HTMLElement[]} cards
 * @param {HTMLElement} card
 */
function renew(cards, card) {
  const noting = cards.find((each) => each.matches('.noting') && each.dataset.key === card.dataset.key);
  if (!noting) return card;
  noting.dataset.severity = card.dataset.severity;
  for (const part of ['.card-foot', '.card-more']) {
    const [kept, own] = [noting, card].map((each) => /** @type {Element} */ (each.querySelector(part)));
    while (kept.previousSibling) kept.previousSibling.remove();
    while (own.previousSibling) /** @type {Element} */ (kept.parentNode).prepend(own.previousSibling);
  }
  return noting;
}

/**
 * Goes to what can be done with an opinion.
 * @param {HTMLElement} list
 * @param {string} key
 */
export function focusCard(list, key) {
  const card = /** @type {HTMLElement[]} */ ([...list.children]).find((each) => each.dataset.key === key);
  if (card) focusIn(list, card);
}

/** @param {HTMLElement} list @param {HTMLElement} card @param {boolean} [stays] the window is not scrolled */
function focusIn(list, card, stays = false) {
  /** @type {HTMLElement} */ (card.querySelector('.fix') || card.querySelector('button')).focus({ preventScroll: true });
  if (list.scrollHeight > list.clientHeight) scrollIn(list, card);
  else if (!stays) card.scrollIntoView({ block: 'nearest' });
}

/**
 * Listens to what is done with the cards.
 * @param {HTMLElement} list
 * @param {{ choose: (key: string) => void, fix: (key: string, fix: number) => void,
 *           showPlace: (key: string, place: number) => void, showRule: (code: string) => void,
 *           silence: (code: string, everywhere: boolean) => void, ignore: (key: string) => void,
 *           annotate: (key: string, words: string) => void, dismiss: () => void }} actions
 */
export function watchCards(list, actions) {
  watchNotes(list, actions.annotate);
  list.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (target.closest('.card'));
    const button = /** @type {HTMLElement | null} */ (target.closest('button'));
    const selection = window.getSelection();
    // Whoever selects words of a card wants to copy them.
    if (!card || !card.dataset.key || (selection && !selection.isCollapsed && card.contains(selection.anchorNode) && !button)) return;
    // Opening it is no reason to go to the report.
    if (!button && target.closest('.silencer, .noter')) return;
    if (button && button.dataset.fix) actions.fix(card.dataset.key, Number(button.dataset.fix));
    else if (button && button.dataset.place) actions.showPlace(card.dataset.key, Number(button.dataset.place));
    else if (button && button.dataset.rule) actions.showRule(button.dataset.rule);
    else if (button && button.dataset.silence) actions.silence(button.dataset.silence, button.dataset.everywhere !== undefined);
    else if (button && button.dataset.ignore !== undefined) actions.ignore(card.dataset.key);
    else if (button && button.dataset.keep !== undefined) closeNoter(/** @type {HTMLElement} */ (button.closest('.noter')));
    else if (button && button.classList.contains('dismiss')) actions.dismiss();
    else actions.choose(card.dataset.key);
  });
}

/**
 * Scrolls the list, and nothing but the list, until the chosen card is seen.
 * @param {HTMLElement} list
 */
export function scrollToChosen(list) {
  const card = list.querySelector('.chosen');
  if (card && list.scrollHeight > list.clientHeight) scrollIn(list, card);
}

/** @param {HTMLElement} list @param {Element} card */
function scrollIn(list, card) {
  const [outer, inner] = [list.getBoundingClientRect(), card.getBoundingClientRect()];
  const room = 12;
  if (inner.top < outer.top + room || inner.height > outer.height) list.scrollTop += inner.top - outer.top - room;
  else if (inner.bottom > outer.bottom - room) list.scrollTop += inner.bottom - outer.bottom + room;
}

