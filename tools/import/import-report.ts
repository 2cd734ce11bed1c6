import type * as z from 'zod';
import type { importReportSchema } from '../../shared/contract/staff-schemas.ts';
import type { WordedFieldError } from '../../shared/refusals/field-error.ts';
import { say } from '../command-words.ts';

/** A line that was sent: its number in the file. */
export interface SentLine {
  readonly number: number;
  /** Where each of its files stands in the line of the file, since some may have been left out; each is its own place, where absent. */
  readonly places?: readonly number[];
}

/** What is said of a line of the file. */
interface LineNote {
  readonly line: number;
  readonly externalId?: string | undefined;
  readonly errors: readonly Pick<WordedFieldError, 'path' | 'message'>[];
}

/** What became of an archive. */
export interface ImportSummary {
  readonly counts: { created: number; updated: number; unchanged: number; changed: number };
  /** Lines from which events were made, as far as the answers tell which they are, in the order of the answers. */
  readonly imported: string[];
  readonly refused: LineNote[];
  readonly warnings: LineNote[];
  /** How many lines have a category or tag that has no row in the table, by its name. */
  readonly unmapped: { readonly categories: Map<string, number>; readonly tags: Map<string, number> };
}

export const newSummary = (): ImportSummary => ({
  counts: { created: 0, updated: 0, unchanged: 0, changed: 0 },
  imported: [],
  refused: [],
  warnings: [],
  unmapped: { categories: new Map(), tags: new Map() },
});

/** The errors of a line as it was sent, by the fields of the line of the file. */
const inFile = (errors: readonly WordedFieldError[], places: readonly number[] = []): WordedFieldError[] =>
  errors.map((error) => ({
    ...error,
    path: error.path.replace(/^files\.(\d+)/, (_, n: string) => `files.${places[Number(n)] ?? n}`),
  }));

/** Adds what the API has answered to a request with those lines. */
export const addReport = (
  summary: ImportSummary,
  report: z.output<typeof importReportSchema>,
  lines: readonly SentLine[],
): void => {
  const { refused, warnings, ...counts } = report;
  for (const name of ['created', 'updated', 'unchanged', 'changed'] as const) summary.counts[name] += counts[name];
  const noteOf = (line: number, externalId: string | undefined, errors: readonly WordedFieldError[]): LineNote => {
    const sent = lines[line - 1];
    return { line: sent?.number ?? 0, externalId, errors: inFile(errors, sent?.places) };
  };
  summary.refused.push(...refused.map(({ line, externalId, errors }) => noteOf(line, externalId, errors)));
  summary.warnings.push(...warnings.map((one) => noteOf(one.line, one.externalId, one.warnings)));
};

/** The counts, in words. */
export const sayCounts = ({ counts, refused }: ImportSummary): string =>
  say('importCounts', { ...counts, refused: refused.length });

const linesOf = (notes: readonly LineNote[]): string[] =>
  notes
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, externalId, errors }) => {
      const reasons = errors.map(({ path, message }) => `${path}: ${message}`).join('; ');
      return `${say('line', { line })}${externalId ? ` (${externalId})` : ''}: ${reasons}`;
    });

const namesOf = (names: ReadonlyMap<string, number>): string[] =>
  [...names].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `  ${name}: ${count}`);

/** What the command prints of an import. */
export const importReport = (summary: ImportSummary, isDryRun: boolean): string => {
  const { refused, warnings, unmapped, counts } = summary;
  return [
    ...linesOf(refused),
    ...(warnings.length > 0 ? [say('warnings'), ...linesOf(warnings)] : []),
    ...(unmapped.categories.size > 0 ? [say('categoriesWithoutRow'), ...namesOf(unmapped.categories)] : []),
    ...(unmapped.tags.size > 0 ? [say('tagsWithoutRow'), ...namesOf(unmapped.tags)] : []),
    ...(counts.changed > 0 ? [say('importUpdateAdvice')] : []),
    isDryRun ? say('wouldBe', { counts: sayCounts(summary) }) : sayCounts(summary),
  ].join('\n');
};
