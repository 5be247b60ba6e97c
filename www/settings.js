// What the person asks of the checks: the demands of a place, and rules that are not to be told any more.

/** @typedef {import('./types.d.ts').Report} Report */

export const settings = {
  /** The name of a profile that gouji brings, or the Markdown of another; empty for none. */
  profile: '',
  /** The codes of the rules that are silenced in every report. @type {Set<string>} */
  silence: new Set(),
  /** From the code of a rule to the severity that it gets instead of its own. @type {Record<string, import('./types.d.ts').Severity>} */
  severity: {},
  /** Counts the changes, so that a report that was being opened meanwhile is checked again. */
  changes: 0,
};

/**
 * What the checker is told about a report.
 * @param {Set<string>} [own] the codes of the rules that are silenced in it alone
 * @returns {import('./types.d.ts').CheckOptions}
 */
export function optionsFor(own = new Set()) {
  return { profile: settings.profile, silence: [...settings.silence, ...own], severity: settings.severity };
}

/**
 * What is silenced, in the order in which it was; `report` is null for what is silenced in all.
 * @param {Report[]} reports
 * @returns {{ code: string, report: Report | null }[]}
 */
export function silencedRules(reports) {
  /** @param {Report | null} report */
  const of = (report) => [...(report ? report.silence : settings.silence)].map((code) => ({ code, report }));
  return [null, ...reports].flatMap(of);
}
