/**
 * Calls `keep` whenever the person leaves the page or looks at something else, until the returned function is called: a
 * phone may end a page in the background without telling it.
 */
export const whenLeft = (keep: () => void): (() => void) => {
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keep);
  return () => {
    removeEventListener('pagehide', keep);
    document.removeEventListener('visibilitychange', keep);
  };
};
