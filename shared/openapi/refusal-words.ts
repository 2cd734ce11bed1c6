import { wordings } from '../refusals/word-reason.ts';

/** Stands for the parameter of a name in the words of a code, whatever they make of it: a text, a number or a list. */
const mark = (name: string): object => {
  const text = () => `{${name}}`;
  const marked = { toString: text, join: text, map: () => marked };
  return marked;
};

const marks = new Proxy({}, { get: (_, name) => mark(String(name)) });

/** What each code says in English, with the names of its parameters in braces: `must be at least {min}`. */
export const refusalWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(wordings.en as Readonly<Record<string, string | ((params: never) => string)>>).map(([code, words]) => [
    code,
    typeof words === 'string' ? words : words(marks as never),
  ]),
);
