import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readTextLinks } from '../../desk/links/text-links.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { ItemLink } from '../../model/site/item-link.ts';
import { readPublication } from './read-publication.ts';
import { fieldLocationOf, isSameItem, textLinksOf } from './text-links.ts';

/** Most events and exhibitions whose texts are named. */
const maxSources = 100;

const concurrency = 8;

/**
 * The texts that are public at a time, now unless given, or will be, and link to something by its id: one Query, and
 * one read for each item that may have such a text.
 */
export const textsLinkingTo = async (
  target: ItemLink,
  at: string = new Date().toISOString(),
): Promise<FieldLocation[]> => {
  const sources = (await readTextLinks(target, maxSources)).filter((source) => !isSameItem(source, target));
  const found = await mapWithConcurrency(sources, concurrency, async (source) => {
    const publication = await readPublication(source);
    if (!publication || (publication.unpublishAt ?? '~') <= at) return [];
    return textLinksOf(publication.translations)
      .filter((link) => isSameItem(link.target, target))
      .map((link) => fieldLocationOf(link, source));
  });
  return found.flat();
};
