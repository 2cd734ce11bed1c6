import * as z from 'zod';
import { expirySeconds } from '../../aws/expiry.ts';
import { getItem, type Item, keyOf, queryAll } from '../../aws/table.ts';
import {
  type Condition,
  checkWrite,
  deleteWrite,
  type Expression,
  putWrite,
  updateWrite,
} from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { idSchema } from '../../model/id.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { erasureDays } from '../store/erasure-days.ts';
import { deskTable } from '../store/table.ts';
import { pictureHash } from './picture-key.ts';

/** An artwork whose image has the bytes of a picture, or had them before it got another one. */
export interface PictureHolder {
  readonly exhibitionId: string;
  readonly artworkId: string;
  readonly isFormer: boolean;
}

/** Which artwork was erased with the picture: ids, and no personal data. */
const erasedPictureSchema = z.object({ exhibitionId: idSchema, artworkId: idSchema, erasedAt: z.string() });

type ErasedPicture = z.output<typeof erasedPictureSchema>;

/**
 * What the desk knows of a picture by its bytes, whichever uploads have them: which artworks govern it, and where the
 * public sees it outside its exhibition. Two counts guard it. An action that shows the picture checks that its holders
 * are those that were read; one that changes the holders also checks that no new place shows it. So of two actions at
 * once neither can miss the other.
 */
export interface PictureRecord {
  readonly hash: string;
  /** How often its holders, or what they consent to, have changed. */
  readonly holdings: number;
  /** How often something was published with it. */
  readonly showings: number;
  readonly holders: readonly PictureHolder[];
  readonly shownIn: readonly FieldLocation[];
  readonly uploadIds: readonly string[];
  readonly erased?: ErasedPicture | undefined;
}

const pk = (hash: string): string => `PICTURE#${hash}`;

const key = (hash: string) => keyOf(pk(hash), 'PICTURE');

const usePrefix = 'SHOWN-IN#';
const holderPrefix = 'HELD-BY#';
const uploadPrefix = 'UPLOAD#';

/** The place at which an event or an exhibition shows pictures. */
export const pictureLocation = (id: string, kind: FieldLocation['kind'] = 'event'): FieldLocation => ({
  ...{ kind, id },
  field: 'pictures',
});

const useKey = (hash: string, { kind, id, field }: FieldLocation) =>
  keyOf(pk(hash), `${usePrefix}${kind}#${id}#${field}`);

const holderKey = (hash: string, { exhibitionId, artworkId }: Pick<PictureHolder, 'exhibitionId' | 'artworkId'>) =>
  keyOf(pk(hash), `${holderPrefix}${exhibitionId}#${artworkId}`);

const uploadKey = (hash: string, uploadId: string) => keyOf(pk(hash), `${uploadPrefix}${uploadId}`);

const erasedIn = (item: Item | undefined, now: Date): ErasedPicture | undefined =>
  // The table deletes it some time after: what counts is the time.
  item?.erased?.S && Number(item.expiresAt?.N) * 1000 > now.getTime()
    ? erasedPictureSchema.parse(JSON.parse(item.erased.S))
    : undefined;

/**
 * The erasure that the bytes of a file fall under, by their SHA-256; `undefined` if they were never erased, or long
 * ago.
 */
export const readErasedPicture = async (sha256: string, now: Date): Promise<ErasedPicture | undefined> =>
  erasedIn(await getItem(deskTable, key(await pictureHash(sha256))), now);

/** The picture with a hash, read consistently; an unknown one has no holders and is shown nowhere. */
export const readPicture = async (hash: string, now: Date): Promise<PictureRecord> => {
  // The counts first: a change while the rest is read then makes the transaction fail.
  const item = await getItem(deskTable, key(hash));
  const items = await queryAll(deskTable, { pk: pk(hash) });
  const below = (prefix: string) =>
    items.flatMap((one) =>
      one.sk?.S?.startsWith(prefix) ? [{ parts: one.sk.S.slice(prefix.length).split('#'), one }] : [],
    );
  return {
    hash,
    holdings: Number(item?.holdings?.N ?? 0),
    showings: Number(item?.showings?.N ?? 0),
    holders: below(holderPrefix).map(({ parts: [exhibitionId = '', artworkId = ''], one }) => ({
      exhibitionId,
      artworkId,
      isFormer: one.isFormer?.BOOL === true,
    })),
    shownIn: [...new Map(below(usePrefix).map(({ parts: [kind, id = ''] }) => [id, kind])).entries()].map(
      ([id, kind]) => pictureLocation(id, kind as FieldLocation['kind']),
    ),
    uploadIds: below(uploadPrefix).map(({ parts: [id = ''] }) => id),
    erased: erasedIn(item, now),
  };
};

/** The picture that the bytes of a file are. */
export const readPictureOf = async (sha256: string, now: Date): Promise<PictureRecord> =>
  readPicture(await pictureHash(sha256), now);

/** Guarded as editions are: the caller reads again, and decides by what it finds. */
const countsAre = (counts: Readonly<Record<string, number>>): Condition => ({
  name: 'edition',
  text: Object.entries(counts)
    .map(([name, value]) => (value === 0 ? `attribute_not_exists(${name})` : `${name} = :${name}`))
    .join(' AND '),
  values: Object.fromEntries(Object.entries(counts).filter(([, value]) => value > 0)),
});

/** Makes a transaction fail where the holders of a picture, or their consent, are not those that were read. */
export const holdersCheck = ({ hash, holdings }: PictureRecord): Write =>
  checkWrite(deskTable, key(hash), countsAre({ holdings }));

/** Makes a transaction fail where something was published with a picture since it was read. */
export const showingsCheck = ({ hash, showings }: PictureRecord): Write =>
  checkWrite(deskTable, key(hash), countsAre({ showings }));

/** The writes by which a publication shows a picture: refused if its holders are not those that were read. */
export const pictureUseWrites = ({ hash, holdings }: PictureRecord, place: FieldLocation): Write[] => [
  updateWrite(
    deskTable,
    key(hash),
    { text: 'REMOVE erased, expiresAt ADD showings :one', values: { one: 1 } },
    countsAre({ holdings }),
  ),
  putWrite(deskTable, useKey(hash, place)),
];

/** Up to 0.2.0 an event showed one picture, and this was its field. */
const formerField = 'cover';

/** Records that an event or an exhibition no longer shows a picture, in the transaction that removes it there. */
export const pictureUseRemovals = (hash: string, place: FieldLocation): Write[] =>
  [place.field, formerField].map((field) => deleteWrite(deskTable, useKey(hash, { ...place, field })));

/**
 * The writes of an action that changes the holders of a picture or their consent: refused if it has other holders,
 * or was shown elsewhere, since it was read. `erased` records that it may not come back.
 */
export const holdingWrites = (
  { hash, holdings, showings }: PictureRecord,
  after: { readonly set?: PictureHolder | undefined; readonly removed?: readonly PictureHolder[] },
  erased?: ErasedPicture,
): Write[] => {
  const { set, removed = [] } = after;
  const change: Expression = erased
    ? {
        text: 'SET erased = :erased, expiresAt = :expiresAt ADD holdings :one',
        values: {
          one: 1,
          erased: JSON.stringify(erased),
          expiresAt: expirySeconds(erased.erasedAt, erasureDays * 86_400),
        },
      }
    : { text: 'REMOVE erased, expiresAt ADD holdings :one', values: { one: 1 } };
  return [
    updateWrite(deskTable, key(hash), change, countsAre({ holdings, showings })),
    ...(set ? [putWrite(deskTable, { ...holderKey(hash, set), isFormer: { BOOL: set.isFormer } })] : []),
    ...removed.map((holder) => deleteWrite(deskTable, holderKey(hash, holder))),
  ];
};

/** Has every action that has read the holders of a picture, or their consent, read them again. */
export const holdingsBump = (hash: string): Write =>
  updateWrite(deskTable, key(hash), { text: 'ADD holdings :one', values: { one: 1 } });

export const pictureUploadWrite = (hash: string, uploadId: string): Write =>
  putWrite(deskTable, uploadKey(hash, uploadId));

export const pictureUploadRemoval = (hash: string, uploadId: string): Write =>
  deleteWrite(deskTable, uploadKey(hash, uploadId));
