import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/**
 * The pictures of an exhibition's artworks that were shown elsewhere, by artwork: when the exhibition is reconciled,
 * they lead to the covers that must be removed because consent has ended or an action was interrupted.
 */
interface ExternalPictureUse {
  readonly artworkId: string;
  readonly hash: string;
}

const prefix = 'ELSEWHERE#';

const key = (exhibitionId: string, { artworkId, hash }: ExternalPictureUse) =>
  keyOf(exhibitionPk(exhibitionId), `${prefix}${artworkId}#${hash}`);

/** Records that a picture of an artwork is shown elsewhere. */
export const externalPictureUseWrite = (exhibitionId: string, picture: ExternalPictureUse): Write =>
  putWrite(deskTable, key(exhibitionId, picture));

/** The pictures of an exhibition that were shown elsewhere. */
export const readExternalPictureUses = (exhibitionId: string): Promise<ExternalPictureUse[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, ({ sk }) => {
    const [artworkId = '', hash = ''] = sk?.S?.slice(prefix.length).split('#') ?? [];
    return { artworkId, hash };
  });

/** Deletes the record of a picture that is shown nowhere outside its exhibition. */
export const externalPictureUseRemoval = (exhibitionId: string, picture: ExternalPictureUse): Write =>
  deleteWrite(deskTable, key(exhibitionId, picture));
