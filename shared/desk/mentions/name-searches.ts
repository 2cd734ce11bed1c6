import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { jsonOf } from '../../aws/document.ts';
import { expiry } from '../../aws/expiry.ts';
import { getItem, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { idSchema } from '../../model/id.ts';
import { type FieldLocation, fieldLocationSchema } from '../../model/json/field-location.ts';
import { type WithheldEntry, withheldEntrySchema } from '../../model/names/withheld-entry.ts';
import { attentionCauses } from '../../model/publication/attention.ts';
import type { ActionContext } from '../store/audit.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/**
 * A search of all texts for a name that has become withheld. Of an erased artist it holds the keys of the name, until
 * the search is done; after that only the places are kept, for a day.
 */
const nameSearchSchema = z.strictObject({
  artworkId: idSchema,
  /** Tells one search for an artwork from another. */
  token: z.string(),
  cause: z.enum(attentionCauses),
  startedAt: z.string(),
  /** Who has withdrawn the name, and from where: for the audit. */
  by: z.string(),
  from: z.string(),
  viewer: z.string().optional(),
  /** What is searched for; absent once it is done. */
  entry: withheldEntrySchema.optional(),
  /** What was found; absent until it is done. */
  places: z.array(fieldLocationSchema).optional(),
});

export type NameSearch = z.output<typeof nameSearchSchema>;

const prefix = 'NAME-SEARCH#';

const key = (exhibitionId: string, artworkId: string) => keyOf(exhibitionPk(exhibitionId), `${prefix}${artworkId}`);

const item = (exhibitionId: string, search: NameSearch) => ({
  ...key(exhibitionId, search.artworkId),
  search: { S: JSON.stringify(search) },
  token: { S: search.token },
});

/** Demands a search of all texts for the names of an entry, in the transaction that withholds them. */
export const nameSearchWrite = (
  exhibitionId: string,
  entry: WithheldEntry,
  cause: NameSearch['cause'],
  { by, from, viewer, now }: ActionContext,
): Write => {
  const { artworkId } = entry;
  const search: NameSearch = {
    ...{ artworkId, token: randomUUID(), cause, entry, by, from, startedAt: now.toISOString() },
    ...(viewer && { viewer }),
  };
  return putWrite(deskTable, item(exhibitionId, search));
};

const searchOf = jsonOf(nameSearchSchema, 'search');

/** A search for the names of an artwork that is running, or was done within a day. */
export const readNameSearch = (exhibitionId: string, artworkId: string): Promise<NameSearch | undefined> =>
  getItem(deskTable, key(exhibitionId, artworkId), searchOf);

/** The searches of an exhibition that are not done. */
export const readNameSearches = async (exhibitionId: string): Promise<(NameSearch & { entry: WithheldEntry })[]> => {
  const all = await queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: prefix }, searchOf);
  return all.flatMap(({ entry, ...search }) => (entry ? [{ ...search, entry }] : []));
};

/** How long the places of a finished search are kept for callers that ask again. */
const keptSeconds = 86_400;

/**
 * The write that replaces the names by the places found, or deletes the record where there are none. It fails where
 * another search for the same artwork has begun meanwhile.
 */
export const nameSearchDone = (
  exhibitionId: string,
  search: NameSearch,
  places: readonly FieldLocation[],
  now: Date,
): Write => {
  const { entry: _, ...rest } = search;
  const isSame = unchanged('token', search.token, 'search');
  if (places.length === 0) return deleteWrite(deskTable, key(exhibitionId, search.artworkId), isSame);
  const found = item(exhibitionId, { ...rest, places: [...places] });
  return putWrite(deskTable, { ...found, ...expiry(now, keptSeconds) }, isSame);
};
