// 不再提示: silencing a rule in one report or in all, and bringing it back.
import { desk, notices } from './desk.js';
import { recheck } from './changing.js';
import { mention } from './notices.js';
import { settings } from './settings.js';

/** @typedef {import('./types.d.ts').Report} Report */

/**
 * @param {string} code
 * @param {boolean} everywhere in all reports, those to be opened too; else in the current one
 */
export function silence(code, everywhere) {
  const report = everywhere ? null : desk.current;
  if (!everywhere && !report) return;
  (report ? report.silence : settings.silence).add(code);
  recheckFor(report);
  mention(notices, '规则 ' + code + (report ? ' 在这份报告里' : ' ') + '不再提示', { label: '恢复', act: () => restore(code, report) });
}

/**
 * Brings a rule back.
 * @param {string} code
 * @param {Report | null} report null where it was silenced in all
 */
export function restore(code, report) {
  (report ? report.silence : settings.silence).delete(code);
  recheckFor(report);
}

/** @param {string} profile */
export function demand(profile) {
  settings.profile = profile;
  recheckFor(null);
}

/** @param {Report | null} report null for all */
function recheckFor(report) {
  settings.changes++;
  for (const each of report ? [report] : desk.reports) recheck(each);
}
