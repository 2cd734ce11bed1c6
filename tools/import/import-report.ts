import type * as z from 'zod';
import type { importReportSchema } from '../../shared/contract/staff-schemas.ts';
import type { WordedFieldError } from '../../shared/refusals/field-error.ts';
import { say } from '../command-words.ts';

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

/** Adds what the API has answered to a request, whose lines have those numbers in the file. */
export const addReport = (
  summary: ImportSummary,
  report: z.output<typeof importReportSchema>,
  numbers: readonly number[],
): void => {
  const { refused, warnings, ...counts } = report;
  for (const name of ['created', 'updated', 'unchanged', 'changed'] as const) summary.counts[name] += counts[name];
  const lineOf = (line: number) => numbers[line - 1] ?? 0;
  summary.refused.push(...refused.map((one) => ({ ...one, line: lineOf(one.line) })));
  summary.warnings.push(
    ...warnings.map(({ line, externalId, warnings: errors }) => ({ line: lineOf(line), externalId, errors })),
  );
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
