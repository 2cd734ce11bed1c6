import type { Language } from '../refusals/language.ts';
import { exampleOf } from './template.ts';
import { columnNotes, type NotedColumn } from './words/column-notes.ts';

/** What people are told of a column. */
interface ColumnGuide {
  /** Its names: a text has one for each language. */
  readonly names: readonly string[];
  readonly note: string;
  readonly example: string;
}

const texts: readonly string[] = ['title', 'description', 'alt'] satisfies NotedColumn[];

/**
 * Every column that a sheet may have, with what it says, what it may hold and an example, for a site in some languages.
 */
export const columnGuide = (locales: readonly string[], language: Language): ColumnGuide[] =>
  Object.entries(columnNotes[language]).map(([column, note]) => {
    const names = texts.includes(column) ? locales.map((locale) => `${column}.${locale}`) : [column];
    return { names, note, example: names.map(exampleOf).find((value) => value !== '') ?? '' };
  });
