import { readEach } from '../../aws/read-each.ts';
import { getItem, type Item, keyOf, queryBatches, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { isDocument, type PublicMedia } from '../../model/publication/edition.ts';
import { mediaAttribute, mediaIn } from '../store/stored-media.ts';
import { deskTable, listIndex } from '../store/table.ts';

/**
 * Public media that must be deleted: of a publication that was withdrawn or replaced, of one that ends by itself, or of
 * one that was begun but never completed. The record is written before the media can become orphans and deleted after
 * they are gone, so that after a crash in between every public file still has a record.
 */
interface PendingMediaDeletion {
  readonly media: PublicMedia;
  /** When they must be deleted, as ISO 8601. */
  readonly dueAt: string;
}

/** Longer than any publication can take (the function's timeout is 29 s), in milliseconds. */
const maxPublicationMs = 60_000;

/**
 * Longer than an act may still be under way by the time that its record says, in milliseconds: a job acts for many by
 * the time at which its step began, and no function works for more than five minutes.
 */
const maxActMs = 6 * 60_000;

/** When the media of a publication that begins now must be deleted, should it fail. */
export const publicationDeadline = (now: Date): string => new Date(now.getTime() + maxPublicationMs).toISOString();

/**
 * True where the act that has recorded it may still be under way: whether it does what it is about to do is not known
 * yet.
 */
export const mayBeUnderWay = (dueAt: string, now: Date): boolean => now.getTime() - Date.parse(dueAt) < maxActMs;

/**
 * The lists of all records in the index, by when they are due, and how their keys begin. 0.2.0 knows images only:
 * documents have a list of their own, or it would stumble over them.
 */
const kinds = {
  image: { list: 'LEFTOVERS', prefix: 'LEFTOVER#' },
  document: { list: 'LEFTOVER-DOCUMENTS', prefix: 'LEFTOVER-DOCUMENT#' },
} as const;

const kindOf = (media: PublicMedia): keyof typeof kinds => (isDocument(media) ? 'document' : 'image');

const key = (eventId: string, media: PublicMedia) =>
  keyOf(`EVENT#${eventId}`, `${kinds[kindOf(media)].prefix}${media.media}`);

/** The earlier record is the one that was read, by when its media were due; any, where nothing was read. */
const isRead = (dueAt: string | undefined) => (dueAt === undefined ? undefined : unchanged('dueAt', dueAt));

/**
 * Records when media must be deleted, in place of an earlier record of them: of one that says `before`, where that is
 * given.
 */
export const mediaDeletionWrite = (eventId: string, { media, dueAt }: PendingMediaDeletion, before?: string): Write =>
  putWrite(
    deskTable,
    {
      ...key(eventId, media),
      ...mediaAttribute(media),
      dueAt: { S: dueAt },
      listPk: { S: kinds[kindOf(media)].list },
      listSk: { S: `${dueAt}#${eventId}#${media.media}` },
    },
    isRead(before),
  );

/**
 * Deletes a record of media that have become part of a publication without an end: one that says `before`, where that
 * is given.
 */
export const mediaDeletionRemoval = (eventId: string, media: PublicMedia, before?: string): Write =>
  deleteWrite(deskTable, key(eventId, media), isRead(before));

export const deleteMediaDeletion = async (eventId: string, media: PublicMedia): Promise<void> => {
  await writeItem(mediaDeletionRemoval(eventId, media));
};

/** Media of an event that must be deleted now; absent from when that was recorded where no record says so. */
export interface DueMedia {
  readonly media: PublicMedia;
  readonly dueAt?: string;
}

const dueMedia = (item: Item, now: Date): DueMedia[] => {
  const dueAt = item.dueAt?.S ?? '';
  return dueAt > now.toISOString() ? [] : [{ media: mediaIn(item), dueAt }];
};

/** The public media of an event that must be deleted now, and the keys of records of such that cannot be read. */
export const readDueMediaDeletions = async (eventId: string, now: Date): Promise<Readable<DueMedia>> => {
  const pages = await Promise.all(
    Object.values(kinds).map(({ prefix }) => queryPage(deskTable, { pk: `EVENT#${eventId}`, beginsWith: prefix })),
  );
  return dueIn(
    pages.flatMap(({ items }) => items),
    now,
  );
};

/** What could be read, and the keys of what could not. */
interface Readable<T> {
  readonly found: readonly T[];
  readonly unreadable: readonly string[];
}

const dueIn = (items: readonly Item[], now: Date): Readable<DueMedia & { readonly eventId: string }> => {
  const read = (item: Item) =>
    dueMedia(item, now).map((due) => ({ eventId: item.pk?.S?.slice('EVENT#'.length) ?? '', ...due }));
  const { found, unreadable } = readEach(items, read);
  return { found: found.flat(), unreadable };
};

/**
 * The public media of all events that must be deleted now, some at a time, and the keys of records of such that cannot
 * be read.
 */
export async function* dueMediaDeletions(now: Date): AsyncGenerator<Readable<DueMedia & { readonly eventId: string }>> {
  for (const { list } of Object.values(kinds)) {
    const range = { pk: list, index: listIndex, before: now.toISOString(), limit: 100 };
    for await (const keys of queryBatches(deskTable, range)) {
      // The index may lag: the record itself says whether its media have become part of a publication.
      const items = await Promise.all(keys.map(({ pk, sk }) => getItem(deskTable, keyOf(pk?.S ?? '', sk?.S ?? ''))));
      yield dueIn(
        items.filter((item) => item !== undefined),
        now,
      );
    }
  }
}
