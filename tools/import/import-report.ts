import type { ImportSummary, LineNote } from '../../shared/model/import/import-summary.ts';
import { say } from '../command/command-words.ts';

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
