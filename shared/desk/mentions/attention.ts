import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import type { Write } from '../../aws/transaction.ts';
import { type Attention, attentionSchema } from '../../model/attention.ts';
import { exhibitionPk } from '../exhibitions/exhibitions.ts';
import { listIndex } from '../store/table.ts';

/** Name of the list that holds what is not settled, oldest first. */
export const attentionList = 'ATTENTION';

const prefix = 'ATTENTION#';

/** Whose texts: an event's, or those of an exhibition and its artworks. */
export type AttentionOwner = { readonly eventId: string } | { readonly exhibitionId: string };

const partition = (owner: AttentionOwner) =>
  'eventId' in owner ? { S: `EVENT#${owner.eventId}` } : exhibitionPk(owner.exhibitionId);

const ownerOf = ({ place, exhibitionId }: Attention): AttentionOwner =>
  place.kind === 'event' ? { eventId: place.id } : { exhibitionId: exhibitionId ?? place.id };

const keyOf = (attention: Attention) => {
  const { place, artworkId } = attention;
  const sk = [place.kind, place.id, place.locale ?? '', place.field, artworkId].join('#');
  return { pk: partition(ownerOf(attention)), sk: { S: `${prefix}${sk}` } };
};

/** What is settled leaves the list and stays beside its item: should the same text come back, it is found again. */
const itemOf = (attention: Attention, isOpen: boolean) => ({
  ...keyOf(attention),
  attention: { S: JSON.stringify(attention) },
  ...(isOpen && {
    listPk: { S: attentionList },
    listSk: { S: `${attention.foundAt}#${attention.id}` },
  }),
});

/** The write that records a place. */
export const attentionWrite = (attention: Attention): Write => ({
  Put: { TableName: env.deskTable, Item: itemOf(attention, true) },
});

/** Keeps what has become of a place. */
export const saveAttention = async (attention: Attention, isOpen: boolean): Promise<void> => {
  await dynamodb.send(new PutItemCommand({ TableName: env.deskTable, Item: itemOf(attention, isOpen) }));
};

/** Forgets a place: what stood there is gone. */
export const deleteAttention = async (attention: Attention): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: keyOf(attention) }));
};

/** Every place of an event, or of an exhibition with its artworks; `isOpen` is false for those that are settled. */
export const readAttention = async (owner: AttentionOwner): Promise<{ attention: Attention; isOpen: boolean }[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :owner AND begins_with(sk, :attention)',
    ExpressionAttributeValues: { ':owner': partition(owner), ':attention': { S: prefix } },
    ConsistentRead: true,
  });
  return items.map((item) => ({
    attention: fromJson(attentionSchema, item.attention),
    isOpen: item.listPk !== undefined,
  }));
};

/** A page of the places that are not settled, oldest first; `last` is the sort key to go on from where there may be more. */
export const readAttentionPage = async (
  limit: number,
  after: string | undefined,
): Promise<{ items: Attention[]; last?: string }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      IndexName: listIndex,
      KeyConditionExpression: after === undefined ? 'listPk = :list' : 'listPk = :list AND listSk > :after',
      ExpressionAttributeValues: {
        ':list': { S: attentionList },
        ...(after !== undefined && { ':after': { S: after } }),
      },
      Limit: limit,
    }),
  );
  const last = LastEvaluatedKey?.listSk?.S;
  return { items: Items.map((item) => fromJson(attentionSchema, item.attention)), ...(last && { last }) };
};
