// Where the focus goes when what had it is gone: not to nowhere, from where the keys would begin at the top of the page.
import { byId } from './dom.js';

/** To the number of opinions, or to the first thing to do, if the focus is nowhere. */
export function keepFocus() {
  const active = document.activeElement;
  if (active && active !== document.body && active.getClientRects().length > 0) return;
  // In a frame it may be elsewhere, and is not to be taken from there.
  if (window.parent !== window && !document.hasFocus()) return;
  byId(document.body.hasAttribute('data-open') ? 'status' : 'choose').focus({ preventScroll: true });
}
