import { isDeepStrictEqual } from 'node:util';
import { writeTogether } from '../aws/transaction.ts';
import { exhibitionEditionCheck, exhibitionEditionWrite, readExhibitionEdition } from '../desk/exhibition-editions.ts';
import { readShown } from '../desk/shown.ts';
import { readSite } from '../desk/site.ts';
import { actsOf } from '../domain/edition.ts';
import type { ExhibitionEdition } from '../domain/exhibition-edition.ts';
import { fallbackOf, type Site } from '../domain/site.ts';
import { artworkItem, exhibitionSlugItem } from '../showcase/exhibition.ts';
import { itemWrite } from '../showcase/write.ts';
import { exhibitionChange } from './exhibition-items.ts';
import { retryOnNewEdition } from './with-edition.ts';

/** How many artworks, or addresses, are written together. */
const lot = 50;

/** Makes everything of an exhibition in the showcase again from the desk, in the feeds of every language that the site has now. */
export const rebuildExhibition = (id: string, site: Site): Promise<void> =>
  retryOnNewEdition(async () => {
    const edition = await readExhibitionEdition(id);
    if (!edition) return;
    const { publication, number, shown } = edition;
    const artworks = publication ? (await readShown(id, shown)).map(({ artwork }) => artwork) : [];
    // Together with a look at the edition: what consent takes out of it meanwhile must not come back.
    for (let from = 0; from < artworks.length; from += lot) {
      const items = artworks.slice(from, from + lot).map((artwork) => itemWrite(artworkItem(id, shown, artwork)));
      await writeTogether([exhibitionEditionCheck(id, edition), ...items]);
    }
    const next: ExhibitionEdition = {
      ...edition,
      number: number + 1,
      acts: actsOf(edition),
      ...(publication && { publication: { ...publication, feedLocales: site.locales } }),
    };
    const [first] = publication?.artworkIds ?? [];
    const cover = artworks.find((artwork) => artwork.id === first);
    await writeTogether([
      exhibitionEditionWrite(id, next, edition),
      ...exhibitionChange(id, next, cover, edition, site),
    ]);
    const addresses = Object.entries(next.addresses).flatMap(([locale, slugs]) =>
      slugs.map((slug) => itemWrite(exhibitionSlugItem(locale, slug, id))),
    );
    for (let from = 0; from < addresses.length; from += lot) await writeTogether(addresses.slice(from, from + lot));
  });

/** Makes an exhibition again where the languages of the site are not those that it was published for. */
export const followSiteWithExhibition = async (id: string, publishedFor: Site): Promise<void> => {
  const { site } = await readSite();
  if (!isDeepStrictEqual(fallbackOf(site), fallbackOf(publishedFor))) await rebuildExhibition(id, site);
};
