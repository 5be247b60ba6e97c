// The field of a card in which a note is written.
import { make } from './dom.js';
import { LONGEST_NOTE } from './remarks.js';

/** Where a note is written. */
export function noter() {
  return make('details', { class: 'noter' }, make('summary', {}, '备注'),
    make('textarea', { rows: 3, maxlength: LONGEST_NOTE, 'aria-label': '备注', placeholder: '如：已与业务科室核实' }),
    make('button', { type: 'button', 'data-keep': true }, '写好了'));
}

/**
 * A note is kept as soon as the person leaves it. The keys in it are its own, but for those that lead out of it.
 * @param {HTMLElement} list
 * @param {(key: string, words: string) => void} annotate
 */
export function watchNotes(list, annotate) {
  /** @param {Event} event */
  const fieldOf = ({ target }) => target instanceof HTMLTextAreaElement ? target : null;
  list.addEventListener('change', (event) => {
    const field = fieldOf(event);
    const card = field && /** @type {HTMLElement} */ (field.closest('.card'));
    if (field && card && card.dataset.key) annotate(card.dataset.key, field.value);
  });
  list.addEventListener('paste', (event) => { if (fieldOf(event)) event.stopPropagation(); });
  list.addEventListener('keydown', (event) => {
    const field = fieldOf(event);
    if (!field || event.key === 'F8' || (event.altKey && event.key === 'Enter')) return;
    event.stopPropagation();
    if (event.isComposing || (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey)))) return;
    closeNoter(/** @type {HTMLElement} */ (field.closest('.noter')));
  });
  list.addEventListener('click', (event) => {
    const summary = event.target instanceof Element && event.target.closest('.noter > summary');
    if (!summary) return;
    event.preventDefault();
    const details = /** @type {HTMLDetailsElement} */ (summary.parentElement);
    unfold(details, !details.open);
    if (details.open) /** @type {HTMLElement} */ (details.querySelector('textarea')).focus({ preventScroll: true });
  });
  list.addEventListener('toggle', ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open) target.scrollIntoView({ block: 'nearest' });
  }, true);
}

/** @param {HTMLElement} details */
export function closeNoter(details) {
  /** @type {HTMLElement} */ (details.querySelector('summary')).focus();
  unfold(details, false);
}

/**
 * At once: the browser's own `toggle` comes later, and keys pressed until then would go elsewhere.
 * @param {Element} details
 * @param {boolean} open
 */
function unfold(details, open) {
  details.toggleAttribute('open', open);
  // The note itself would push the button away from under the mouse that presses it.
  /** @type {Element} */ (details.closest('.card')).classList.toggle('noting', open);
}
