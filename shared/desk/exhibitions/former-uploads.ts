import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import type { Write } from '../../aws/transaction.ts';
import { exhibitionPk } from './exhibitions.ts';

/** Images that an artwork has had before its present one: whoever erases the artist must find them too. */
const prefix = (artworkId: string): string => `FORMER-UPLOAD#${artworkId}#`;

const key = (exhibitionId: string, artworkId: string, uploadId: string) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${prefix(artworkId)}${uploadId}` },
});

/** Remembers that an upload was the image of an artwork, in the transaction that gives it another one. */
export const formerUploadWrite = (exhibitionId: string, artworkId: string, uploadId: string): Write => ({
  Put: { TableName: env.deskTable, Item: { ...key(exhibitionId, artworkId, uploadId) } },
});

/** The ids of the uploads that were images of an artwork before. */
export const readFormerUploads = async (exhibitionId: string, artworkId: string): Promise<string[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :former)',
    ExpressionAttributeValues: { ':exhibition': exhibitionPk(exhibitionId), ':former': { S: prefix(artworkId) } },
    ConsistentRead: true,
  });
  return items.map(({ sk }) => sk?.S?.slice(prefix(artworkId).length) ?? '');
};

/** Forgets that an upload was the image of an artwork. */
export const deleteFormerUpload = async (exhibitionId: string, artworkId: string, uploadId: string): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: key(exhibitionId, artworkId, uploadId) }));
};
