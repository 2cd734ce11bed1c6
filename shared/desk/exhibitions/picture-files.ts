import { fromJson } from '../../aws/document.ts';
import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type PublishedImage, publishedImageSchema } from '../../model/picture.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/**
 * Photographs of an exhibition that are public files. The record is written before the first file and deleted after the
 * last one, so that every public file has a record.
 */
const prefix = 'PICTURE-FILE#';

const key = (exhibitionId: string, { media }: PublishedImage) => keyOf(exhibitionPk(exhibitionId), `${prefix}${media}`);

/** Records that there are, or will be, files of an image. */
export const savePictureFiles = async (exhibitionId: string, image: PublishedImage): Promise<void> => {
  // The image alone, without what a publication says beside it.
  const stored = JSON.stringify(publishedImageSchema.strip().parse(image));
  await writeItem(putWrite(deskTable, { ...key(exhibitionId, image), image: { S: stored } }));
};

/** The images of all photographs of an exhibition whose files are not deleted. */
export const readPictureFiles = (exhibitionId: string): Promise<PublishedImage[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, ({ image }) =>
    fromJson(publishedImageSchema, image),
  );

export const deletePictureFilesRecord = async (exhibitionId: string, image: PublishedImage): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(exhibitionId, image)));
};
