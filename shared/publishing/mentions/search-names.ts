import { ulid } from 'ulid';
import { Attempts } from '../../async/attempts.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { attentionWrite } from '../../desk/mentions/attention.ts';
import { type NameSearch, nameSearchDone, readNameSearches } from '../../desk/mentions/name-searches.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { WithheldEntry } from '../../model/names/withheld-entry.ts';
import { WithheldNames } from '../../model/names/withheld-names.ts';
import type { Attention } from '../../model/publication/attention.ts';
import type { Site } from '../../model/site/site.ts';
import { openMentions } from './open-mentions.ts';
import type { SearchedItem } from './searched-item.ts';
import { searchedItems } from './searched-items.ts';

/** Most places that one entry of the audit names; all of them are on the list of what needs attention. */
const maxAuditedLocations = 200;

type Search = NameSearch & { readonly entry: WithheldEntry };

/**
 * Searches the texts of all events, exhibitions and artworks, public or not, for names that have become withheld, and
 * records each place. One pass for all pending names. An interrupted search starts again from the beginning; so does
 * one that could not read some text, after it has read the others. True if there was a search to do.
 */
export const searchNames = async (exhibitionId: string, site: Site, signal: AbortSignal): Promise<boolean> => {
  const searches = await readNameSearches(exhibitionId);
  if (searches.length === 0) return false;
  const names = new WithheldNames(
    searches.map(({ entry }) => entry),
    new Date(),
    site.timeZone,
  );
  const byArtwork = new Map(searches.map((search) => [search.artworkId, search]));
  const places = new Map<string, Map<string, FieldLocation>>();
  const attempts = new Attempts();
  for await (const item of searchedItems(exhibitionId, new Date(), attempts)) {
    signal.throwIfAborted();
    const found = await attempts.make(() => recordItem(item, names, byArtwork));
    for (const { artworkId, place } of found ?? []) {
      const known = places.get(artworkId) ?? new Map();
      places.set(artworkId, known.set(JSON.stringify(place), place));
    }
  }
  // What was found is on the list of what needs attention already.
  attempts.end('Some texts could not be searched for names.');
  for (const search of searches)
    await finishSearch(exhibitionId, search, [...(places.get(search.artworkId)?.values() ?? [])]);
  return true;
};

/** Most records of one transaction, beside the check of the item. */
const batchSize = 90;

/** Records the places in an item, as it is now; again if it changes meanwhile. */
const recordItem = async (
  listed: SearchedItem,
  names: WithheldNames,
  searches: ReadonlyMap<string, Search>,
): Promise<Attention[]> => {
  // The index may lag: each item found is read again.
  for (let item: SearchedItem | undefined = listed; item; item = await item.again()) {
    const found = attentionIn(item, names, searches);
    if (found.length === 0) return [];
    if (item === listed) continue;
    try {
      for (const batch of batchesOf(found, batchSize)) {
        await writeTogether([item.check, ...batch.map(attentionWrite)]);
      }
      return found;
    } catch (error) {
      if (!(error instanceof ConditionsFailedError)) throw error;
    }
  }
  return [];
};

const attentionIn = (item: SearchedItem, names: WithheldNames, searches: ReadonlyMap<string, Search>): Attention[] => {
  const now = new Date().toISOString();
  return openMentions(item, names).flatMap(({ place, artworkId, match, textHash, namedAt, isWorkingCopy }) => {
    const search = searches.get(artworkId);
    if (!search) return [];
    return {
      ...{ id: ulid(), place, artworkId, cause: search.cause, match, textHash },
      ...(namedAt && { namedAt }),
      ...(item.exhibitionId && { exhibitionId: item.exhibitionId }),
      foundAt: now,
      // The working copy names no withheld person any more: it only waits to be published.
      ...(!isWorkingCopy && { changed: { by: item.updatedBy, at: now } }),
    };
  });
};

const finishSearch = async (exhibitionId: string, search: Search, places: readonly FieldLocation[]): Promise<void> => {
  const { artworkId, by, from, viewer } = search;
  const now = new Date();
  const audit = auditWrite({ by, from, viewer, now }, 'artwork.mentioned', artworkId, {
    places: places.slice(0, maxAuditedLocations),
  });
  try {
    await writeTogether([
      nameSearchDone(exhibitionId, search, places.slice(0, maxAuditedLocations), now),
      ...(places.length > 0 ? [audit] : []),
    ]);
  } catch (error) {
    // Another search for the same artwork was requested, or another worker has done this one: the next pass does what
    // is left.
    if (!(error instanceof ConditionsFailedError)) throw error;
  }
};
