// The way by keyboard between a mark and its card, and back into the report.
import { focusCard } from './cards.js';
import { cards, desk } from './desk.js';
import { isShown } from './filter.js';
import { bringIntoView, choose, chosenOpinion, goTo } from './going.js';
import { enter } from './moving.js';
import { byId } from './dom.js';

/** From a card to its mark; from anywhere else to the card of the chosen opinion, or of the next. */
export function goAcross() {
  const active = document.activeElement;
  const card = active && /** @type {HTMLElement | null} */ (active.closest('.card'));
  if (card && card.dataset.key) return goTo(card.dataset.key);
  const shown = desk.current ? desk.current.opinions.filter(isShown) : [];
  const chosen = chosenOpinion();
  const opinion = chosen && shown.includes(chosen) ? chosen : shown.find(({ piece }) => piece >= desk.here) || shown[0];
  if (!opinion) return byId('status').focus({ preventScroll: true });
  choose(opinion.key);
  focusCard(cards, opinion.key);
}

const reportSide = byId('report-side');

/** Out of the report, but not away: the way back is one key. */
export function leaveReport() {
  reportSide.focus({ preventScroll: true });
}

export function watchLeaving() {
  reportSide.addEventListener('keydown', (event) => {
    const element = desk.elements[desk.here];
    const isBack = event.target === reportSide && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !event.altKey && !event.ctrlKey;
    if (!isBack || !element || element.getClientRects().length === 0) return;
    event.preventDefault();
    bringIntoView(element);
    enter(element);
  });
}
