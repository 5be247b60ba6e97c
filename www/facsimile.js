// Draws a page of a PDF from what the reader knows of it: every character at its place in a font of this machine, lines,
// and grey boxes for pictures. It is no rendering, but it shows where on the page a mark stands.
import { shape } from './dom.js';

/** Of the height of a character that much stands above the line it is written on. */
const ABOVE_LINE = 0.88;

/** Numbers for each glyph: left, top, right, bottom. */
const SIDES = 4;

/**
 * @param {number} width in points
 * @param {number} height
 * @param {import('./types.d.ts').PageContent} content
 * @returns {SVGElement}
 */
export function drawPage(width, height, { text, glyphs, rulings, pictures }) {
  return shape('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    ...boxes(pictures).map((box) => rectangle('picture', box)),
    ...boxes(rulings).map((box) => rectangle('ruling', box)),
    ...runs([...text], boxes(glyphs)).map(drawRun));
}

/**
 * Characters of one size on one line.
 * @typedef {{ chars: string, middles: number[], top: number, bottom: number }} Run
 */

/**
 * @param {string[]} chars
 * @param {number[][]} glyphs
 * @returns {Run[]}
 */
function runs(chars, glyphs) {
  /** @type {Run[]} */
  const all = [];
  chars.forEach((char, index) => {
    const [left, top, right, bottom] = glyphs[index];
    if (char.trim() === '') return;
    const last = all[all.length - 1];
    // A character of two units is drawn alone: browsers differ in how they count it among the places of a text.
    const fits = last && char.length === 1 && last.chars.length === last.middles.length && last.top === top && last.bottom === bottom;
    const run = fits ? last : { chars: '', middles: [], top, bottom };
    if (!fits) all.push(run);
    run.chars += char;
    run.middles.push((left + right) / 2);
  });
  return all;
}

/** @param {Run} run */
function drawRun({ chars, middles, top, bottom }) {
  const size = bottom - top;
  const text = shape('text', { x: middles.map(short).join(' '), y: short(top + size * ABOVE_LINE), 'font-size': short(size) });
  text.textContent = chars;
  return text;
}

/** @param {string} kind @param {number[]} box */
function rectangle(kind, [left, top, right, bottom]) {
  return shape('rect', { class: kind, x: short(left), y: short(top), width: short(right - left), height: short(bottom - top) });
}

/** @param {Float32Array} numbers @returns {number[][]} */
function boxes(numbers) {
  return Array.from({ length: numbers.length / SIDES }, (_, index) => [...numbers.subarray(index * SIDES, (index + 1) * SIDES)]);
}

/** @param {number} points */
function short(points) {
  return Math.round(points * 100) / 100;
}
