import { requireInput } from '../../shared/http/json.ts';
import { type ArtworkContent, artworkContentSchema } from '../../shared/model/artwork.ts';
import { ApplicationError } from '../../shared/refusals/application-error.ts';
import { type WordedFieldError, wordErrors } from '../../shared/refusals/field-error.ts';
import { parseInput } from '../../shared/refusals/parse-input.ts';
import { commandLanguage } from '../command-language.ts';
import { say } from '../command-words.ts';
import { columnFor } from './columns.ts';
import type { SheetRow } from './read-sheet.ts';

type Fields = Record<string, unknown>;

const put = (fields: Fields, path: string, value: unknown): void => {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) fields[head] = value;
  else {
    fields[head] ??= {};
    put(fields[head] as Fields, rest.join('.'), value);
  }
};

const checked = (fields: Fields): { content?: ArtworkContent; errors: readonly WordedFieldError[] } => {
  try {
    return { content: parseInput(artworkContentSchema, requireInput(fields, '')), errors: [] };
  } catch (error) {
    if (!(error instanceof ApplicationError)) throw error;
    return { errors: wordErrors(error.errors ?? [], commandLanguage()) };
  }
};

/** The artwork that a row describes, as the API will check it, or the faults of its cells, by column. */
export const rowContent = ({ cells }: SheetRow): { content?: ArtworkContent; errors: readonly WordedFieldError[] } => {
  const fields: Fields = {};
  const faults: WordedFieldError[] = [];
  for (const { column, text } of cells.filter(({ column: { path } }) => path !== '')) {
    const value = column.read(text);
    if (text.includes('\ufffd')) {
      faults.push({ path: column.name, message: say('lostLetter') });
    } else if (value === undefined) faults.push({ path: column.name, message: column.fault ?? say('unreadableCell') });
    put(fields, column.path, value);
  }
  const { content, errors } = checked(fields);
  const named = errors.map(({ path, message }) => ({ path: columnFor(path), message }));
  const others = named.filter(({ path }) => !faults.some((fault) => fault.path === path));
  if (content && faults.length === 0) return { content, errors: [] };
  return { errors: [...faults, ...others] };
};
