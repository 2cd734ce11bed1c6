import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { isFaultOfData } from '../../aws/is-fault-of-data.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { countEditions, readEdition, readEditionIds } from '../../desk/events/editions.ts';
import { countExhibitionEditions, readExhibitionEditionIds } from '../../desk/exhibitions/exhibition-editions.ts';
import { readExhibitionsWithManifests } from '../../desk/exhibitions/manifest-files.ts';
import { reconcileNames } from '../../desk/exhibitions/reconcile-names.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import type { Site } from '../../model/site/site.ts';
import type { JobError } from '../../model/staff/job.ts';
import { ApplicationError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { rebuildEventEdition } from '../events/rebuild-event.ts';
import { enqueueReconcile } from '../exhibitions/publisher-queue.ts';
import { rebuildExhibition } from '../exhibitions/rebuild-exhibition.ts';

/** A part of what a rebuild goes through: ids in their order, and what is done with each. */
interface RebuiltItems {
  readonly count: () => Promise<number>;
  /** Some ids after one; `last` where there may be more. */
  readonly page: (after: string | undefined) => Promise<{ items: readonly string[]; last?: string | undefined }>;
  readonly rebuild: (id: string, site: Site) => Promise<void>;
}

/** How many events one step makes again, and how many of them at the same time. */
const [stepSize, concurrency] = [50, 10];

export const rebuiltItems: Readonly<Record<'events' | 'exhibitions' | 'manifests', RebuiltItems>> = {
  events: {
    count: countEditions,
    page: (after) => readEditionIds(stepSize, after),
    rebuild: async (id, site) => {
      const edition = await readEdition(id);
      if (edition) await rebuildEventEdition(id, edition, site);
    },
  },
  exhibitions: {
    count: countExhibitionEditions,
    // One may have a thousand artworks, with every text at its limit.
    page: (after) => readExhibitionEditionIds(1, after),
    rebuild: async (id, site) => {
      await rebuildExhibition(id, site);
      await reconcileNames(id);
      // The publisher applies consent as this release reads it: an earlier one may have shown more.
      await writeTogether([reconcileNowWrite(id, new Date())]);
      await enqueueReconcile(id);
    },
  },
  manifests: {
    count: async () => (await readExhibitionsWithManifests()).length,
    page: async (after = '') => {
      const items = (await readExhibitionsWithManifests()).sort().filter((id) => id > after);
      return { items: items.slice(0, stepSize), ...(items.length > stepSize && { last: items[stepSize - 1] }) };
    },
    // The publisher makes the file.
    rebuild: async (id) => {
      await writeTogether([reconcileNowWrite(id, new Date())]);
      await enqueueReconcile(id);
    },
  },
};

/** Makes items again, each on its own: one that cannot be read as it is stored keeps no other from being made. */
export const rebuildEach = async (
  ids: readonly string[],
  rebuild: (id: string) => Promise<void>,
): Promise<JobError[]> => {
  const errors = await mapWithConcurrency(ids, concurrency, async (id): Promise<readonly JobError[]> => {
    try {
      await rebuild(id);
      return [];
    } catch (error) {
      if (error instanceof ApplicationError && error.errors) return error.errors.map((one) => ({ item: id, ...one }));
      if (!isFaultOfData(error)) throw error;
      return [{ item: id, ...fieldError('', 'itemUnreadable') }];
    }
  });
  return errors.flat();
};
