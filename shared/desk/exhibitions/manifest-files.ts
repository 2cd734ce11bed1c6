import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { readIdsBelow } from '../store/read-ids-below.ts';
import { deskTable, listIndex } from '../store/table.ts';

/**
 * Manifests of an exhibition that are public files. The record is written before the file and deleted after it, so that
 * every public file has a record.
 */
const prefix = 'MANIFEST-FILE#';

const key = (exhibitionId: string, media: string) => keyOf(exhibitionPk(exhibitionId), `${prefix}${media}`);

/** The list of all of them in the index, by exhibition. */
const list = 'MANIFEST-FILES';

/** Records that there is, or will be, a file. */
export const saveManifestRecord = async (exhibitionId: string, media: string): Promise<void> => {
  const item = { ...key(exhibitionId, media), listPk: { S: list }, listSk: { S: `${exhibitionId}#${media}` } };
  await writeItem(putWrite(deskTable, item));
};

/** The addresses of all manifests of an exhibition that are not deleted. */
export const readManifestRecords = (exhibitionId: string): Promise<string[]> =>
  readIdsBelow(exhibitionPk(exhibitionId), prefix);

export const deleteManifestRecord = async (exhibitionId: string, media: string): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(exhibitionId, media)));
};

/** The exhibitions that have such files. */
export const readExhibitionsWithManifests = async (): Promise<string[]> => {
  const exhibitions = await queryAll(
    deskTable,
    { pk: list, index: listIndex },
    ({ listSk }) => listSk?.S?.split('#')[0] ?? '',
  );
  return [...new Set(exhibitions)];
};
