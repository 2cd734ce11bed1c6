import { batchesOf } from '../../aws/batches-of.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { editionCheck } from '../../desk/events/editions.ts';
import {
  mediaDeletionRemoval,
  mediaDeletionWrite,
  publicationDeadline,
} from '../../desk/events/pending-media-deletions.ts';
import { type Edition, mediaEnd, mediaOf, type PublicMedia, type ShownMedia } from '../../model/publication/edition.ts';

/** How many records are written together. */
const batchSize = 50;

/** Images and documents by their media, each with the time at which it must go. */
type Ends = Map<string, { readonly media: PublicMedia; readonly end: string | undefined }>;

const endsOf = (publication: ShownMedia | undefined): Ends =>
  new Map(
    (publication ? mediaOf(publication) : []).map((media) => [
      media.media,
      { media, end: publication && mediaEnd(media, publication) },
    ]),
  );

/**
 * The images and documents that a publication begins or ceases to show, or shows until another time than the one
 * before.
 */
const changedMedia = (before: ShownMedia | undefined, next: ShownMedia | undefined) => {
  const [old, now] = [endsOf(before), endsOf(next)];
  return [...new Map([...old, ...now]).values()].flatMap(({ media }) => {
    const [was, is] = [old.get(media.media), now.get(media.media)];
    return was && is && was.end === is.end ? [] : [{ media, isShown: is !== undefined, end: is?.end }];
  });
};

const writeAll = async (writes: readonly Write[]): Promise<void> => {
  for (const batch of batchesOf(writes, batchSize)) await writeTogether(batch);
};

/**
 * Records, before an event is published or withdrawn, whose media that changes. Should the act be interrupted, whoever
 * finds the record looks into the edition whether they belong to it (`delete-due-media.ts`). What is to go may be
 * looked at at once, so that a repeated request completes an interrupted one; what is to come, when no act can be under
 * way.
 */
export const recordMediaChange = (
  id: string,
  before: ShownMedia | undefined,
  next: ShownMedia | undefined,
  now: Date,
): Promise<void> => {
  const later = publicationDeadline(now);
  const writes = changedMedia(before, next).map(({ media, isShown }) =>
    mediaDeletionWrite(id, { media, dueAt: isShown ? later : now.toISOString() }),
  );
  return writeAll(writes);
};

/**
 * Says, after it was published or withdrawn by an edition, when the media must go: now, at an end that is known, or not
 * at all. Where another edition has followed meanwhile, since consent has ended, the records stay as they are: whoever
 * finds them looks into that.
 */
export const settleMediaChange = async (
  id: string,
  before: ShownMedia | undefined,
  edition: Edition,
  now: Date,
): Promise<void> => {
  const writes = changedMedia(before, edition.publication).map(({ media, isShown, end }) => {
    if (!isShown) return mediaDeletionWrite(id, { media, dueAt: now.toISOString() });
    return end ? mediaDeletionWrite(id, { media, dueAt: end }) : mediaDeletionRemoval(id, media);
  });
  try {
    for (const batch of batchesOf(writes, batchSize)) await writeTogether([editionCheck(id, edition), ...batch]);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
  }
};
