// 全部采用确定的改法: taking all certain fixes at once, and telling what was changed.
import { certain } from './certain.js';
import { apply, takeBack, takeFixes } from './changing.js';
import { byId, make } from './dom.js';
import { changesOf } from './draft.js';
import { record } from './history.js';
import { openDialog } from './shortcuts.js';
import { placeInWords } from './words.js';

/** @typedef {import('./types.d.ts').Opinion} Opinion */

const changedDialog = /** @type {HTMLDialogElement} */ (byId('certain-dialog'));

/**
 * Takes them, as one step.
 * @param {(opinion: Opinion) => boolean} isShown
 */
export function fixCertain(isShown) {
  return takeFixes((report) => {
    const opinions = certain(report.opinions.filter(isShown));
    const edits = opinions.flatMap(({ finding }) => finding.fixes[0].edits).sort((left, right) => left.start - right.start);
    const changes = changesOf(report.draft, edits);
    if (changes.length === 0) return;
    showChanged(opinions, report.draft.text);
    record(report.history, changes);
    apply(report, changes);
  });
}

/** @param {Opinion[]} opinions @param {string} text before the changes */
function showChanged(opinions, text) {
  byId('certain-title').textContent = '已采用 ' + opinions.length + ' 条改法';
  byId('certain-list').replaceChildren(...opinions.map(({ finding: { places, fixes: [fix] } }) => make('li', {},
    make('span', { class: 'scope' }, placeInWords(places[0])),
    ...fix.edits.flatMap((edit, index) => [index > 0 ? '；' : '', make('del', {}, text.slice(edit.start, edit.end).trim() || '空白'), ' 改为 ',
      make('ins', {}, edit.text.trim() || '空白')]))));
  openDialog(changedDialog);
}

export function watchCertain() {
  byId('certain-back').addEventListener('click', () => {
    changedDialog.close();
    takeBack();
  });
}
