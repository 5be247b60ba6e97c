// The text of an open file and where its paragraphs and cells stand, kept in step with the worker's.
// Typing must not wait for the worker, so the page moves the offsets itself, by the same arithmetic.

/**
 * @param {import('./types.d.ts').View} view
 * @returns {import('./types.d.ts').Draft}
 */
export function makeDraft(view) {
  const pieces = [];
  for (const block of view.blocks) {
    const parts = block.type === 'table' ? block.rows.flat() : [block];
    for (const { start, end } of parts) {
      if (start !== undefined && end !== undefined) pieces.push({ start, end });
    }
  }
  return { text: view.text, pieces };
}

/**
 * @param {import('./types.d.ts').Draft} draft
 * @param {number} piece
 */
export function pieceText(draft, piece) {
  const { start, end } = draft.pieces[piece];
  return draft.text.slice(start, end);
}

/**
 * The paragraph or cell that holds a range, or the nearest one behind its start; -1 in a file without any.
 * @param {{ pieces: import('./types.d.ts').Piece[] }} draft
 * @param {number} start
 * @param {number} end
 */
export function pieceAt({ pieces }, start, end) {
  const holds = pieces.findIndex((piece) => piece.start <= start && end <= piece.end);
  if (holds >= 0) return holds;
  const next = pieces.findIndex((piece) => piece.end >= start);
  return next >= 0 ? next : pieces.length - 1;
}

/**
 * Gives a paragraph or cell another text. A line break would split it, so it becomes a blank.
 * @param {import('./types.d.ts').Draft} draft
 * @param {number} piece
 * @param {string} text
 * @returns {import('./types.d.ts').Edit | null} what changed, in offsets from before; null where nothing did
 */
export function rewrite(draft, piece, text) {
  const before = pieceText(draft, piece);
  if (before === text) return null;
  const { start } = draft.pieces[piece];
  const { head, tail } = common(before, text);
  const edit = {
    start: start + head,
    end: start + before.length - tail,
    text: text.slice(head, text.length - tail).replace(/[\r\n\t]/g, ' '),
  };
  const grown = edit.text.length - (edit.end - edit.start);
  draft.text = draft.text.slice(0, edit.start) + edit.text + draft.text.slice(edit.end);
  draft.pieces.forEach((each, index) => {
    if (index === piece) {
      each.end += grown;
    } else if (each.start >= edit.end) {
      each.start += grown;
      each.end += grown;
    }
  });
  return edit;
}

/**
 * The edits of a fix, gathered by the paragraph or cell that they change.
 * @param {import('./types.d.ts').Draft} draft
 * @param {import('./types.d.ts').Edit[]} edits
 * @returns {import('./types.d.ts').Change[]}
 */
export function changesOf(draft, edits) {
  return draft.pieces.map(({ start, end }, piece) => {
    const before = pieceText(draft, piece);
    // From the last to the first, so that the offsets of the others stay right.
    const after = edits.filter((edit) => start <= edit.start && edit.end <= end).reduceRight(
      (text, edit) => text.slice(0, edit.start - start) + edit.text + text.slice(edit.end - start), before);
    return { piece, before, after };
  }).filter(({ before, after }) => before !== after);
}

/**
 * How many UTF-16 units two texts share at their beginning and at their end, never half a character.
 * @param {string} left
 * @param {string} right
 */
export function common(left, right) {
  const most = Math.min(left.length, right.length);
  let head = 0;
  while (head < most && left[head] === right[head]) head++;
  if (/[\uD800-\uDBFF]/.test(left[head - 1] || '')) head--;
  let tail = 0;
  while (tail < most - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  if (/[\uDC00-\uDFFF]/.test(left[left.length - tail] || '')) tail--;
  return { head, tail };
}
