// Tells a page of the same site that shows this one in a frame what happens here. See gouji-checker.js.

/** The other page; null when there is none, or when it is of another site, which must not hear of the reports. */
export const hostPage = findHost();

/** @returns {Window | null} */
function findHost() {
  try {
    return window.parent !== window && window.parent.location.origin === location.origin ? window.parent : null;
  } catch {
    return null;
  }
}

/** @param {string} event @param {object | string} [detail] */
export function tellHost(event, detail) {
  if (hostPage) hostPage.postMessage({ gouji: event, detail }, location.origin);
}

/** Tells what the checker has found; its words and the text of the report stay here. @param {import('./types.d.ts').FileResult} result */
export function tellChecked({ file, organ, year, form, summary, silenced }) {
  tellHost('checked', { file, organ, year, form, summary, silenced });
}
