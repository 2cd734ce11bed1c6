import * as z from 'zod';

const controlExceptLineBreaks = /[^\P{Cc}\n\r\t]/u;
const anyControl = /\p{Cc}/u;

/** Length in Unicode code points: what a person counts as characters, more nearly than UTF-16 units. */
const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

const textUpTo = (max: number, forbidden: RegExp, forbiddenMessage: string) =>
  z
    .string()
    .refine((text) => text.length <= max || characters(text) <= max, {
      error: `may have at most ${max} characters`,
      abort: true,
    })
    .refine((text) => text.isWellFormed(), 'has half of a surrogate pair: the text was cut inside a character')
    .refine((text) => !forbidden.test(text), forbiddenMessage)
    .transform((text) => text.normalize('NFC').trim());

/** One line of text, trimmed, in Unicode normal form C. */
export const line = (max: number) => textUpTo(max, anyControl, 'may hold no line breaks or control characters');

/** Several lines of text, trimmed, in Unicode normal form C. */
export const paragraphs = (max: number) =>
  textUpTo(max, controlExceptLineBreaks, 'may hold no control characters other than line breaks and tabs');
