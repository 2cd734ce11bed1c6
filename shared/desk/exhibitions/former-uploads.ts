import { keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { readIdsBelow } from '../store/read-ids-below.ts';
import { deskTable } from '../store/table.ts';

/** Earlier images of an artwork: an erasure must find them too. */
const prefix = (artworkId: string): string => `FORMER-UPLOAD#${artworkId}#`;

const key = (exhibitionId: string, artworkId: string, uploadId: string) =>
  keyOf(exhibitionPk(exhibitionId), `${prefix(artworkId)}${uploadId}`);

/** Records that an upload was the image of an artwork, in the transaction that gives it another one. */
export const formerUploadWrite = (exhibitionId: string, artworkId: string, uploadId: string): Write =>
  putWrite(deskTable, key(exhibitionId, artworkId, uploadId));

/** The ids of the uploads that were images of an artwork before. */
export const readFormerUploads = (exhibitionId: string, artworkId: string): Promise<string[]> =>
  readIdsBelow(exhibitionPk(exhibitionId), prefix(artworkId));

export const deleteFormerUpload = async (exhibitionId: string, artworkId: string, uploadId: string): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(exhibitionId, artworkId, uploadId)));
};
