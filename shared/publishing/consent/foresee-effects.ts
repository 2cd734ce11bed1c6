import { readConsentFormIds } from '../../desk/consent/consent-forms.ts';
import { requireEntry } from '../../desk/exhibitions/entry-access.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readPicturesOfEntry } from '../../desk/exhibitions/pictures-of-entry.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { readRatings } from '../../desk/juries/ratings.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { coverArtworkIdOf } from '../../model/exhibitions/exhibition-edition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Consent } from '../../model/people/consent.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { planErasure } from '../erasure/erase-artwork.ts';
import { planChange } from '../exhibitions/change-artwork.ts';
import type { PictureUseChanges } from '../pictures/apply-artwork-to-picture-uses.ts';

/** What is foreseen: another consent to an artwork, none, or its erasure. */
export type ForeseenAct = 'erase' | { readonly consent: Consent | null };

/** As what something of an artwork leaves a place: the work itself, its selection, or its picture. */
const leavingRoles = ['work', 'selection', 'cover', 'gallery', 'text'] as const;

/** A place that an artwork or its picture leaves. */
export interface Leaving extends Pick<FieldLocation, 'id'> {
  readonly kind: 'event' | 'exhibition';
  readonly as: (typeof leavingRoles)[number];
}

/** What an act would do to what the public sees and the desk keeps of an artwork. */
interface Effects {
  readonly artwork: Artwork;
  readonly leaves: readonly Leaving[];
  /** True where the artwork stays public, with less of the name. */
  readonly showsLess: boolean;
  /** How much would be deleted for good; how many ratings is not said while they are blind. */
  readonly deletes?: { readonly pictures: number; readonly ratings?: number; readonly forms: number };
}

/** What another consent to an artwork, or none, would do: nothing is written. Throws as the change itself does. */
export const foreseeConsent = async (
  { exhibitionId, artworkId, consent }: { exhibitionId: string; artworkId: string; consent: Consent | null },
  actor: Actor,
): Promise<Effects> => {
  const { site } = await readSite();
  const planned = await planChange({ exhibitionId, artworkId, patch: { artist: { consent } } }, site, actor);
  const leaves = await leavingOf(planned.previous, planned);
  const isShown = (await readPublicIds(exhibitionId)).includes(artworkId);
  const showsLess = isShown && planned.isPublicChanged && !leaves.some(({ as }) => as === 'work');
  return { artwork: planned.previous, leaves, showsLess };
};

/** What erasing an artwork would do: nothing is written. Throws as erasing does. */
export const foreseeErasure = async (
  { exhibitionId, artworkId }: { exhibitionId: string; artworkId: string },
  actor: Actor,
): Promise<Effects> => {
  const { site } = await readSite();
  const exhibition = await requireExhibition(exhibitionId);
  const artwork = await requireEntry(exhibition, artworkId, { action: 'eraseEntry', actor });
  const planned = await planErasure(exhibition, artwork, actor, site);
  const [pictures, ratings, forms] = await Promise.all([
    readPicturesOfEntry(artwork),
    isBlind(exhibition) ? undefined : readRatings(exhibitionId, artworkId),
    readConsentFormIds(exhibitionId, artworkId),
  ]);
  return {
    ...{ artwork, leaves: await leavingOf(artwork, planned), showsLess: false },
    deletes: { pictures: pictures.length, ...(ratings && { ratings: ratings.length }), forms: forms.length },
  };
};

const readPublicIds = async (exhibitionId: string): Promise<readonly string[]> =>
  (await readExhibitionEdition(exhibitionId))?.publication?.artworkIds ?? [];

const leavingOf = async (
  { id: artworkId, exhibitionId }: Artwork,
  { removedFrom, pictures }: { removedFrom: readonly FieldLocation[]; pictures: PictureUseChanges },
): Promise<Leaving[]> => {
  const own = removedFrom.filter(({ kind, id }) => kind === 'exhibition' && id === exhibitionId);
  const leaves = (field: string): boolean => own.some((place) => place.field === field);
  const publication = (await readExhibitionEdition(exhibitionId))?.publication;
  const isCover = publication !== undefined && coverArtworkIdOf(publication) === artworkId;
  const here = { kind: 'exhibition' as const, id: exhibitionId };
  return [
    ...(leaves('artworks') ? [{ ...here, as: 'work' as const }] : []),
    ...(leaves('artworks') && isCover ? [{ ...here, as: 'cover' as const }] : []),
    ...(leaves('selection') ? [{ ...here, as: 'selection' as const }] : []),
    ...pictures.changes.flatMap(({ place: { kind, id }, removedAs }) =>
      kind === 'artwork' || kind === 'site' ? [] : removedAs.map((as): Leaving => ({ kind, id, as })),
    ),
  ];
};
