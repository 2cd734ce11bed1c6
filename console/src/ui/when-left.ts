/**
 * Has something kept whenever the person leaves the page, and until the function that it gives is called: a phone ends
 * a page that nobody looks at, and tells it nothing then.
 */
export const whenLeft = (keep: () => void): (() => void) => {
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keep);
  return () => {
    removeEventListener('pagehide', keep);
    document.removeEventListener('visibilitychange', keep);
  };
};
