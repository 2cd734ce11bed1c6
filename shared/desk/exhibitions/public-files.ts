import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import type { PublicMedia } from '../../model/publication/edition.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { mediaAttribute, mediaIn } from '../store/stored-media.ts';
import { deskTable } from '../store/table.ts';

/**
 * Pictures and documents of an exhibition that are public files, those of its artworks apart. The record is written
 * before the first file and deleted after the last one, so that every public file has a record. The key is from before
 * there were documents, and stays.
 */
const prefix = 'PICTURE-FILE#';

const key = (exhibitionId: string, { media }: PublicMedia) => keyOf(exhibitionPk(exhibitionId), `${prefix}${media}`);

/** Records that there are, or will be, files of an image or a document. */
export const savePublicFiles = async (exhibitionId: string, media: PublicMedia): Promise<void> => {
  await writeItem(putWrite(deskTable, { ...key(exhibitionId, media), ...mediaAttribute(media) }));
};

/** All images and documents of an exhibition whose files are not deleted. */
export const readPublicFiles = (exhibitionId: string): Promise<PublicMedia[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, mediaIn);

export const deletePublicFilesRecord = async (exhibitionId: string, media: PublicMedia): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(exhibitionId, media)));
};
