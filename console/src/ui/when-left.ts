/**
 * Calls `keep` whenever the person leaves the page or looks at something else, until the returned function is called: a
 * phone may end a page in the background without telling it.
 */
export const whenLeft = (keep: () => void): (() => void) => {
  // A person who comes back has left nothing: another tab may have sent what was kept meanwhile.
  const keepHidden = () => {
    if (document.visibilityState === 'hidden') keep();
  };
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keepHidden);
  return () => {
    removeEventListener('pagehide', keep);
    document.removeEventListener('visibilitychange', keepHidden);
  };
};
