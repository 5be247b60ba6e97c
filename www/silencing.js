// 不再提示: silencing a rule in one report or in all, and bringing it back.
import { desk, notices, update } from './desk.js';
import { recheckFor, setRule } from './changing.js';
import { record } from './history.js';
import { mention } from './notices.js';
import { settings } from './settings.js';

/**
 * @param {string} code
 * @param {boolean} everywhere in all reports, those to be opened too; else in the current one
 */
export function silence(code, everywhere) {
  const report = everywhere ? null : desk.current;
  decide({ code, report, silent: true });
  mention(notices, '规则 ' + code + (report ? ' 在这份报告里' : ' ') + '不再提示', { label: '恢复', act: () => decide({ code, report, silent: false }) });
}

/**
 * Silences a rule or brings it back, as a step of the report that it is about or, where it is about all, of the one that
 * is looked at.
 * @param {NonNullable<import('./types.d.ts').Step['rule']>} rule
 */
export function decide(rule) {
  const owner = rule.report || desk.current;
  if (owner) record(owner.history, [], { rule });
  setRule(rule);
  update();
}

/** @param {string} profile */
export function demand(profile) {
  settings.profile = profile;
  recheckFor(null);
}
