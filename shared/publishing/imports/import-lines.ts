import { inTurns } from '../../async/in-turns.ts';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { parseJson } from '../../http/json.ts';
import { lineClaims } from '../../model/archive-claims.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { shortened } from '../../refusals/shortened.ts';
import { textsOfLine } from './html/texts-of-line.ts';
import { importLine } from './import-line.ts';
import type { ImportOptions, LineOutcome } from './line-outcome.ts';
import { withPresentArchiveNames } from './present-archive-names.ts';

/** How many lines are worked on at the same time. */
const concurrency = 8;

/** Longest external id that a report repeats: one that is valid is shorter. */
const maxReportedExternalIdLength = 400;

/** A line of an archive, from its text. */
interface ReadLine {
  readonly value: unknown;
  readonly externalId: string | undefined;
  readonly errors: readonly FieldError[];
  /** What of its texts was taken otherwise than it stands. */
  readonly warnings: readonly FieldError[];
}

const readLine = (text: string): ReadLine => {
  try {
    const { line, errors } = withPresentArchiveNames(parseJson(text, 'line'));
    const texts = textsOfLine(line);
    const { warnings } = texts;
    return { value: texts.line, externalId: externalIdOf(line), errors: [...errors, ...texts.errors], warnings };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { value: undefined, externalId: undefined, errors: error.errors ?? [], warnings: [] };
  }
};

const externalIdOf = (value: unknown): string | undefined => {
  const id = typeof value === 'object' && value !== null && 'externalId' in value ? value.externalId : undefined;
  return typeof id === 'string' ? shortened(id, maxReportedExternalIdLength) : undefined;
};

/**
 * Imports lines of an archive, each for itself: publishes its item, or with `isDryRun` finds out whether it could be.
 * Of lines that ask for one external id, slug or old address the first gets it; of those with one title, too. Gives an
 * outcome for each line, or for those of a range (from, and to before) once the lines before it are imported. Throws only what is not the fault of a line; then the caller may repeat the request.
 */
export const importLines = async (
  texts: readonly string[],
  actor: Actor,
  options: ImportOptions,
  [from, to]: readonly [from: number, to: number] = [0, texts.length],
): Promise<LineOutcome[]> => {
  const { site } = await readSite();
  const claims = lineClaims(options.ignoresCase);
  const lines = texts.map((text, index) => {
    const line = readLine(text);
    const { errors, keys } = claims.take(line.value, index + 1);
    return { ...line, errors: [...line.errors, ...errors], keys };
  });
  const inTurn = inTurns();
  return mapWithConcurrency(lines.slice(from, to), concurrency, ({ value, externalId, errors, warnings, keys }) =>
    inTurn(keys, async () => {
      const named = externalId !== undefined && { externalId };
      if (errors.length > 0) return { ...named, result: 'refused', errors, warnings };
      const outcome = await importLine(value, site, actor, options);
      const isLeft = outcome.result === 'unchanged' || outcome.result === 'changed';
      return { ...named, ...outcome, warnings: [...(isLeft ? [] : warnings), ...outcome.warnings] };
    }),
  );
};
