import { isDeepStrictEqual } from 'node:util';
import type { Write } from '../../aws/transaction.ts';
import { exhibitionEditionWrite, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import {
  type PublishedArtworkRecord,
  publishedArtworkRecordWrite,
  readPublishedArtworkRecord,
  withdrawArtworkWrites,
} from '../../desk/exhibitions/published-artwork-records.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { type Artwork, publishedArtworkSchema } from '../../model/exhibitions/artwork.ts';
import { artworkBlockedReason } from '../../model/exhibitions/artwork-blocked-reason.ts';
import {
  coverArtworkIdOf,
  type ExhibitionEdition,
  type ExhibitionPublication,
} from '../../model/exhibitions/exhibition-edition.ts';
import { knownFields } from '../../model/json/known-fields.ts';
import { consentEndOf } from '../../model/people/consent.ts';
import { withConsentNow } from '../../model/people/public-artist.ts';
import { publishCountOf } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { artworkItem, publicArtworkKey } from '../../showcase/store/exhibition.ts';
import { itemRemoval, itemWrite } from '../../showcase/store/write.ts';
import { digestOf } from '../editions/digest-of.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { namesItsArtist } from '../mentions/exhibition-mentions.ts';
import { readCoverArtwork } from '../shared/read-cover-artwork.ts';

/** When consent is applied, and to which artworks that have become another person's by the same change. */
export interface Applied {
  readonly now: Date;
  readonly site: Site;
  readonly others?: readonly string[] | undefined;
}

/**
 * An artwork as it may be shown from now on, by what the desk knows of its artist and consent; `undefined` if it may
 * not be shown. This only ever takes away: what consent newly allows, and another artist's name, appear when the
 * exhibition is published again.
 */
export const applyConsentToRecord = (
  shown: PublishedArtworkRecord,
  artwork: Artwork | undefined,
  { now, site, others = [] }: Applied,
): PublishedArtworkRecord | undefined => {
  if (!artwork?.artist || artworkBlockedReason(artwork, now, site)) return undefined;
  const { artist } = artwork;
  const { until: _, ...rest } = shown.artwork;
  const { translations, medium } = knownFields(publishedArtworkSchema, shown.artwork);
  if (namesItsArtist({ ...artwork, translations, medium }, now, site)) return undefined;
  const until = consentEndOf(artist, site);
  const next: PublishedArtworkRecord = {
    ...shown,
    artwork: {
      ...rest,
      artist: withConsentNow(rest.artist, artist, others.includes(artwork.id)),
      ...(until && { until }),
    },
  };
  return isDeepStrictEqual(next, shown) ? shown : next;
};

/**
 * The writes that apply changes of some artworks to the public side of their exhibition (`undefined` for one that was
 * erased): out of the edition, or with less of a name; none if nothing changes. They go into the transaction of the
 * change itself, so that an artwork leaves at the moment in which consent is withdrawn. How many of them a transaction
 * has room for, the caller must see.
 */
export const applyConsent = async (
  exhibitionId: string,
  changed: ReadonlyMap<string, Artwork | undefined>,
  applied: Applied,
): Promise<Write[]> => {
  const { now, site } = applied;
  const edition = await readExhibitionEdition(exhibitionId);
  const { publication } = edition ?? {};
  if (!edition || !publication) return [];
  const shown = await recordsOf(exhibitionId, edition, [...changed.keys()]);
  const nexts = shown.map((one) => ({ one, next: applyConsentToRecord(one, changed.get(one.artwork.id), applied) }));
  const affected = nexts.filter(({ one, next }) => one !== next);
  if (affected.length === 0) return [];

  const concealed = new Set(affected.filter(({ next }) => !next).map(({ one }) => one.artwork.id));
  const artworkIds = publication.artworkIds.filter((id) => !concealed.has(id));
  const after: ExhibitionEdition = {
    ...edition,
    number: edition.number + 1,
    publishCount: publishCountOf(edition) + 1,
    actedAt: now.toISOString(),
    publication: { ...publication, artworkIds, ...digestAfter(publication, affected) },
    // A manifest file holds what consent has been withdrawn for: it is not served until the publisher has made another.
    ...(edition.manifest && { manifest: {} }),
  };
  const coverId = after.publication && coverArtworkIdOf(after.publication);
  const changedCover = nexts.find(({ one }) => one.artwork.id === coverId)?.next?.artwork;
  const cover = changedCover ?? (await readCoverArtwork(exhibitionId, after));
  return [
    exhibitionEditionWrite(exhibitionId, after, edition),
    ...affected.flatMap(({ one, next }) =>
      next
        ? [
            publishedArtworkRecordWrite(exhibitionId, next),
            itemWrite(artworkItem(exhibitionId, edition.artworkSetVersion, next.artwork)),
          ]
        : [
            ...withdrawArtworkWrites(exhibitionId, one),
            itemRemoval(publicArtworkKey(exhibitionId, edition.artworkSetVersion, one.artwork.id)),
          ],
    ),
    ...exhibitionEditionWrites(exhibitionId, { next: after, cover, previous: edition }, site),
    reconcileNowWrite(exhibitionId, now),
  ];
};

/** Another name for what is public of the artworks, so that receivers of webhooks learn that some show less. */
const digestAfter = (
  { artworksDigest }: ExhibitionPublication,
  affected: readonly { readonly one: PublishedArtworkRecord; readonly next: PublishedArtworkRecord | undefined }[],
): Pick<ExhibitionPublication, 'artworksDigest'> =>
  artworksDigest === undefined
    ? {}
    : { artworksDigest: digestOf([artworksDigest, affected.map(({ one, next }) => next?.artwork ?? one.artwork.id)]) };

const recordsOf = async (
  exhibitionId: string,
  edition: ExhibitionEdition,
  ids: readonly string[],
): Promise<PublishedArtworkRecord[]> => {
  const wanted = ids.filter((id) => edition.publication?.artworkIds.includes(id));
  const found = await Promise.all(
    wanted.map((id) => readPublishedArtworkRecord(exhibitionId, edition.artworkSetVersion, id)),
  );
  return found.filter((one) => one !== undefined);
};
