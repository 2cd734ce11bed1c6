import { inTurns } from '../../async/in-turns.ts';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { rememberedNames } from '../mentions/names-of-exhibitions.ts';
import type { PreparedLine } from './archive-lines.ts';
import { importLine } from './import-line.ts';
import type { ImportOptions, LineOutcome } from './line-outcome.ts';

/** How many lines are worked on at the same time. */
const concurrency = 8;

/**
 * Imports lines of an archive, each for itself: publishes its item, or with `isDryRun` finds out whether it could be.
 * Of lines that ask for one external id, slug or old address the first gets it; of those with one title, too. Gives an
 * outcome for each line. Throws only what is not the fault of a line; then the caller may do it again.
 */
export const importLines = async (
  lines: readonly PreparedLine[],
  actor: Actor,
  options: ImportOptions,
): Promise<LineOutcome[]> => {
  const { site } = await readSite();
  const context = { site, actor, options, readNames: rememberedNames() };
  const inTurn = inTurns();
  return mapWithConcurrency(lines, concurrency, ({ value, externalId, errors, warnings, keys }) =>
    inTurn(keys, async () => {
      const named = externalId !== undefined && { externalId };
      if (errors.length > 0) return { ...named, result: 'refused', errors, warnings };
      const outcome = await importLine(value, context);
      const isLeft = outcome.result === 'unchanged' || outcome.result === 'changed';
      return { ...named, ...outcome, warnings: [...(isLeft ? [] : warnings), ...outcome.warnings] };
    }),
  );
};
