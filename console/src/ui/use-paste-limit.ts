import type { ClipboardEvent } from 'react';
import { useCommon } from '../console-context.ts';

/** The longest text that the API takes anywhere, in characters. */
const longest = 100_000;

/**
 * Keeps what is pasted out of a field, and says so, where it is longer than any text may be: the browser would stand
 * still for a minute.
 */
export const usePasteLimit = () => {
  const { words, announce } = useCommon();
  return (event: ClipboardEvent): void => {
    if (event.clipboardData.getData('text/plain').length <= longest) return;
    event.preventDefault();
    event.stopPropagation();
    announce(words.failures.pasteTooLong);
  };
};
