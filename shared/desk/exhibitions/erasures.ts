import { DeleteItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import type { Write } from '../../aws/transaction.ts';
import { idSchema } from '../../model/id.ts';
import { exhibitionPk } from './exhibitions.ts';

/** An artwork that was erased, whose files and ratings must go still. It holds nothing that tells of a person. */
const erasureSchema = z.strictObject({
  artworkId: idSchema,
  upload: z.strictObject({ id: idSchema, sha256: z.string() }).optional(),
});

export type Erasure = z.output<typeof erasureSchema>;

const prefix = 'ERASURE#';

const key = (exhibitionId: string, artworkId: string) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${prefix}${artworkId}` },
});

/** Leaves word of an erasure, in the transaction that takes the record away. */
export const erasureWrite = (exhibitionId: string, erasure: Erasure): Write => ({
  Put: {
    TableName: env.deskTable,
    Item: { ...key(exhibitionId, erasure.artworkId), erasure: { S: JSON.stringify(erasure) } },
  },
});

/** True while an erasure is not complete. */
export const isBeingErased = async (exhibitionId: string, artworkId: string): Promise<boolean> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({
      TableName: env.deskTable,
      Key: key(exhibitionId, artworkId),
      ConsistentRead: true,
    }),
  );
  return Item !== undefined;
};

/** The erasures of an exhibition that are not complete. */
export const readErasures = async (exhibitionId: string): Promise<Erasure[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :erasure)',
    ExpressionAttributeValues: { ':exhibition': exhibitionPk(exhibitionId), ':erasure': { S: prefix } },
    ConsistentRead: true,
  });
  return items.map(({ erasure }) => fromJson(erasureSchema, erasure));
};

/** Forgets an erasure that is complete. */
export const deleteErasure = async (exhibitionId: string, { artworkId }: Erasure): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: key(exhibitionId, artworkId) }));
};
