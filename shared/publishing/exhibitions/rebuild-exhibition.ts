import { isDeepStrictEqual } from 'node:util';
import { batchesOf } from '../../aws/batches-of.ts';
import { writeTogether } from '../../aws/transaction.ts';
import {
  exhibitionEditionCheck,
  exhibitionEditionWrite,
  readExhibitionEdition,
} from '../../desk/exhibitions/exhibition-editions.ts';
import { readPublishedArtworkRecords } from '../../desk/exhibitions/published-artwork-records.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { readSite } from '../../desk/site/site.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { pictureLocation } from '../../desk/uploads/pictures.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import {
  coverArtworkIdOf,
  type ExhibitionEdition,
  type ManifestFile,
} from '../../model/exhibitions/exhibition-edition.ts';
import { publishCountOf } from '../../model/publication/edition.ts';
import { localeSettingsOf, type Site } from '../../model/site/site.ts';
import { artworkItem, exhibitionSlugItem } from '../../showcase/store/exhibition.ts';
import { itemWrite, type ShowcaseItem } from '../../showcase/store/write.ts';
import { erasedSlugWrites, exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { indexMediaOf } from '../pictures/index-pictures.ts';
import { isManifestLarge } from './manifest-file.ts';
import { needsPaging } from './needs-paging.ts';

/** How many artworks, or addresses, are written together. */
const batchSize = 50;

/** Most bytes that are written together: a transaction holds four megabytes. */
const maxBatchBytes = 2_500_000;

/** Artworks in batches, each small enough for one transaction. */
function* batchesBySize(items: readonly ShowcaseItem[]): Generator<ShowcaseItem[]> {
  let next: ShowcaseItem[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = item.doc?.B?.length ?? 0;
    if (next.length === batchSize || (next.length > 0 && bytes + size > maxBatchBytes)) {
      yield next;
      [next, bytes] = [[], 0];
    }
    next.push(item);
    bytes += size;
  }
  if (next.length > 0) yield next;
}

/**
 * Makes everything of an exhibition in the showcase again from the desk, in the feeds of every language that the site
 * has now.
 */
export const rebuildExhibition = async (id: string, site: Site): Promise<void> => {
  await retryOnNewEdition(() => rebuildEdition(id, site));
  // Even where a record was lost, a photograph must not be shown longer than its artwork's consent lasts.
  await indexMediaOf(pictureLocation(id, 'exhibition'), site);
};

const rebuildEdition = async (id: string, site: Site): Promise<void> => {
  const edition = await readExhibitionEdition(id);
  if (!edition) return;
  const { publication, number, artworkSetVersion } = edition;
  const artworks = publication
    ? (await readPublishedArtworkRecords(id, artworkSetVersion)).map(({ artwork }) => artwork)
    : [];
  // With a check of the edition: what consent removes from it meanwhile must not come back.
  for (const items of batchesBySize(artworks.map((artwork) => artworkItem(id, artworkSetVersion, artwork))))
    await writeTogether([exhibitionEditionCheck(id, edition), ...items.map(itemWrite)]);
  const next: ExhibitionEdition = {
    ...edition,
    number: number + 1,
    publishCount: publishCountOf(edition),
    ...(publication && {
      publication: { ...publication, feedLocales: site.locales },
      isPaged: needsPaging(id, artworks, site) || undefined,
      manifest: manifestFor(id, edition, artworks, site),
    }),
  };
  const coverId = publication && coverArtworkIdOf(publication);
  const cover = artworks.find((artwork) => artwork.id === coverId);
  await writeTogether([
    exhibitionEditionWrite(id, next, edition),
    ...exhibitionEditionWrites(id, { next, cover, previous: edition }, site),
    // The publisher makes the file.
    ...(next.manifest ? [reconcileNowWrite(id, new Date())] : []),
  ]);
  const slugItems = Object.entries(next.slugHistory).flatMap(([locale, slugs]) =>
    slugs.map((slug) => itemWrite(exhibitionSlugItem(locale, slug, id))),
  );
  for (const batch of batchesOf([...slugItems, ...erasedSlugWrites(next)], batchSize))
    await writeTogether([exhibitionEditionCheck(id, next), ...batch]);
};

/** The existing file; or, where an earlier release did not record it, the fact that there must be one. */
const manifestFor = (
  id: string,
  { manifest, publication }: ExhibitionEdition,
  artworks: readonly PublishedArtwork[],
  site: Site,
): ManifestFile | undefined => {
  if (manifest || !publication) return manifest;
  return isManifestLarge({ ...publication, id }, artworks, site) ? {} : undefined;
};

/** Makes an exhibition again if the languages of the site are not those that it was published for. */
export const applyLocaleChangeToExhibition = async (id: string, publishedFor: Site): Promise<void> => {
  const { site } = await readSite();
  if (!isDeepStrictEqual(localeSettingsOf(site), localeSettingsOf(publishedFor))) await rebuildExhibition(id, site);
};
