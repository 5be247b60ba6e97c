// The opinions beside the report: a list whose items stay the same nodes as long as their opinion does.
import { make, setAttribute } from './dom.js';
import { SEVERITY_WORDS, filePlaceInWords, placeInWords } from './words.js';

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
    const card = old.get(opinion.key + '\n' + content) || makeCard(opinion);
    contents.set(card, content);
    renumber(card, opinion);
    card.classList.toggle('chosen', opinion.key === chosen);
    setAttribute(card, 'aria-current', opinion.key === chosen && 'true');
    return card;
  });
  if (now.length !== cards.length || now.some((card, index) => card !== cards[index])) replace(list, cards, now);
  if (focused >= 0 && !list.contains(document.activeElement)) {
    const next = now[Math.min(focused, now.length - 1)];
    const target = next ? /** @type {HTMLElement} */ (next.querySelector('button')) : otherwise;
    target.focus({ preventScroll: true });
  }
}

/**
 * Listens to what is done with the cards.
 * @param {HTMLElement} list
 * @param {{ choose: (key: string) => void, fix: (key: string, fix: number) => void,
 *           showPlace: (key: string, place: number) => void, showRule: (code: string) => void,
 *           silence: (code: string, everywhere: boolean) => void, dismiss: () => void }} actions
 */
export function watchCards(list, actions) {
  list.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (target.closest('.card'));
    const button = /** @type {HTMLElement | null} */ (target.closest('button'));
    const selection = window.getSelection();
    // Whoever selects words of a card wants to copy them.
    if (!card || !card.dataset.key || (selection && !selection.isCollapsed && card.contains(selection.anchorNode) && !button)) return;
    // Opening it is no reason to go to the report.
    if (!button && target.closest('.silencer')) return;
    if (button && button.dataset.fix) actions.fix(card.dataset.key, Number(button.dataset.fix));
    else if (button && button.dataset.place) actions.showPlace(card.dataset.key, Number(button.dataset.place));
    else if (button && button.dataset.rule) actions.showRule(button.dataset.rule);
    else if (button && button.dataset.silence) actions.silence(button.dataset.silence, button.dataset.everywhere !== undefined);
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
  if (!card || list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), card.getBoundingClientRect()];
  const room = 12;
  if (inner.top < outer.top + room || inner.height > outer.height) list.scrollTop += inner.top - outer.top - room;
  else if (inner.bottom > outer.bottom - room) list.scrollTop += inner.bottom - outer.bottom + room;
}

/**
 * Cards that stay are not taken out even for a moment: one of them may have the focus.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} before
 * @param {HTMLElement[]} after
 */
function replace(list, before, after) {
  const staying = new Set(after);
  for (const card of before) if (!staying.has(card)) card.remove();
  after.forEach((card, index) => {
    if (list.children[index] !== card) list.insertBefore(card, list.children[index] || null);
  });
}

/** @param {Opinion} opinion */
function makeCard({ finding, key }) {
  const head = make('button', { type: 'button', class: 'card-head' },
    make('span', { class: 'badge' }), ' ', make('span', { class: 'severity' }, SEVERITY_WORDS[finding.severity]), ' ',
    make('span', { class: 'where' }, placeInWords(finding.places[0])), ' ',
    make('span', { class: 'file-place' }, filePlaceInWords(finding.places[0])));
  const fixes = finding.fixes.map((fix, index) =>
    make('button', { type: 'button', class: 'fix', 'data-fix': index }, fix.label));
  const rule = make('button', { type: 'button', class: 'link code', 'data-rule': finding.code, title: '这条规则的依据和改法' },
    '规则 ' + finding.code);
  return make('li', { class: 'card', 'data-key': key, 'data-severity': finding.severity },
    head,
    make('p', { class: 'message' }, finding.message),
    relatedPlaces(finding),
    make('div', { class: 'card-foot' }, ...fixes, rule, silencer(finding.code)),
    make('button', { type: 'button', class: 'dismiss', 'aria-label': '收起' }, '×'));
}

/** Where the rule of a card can be silenced. @param {string} code */
function silencer(code) {
  return make('details', { class: 'silencer' }, make('summary', { 'aria-label': '不再提示规则 ' + code }, '不再提示'),
    make('button', { type: 'button', 'data-silence': code }, '在这份报告里'), ' ',
    make('button', { type: 'button', 'data-silence': code, 'data-everywhere': true }, '在所有报告里'));
}

/**
 * The places that explain a finding. Neighbours with the same note are the members of a sum: their numbers stand in a row.
 * @param {import('./types.d.ts').Finding} finding
 */
function relatedPlaces({ places }) {
  /** @type {{ note: string, members: number[] }[]} */
  const groups = [];
  places.forEach(({ note }, index) => {
    const last = groups[groups.length - 1];
    if (index === 0 || !note) return;
    if (last && last.note === note) last.members.push(index);
    else groups.push({ note, members: [index] });
  });
  if (groups.length === 0) return null;
  return make('ul', { class: 'related' }, ...groups.map(({ note, members }) => make('li', {}, make('span', { class: 'note' }, note),
    ...members.map((index) => {
      const place = placeInWords(places[index]);
      const words = shorten(places[index].text) || '空白';
      const shown = members.length > 1 ? words : place + '：' + words;
      const title = [place, filePlaceInWords(places[index])].filter(Boolean).join('，');
      return make('button', { type: 'button', class: 'link', 'data-place': index, title, 'aria-label': place + '：' + words }, shown);
    }))));
}

/** @param {string} text */
function shorten(text) {
  return text.length > 24 ? text.slice(0, 23) + '…' : text;
}

/**
 * @param {HTMLElement} card
 * @param {Opinion} opinion
 */
function renumber(card, { number, finding }) {
  const name = SEVERITY_WORDS[finding.severity] + ' ' + placeInWords(finding.places[0]);
  setAttribute(card, 'aria-label', '意见 ' + number + '：' + name);
  const badge = /** @type {HTMLElement} */ (card.querySelector('.badge'));
  if (badge.textContent !== String(number)) badge.textContent = String(number);
  setAttribute(/** @type {HTMLElement} */ (card.querySelector('.message')), 'id', 'message-' + number);
}
