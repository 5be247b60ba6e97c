// Two charts as inline SVG: bars, and a flow from sources to ends. Each says in words what it shows.
import { shape } from './dom.js';

/** @typedef {{ name: string, value: number }} Part */
/** A number of the report; null where none was read, undefined where the report has a blank. @typedef {number | null | undefined} Value */

/** A line of words with its room, in pixels. */
const LINE = 26;

/** How wide a character of the labels is at most. */
const CHARACTER = 14;

/** How high all that flows is, and how wide what it flows through. */
const FLOW = 190;
const NODE = 8;

/**
 * Horizontal bars.
 * @param {string} title
 * @param {{ name: string, value: Value }[]} parts
 * @param {number} whole what the longest possible bar stands for
 * @param {number} width in pixels
 */
export function barChart(title, parts, whole, width) {
  const labels = CHARACTER * Math.max(...parts.map(({ name }) => name.length)) + 10;
  const room = width - labels - 62;
  const rows = parts.flatMap(({ name, value }, index) => {
    const [top, length] = [index * LINE, (value || 0) / whole * room];
    return [caption(name, labels - 10, top + 18, 'end'),
      shape('rect', { class: 'track', x: labels, y: top + 5, width: room, height: 16 }),
      shape('rect', { class: 'bar', x: labels, y: top + 5, width: value ? Math.max(2, length) : 0, height: 16 }),
      caption(amountInWords(value), labels + room + 8, top + 18, 'start')];
  });
  return picture(title + '：' + parts.map(partInWords).join('，'), width, parts.length * LINE, rows);
}

/**
 * What comes in on the left goes out on the right. The form does not tell which came from where, so all of it meets.
 * @param {Part[]} sources
 * @param {Part[]} ends
 * @param {number} whole the sum of the ones and of the others
 * @param {number} width in pixels
 */
export function flowChart(sources, ends, whole, width) {
  const [from, to] = [sources, ends].map((parts) => parts.filter(({ value }) => value > 0));
  /** @param {Part[]} parts */
  const room = (parts) => CHARACTER * Math.max(...parts.map(({ name }) => name.length)) + 9 * String(whole).length + 24;
  const right = width - room(to);
  const middle = Math.max(Math.round(right * .45), room(from));
  const [ins, outs] = [pile(from, whole), pile(to, whole)];
  const drawn = [
    ...ins.slots.flatMap((slot) => [band(NODE, slot.top, slot.size, middle, slot.inside, slot.thick), endOf(0, slot), besideEnd(NODE + 6, slot)]),
    ...outs.slots.flatMap((slot) => [band(middle, slot.inside, slot.thick, right, slot.top, slot.size), endOf(right, slot), besideEnd(right + NODE + 6, slot)]),
    shape('rect', { class: 'bar', x: middle - NODE / 2, y: LINE, width: NODE, height: FLOW }),
    caption('共 ' + whole, middle, LINE - 8, 'middle'),
  ];
  return picture([...sources.map(partInWords), '共 ' + whole + ' 件；去向：' + ends.map(partInWords).join('，')].join('，'),
    width, Math.max(LINE + FLOW, ins.bottom, outs.bottom), drawn);
}

/**
 * Parts under each other, each with room for its name, and where each is within all that flows.
 * @param {Part[]} parts
 * @param {number} whole
 */
function pile(parts, whole) {
  let [bottom, inside] = [LINE, LINE];
  const slots = parts.map((part) => {
    const thick = part.value / whole * FLOW;
    const size = Math.max(1.5, thick);
    const slot = { part, size, thick, inside, top: bottom + Math.max(0, LINE - 8 - size) / 2 };
    bottom += Math.max(size, LINE - 8) + 8;
    inside += thick;
    return slot;
  });
  return { slots, bottom };
}

/**
 * A band from one edge to another.
 * @param {number} left @param {number} leftTop @param {number} leftSize
 * @param {number} right @param {number} rightTop @param {number} rightSize
 */
function band(left, leftTop, leftSize, right, rightTop, rightSize) {
  const bend = (left + right) / 2;
  return shape('path', { class: 'flow', d: `M${left} ${leftTop}C${bend} ${leftTop} ${bend} ${rightTop} ${right} ${rightTop}v${rightSize}`
    + `C${bend} ${rightTop + rightSize} ${bend} ${leftTop + leftSize} ${left} ${leftTop + leftSize}Z` });
}

/** @param {number} x @param {{ top: number, size: number }} slot */
function endOf(x, { top, size }) {
  return shape('rect', { class: 'bar', x, y: top, width: NODE, height: size });
}

/** @param {number} x @param {{ part: Part, top: number, size: number }} slot */
function besideEnd(x, { part, top, size }) {
  return caption(part.name + ' ' + part.value, x, top + size / 2 + 5, 'start');
}

/** @param {string} text @param {number} x @param {number} y @param {'start' | 'middle' | 'end'} anchor */
function caption(text, x, y, anchor) {
  return shape('text', { x, y, 'text-anchor': anchor }, text);
}

/** @param {Value} value */
export function amountInWords(value) {
  return value === undefined ? '空白' : value === null ? '没有数' : String(value);
}

/** @param {{ name: string, value: Value }} part */
function partInWords({ name, value }) {
  return name + ' ' + amountInWords(value) + (typeof value === 'number' ? ' 件' : '');
}

/** @param {string} told in words what is drawn @param {number} width @param {number} height @param {SVGElement[]} drawn */
function picture(told, width, height, drawn) {
  return shape('svg', { class: 'chart', role: 'img', 'aria-label': told, viewBox: `0 0 ${width} ${height}`, width, height }, ...drawn);
}
