import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import type { Write } from '../../aws/transaction.ts';
import { exhibitionPk } from '../exhibitions/exhibitions.ts';

/** An entry as a jury that rates blind knows it: by a number that was drawn at random, and images below an address that tells nothing. */
export interface JuryWorkRecord {
  /** The rating that the number was drawn for. */
  readonly draw: number;
  readonly number: number;
  readonly artworkId: string;
  /** Random: the folder of the copies of its renditions. */
  readonly folder: string;
  /** True where the copies are there. */
  readonly isCopied: boolean;
}

const prefix = 'WORK#';

const padded = (number: number): string => String(number).padStart(10, '0');

const drawPrefix = (draw: number): string => `${prefix}${padded(draw)}#`;

const key = (exhibitionId: string, draw: number, number: number) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${drawPrefix(draw)}${padded(number)}` },
});

/** One number for an entry, whatever two workers do at once. */
const claimKey = (exhibitionId: string, { draw, artworkId }: JuryWorkRecord) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `DRAWN#${padded(draw)}#${artworkId}` },
});

type Item = NonNullable<Awaited<ReturnType<typeof queryAll>>[number]>;

const fromItem = ({ sk, artworkId, folder, isCopied }: Item): JuryWorkRecord => {
  const [, draw, number] = sk?.S?.split('#') ?? [];
  return {
    draw: Number(draw),
    number: Number(number),
    artworkId: artworkId?.S ?? '',
    folder: folder?.S ?? '',
    isCopied: isCopied?.BOOL ?? false,
  };
};

const toItem = (exhibitionId: string, { draw, number, artworkId, folder, isCopied }: JuryWorkRecord) => ({
  ...key(exhibitionId, draw, number),
  artworkId: { S: artworkId },
  folder: { S: folder },
  isCopied: { BOOL: isCopied },
});

/** The writes that give an entry its number: refused where the number, or the entry, has been drawn already. */
export const workWrites = (exhibitionId: string, work: JuryWorkRecord): Write[] => {
  const TableName = env.deskTable;
  const ConditionExpression = 'attribute_not_exists(pk)';
  return [
    { conditionName: 'number', Put: { TableName, Item: toItem(exhibitionId, work), ConditionExpression } },
    { conditionName: 'entry', Put: { TableName, Item: claimKey(exhibitionId, work), ConditionExpression } },
  ];
};

/** Records that the images of a work have been copied; refused where it was removed meanwhile. */
export const copiedWrite = (exhibitionId: string, work: JuryWorkRecord): Write => ({
  conditionName: 'number',
  Put: {
    TableName: env.deskTable,
    Item: toItem(exhibitionId, { ...work, isCopied: true }),
    ConditionExpression: 'attribute_exists(pk)',
  },
});

/** The writes that take a number back. */
export const workRemovals = (exhibitionId: string, work: JuryWorkRecord): Write[] => {
  const TableName = env.deskTable;
  return [
    { Delete: { TableName, Key: key(exhibitionId, work.draw, work.number) } },
    { Delete: { TableName, Key: claimKey(exhibitionId, work) } },
  ];
};

/** The works of a draw, or of all draws of which anything is left, in the order of their numbers. */
export const readJuryWorks = async (exhibitionId: string, draw?: number): Promise<JuryWorkRecord[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :works)',
    ExpressionAttributeValues: {
      ':exhibition': exhibitionPk(exhibitionId),
      ':works': { S: draw === undefined ? prefix : drawPrefix(draw) },
    },
    ConsistentRead: true,
  });
  return items.map(fromItem);
};

/** A page of the works of a draw, from above the number `after`; `more` says whether there may be others. */
export const readJuryWorksPage = async (
  exhibitionId: string,
  draw: number,
  { limit, after = 0 }: { limit: number; after?: number | undefined },
): Promise<{ works: JuryWorkRecord[]; more: boolean }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      KeyConditionExpression: 'pk = :exhibition AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':exhibition': exhibitionPk(exhibitionId),
        ':first': key(exhibitionId, draw, after + 1).sk,
        ':last': { S: `${drawPrefix(draw)}~` },
      },
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  return { works: Items.map(fromItem), more: LastEvaluatedKey !== undefined };
};

/** The work with a number; `undefined` where that was not drawn. */
export const readJuryWork = async (
  exhibitionId: string,
  draw: number,
  number: number,
): Promise<JuryWorkRecord | undefined> => {
  const Key = key(exhibitionId, draw, number);
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: env.deskTable, Key, ConsistentRead: true }));
  return Item && fromItem(Item);
};
