import { type ArtworkContent, artworkContentSchema } from '../model/exhibitions/artwork.ts';
import { requireInput } from '../model/json/parse-json.ts';
import { ApplicationError } from '../refusals/application-error.ts';
import { type WordedFieldError, wordErrors } from '../refusals/field-error.ts';
import type { Language } from '../refusals/language.ts';
import { parseInput } from '../refusals/parse-input.ts';
import { columnFor } from './columns.ts';
import type { SheetRow } from './read-sheet.ts';
import { saySheet } from './words/say-sheet.ts';

type Fields = Record<string, unknown>;

const put = (fields: Fields, path: string, value: unknown): void => {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) fields[head] = value;
  else {
    fields[head] ??= {};
    put(fields[head] as Fields, rest.join('.'), value);
  }
};

const checked = (
  fields: Fields,
  language: Language,
): { content?: ArtworkContent; errors: readonly WordedFieldError[] } => {
  try {
    return { content: parseInput(artworkContentSchema, requireInput(fields, '')), errors: [] };
  } catch (error) {
    if (!(error instanceof ApplicationError)) throw error;
    return { errors: wordErrors(error.errors ?? [], language) };
  }
};

/** The artwork that a row describes, as the API will check it, or the faults of its cells, by column. */
export const rowContent = (
  { cells }: SheetRow,
  language: Language,
): { content?: ArtworkContent; errors: readonly WordedFieldError[] } => {
  const fields: Fields = {};
  const faults: WordedFieldError[] = [];
  for (const { column, text } of cells.filter(({ column: { path } }) => path !== '')) {
    const value = column.read(text);
    if (text.includes('\ufffd')) {
      faults.push({ path: column.name, message: saySheet(language, 'lostLetter') });
    } else if (value === undefined)
      faults.push({ path: column.name, message: saySheet(language, column.fault ?? 'unreadableCell') });
    put(fields, column.path, value);
  }
  const { content, errors } = checked(fields, language);
  const named = errors.map(({ path, message }) => ({ path: columnFor(path), message }));
  const others = named.filter(({ path }) => !faults.some((fault) => fault.path === path));
  if (content && faults.length === 0) return { content, errors: [] };
  return { errors: [...faults, ...others] };
};
