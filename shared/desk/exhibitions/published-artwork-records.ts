import * as z from 'zod';
import { documentOf, toDocument } from '../../aws/document.ts';
import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeMany } from '../../aws/write-many.ts';
import { publishedArtworkSchema } from '../../model/exhibitions/artwork.ts';
import { idSchema } from '../../model/id.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';
import { readDocument } from '../store/versions.ts';

/**
 * An artwork as an edition shows it, and the upload that its media are copies of. The record is written before the
 * first file becomes public and deleted after the last one is gone: so every public file has a record.
 */
const publishedArtworkRecordSchema = z.strictObject({
  /** The number of the edition that it was written for. */
  edition: z.int().positive(),
  artwork: publishedArtworkSchema,
  uploadId: idSchema,
});

export type PublishedArtworkRecord = z.output<typeof publishedArtworkRecordSchema>;

const prefix = 'SHOWN#';

const editionPrefix = (edition: number): string => `${prefix}${String(edition).padStart(10, '0')}#`;

const key = (exhibitionId: string, edition: number, artworkId: string) =>
  keyOf(exhibitionPk(exhibitionId), `${editionPrefix(edition)}${artworkId}`);

/** The edition of artworks that are in no edition any more: their media must be deleted. */
export const pendingDeletionEdition = 9_999_999_999;

/** An artwork may be removed more than once, with other media each time. */
const recordKey = (exhibitionId: string, { edition, artwork }: PublishedArtworkRecord) =>
  key(exhibitionId, edition, edition === pendingDeletionEdition ? `${artwork.id}#${artwork.image.media}` : artwork.id);

/** The artworks that an edition shows, or those of all editions that are not fully deleted. */
export const readPublishedArtworkRecords = (
  exhibitionId: string,
  edition?: number,
): Promise<PublishedArtworkRecord[]> =>
  queryAll(
    deskTable,
    { pk: exhibitionPk(exhibitionId), beginsWith: edition === undefined ? prefix : editionPrefix(edition) },
    documentOf(publishedArtworkRecordSchema),
  );

/** One artwork as an edition shows it; `undefined` if it does not. */
export const readPublishedArtworkRecord = (
  exhibitionId: string,
  edition: number,
  artworkId: string,
): Promise<PublishedArtworkRecord | undefined> =>
  readDocument(key(exhibitionId, edition, artworkId), publishedArtworkRecordSchema);

/** Records the artworks of an edition that is being made. */
export const savePublishedArtworkRecords = (
  exhibitionId: string,
  all: readonly PublishedArtworkRecord[],
): Promise<void> =>
  writeMany(
    deskTable,
    all.map((shown) => publishedArtworkRecordWrite(exhibitionId, shown)),
  );

/** Deletes the records of artworks whose media are deleted, or belong to a later edition. */
export const deletePublishedArtworkRecords = (
  exhibitionId: string,
  all: readonly PublishedArtworkRecord[],
): Promise<void> =>
  writeMany(
    deskTable,
    all.map((shown) => deleteWrite(deskTable, recordKey(exhibitionId, shown))),
  );

/** Puts an artwork of an edition in place of what that shows of it. */
export const publishedArtworkRecordWrite = (exhibitionId: string, shown: PublishedArtworkRecord): Write =>
  putWrite(deskTable, { ...recordKey(exhibitionId, shown), doc: toDocument(shown) });

/** The writes that take an artwork out of its edition, and record that its media must be deleted. */
export const withdrawArtworkWrites = (exhibitionId: string, shown: PublishedArtworkRecord): Write[] => [
  deleteWrite(deskTable, recordKey(exhibitionId, shown)),
  publishedArtworkRecordWrite(exhibitionId, { ...shown, edition: pendingDeletionEdition }),
];
