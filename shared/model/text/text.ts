import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { enforcing } from '../json/enforced.ts';
import { hasVisibleCharacter } from './visible-character.ts';

/**
 * Control characters but line breaks and tabs, or all: as we look for them, and as JSON Schema says that there are
 * none.
 */
const controlExceptLineBreaks = [
  /[^\P{Cc}\n\r\t]/u,
  '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$',
] as const;
const anyControl = [/\p{Cc}/u, '^[^\\u0000-\\u001F\\u007F-\\u009F]*$'] as const;

/**
 * Most combining marks that may follow each other. Vietnamese takes two, the International Phonetic Alphabet four, the
 * tallest stack of Tibetan eight. Unicode puts such a row into its order when it normalises a text, which takes the
 * square of the row's length.
 */
export const maxStackedMarks = 8;

/** Invisible characters do not end a row. */
const stackedMarks = new RegExp(`(?:\\p{M}\\p{Cf}*){${maxStackedMarks + 1}}`, 'u');

/** No mark is among the characters before it. Asked first, so that most texts cost no look at the tables of Unicode. */
const firstMark = /[\u0300-\u{10ffff}]/u;

/** True where more combining marks follow each other than any language needs. */
export const hasStackedMarks = (text: string): boolean =>
  text.length > maxStackedMarks && firstMark.test(text) && stackedMarks.test(text);

/** More than spaces and what is forbidden elsewhere: a text of it alone is not empty, and yet nobody can see it. */
const somethingInvisible = /[^\s\p{Cc}\p{Bidi_Control}]/u;

/** Length in Unicode code points: what a person counts as characters, more nearly than UTF-16 units. */
const characters = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/**
 * Most UTF-16 units that a character of a text in normal form C can have come from: Greek has a letter with three
 * marks.
 */
const unitsOfCharacter = 4;

/**
 * It may be empty, but not a text that nobody can see.
 *
 * Put in its final form first and checked then: what has been accepted once is accepted again when it is read. What
 * cannot have the right length in its final form is refused before, since to make that form costs time.
 */
const textUpTo = (
  max: number,
  [forbidden, pattern]: readonly [RegExp, string],
  message: string,
  trim: (text: string) => string,
) => {
  const tooLong = issueCode('tooLong', { max });
  const enforced = { maxLength: max, pattern };
  const given = z.string().refine((text) => text.isWellFormed(), {
    error: issueCode('brokenCharacter'),
    abort: true,
  });
  const final = z
    .string()
    .refine((text) => text.length <= max || characters(text) <= max, tooLong)
    .refine((text) => !forbidden.test(text), message)
    .refine((text) => !somethingInvisible.test(text) || hasVisibleCharacter(text), issueCode('nothingVisible'));
  return enforcing(given, enforced)
    .transform((text, context) => {
      const trimmed = trim(text);
      if (trimmed.length <= max * unitsOfCharacter) return trimmed.normalize('NFC');
      context.addIssue(tooLong);
      return z.NEVER;
    })
    .pipe(enforcing(final, enforced));
};

/**
 * One line that somebody searches for, trimmed, in Unicode normal form C. Nothing keeps it, and what was pasted with it
 * does no harm.
 */
export const lineToSearch = (max: number) =>
  textUpTo(max, anyControl, issueCode('controlCharacters'), (text) => text.trim());

/**
 * What turns the direction of the text that follows, beyond the line too: on a page, in the title of a window, in a
 * list of files.
 */
const bidiControl = /\p{Bidi_Control}/u;

/**
 * One line of text, trimmed, in Unicode normal form C. The controls of bidirectional text are refused
 * (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters): right-to-left scripts need none in a line.
 */
export const lineOfText = (max: number) =>
  lineToSearch(max).refine((text) => !bidiControl.test(text), issueCode('bidiControls'));

/**
 * The text without the empty lines before its first one, which keeps its indentation: in Markdown that means something.
 */
const withoutEmptyLines = (text: string): string => {
  const blank = text.length - text.trimStart().length;
  return text.slice(text.lastIndexOf('\n', blank - 1) + 1);
};

/** Several lines of text in Unicode normal form C, without empty lines at its ends. */
export const paragraphsOfText = (max: number) =>
  textUpTo(max, controlExceptLineBreaks, issueCode('controlCharactersInText'), (text) =>
    withoutEmptyLines(text).trimEnd(),
  );
