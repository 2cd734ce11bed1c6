import { queryBatches } from '../../aws/table.ts';
import { noteBoundary, noteShown } from '../../freshness/answer-facts.ts';
import { cancelledPartition, type StoredCancellation, storedCancellationSchema } from './cancelled.ts';
import type { FeedScope } from './feed-keys.ts';
import { projectedJson } from './projection.ts';
import { showcaseTable } from './table.ts';

/** Most of them that a calendar is told of: those that would have ended first. */
const maxCancellations = 100;

/**
 * What was withdrawn from a calendar and would not have ended at `now`: one Query, or more where many have a planned
 * end.
 */
export const readCancelled = async (
  { locale, category, campaign, translatedOnly }: FeedScope,
  now: Date,
): Promise<(StoredCancellation & { readonly id: string })[]> => {
  noteShown('lists');
  const found: (StoredCancellation & { readonly id: string })[] = [];
  const batches = queryBatches(
    showcaseTable,
    { pk: cancelledPartition(category, campaign), after: `${now.toISOString()}$`, limit: maxCancellations },
    ({ sk, cancelled }) => {
      const [end, id = ''] = sk?.S?.split('#') ?? [];
      noteBoundary(end);
      return { id, ...projectedJson(storedCancellationSchema, cancelled) };
    },
  );
  for await (const batch of batches) {
    for (const { at } of batch) noteBoundary(at);
    // Planned ends lie among those that have passed.
    found.push(
      ...batch.filter(({ at, locales }) => at <= now.toISOString() && (!translatedOnly || locales.includes(locale))),
    );
    if (found.length >= maxCancellations) break;
  }
  return found.slice(0, maxCancellations);
};
