// Tells what is being waited for, once the wait is long enough to be noticed.

/** In milliseconds. */
const NOTICEABLE = 200;

/**
 * @param {HTMLElement} place shown while it is not empty
 * @returns {{ tell: (words: string) => void, end: () => void }}
 */
export function startWaiting(place) {
  let words = '';
  let shown = false;
  const show = () => { place.textContent = words; };
  const timer = setTimeout(() => {
    shown = true;
    show();
  }, NOTICEABLE);
  return {
    tell(now) {
      words = now;
      if (shown) show();
    },
    end() {
      clearTimeout(timer);
      place.textContent = '';
    },
  };
}
