// 不再提示: silencing a rule in one report or in all, and bringing it back.
import { desk, notices, update } from './desk.js';
import { recheckFor, setRule } from './changing.js';
import { record } from './history.js';
import { mention } from './notices.js';
import { settings } from './settings.js';

/** @typedef {import('./types.d.ts').Report} Report */

/**
 * @param {string} code
 * @param {boolean} everywhere in all reports, those to be opened too; else in the current one
 */
export function silence(code, everywhere) {
  const report = everywhere ? null : desk.current;
  decide(code, report, true);
  mention(notices, '规则 ' + code + (report ? ' 在这份报告里' : ' ') + '不再提示', { label: '恢复', act: () => restore(code, report) });
}

/**
 * Brings a rule back.
 * @param {string} code
 * @param {Report | null} report null where it was silenced in all
 */
export function restore(code, report) {
  decide(code, report, false);
}

/** As a step of the report that is looked at. @param {string} code @param {Report | null} report @param {boolean} silent */
function decide(code, report, silent) {
  const rule = { code, report, silent };
  const owner = report || desk.current;
  if (owner) record(owner.history, [], { rule });
  setRule(rule);
  update();
}

/** @param {string} profile */
export function demand(profile) {
  settings.profile = profile;
  recheckFor(null);
}
