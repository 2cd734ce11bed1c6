import { lineClaims } from '../../shared/model/archive-claims.ts';
import { withPresentArchiveNames } from '../../shared/publishing/imports/present-archive-names.ts';
import { wordErrors } from '../../shared/refusals/field-error.ts';
import { reason } from '../../shared/refusals/reason.ts';
import { wordReason } from '../../shared/refusals/word-reason.ts';
import { commandLanguage } from '../command-language.ts';
import { say } from '../command-words.ts';
import type { CategoryTable } from './category-table.ts';
import type { ImportSummary } from './import-report.ts';
import { placeLine } from './place-line.ts';
import { maxLineBytes, readLines } from './read-lines.ts';

/** A line that may be sent. */
interface SoundLine {
  readonly number: number;
  /** As the API takes it, but for its images and files. */
  readonly value: object | undefined;
  /** As the file has it. */
  readonly text: string;
}

/** How an archive is read. */
interface ArchiveOptions {
  readonly ignoresCase: boolean;
  readonly table: CategoryTable;
}

const count = (names: Map<string, number>, added: readonly string[]): void => {
  for (const name of new Set(added)) names.set(name, (names.get(name) ?? 0) + 1);
};

const parsed = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The lines of an archive that may be sent, one after the other, with the keys of what each asks for. Those that cannot are
 * added to the summary: a line that is too long, that asks for what an earlier one has asked for, or whose category has
 * no row in the table.
 */
export const soundLines = async function* (
  path: string,
  { ignoresCase, table }: ArchiveOptions,
  summary: ImportSummary,
): AsyncGenerator<SoundLine & { readonly keys: readonly string[] }> {
  const language = commandLanguage();
  const claims = lineClaims(ignoresCase);
  for await (const { number, text } of readLines(path)) {
    if (text === undefined) {
      const message = wordReason(reason('tooManyBytes', { max: maxLineBytes }), language);
      summary.refused.push({ line: number, errors: [{ path: 'line', message }] });
      continue;
    }
    const read = parsed(text);
    if (read === undefined) {
      // The API says what is wrong with it.
      yield { number, text, value: undefined, keys: [] };
      continue;
    }
    // The names of 0.1.0 stay in what is sent, since the API says where a line has both.
    const { errors, keys } = claims.take(withPresentArchiveNames(read).line, number);
    const { line: value, unmapped, hasCategory } = placeLine({ ...read }, table);
    count(summary.unmapped.categories, unmapped.categories);
    count(summary.unmapped.tags, unmapped.tags);
    const externalId = 'externalId' in read && typeof read.externalId === 'string' ? read.externalId : undefined;
    const isUnmapped = !hasCategory && !('category' in value) && unmapped.categories.length + unmapped.tags.length > 0;
    const faults = [
      ...wordErrors(errors, language),
      ...(isUnmapped
        ? [
            {
              path: 'category',
              message: say('categoryUnmapped', { names: [...unmapped.categories, ...unmapped.tags].join(', ') }),
            },
          ]
        : []),
    ];
    if (faults.length > 0) summary.refused.push({ line: number, externalId, errors: faults });
    else yield { number, text, value, keys };
  }
};
