import type { FieldError } from '../../refusals/field-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { isObject } from '../json/json-object.ts';
import { lineClaims } from './archive-claims.ts';
import type { CategoryTable } from './category-table.ts';
import { placeLine } from './place-line.ts';
import { withPresentArchiveNames } from './present-archive-names.ts';
import { type ArchiveFileLine, maxLineBytes } from './read-lines.ts';

/** A line of an archive that may be sent. */
export interface SoundLine {
  readonly number: number;
  /** As the API takes it, but for its images and files; `undefined` where the API is to say what is wrong with it. */
  readonly value: object | undefined;
  /** As the file has it. */
  readonly text: string;
  /** What it asks for. */
  readonly keys: readonly string[];
}

/** A line, and what is to be said of it before it is sent. */
interface CheckedLine {
  readonly number: number;
  readonly externalId: string | undefined;
  /** Absent where it cannot be sent. */
  readonly sound?: SoundLine;
  readonly errors: readonly FieldError[];
  /** Names of categories and tags that the table does not know. */
  readonly unmapped: { readonly categories: readonly string[]; readonly tags: readonly string[] };
  /** True where none of its names says its category. */
  readonly isUnmapped: boolean;
}

/** How an archive is read. */
export interface ArchiveOptions {
  readonly ignoresCase: boolean;
  readonly table: CategoryTable;
}

const noNames = { unmapped: { categories: [], tags: [] }, isUnmapped: false } as const;

const parsed = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The id that a line has where it comes from. */
export const externalIdIn = (line: object): string | undefined =>
  'externalId' in line && typeof line.externalId === 'string' ? line.externalId : undefined;

/**
 * The lines of an archive, one after the other, with the keys of what each asks for. It cannot be sent where it is too
 * long or no UTF-8, where it asks for what an earlier one has asked for, or where its category has no row in the table.
 */
export const checkLines = async function* (
  lines: AsyncIterable<ArchiveFileLine>,
  { ignoresCase, table }: ArchiveOptions,
): AsyncGenerator<CheckedLine> {
  const claims = lineClaims(ignoresCase);
  for await (const { number, text, fault } of lines) {
    if (text === undefined) {
      const errors = [
        fault === 'notUtf8' ? fieldError('line', 'notUtf8') : fieldError('line', 'tooManyBytes', { max: maxLineBytes }),
      ];
      yield { number, externalId: undefined, errors, ...noNames };
      continue;
    }
    const read = parsed(text);
    if (read === undefined) {
      // The API says what is wrong with it.
      const sound = { number, text, value: undefined, keys: [] };
      yield { number, externalId: undefined, sound, errors: [], ...noNames };
      continue;
    }
    // The names of 0.1.0 stay in what is sent, since the API says where a line has both.
    const { errors, keys } = claims.take(withPresentArchiveNames(read).line, number);
    const { line: value, unmapped, hasCategory } = placeLine({ ...read }, table);
    const isUnmapped = !hasCategory && !('category' in value) && unmapped.categories.length + unmapped.tags.length > 0;
    const isSound = errors.length === 0 && !isUnmapped;
    yield {
      ...{ number, externalId: externalIdIn(read), errors, unmapped, isUnmapped },
      ...(isSound && { sound: { number, text, value, keys } }),
    };
  }
};
