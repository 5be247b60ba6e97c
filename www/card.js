// A card: what an opinion says, what it is about, and what can be done with it.
import { make, setAttribute } from './dom.js';
import { equationsOf, isAddend, isSide } from './equation.js';
import { noter } from './noter.js';
import { SEVERITY_WORDS, filePlaceInWords, placeInWords } from './words.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */

/** @param {Opinion} opinion */
export function makeCard({ finding, key }) {
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
    make('p', { class: 'remark' }, make('span', { class: 'note' }, '备注'), make('span', { class: 'remark-words' })),
    make('div', { class: 'card-foot' }, ...fixes, make('span', { class: 'card-more' }, rule, noter(), silencer(finding.code))),
    make('button', { type: 'button', class: 'dismiss', 'aria-label': '收起' }, '×'));
}

/** Where an opinion is put aside, or its rule silenced. @param {string} code */
function silencer(code) {
  return make('details', { class: 'silencer' }, make('summary', {}, '忽略'),
    make('button', { type: 'button', 'data-ignore': true }, '忽略这一条'),
    make('p', {}, '规则 ' + code + ' 不再提示：',
      make('button', { type: 'button', 'data-silence': code }, '在这份报告里'), ' ',
      make('button', { type: 'button', 'data-silence': code, 'data-everywhere': true }, '在所有报告里')));
}

/**
 * A relation as it should be, each number leading to its place; the suspected one stands out.
 * @param {import('./types.d.ts').Finding} finding
 * @param {import('./equation.js').Equation} equation
 */
function equationView({ places }, { terms, sums, zeros, now, due }) {
  /** @param {import('./equation.js').Term} term */
  const termView = ({ index, value }) => {
    const place = placeInWords(places[index]);
    return make('button', { type: 'button', class: index === 0 ? 'term suspect' : 'term', 'data-place': index, title: place,
      'aria-label': place + '：' + (index === 0 ? due + ' ' + value + '，现为 ' + now : value) }, String(value));
  };
  /** @param {import('./equation.js').Term[]} side */
  const sideView = (side) => side.flatMap((term, index) => index === 0 ? [termView(term)] : ['+', termView(term)]);
  const [suspect] = [...terms, ...sums].filter(({ index }) => index === 0);
  return make('li', { class: 'equation' }, ...sideView(terms), '=', ...sideView(sums),
    make('span', { class: 'now' }, '（' + suspect.value + ' 处现为 ' + now + (zeros > 0 ? '，另 ' + zeros + ' 项为 0' : '') + '）'));
}

/**
 * The places that explain a finding. Neighbours with the same note are the members of a sum: their numbers stand in a row.
 * @param {import('./types.d.ts').Finding} finding
 */
function relatedPlaces(finding) {
  const { places } = finding;
  const equations = equationsOf(finding);
  /** @type {{ note: string, members: number[] }[]} */
  const groups = [];
  places.forEach(({ note }, index) => {
    const last = groups[groups.length - 1];
    if (index === 0 || !note || (equations.length > 0 && (isSide(note) || isAddend(note)))) return;
    if (last && last.note === note) last.members.push(index);
    else groups.push({ note, members: [index] });
  });
  if (groups.length === 0 && equations.length === 0) return null;
  return make('ul', { class: 'related' }, ...equations.map((equation) => equationView(finding, equation)), ...groups.map(({ note, members }) => make('li', {}, make('span', { class: 'note' }, note),
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
 * Brings up to date what may change while the card stays: its number and its note.
 * @param {HTMLElement} card
 * @param {Opinion} opinion
 */
export function renumber(card, { number, finding, remark: { note } }) {
  const name = SEVERITY_WORDS[finding.severity] + ' ' + placeInWords(finding.places[0]);
  setAttribute(card, 'aria-label', '意见 ' + number + '：' + name);
  const badge = /** @type {HTMLElement} */ (card.querySelector('.badge'));
  if (badge.textContent !== String(number)) badge.textContent = String(number);
  setAttribute(/** @type {HTMLElement} */ (card.querySelector('.message')), 'id', 'message-' + number);
  for (const fix of card.querySelectorAll('.fix')) setAttribute(fix, 'aria-describedby', 'message-' + number);
  setAttribute(/** @type {HTMLElement} */ (card.querySelector('.remark')), 'hidden', note === '');
  const words = /** @type {HTMLElement} */ (card.querySelector('.remark-words'));
  if (words.textContent === note) return;
  words.textContent = note;
  const field = /** @type {HTMLTextAreaElement} */ (card.querySelector('textarea'));
  field.defaultValue = note;
  if (field !== document.activeElement) field.value = note;
}
