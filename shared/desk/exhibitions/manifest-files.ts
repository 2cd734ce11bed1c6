import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import { listIndex } from '../store/table.ts';
import { exhibitionPk } from './exhibitions.ts';

/**
 * Manifests of an exhibition that are public files. The record is written before the file and deleted after it: so there is never a
 * public file that nobody knows of.
 */
const prefix = 'MANIFEST-FILE#';

const key = (exhibitionId: string, media: string) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${prefix}${media}` },
});

/** The list of all of them in the index, by exhibition. */
const list = 'MANIFEST-FILES';

/** Keeps in mind that there is, or will be, a file. */
export const saveManifestRecord = async (exhibitionId: string, media: string): Promise<void> => {
  const Item = { ...key(exhibitionId, media), listPk: { S: list }, listSk: { S: `${exhibitionId}#${media}` } };
  await dynamodb.send(new PutItemCommand({ TableName: env.deskTable, Item }));
};

/** Where the manifests of an exhibition lie that were ever made and are not deleted. */
export const readManifestRecords = async (exhibitionId: string): Promise<string[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :files)',
    ExpressionAttributeValues: { ':exhibition': exhibitionPk(exhibitionId), ':files': { S: prefix } },
    ConsistentRead: true,
  });
  return items.map(({ sk }) => sk?.S?.slice(prefix.length) ?? '');
};

/** Forgets a file that is deleted. */
export const deleteManifestRecord = async (exhibitionId: string, media: string): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: key(exhibitionId, media) }));
};

/** The exhibitions that have such files. */
export const readExhibitionsWithManifests = async (): Promise<string[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    IndexName: listIndex,
    KeyConditionExpression: 'listPk = :list',
    ExpressionAttributeValues: { ':list': { S: list } },
  });
  return [...new Set(items.map(({ listSk }) => listSk?.S?.split('#')[0] ?? ''))];
};
