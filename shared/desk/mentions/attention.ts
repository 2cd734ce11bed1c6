import { jsonOf } from '../../aws/document.ts';
import { keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type Attention, attentionSchema } from '../../model/publication/attention.ts';
import { sitePk } from '../site/site.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable, listIndex } from '../store/table.ts';

/** Name of the list that holds what is not settled, oldest first. */
export const attentionList = 'ATTENTION';

const prefix = 'ATTENTION#';

/** Whose texts: an event's, those of an exhibition and its artworks, or those of the settings of the site. */
export type AttentionOwner = { readonly eventId: string } | { readonly exhibitionId: string } | { readonly site: true };

const partition = (owner: AttentionOwner): string => {
  if ('site' in owner) return sitePk;
  return 'eventId' in owner ? `EVENT#${owner.eventId}` : exhibitionPk(owner.exhibitionId);
};

const ownerOf = ({ place, exhibitionId }: Attention): AttentionOwner => {
  if (place.kind === 'site') return { site: true };
  return place.kind === 'event' ? { eventId: place.id } : { exhibitionId: exhibitionId ?? place.id };
};

const attentionKey = (attention: Attention) => {
  const { place, artworkId } = attention;
  const sk = [place.kind, place.id, place.locale ?? '', place.field, artworkId].join('#');
  return keyOf(partition(ownerOf(attention)), `${prefix}${sk}`);
};

/** What is settled leaves the list and stays beside its item: should the same text return, it is found again. */
const itemOf = (attention: Attention, isOpen: boolean) => ({
  ...attentionKey(attention),
  attention: { S: JSON.stringify(attention) },
  ...(isOpen && {
    listPk: { S: attentionList },
    listSk: { S: `${attention.foundAt}#${attention.id}` },
  }),
});

export const attentionWrite = (attention: Attention): Write => putWrite(deskTable, itemOf(attention, true));

/** Records the state of a place. */
export const saveAttention = async (attention: Attention, isOpen: boolean): Promise<void> => {
  await writeItem(putWrite(deskTable, itemOf(attention, isOpen)));
};

/** Deletes the record of a place whose text is gone. */
export const deleteAttention = async (attention: Attention): Promise<void> => {
  await writeItem(deleteWrite(deskTable, attentionKey(attention)));
};

/**
 * The writes that delete the records of fields of an item which are gone, for the transaction that takes them away.
 * What it has no room for is settled after it (`resolveAttention`).
 */
export const attentionRemovals = async (
  owner: AttentionOwner,
  { id, fields }: { readonly id: string; readonly fields: readonly string[] },
): Promise<Write[]> => {
  const records = (await readAttention(owner)).map(({ attention }) => attention);
  const gone = records.filter(({ place }) => place.id === id && fields.includes(place.field));
  return gone.map((attention) => ({ ...deleteWrite(deskTable, attentionKey(attention)), isSpare: true }));
};

const attentionOf = jsonOf(attentionSchema, 'attention');

/**
 * Every place of an event, of an exhibition with its artworks, or of the settings; `isOpen` is false for those that are
 * settled.
 */
export const readAttention = (owner: AttentionOwner): Promise<{ attention: Attention; isOpen: boolean }[]> =>
  queryAll(deskTable, { pk: partition(owner), beginsWith: prefix }, (item) => ({
    attention: attentionOf(item),
    isOpen: item.listPk !== undefined,
  }));

/** A page of the places that are not settled, oldest first. */
export const readAttentionPage = (limit: number, after: string | undefined): Promise<Page<Attention>> =>
  queryPage(deskTable, { pk: attentionList, index: listIndex, after, limit }, attentionOf);
