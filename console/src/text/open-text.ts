import { isSameText } from './is-same-text.ts';
import { NotHeldError, type ParsedText, parseText } from './parse-text.ts';
import { writeText } from './write-text.ts';

/**
 * A text for the formatted view; `undefined` where it would lose something, even if it were written anew as a whole.
 */
export const openText = (text: string): ParsedText | undefined => {
  try {
    const parsed = parseText(text);
    return isSameText(parseText(writeText(parsed.doc)).doc, parsed.doc) ? parsed : undefined;
  } catch (error) {
    if (error instanceof NotHeldError) return undefined;
    throw error;
  }
};
