/**
 * Gives what moves the focus on once an act is done that has taken its button from the page, or will: to an element, or
 * to the one with an id. To be called when the button is pressed; a person who has gone on meanwhile stays where they
 * are.
 */
export const focusMover = (): ((to: HTMLElement | string | null) => void) => {
  const pressed = document.activeElement;
  return (to) => {
    const { activeElement } = document;
    if (activeElement !== pressed && activeElement !== document.body) return;
    (typeof to === 'string' ? document.getElementById(to) : to)?.focus();
  };
};
