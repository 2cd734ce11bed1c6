import { isDeepStrictEqual } from 'node:util';
import { inLanes } from '../../aws/in-lanes.ts';
import { ConditionsFailed, writeTogether } from '../../aws/transaction.ts';
import { editionWrite, listEditions, readEdition } from '../../desk/events/editions.ts';
import { listExhibitionEditions } from '../../desk/exhibitions/exhibition-editions.ts';
import { reconcileNames } from '../../desk/mentions/complete-names.ts';
import { publicSite, readSite, siteUpkeep } from '../../desk/site/site.ts';
import { actsOf, type Edition } from '../../model/edition.ts';
import { fallbackOf, type Site } from '../../model/site.ts';
import { itemWrite, siteItem } from '../../showcase/store/write.ts';
import { editionChange, oldItemWrites } from '../events/showcase-items.ts';
import { indexCover } from '../pictures/index-pictures.ts';
import { rebuildExhibition } from './rebuild-exhibition.ts';

/** How many editions one step makes again. */
const stepSize = 200;

/** How many of them at the same time. */
const lanes = 10;

/** What a rebuild works on, one kind after the other. */
export const rebuiltKinds = ['events', 'exhibitions'] as const;

/** Where a rebuild goes on: after one item of a kind, or at its beginning, for the settings of the version with which it began. */
export interface RebuildPlace {
  readonly siteVersion: number;
  readonly kind: (typeof rebuiltKinds)[number];
  readonly after?: string | undefined;
}

/**
 * Makes some of the showcase again from the desk, from a place on: everything that its editions consist of, in the feeds of every
 * language that the site has now. The last step, after which there is no place, makes languages known to the public that were
 * added before the first.
 */
export const rebuildStep = async (
  place: RebuildPlace | undefined,
): Promise<{ rebuilt: number; next?: RebuildPlace }> => {
  const version = await readSite();
  const { siteVersion, kind, after }: RebuildPlace = place ?? { siteVersion: version.version, kind: 'events' };
  const { rebuilt, last } = await (kind === 'events' ? rebuildEvents : rebuildExhibitions)(after, version.site);
  if (last !== undefined) return { rebuilt, next: { siteVersion, kind, after: last } };
  if (kind === 'events') return { rebuilt, next: { siteVersion, kind: 'exhibitions' } };
  await finish(siteVersion);
  return { rebuilt };
};

interface Step {
  readonly rebuilt: number;
  readonly last?: string | undefined;
}

const rebuildEvents = async (after: string | undefined, site: Site): Promise<Step> => {
  const { editions, last } = await listEditions(stepSize, after);
  await inLanes(editions, lanes, ({ id, edition }) => rebuildEdition(id, edition, site));
  return { rebuilt: editions.length, last };
};

const rebuildExhibitions = async (after: string | undefined, site: Site): Promise<Step> => {
  // One may have a thousand artworks, with every text at its limit: a step must end within a request.
  const { ids, last } = await listExhibitionEditions(1, after);
  for (const id of ids) {
    await rebuildExhibition(id, site);
    await reconcileNames(id);
  }
  return { rebuilt: ids.length, last };
};

/** Makes an event's edition again where the languages of the site are not those that it was published for. */
export const followSite = async (id: string, publishedFor: Site): Promise<void> => {
  const { site } = await readSite();
  if (isDeepStrictEqual(fallbackOf(site), fallbackOf(publishedFor))) return;
  const edition = await readEdition(id);
  if (edition) await rebuildEdition(id, edition, site);
};

/** It counts as a new edition, so that whoever publishes or withdraws at the same time begins anew with what is there now. */
const rebuildEdition = async (id: string, edition: Edition, site: Site): Promise<void> => {
  const { publication, number } = edition;
  const next = {
    ...edition,
    number: number + 1,
    acts: actsOf(edition),
    ...(publication && { publication: { ...publication, feedLocales: site.locales } }),
  };
  try {
    await writeTogether([editionWrite(id, next, edition), ...editionChange(id, next, edition, site)]);
  } catch (error) {
    if (!(error instanceof ConditionsFailed)) throw error;
    // It was published or withdrawn meanwhile, or the index was late: the newest edition is the one to make.
    const current = await readEdition(id);
    if (current) await rebuildEdition(id, current, site);
    return;
  }
  // Whatever has lost sight of it, a cover shows no longer than its artwork's consent lasts.
  if (publication?.cover) await indexCover(id, site);
  const writes = oldItemWrites(id, next);
  for (let from = 0; from < writes.length; from += 50) await writeTogether(writes.slice(from, from + 50));
};

const finish = async (siteVersion: number): Promise<void> => {
  const version = await readSite();
  // Settings that have changed since are somebody else's rebuild.
  const done = version.version === siteVersion ? { ...version, pendingLocales: [], isRebuilding: false } : version;
  try {
    await writeTogether([...siteUpkeep(done), itemWrite(siteItem(publicSite(done)))]);
  } catch (error) {
    if (!(error instanceof ConditionsFailed)) throw error;
    await finish(siteVersion);
  }
};
