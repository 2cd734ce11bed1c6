import { ConditionsFailed, writeTogether } from '../aws/transaction.ts';
import { editionWrite, listEditions, readEdition } from '../desk/editions.ts';
import { publicSite, readSite, siteWrites } from '../desk/site.ts';
import type { Edition } from '../domain/edition.ts';
import type { Site } from '../domain/site.ts';
import { itemWrite, siteItem } from '../showcase/write.ts';
import { inLanes } from './in-lanes.ts';
import { editionRepair } from './showcase-items.ts';

/** How many editions one step makes again. */
const stepSize = 200;

/** How many of them at the same time. */
const lanes = 10;

/**
 * Makes some of the showcase again from the desk, from the event after `after` on: everything that its editions consist of, in
 * the feeds of every language that the site has now. The last step, which has no `last`, makes languages that were added
 * known to the public.
 */
export const rebuildStep = async (
  after: string | undefined,
): Promise<{ rebuilt: number; last?: string | undefined }> => {
  const { site } = await readSite();
  const { editions, last } = await listEditions(stepSize, after);
  await inLanes(editions, lanes, ({ id, edition }) => rebuildEdition(id, edition, site));
  if (last === undefined) await finish();
  return { rebuilt: editions.length, last };
};

const rebuildEdition = async (id: string, edition: Edition, site: Site): Promise<void> => {
  const { publication } = edition;
  const next = { ...edition, ...(publication && { publication: { ...publication, feedLocales: site.locales } }) };
  try {
    await writeTogether([editionWrite(id, next, edition), ...editionRepair(id, next, edition, site)]);
  } catch (error) {
    if (!(error instanceof ConditionsFailed)) throw error;
    // It was published or withdrawn meanwhile, or the index was late: the newest edition is the one to make.
    const current = await readEdition(id);
    if (current) await rebuildEdition(id, current, site);
  }
};

const finish = async (): Promise<void> => {
  const version = await readSite();
  if (version.pendingLocales.length === 0) return writeTogether([itemWrite(siteItem(version.site))]);
  const next = { ...version, pendingLocales: [], version: version.version + 1 };
  return writeTogether([...siteWrites(next), itemWrite(siteItem(publicSite(next)))]);
};
