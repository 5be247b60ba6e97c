// Two years: a report is compared with the same organ's report of the year before, while that is open too.
import { recheck } from './changing.js';
import { desk, followDesk, notices } from './desk.js';
import { mention } from './notices.js';

/** @typedef {import('./types.d.ts').Report} Report */

/** @param {Report} report @returns {Report | undefined} the one of the year before; the checker makes sure */
function yearBefore({ result: { organ, year } }) {
  const bare = (/** @type {string | null} */ name) => name && name.replace(/\s/g, '').replace(/(人民政府)+$/, '');
  return desk.reports.find(({ result: last }) => year !== null && last.year === year - 1
    && (!organ || !last.organ || bare(organ) === bare(last.organ)));
}

/** Compares as soon as both are there, and no more when one has gone. */
export function watchYears() {
  followDesk(() => {
    for (const report of desk.reports) {
      const last = yearBefore(report);
      if (report.last === (last && last.id)) continue;
      report.last = last && last.id;
      recheck(report);
      if (last) mention(notices, '“' + report.name + '”与上年的“' + last.name + '”已对照核对');
    }
  });
}
