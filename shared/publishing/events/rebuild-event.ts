import { isDeepStrictEqual } from 'node:util';
import { batchesOf } from '../../aws/batches-of.ts';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { editionCheck, editionWrite, readEdition } from '../../desk/events/editions.ts';
import { readSite } from '../../desk/site/site.ts';
import { pictureLocation } from '../../desk/uploads/pictures.ts';
import { type Edition, mediaOf, publishCountOf } from '../../model/publication/edition.ts';
import { localeSettingsOf, type Site } from '../../model/site/site.ts';
import { eventEditionWrites, legacyItemWrites } from '../editions/event-items.ts';
import { indexMediaOf } from '../pictures/index-pictures.ts';

/** Makes an event's edition again where the languages of the site are not those that it was published for. */
export const applyLocaleChangeToEvent = async (id: string, publishedFor: Site): Promise<void> => {
  const { site } = await readSite();
  if (isDeepStrictEqual(localeSettingsOf(site), localeSettingsOf(publishedFor))) return;
  const edition = await readEdition(id);
  if (edition) await rebuildEventEdition(id, edition, site);
};

/**
 * Makes an event's edition again from the desk, in the feeds of every language that the site has now. It counts as a
 * new edition, so that a request that publishes or withdraws the event at the same time begins anew with what is there
 * now.
 */
export const rebuildEventEdition = async (id: string, edition: Edition, site: Site): Promise<void> => {
  const { publication, number } = edition;
  const next = {
    ...edition,
    number: number + 1,
    publishCount: publishCountOf(edition),
    ...(publication && { publication: { ...publication, feedLocales: edition.kind ? [] : site.locales } }),
  };
  try {
    await writeTogether([editionWrite(id, next, edition), ...eventEditionWrites(id, next, edition, site)]);
    // With a check of the edition: an address that staff erase meanwhile must not come back.
    for (const batch of batchesOf(legacyItemWrites(id, next), 50))
      await writeTogether([editionCheck(id, next), ...batch]);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
    // It was published or withdrawn meanwhile, or the index was late: the newest edition is the one to make.
    const current = await readEdition(id);
    if (current) await rebuildEventEdition(id, current, site);
    return;
  }
  // Even where a record was lost, a picture must not be shown longer than its artwork's consent lasts.
  if (publication && mediaOf(publication).length > 0) await indexMediaOf(pictureLocation(id), site);
};
