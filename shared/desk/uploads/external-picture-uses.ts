import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/**
 * The pictures of an exhibition's artworks that were shown elsewhere, by artwork: what looks after the exhibition finds by them the
 * covers that must go when consent ends, or that an act which broke off has left.
 */
interface ExternalPictureUse {
  readonly artworkId: string;
  readonly hash: string;
}

const prefix = 'ELSEWHERE#';

const key = (exhibitionId: string, { artworkId, hash }: ExternalPictureUse) =>
  keyOf(exhibitionPk(exhibitionId), `${prefix}${artworkId}#${hash}`);

/** Notes that a picture of an artwork is shown elsewhere. */
export const externalPictureUseWrite = (exhibitionId: string, picture: ExternalPictureUse): Write =>
  putWrite(deskTable, key(exhibitionId, picture));

/** The pictures of an exhibition that were shown elsewhere. */
export const readExternalPictureUses = (exhibitionId: string): Promise<ExternalPictureUse[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, ({ sk }) => {
    const [artworkId = '', hash = ''] = sk?.S?.slice(prefix.length).split('#') ?? [];
    return { artworkId, hash };
  });

/** Forgets a picture of an artwork that is no more, and is shown nowhere. */
export const deleteExternalPictureUse = async (exhibitionId: string, picture: ExternalPictureUse): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(exhibitionId, picture)));
};
