import type { StaffArtwork } from '../../../shared/contract/staff/exhibition-schemas.ts';
import { actorKindOf, isExhibitionActionAllowed } from '../../../shared/desk/store/permissions.ts';
import { isExpired } from '../../../shared/desk/uploads/uploads.ts';
import type { Call } from '../../../shared/http/serve.ts';
import { signRenditions } from '../../../shared/media/sign-renditions.ts';
import { type Artwork, statusIn } from '../../../shared/model/exhibitions/artwork.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import type { Picture } from '../../../shared/model/files/picture.ts';
import { localizeRejection } from '../../../shared/model/files/rejection.ts';
import type { Upload } from '../../../shared/model/files/upload.ts';
import { anonymousIn } from '../../../shared/model/people/anonymous.ts';
import { consentBlockedReason } from '../../../shared/model/people/consent.ts';
import { publishedArtist } from '../../../shared/model/people/public-artist.ts';
import { publicName } from '../../../shared/model/people/public-name.ts';
import { visibleArtist } from '../../../shared/model/people/visible-artist.ts';
import type { Site } from '../../../shared/model/site/site.ts';
import { isBlind } from '../../../shared/model/staff/permissions.ts';
import { wordReason } from '../../../shared/refusals/word-reason.ts';
import { actorOf } from '../actor-of.ts';

/** What is needed to present an artwork to staff. */
interface StaffArtworkContext {
  readonly exhibition: Exhibition;
  readonly upload: Upload | undefined;
  readonly site: Site;
  readonly call: Call;
  /** True where an admin looks up the artist in spite of blind rating. */
  readonly isLookedUp?: boolean;
}

/**
 * An artwork as staff see it; in a list, `isListed`, with the smallest form of its image. Where the caller may not know
 * the artist, it leaves out every hint at one: what is missing of the consent, and who has entered it.
 */
export const toStaffArtwork = async (
  artwork: Artwork,
  context: StaffArtworkContext,
  isListed = false,
): Promise<StaffArtwork> => {
  const { exhibition, upload, site, call } = context;
  const { artist, createdBy, updatedBy, namedAt: _, permittedAt: __, ...facts } = artwork;
  const gap = artist && consentBlockedReason(artist, call.now, site.timeZone);
  const isShown =
    context.isLookedUp || isExhibitionActionAllowed('readArtist', exhibition, actorKindOf(actorOf(call), createdBy));
  return {
    ...facts,
    status: isBlind(exhibition) ? artwork.status : statusIn(artwork, exhibition.selection?.artworkIds),
    ...(isShown
      ? {
          ...{ createdBy, updatedBy, artist, publicName: artist && namesOf(artist, site) },
          publicDetails: artist && detailsOf(artist),
          ...(gap && { consentGap: wordReason(gap, call.language) }),
        }
      : { artistHidden: true }),
    ...(upload && {
      uploadState: isExpired(upload, call.now) ? 'expired' : upload.state,
      uploadSha256: upload.sha256,
    }),
    ...(upload?.rejection && { rejection: localizeRejection(upload.rejection, call.language) }),
    ...(upload?.image && { image: await pictureOf(upload, isListed) }),
  };
};

const namesOf = (artist: NonNullable<Artwork['artist']>, site: Site): Record<string, string> =>
  Object.fromEntries(site.locales.map((locale) => [locale, publicName(artist) ?? anonymousIn(locale)]));

/** The details that will stand beside the name. */
const detailsOf = (artist: NonNullable<Artwork['artist']>) => {
  const { name: _, ...details } = visibleArtist(publishedArtist(artist));
  return details;
};

const pictureOf = async ({ id, image }: Upload, isListed: boolean): Promise<Picture | undefined> => {
  if (!image) return undefined;
  const { placeholder, color, widths } = image;
  const shown = isListed ? { ...image, widths: widths.slice(0, 1) } : image;
  return { renditions: await signRenditions(id, shown), alt: '', placeholder, color };
};
