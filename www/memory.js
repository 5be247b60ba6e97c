// What the browser remembers of the settings from one visit to the next. Nothing of a report is among it.

/** All copies of this page that are opened as files share one memory with other pages, hence a name of our own. */
const PLACE = 'gouji-settings';

/** A profile of this length is a page or two; longer ones are opened anew. */
const LONGEST_PROFILE = 200000;

/** @typedef {{ profile: string, hidden: string[], size: string, keep: boolean }} Remembered */

export const SIZES = ['small', 'medium', 'large'];

/**
 * What was remembered, of the right kind whatever stands there; the usual settings where there is nothing.
 * @returns {Remembered}
 */
export function remembered() {
  const { profile, hidden, size, keep } = stored();
  return {
    profile: typeof profile === 'string' && profile.length <= LONGEST_PROFILE ? profile : '',
    hidden: Array.isArray(hidden) ? hidden.filter((each) => typeof each === 'string').slice(0, 3) : [],
    size: SIZES.includes(size) ? size : 'medium',
    keep: keep === true,
  };
}

/** @returns {any} */
function stored() {
  try {
    return JSON.parse(localStorage.getItem(PLACE) || '{}') || {};
  } catch (_) {
    return {};
  }
}

/**
 * Remembers some of the settings; a browser that keeps nothing is no reason to complain.
 * @param {Partial<Remembered>} more
 * @returns {boolean} whether the browser took it
 */
export function remember(more) {
  try {
    localStorage.setItem(PLACE, JSON.stringify({ ...remembered(), ...more }));
    return true;
  } catch (_) {
    return false;
  }
}
