import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { publicationDeadline } from '../../desk/events/pending-media-deletions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { externalPictureUseWrite } from '../../desk/uploads/external-picture-uses.ts';
import { pictureChangeWrite } from '../../desk/uploads/picture-changes.ts';
import {
  type PictureRecord,
  pictureUseRemovals,
  pictureUseWrites,
  readPictureOf,
} from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import { publicImage } from '../../model/files/picture.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import {
  mediaEnd,
  type Publication,
  type PublicImage,
  type ShownPictures,
  shownImagesOf,
} from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import type { Reason } from '../../refusals/codes.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { randomMedia } from '../shared/random-media.ts';
import { hashesOfMedia } from './hashes-of-pictures.ts';
import { indexAllPictures } from './index-pictures.ts';
import { readPicturePermission } from './picture-permission.ts';

/** What is public of the pictures of an event or an exhibition. */
type PublicPictures = ShownPictures & Pick<Publication, 'unpublishAt'>;

/** How many pictures are looked at at the same time. */
const concurrency = 8;

/** A picture that may be shown: how it will be public, and what the desk knows of its bytes. */
export interface AllowedPicture {
  readonly uploadId: string;
  readonly image: PublicImage;
  readonly picture: PictureRecord;
}

/** A picture that is to be public. */
export interface WantedPicture {
  readonly uploadId: string;
  /** What is wrong where it may not be, by the reason; without an error the rest is public without it. */
  readonly refuse: (why: Reason) => FieldError | undefined;
}

/**
 * The pictures of an event or an exhibition as they may be public now, each the image that is, where it is the same
 * upload, or a new one below an address of its own; or what is wrong with them. A picture that is an artwork's is shown
 * as far, and as long, as the consent to that allows.
 */
export const allowedPictures = async (
  pictures: readonly WantedPicture[],
  before: PublicPictures | undefined,
  {
    now,
    site,
    newMedia = randomMedia,
  }: { readonly now: Date; readonly site: Site; readonly newMedia?: (uploadId: string) => string },
): Promise<{ allowed: AllowedPicture[]; errors: FieldError[] }> => {
  if (pictures.length === 0) return { allowed: [], errors: [] };
  await indexAllPictures(site);
  const found = await mapWithConcurrency(pictures, concurrency, async ({ uploadId, refuse }) => {
    const upload = await readUpload(uploadId);
    if (!upload?.image) return refuse(reason('uploadNotReady', { state: upload?.state ?? 'unknown' }));
    const picture = await readPictureOf(upload.sha256, now);
    const permission = await readPicturePermission(picture, now, site);
    if ('refusal' in permission) return refuse(permission.refusal);
    const fresh = () => ({ ...publicImage(upload.image as PublicImage), media: newMedia(uploadId) });
    const image = publicImageOf(uploadId, before, now) ?? fresh();
    return { uploadId, picture, image: { ...image, ...(permission.until && { until: permission.until }) } };
  });
  return {
    allowed: found.flatMap((one) => (one && 'image' in one ? [one] : [])),
    errors: found.flatMap((one) => (one && !('image' in one) ? [one] : [])),
  };
};

/** The image by which an upload is public, unless it has ended: then its media are deleted, or about to be. */
const publicImageOf = (
  uploadId: string,
  before: PublicPictures | undefined,
  now: Date,
): Omit<PublicImage, 'until'> | undefined => {
  const image = before && shownImagesOf(before).find((one) => one.uploadId === uploadId);
  const end = image && mediaEnd(image, before);
  if (!image || (end !== undefined && end <= publicationDeadline(now))) return undefined;
  const { until: _, uploadId: __, ...kept } = image;
  return kept;
};

/** What the desk knows of bytes that will be public; of a picture also how. */
type UsedBytes = Pick<AllowedPicture, 'picture'> & Partial<Pick<AllowedPicture, 'image'>>;

/**
 * Records, before an event or an exhibition is published, where its pictures and files will be shown: for the
 * exhibitions concerned, with the time at which the next consent ends, and beside each picture that it did not show
 * before. From then on every change of a consent finds it. Throws `ConditionsFailedError` (`edition`) where consent has
 * changed since it was read.
 */
export const recordPictureUses = async (
  place: FieldLocation,
  allowed: readonly UsedBytes[],
  now: Date,
): Promise<void> => {
  const unique = [...new Map(allowed.map((one) => [one.picture.hash, one])).values()];
  await mapWithConcurrency(unique, concurrency, async ({ image, picture }) => {
    // Before the records of the exhibitions: the publisher forgets those of a picture that is shown nowhere, unless
    // this has come since.
    const isKnown = picture.shownIn.some(({ id }) => id === place.id);
    if (!isKnown) await writeTogether(pictureUseWrites(picture, place));
    for (const { exhibitionId, artworkId } of picture.holders) {
      await writeTogether([
        externalPictureUseWrite(exhibitionId, { artworkId, hash: picture.hash }),
        ...(image?.until ? [reconcileNowWrite(exhibitionId, now)] : []),
      ]);
    }
  });
};

/** How many places are forgotten together. */
const batchSize = 30;

/**
 * Forgets, after an event or an exhibition was published or withdrawn, where it showed pictures and files that it shows
 * no more. Where it was published anew meanwhile that is left alone: a place that is recorded for nothing does no harm.
 */
export const forgetPictureUses = async (
  place: FieldLocation,
  before: PublicPictures | undefined,
  { publication, check }: { readonly publication?: PublicPictures | undefined; readonly check: Write },
): Promise<void> => {
  const shown = publication ? await hashesOfMedia(publication) : [];
  const former = before ? await hashesOfMedia(before) : [];
  const gone = [...new Set(former)].filter((hash) => hash !== undefined && !shown.includes(hash)) as string[];
  for (const batch of batchesOf(gone, batchSize)) {
    const removals = batch.flatMap((hash) => pictureUseRemovals(hash, place));
    try {
      await writeTogether([check, pictureChangeWrite(place), ...removals]);
    } catch (error) {
      if (!(error instanceof ConditionsFailedError)) throw error;
      return;
    }
  }
};
