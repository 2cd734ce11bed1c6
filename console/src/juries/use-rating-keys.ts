import { useEffect, useRef } from 'react';
import { actionOf, type KeyAction } from './rating-keys.ts';
import { useKeysOn } from './use-keys-on.ts';

/** What takes keys itself: a dialogue has them also where nothing in it has the focus. */
const ownKeys = 'input, textarea, select, [contenteditable], dialog, dialog *';

/**
 * Calls back with what a key means, wherever the focus is but in a field or a dialogue, as long as the person wants
 * keys to do so.
 */
export const useRatingKeys = (onAction: (action: KeyAction) => void): void => {
  const [isOn] = useKeysOn();
  const listener = useRef(onAction);
  useEffect(() => {
    listener.current = onAction;
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      const isTaken = event.target instanceof Element && event.target.matches(ownKeys);
      const action = isTaken ? undefined : actionOf(event);
      if (action === undefined) return;
      event.preventDefault();
      listener.current(action);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [isOn]);
};
