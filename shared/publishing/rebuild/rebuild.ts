import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { readEditionsPage } from '../../desk/events/editions.ts';
import { readExhibitionEditionIds } from '../../desk/exhibitions/exhibition-editions.ts';
import { reconcileNames } from '../../desk/exhibitions/reconcile-names.ts';
import { publicSite, readSite, rebuildProgressWrites } from '../../desk/site/site.ts';
import type { Site } from '../../model/site.ts';
import { itemWrite, siteItem } from '../../showcase/store/write.ts';
import { rebuildEventEdition } from '../events/rebuild-event.ts';
import { rebuildExhibition } from '../exhibitions/rebuild-exhibition.ts';

/** How many editions one step makes again. */
const stepSize = 200;

/** How many of them at the same time. */
const concurrency = 10;

/** What a rebuild works on, one kind after the other. */
export const rebuiltKinds = ['events', 'exhibitions'] as const;

/**
 * Where a rebuild goes on: after one item of a kind, or at its beginning, for the settings of the version with which it
 * began.
 */
export interface RebuildCursor {
  readonly siteVersion: number;
  readonly kind: (typeof rebuiltKinds)[number];
  readonly after?: string | undefined;
}

/**
 * Makes some of the showcase again from the desk, from a place on: everything that its editions consist of, in the
 * feeds of every language that the site has now. The last step, after which there is no place, makes languages known to
 * the public that were added before the first.
 */
export const rebuildStep = async (
  place: RebuildCursor | undefined,
): Promise<{ rebuilt: number; next?: RebuildCursor }> => {
  const version = await readSite();
  const { siteVersion, kind, after }: RebuildCursor = place ?? { siteVersion: version.version, kind: 'events' };
  const { rebuilt, last } = await (kind === 'events' ? rebuildEvents : rebuildExhibitions)(after, version.site);
  if (last !== undefined) return { rebuilt, next: { siteVersion, kind, after: last } };
  if (kind === 'events') return { rebuilt, next: { siteVersion, kind: 'exhibitions' } };
  await finishRebuild(siteVersion);
  return { rebuilt };
};

interface Step {
  readonly rebuilt: number;
  readonly last?: string | undefined;
}

const rebuildEvents = async (after: string | undefined, site: Site): Promise<Step> => {
  const { items: editions, last } = await readEditionsPage(stepSize, after);
  await mapWithConcurrency(editions, concurrency, ({ id, edition }) => rebuildEventEdition(id, edition, site));
  return { rebuilt: editions.length, last };
};

const rebuildExhibitions = async (after: string | undefined, site: Site): Promise<Step> => {
  // One may have a thousand artworks, with every text at its limit: a step must end within a request.
  const { items: ids, last } = await readExhibitionEditionIds(1, after);
  for (const id of ids) {
    await rebuildExhibition(id, site);
    await reconcileNames(id);
  }
  return { rebuilt: ids.length, last };
};

const finishRebuild = async (siteVersion: number): Promise<void> => {
  const version = await readSite();
  // The settings have changed since: that is another rebuild.
  const done = version.version === siteVersion ? { ...version, pendingLocales: [], isRebuilding: false } : version;
  try {
    await writeTogether([...rebuildProgressWrites(done), itemWrite(siteItem(publicSite(done)))]);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
    await finishRebuild(siteVersion);
  }
};
