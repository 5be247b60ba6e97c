// The caret as a distance from the beginning of an element's text, so that it outlives a change of the nodes.

/**
 * Does something to the nodes of an element that leaves its text as it is, and puts the caret back.
 * @param {HTMLElement} element
 * @param {() => void} change
 */
export function keepCaret(element, change) {
  const selection = window.getSelection();
  // Where the focus is elsewhere, putting the caret back would call it here.
  const inside = selection && element === document.activeElement && element.contains(selection.anchorNode) && element.contains(selection.focusNode);
  if (!selection || !inside) return change();
  const anchor = distance(element, selection.anchorNode, selection.anchorOffset);
  const focus = distance(element, selection.focusNode, selection.focusOffset);
  change();
  select(element, anchor, focus);
}

/**
 * Selects from one distance to another; both the same is a caret.
 * @param {HTMLElement} element
 * @param {number} anchor
 * @param {number} focus
 */
export function select(element, anchor, focus) {
  const selection = window.getSelection();
  if (!selection) return;
  const [from, to] = [nodeAt(element, anchor), nodeAt(element, focus)];
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/**
 * What is selected in an element, or null where the caret is elsewhere.
 * @param {HTMLElement} element
 */
export function selected(element) {
  const selection = window.getSelection();
  if (!selection || !selection.anchorNode || !element.contains(selection.anchorNode)) return null;
  const anchor = distance(element, selection.anchorNode, selection.anchorOffset);
  const focus = distance(element, selection.focusNode, selection.focusOffset);
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/**
 * @param {HTMLElement} element
 * @param {Node | null} node
 * @param {number} offset
 */
function distance(element, node, offset) {
  if (!node) return 0;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}

/**
 * @param {HTMLElement} element
 * @param {number} distanceTo
 * @returns {{ node: Node, offset: number }}
 */
function nodeAt(element, distanceTo) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let rest = distanceTo;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = (node.textContent || '').length;
    if (rest <= length) return { node, offset: rest };
    rest -= length;
  }
  return { node: element, offset: element.childNodes.length };
}
