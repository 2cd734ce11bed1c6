import { isDeepStrictEqual } from 'node:util';
import { requireEnv } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import { dueWrite } from '../../desk/exhibitions/due.ts';
import { exhibitionEditionWrite, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { concealWrites, readShownArtwork, type Shown, shownWrite } from '../../desk/exhibitions/shown.ts';
import { type Artwork, publishedArtworkSchema } from '../../model/artwork.ts';
import { actsOf } from '../../model/edition.ts';
import type { ExhibitionEdition } from '../../model/exhibition-edition.ts';
import { knownFields } from '../../model/known-fields.ts';
import { narrowedArtist } from '../../model/public-artist.ts';
import type { Site } from '../../model/site.ts';
import { artworkItem, shownKey } from '../../showcase/store/exhibition.ts';
import { itemWrite } from '../../showcase/store/write.ts';
import { namesItsArtist } from '../mentions/exhibition-mentions.ts';
import { obstacle } from './artwork-gaps.ts';
import { exhibitionChange } from './exhibition-items.ts';
import { shownUntil } from './published-artwork.ts';

/**
 * An artwork as it may be shown from now on, by what the desk knows of its consent; `undefined` where it may not be shown. Consent
 * only ever takes away here: what it newly allows appears when the exhibition is published again.
 */
export const asConsented = (shown: Shown, artwork: Artwork | undefined, now: Date, site: Site): Shown | undefined => {
  if (!artwork?.artist || obstacle(artwork, now, site)) return undefined;
  const { artist } = artwork;
  const { until: _, ...rest } = shown.artwork;
  const { translations, medium } = knownFields(publishedArtworkSchema, shown.artwork);
  if (namesItsArtist({ ...artwork, translations, medium }, now, site)) return undefined;
  const until = shownUntil(artist, site);
  const next: Shown = {
    ...shown,
    artwork: {
      ...rest,
      artist: narrowedArtist(rest.artist, artist),
      ...(until && { until }),
    },
  };
  return isDeepStrictEqual(next, shown) ? shown : next;
};

/** Most artworks that one transaction has room for beside the cards of an exhibition. */
export const consentLot = 10;

/**
 * The writes that make the public side of an exhibition follow what has become of some of its artworks (at most `consentLot`;
 * `undefined` for one that is no more): out of the edition, or with less of a name; none where nothing changes. They go into the
 * transaction of the change itself, so that there is no moment between consent taken back and the artwork gone.
 */
export const followConsent = async (
  exhibitionId: string,
  changed: ReadonlyMap<string, Artwork | undefined>,
  now: Date,
  site: Site,
): Promise<Write[]> => {
  const edition = await readExhibitionEdition(exhibitionId);
  const { publication } = edition ?? {};
  if (!edition || !publication) return [];
  const shown = await shownOf(exhibitionId, edition, [...changed.keys()]);
  const nexts = shown.map((one) => ({ one, next: asConsented(one, changed.get(one.artwork.id), now, site) }));
  const affected = nexts.filter(({ one, next }) => one !== next);
  if (affected.length === 0) return [];

  const concealed = new Set(affected.filter(({ next }) => !next).map(({ one }) => one.artwork.id));
  const artworkIds = publication.artworkIds.filter((id) => !concealed.has(id));
  const after: ExhibitionEdition = {
    ...edition,
    number: edition.number + 1,
    acts: actsOf(edition) + 1,
    actedAt: now.toISOString(),
    publication: { ...publication, artworkIds },
    // A manifest that is a file holds what consent has taken back: it is shown no more until the publisher has made another.
    ...(edition.manifest && { manifest: {} }),
  };
  const [first] = artworkIds;
  const changedFirst = nexts.find(({ one }) => one.artwork.id === first)?.next;
  const cover = changedFirst ?? (first ? await readShownArtwork(exhibitionId, edition.shown, first) : undefined);
  return [
    exhibitionEditionWrite(exhibitionId, after, edition),
    ...affected.flatMap(({ one, next }) =>
      next
        ? [shownWrite(exhibitionId, next), itemWrite(artworkItem(exhibitionId, edition.shown, next.artwork))]
        : [
            ...concealWrites(exhibitionId, one),
            {
              Delete: {
                TableName: requireEnv('SHOWCASE_TABLE'),
                Key: shownKey(exhibitionId, edition.shown, one.artwork.id),
              },
            },
          ],
    ),
    ...exhibitionChange(exhibitionId, after, cover?.artwork, edition, site),
    dueWrite(exhibitionId, now),
  ];
};

const shownOf = async (exhibitionId: string, edition: ExhibitionEdition, ids: readonly string[]): Promise<Shown[]> => {
  const wanted = ids.filter((id) => edition.publication?.artworkIds.includes(id));
  const found = await Promise.all(wanted.map((id) => readShownArtwork(exhibitionId, edition.shown, id)));
  return found.filter((one) => one !== undefined);
};
