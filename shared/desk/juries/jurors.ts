import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { exhibitionPk } from '../exhibitions/exhibitions.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { listIndex } from '../store/table.ts';

/** A member of an exhibition's jury. */
export interface Juror {
  /** As `createdBy` names members of the staff. */
  readonly jurorId: string;
  readonly assignedAt: string;
  readonly assignedBy: string;
}

const prefix = 'JUROR#';

const key = (exhibitionId: string, jurorId: string) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${prefix}${jurorId}` },
});

/** Name of the list that holds the exhibitions whose jury somebody is on. */
export const juryList = (jurorId: string): string => `JURIES#${jurorId}`;

/** Puts somebody on the jury of an exhibition; again changes nothing but the audit. */
export const saveJuror = async (exhibitionId: string, jurorId: string, context: ActionContext): Promise<Juror> => {
  const juror: Juror = { jurorId, assignedAt: context.now.toISOString(), assignedBy: context.by };
  await writeTogether([
    {
      Put: {
        TableName: env.deskTable,
        Item: {
          ...key(exhibitionId, jurorId),
          assignedAt: { S: juror.assignedAt },
          assignedBy: { S: juror.assignedBy },
          listPk: { S: juryList(jurorId) },
          listSk: { S: exhibitionId },
        },
      },
    },
    auditWrite({ ...context, notes: { juror: jurorId } }, 'jury.assigned', exhibitionId),
  ]);
  return juror;
};

/** Takes somebody off the jury. The points that were given stay. */
export const deleteJuror = (exhibitionId: string, jurorId: string, context: ActionContext): Promise<void> =>
  writeTogether([
    { Delete: { TableName: env.deskTable, Key: key(exhibitionId, jurorId) } },
    auditWrite({ ...context, notes: { juror: jurorId } }, 'jury.removed', exhibitionId),
  ]);

/** True where somebody is on the jury of an exhibition. */
export const isJurorOf = async (exhibitionId: string, jurorId: string): Promise<boolean> => {
  const Key = key(exhibitionId, jurorId);
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: env.deskTable, Key, ConsistentRead: true }));
  return Item !== undefined;
};

/** The members of the jury of an exhibition. */
export const readJurors = async (exhibitionId: string): Promise<Juror[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :juror)',
    ExpressionAttributeValues: { ':exhibition': exhibitionPk(exhibitionId), ':juror': { S: prefix } },
    ConsistentRead: true,
  });
  return items.map(({ sk, assignedAt, assignedBy }) => ({
    jurorId: sk?.S?.slice(prefix.length) ?? '',
    assignedAt: assignedAt?.S ?? '',
    assignedBy: assignedBy?.S ?? '',
  }));
};

/** The ids of exhibitions whose jury somebody is on, newest first; `last` is the id to go on from where there may be more. */
export const readJuriesPage = async (
  jurorId: string,
  limit: number,
  after: string | undefined,
): Promise<{ exhibitionIds: string[]; last?: string | undefined }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      IndexName: listIndex,
      KeyConditionExpression: after === undefined ? 'listPk = :list' : 'listPk = :list AND listSk < :after',
      ExpressionAttributeValues: {
        ':list': { S: juryList(jurorId) },
        ...(after !== undefined && { ':after': { S: after } }),
      },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return { exhibitionIds: Items.map(({ listSk }) => listSk?.S ?? ''), last: LastEvaluatedKey?.listSk?.S };
};
