import { batchesOf } from '../../aws/batches-of.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import {
  mediaDeletionRemoval,
  mediaDeletionWrite,
  publicationDeadline,
} from '../../desk/events/pending-media-deletions.ts';
import { allImagesOf, type Imaged, imageEnd, type Publication, type PublicImage } from '../../model/edition.ts';

type Shown = Imaged & Pick<Publication, 'unpublishAt'>;

/** How many records are written together. */
const batchSize = 50;

/** Images by their media, each with the time at which it must go. */
type Ends = Map<string, { readonly image: PublicImage; readonly end: string | undefined }>;

const endsOf = (publication: Shown | undefined): Ends =>
  new Map(
    (publication ? allImagesOf(publication) : []).map((image) => [
      image.media,
      { image, end: publication && imageEnd(image, publication) },
    ]),
  );

/** The images that a publication begins or ceases to show, or shows until another time than the one before. */
const changedImages = (before: Shown | undefined, next: Shown | undefined) => {
  const [old, now] = [endsOf(before), endsOf(next)];
  return [...new Map([...old, ...now]).values()].flatMap(({ image }) => {
    const [was, is] = [old.get(image.media), now.get(image.media)];
    return was && is && was.end === is.end ? [] : [{ image, isShown: is !== undefined, end: is?.end }];
  });
};

const writeAll = async (writes: readonly Write[]): Promise<void> => {
  for (const batch of batchesOf(writes, batchSize)) await writeTogether(batch);
};

/**
 * Records, before an event is published or withdrawn, whose media that changes. Should the act be interrupted, whoever
 * finds the record looks into the edition whether they belong to it (`delete-due-media.ts`). What is to go may be looked
 * at at once, so that a repeated request completes an interrupted one; what is to come, when no act can be under way.
 */
export const recordMediaChange = (
  id: string,
  before: Shown | undefined,
  next: Shown | undefined,
  now: Date,
): Promise<void> => {
  const later = publicationDeadline(now);
  const writes = changedImages(before, next).map(({ image, isShown }) =>
    mediaDeletionWrite(id, { image, dueAt: isShown ? later : now.toISOString() }),
  );
  return writeAll(writes);
};

/** Says, after it was published or withdrawn, when the media must go: now, at an end that is known, or not at all. */
export const settleMediaChange = (
  id: string,
  before: Shown | undefined,
  next: Shown | undefined,
  now: Date,
): Promise<void> =>
  writeAll(
    changedImages(before, next).map(({ image, isShown, end }) => {
      if (!isShown) return mediaDeletionWrite(id, { image, dueAt: now.toISOString() });
      return end ? mediaDeletionWrite(id, { image, dueAt: end }) : mediaDeletionRemoval(id, image);
    }),
  );
