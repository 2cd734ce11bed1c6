import { randomUUID } from 'node:crypto';
import { type Item, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';
import { holdingsBump } from './pictures.ts';

/**
 * A former picture of an artwork whose consent is being changed, where it has too many of them for one transaction:
 * what is published with it at the same moment has not read that consent, and is looked for after the change. The
 * record is written before, so that the publisher does so where the worker has died in between.
 */
export interface UnsettledPicture {
  readonly exhibitionId: string;
  readonly artworkId: string;
  readonly hash: string;
  /** When the change began, as ISO 8601. */
  readonly at: string;
  /** Tells the record from that of a later change. */
  readonly token: string;
}

const prefix = 'UNSETTLED#';

const key = ({ exhibitionId, artworkId, hash }: UnsettledPicture) =>
  keyOf(exhibitionPk(exhibitionId), `${prefix}${artworkId}#${hash}`);

export const unsettledPicture = (
  { exhibitionId, artworkId, hash }: Pick<UnsettledPicture, 'exhibitionId' | 'artworkId' | 'hash'>,
  now: Date,
): UnsettledPicture => ({ exhibitionId, artworkId, hash, at: now.toISOString(), token: randomUUID() });

export const unsettledPictureWrite = (picture: UnsettledPicture): Write =>
  putWrite(deskTable, { ...key(picture), at: { S: picture.at }, token: { S: picture.token } });

/** The former pictures of an exhibition's artworks that may still be published by a consent that is no more. */
export const readUnsettledPictures = (exhibitionId: string): Promise<UnsettledPicture[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, ({ sk, at, token }: Item) => {
    const [artworkId = '', hash = ''] = sk?.S?.slice(prefix.length).split('#') ?? [];
    return { exhibitionId, artworkId, hash, at: at?.S ?? '', token: token?.S ?? '' };
  });

/**
 * Has every publication that has read the earlier consent to a picture read it again. What was published before that
 * must be looked for afterwards.
 */
export const settlePicture = async (picture: UnsettledPicture): Promise<void> => {
  await writeItem(holdingsBump(picture.hash));
  // A later change needs its own record.
  await writeItem(deleteWrite(deskTable, key(picture), unchanged('token', picture.token)));
};
