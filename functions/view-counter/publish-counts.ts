import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { env } from '../../shared/aws/environment.ts';
import { sendTexts } from '../../shared/aws/send-messages.ts';
import type { CountedName } from '../../shared/showcase/counts/counts-file.ts';
import { countsKey } from '../../shared/showcase/counts/counts-key.ts';
import { recount } from '../../shared/showcase/counts/recount.ts';
import { updateCountsFile } from './update-counts-file.ts';

/** What was counted; without a kind where it is not public, and its count may have to go. */
export interface Counted {
  readonly id: string;
  readonly kind: 'event' | 'exhibition' | undefined;
}

/** How many files are written at the same time. */
const concurrency = 10;

/**
 * Brings the files of counts up to date that pages ask for. What may not be written yet comes again as a message once
 * it may. Gives the ids whose file could not be written, with the error.
 */
export const publishCounts = async (
  counted: readonly Counted[],
  now: Date,
): Promise<readonly { readonly ids: readonly string[]; readonly error: unknown }[]> => {
  const files = Map.groupBy(counted, ({ id }) => countsKey(id));
  const failures = await mapWithConcurrency([...files], concurrency, async ([key, all]) => {
    const ids = all.map(({ id }) => id);
    try {
      const names = all.flatMap(({ id, kind }): CountedName[] => (kind ? [`${kind}s/${id}`] : []));
      const wait = await updateCountsFile(key, names, now);
      if (wait > 0)
        await sendTexts(
          env.viewsQueue,
          ids.map(recount),
          ids.map(() => wait),
        );
      return [];
    } catch (error) {
      return [{ ids, error }];
    }
  });
  return failures.flat();
};
