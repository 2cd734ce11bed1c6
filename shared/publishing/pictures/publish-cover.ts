import { randomBytes } from 'node:crypto';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import { publicationDeadline } from '../../desk/events/pending-media-deletions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { externalPictureUseWrite } from '../../desk/uploads/external-picture-uses.ts';
import { type PictureRecord, pictureUseRemoval, pictureUseWrites, readPictureOf } from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import { coverEndsAt, type Publication, type PublicCover } from '../../model/edition.ts';
import type { Event } from '../../model/event.ts';
import { publicImage } from '../../model/picture.ts';
import type { Site } from '../../model/site.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { coverHash, coverLocation } from './apply-permission-to-cover.ts';
import { indexAllPictures } from './index-pictures.ts';
import { readPicturePermission } from './picture-permission.ts';

/** A cover that may be shown: how it will be public, and the picture that it is. */
interface AllowedCover {
  readonly cover: PublicCover;
  readonly picture: PictureRecord;
}

/**
 * The cover of an event as it may be public now: the one that is, where it is the same upload, or a new one below an
 * address of its own; or what is wrong with it. A picture that is an artwork's is shown as far, and as long, as the
 * consent to that allows.
 */
export const allowedCover = async (
  event: Event,
  before: Publication | undefined,
  now: Date,
  site: Site,
): Promise<AllowedCover | FieldError | undefined> => {
  const path = 'pictures.0.uploadId';
  const uploadId = event.pictures[0]?.uploadId;
  if (!uploadId) return undefined;
  await indexAllPictures(site);
  const upload = await readUpload(uploadId);
  if (!upload?.image) return fieldError(path, 'uploadNotReady', { state: upload?.state ?? 'unknown' });
  const picture = await readPictureOf(upload.sha256, now);
  const permission = await readPicturePermission(picture, now, site);
  if ('refusal' in permission) return { path, ...permission.refusal };
  // The media of a publication that has ended are deleted, or about to be.
  const end = before && coverEndsAt(before);
  const isThere = end === undefined || end > publicationDeadline(now);
  const { until: _, ...kept } = before?.cover ?? {};
  const image =
    before?.cover && before.content.pictures[0]?.uploadId === uploadId && isThere
      ? (kept as Omit<PublicCover, 'until'>)
      : // 128 random bits: what is scheduled for later cannot be guessed, and no two publications share a file.
        { ...publicImage(upload.image), media: randomBytes(16).toString('base64url') };
  return { cover: { ...image, ...(permission.until && { until: permission.until }) }, picture };
};

/**
 * Records for the exhibitions concerned that their picture will be shown elsewhere, and when the consent to it ends.
 * This is done before the publication, so that it cannot be missed.
 */
export const recordCoverUse = async ({ cover, picture }: AllowedCover, now: Date): Promise<void> => {
  for (const { exhibitionId, artworkId } of picture.holders) {
    await writeTogether([
      externalPictureUseWrite(exhibitionId, { artworkId, hash: picture.hash }),
      ...(cover.until ? [reconcileNowWrite(exhibitionId, now)] : []),
    ]);
  }
};

/** The writes of a publication that index its cover by its picture, and remove the index entry of the previous one. */
export const coverWrites = async (
  { id, pictures }: Pick<Event, 'id' | 'pictures'>,
  allowed: AllowedCover | undefined,
  before: Publication | undefined,
): Promise<Write[]> => {
  const place = coverLocation(id);
  const isSame = allowed !== undefined && before?.content.pictures[0]?.uploadId === pictures[0]?.uploadId;
  const former = isSame ? undefined : await coverHash(before);
  return [
    ...(allowed ? pictureUseWrites(allowed.picture, place) : []),
    ...(former && former !== allowed?.picture.hash ? [pictureUseRemoval(former, place)] : []),
  ];
};
