import * as z from 'zod';

const controlExceptLineBreaks = /[^\P{Cc}\n\r\t]/u;
const anyControl = /\p{Cc}/u;

/** Length in Unicode code points: what a person counts as characters, more nearly than UTF-16 units. */
const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** Put in its final form first and checked then: what has been accepted once is accepted again when it is read. */
const textUpTo = (max: number, forbidden: RegExp, forbiddenMessage: string, trim: (text: string) => string) =>
  z
    .string()
    .refine((text) => text.isWellFormed(), {
      error: 'has half of a surrogate pair: the text was cut inside a character',
      abort: true,
    })
    .transform((text) => trim(text.normalize('NFC')))
    .pipe(
      z
        .string()
        .refine((text) => text.length <= max || characters(text) <= max, `may have at most ${max} characters`)
        .refine((text) => !forbidden.test(text), forbiddenMessage),
    );

/** One line of text, trimmed, in Unicode normal form C. */
export const line = (max: number) =>
  textUpTo(max, anyControl, 'may hold no line breaks or control characters', (text) => text.trim());

/** Several lines of text in Unicode normal form C, without empty lines at its ends. */
export const paragraphs = (max: number) =>
  textUpTo(max, controlExceptLineBreaks, 'may hold no control characters other than line breaks and tabs', (text) =>
    // The first line keeps its indentation: in Markdown it means something.
    text.replace(/^(\s*\n)+/, '').trimEnd(),
  );
