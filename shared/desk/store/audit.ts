import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import { type AuditAction, type AuditEntry, auditEntrySchema } from '../../model/audit.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import { listIndex } from './table.ts';

/** Who acts, when, and from where. */
export interface ActionContext {
  readonly by: string;
  readonly from: string;
  /** The address that the CDN was asked from, as it says. */
  readonly viewer?: string | undefined;
  readonly now: Date;
  /** What the audit says of the act beside who, when and where. */
  readonly notes?: Pick<AuditEntry, 'namesSeen' | 'juror'>;
}

const monthList = (month: string): string => `AUDIT#${month}`;
const itemList = (item: string): string => `AUDIT#${item}`;

/** The write that records an act, to go into the transaction of the change itself. Entries are never changed. */
export const auditWrite = (
  { by, from, viewer, now, notes }: ActionContext,
  action: AuditAction,
  item: string,
  version?: number,
  places: readonly FieldLocation[] = [],
): Write => {
  const at = now.toISOString();
  const place = `${at}#${ulid(now.getTime())}`;
  const entry: AuditEntry = {
    ...{ createdAt: at, createdBy: by, from, action, item },
    ...(viewer && { viewer }),
    ...notes,
    ...(version !== undefined && { version }),
    ...(places.length > 0 && { places: [...places] }),
  };
  return {
    conditionName: 'audit',
    Put: {
      TableName: env.deskTable,
      Item: {
        pk: { S: monthList(at.slice(0, 7)) },
        sk: { S: place },
        entry: { S: JSON.stringify(entry) },
        listPk: { S: itemList(item) },
        listSk: { S: place },
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};

/** Which entries: those of a month (`2022-11`), or those about an item. */
export type AuditScope = { readonly month: string } | { readonly item: string };

/** Name of the list that holds the entries of a scope. */
export const auditList = (scope: AuditScope): string =>
  'month' in scope ? monthList(scope.month) : itemList(scope.item);

/** A page of the audit, newest first; `last` is the sort key to go on from where there may be more. */
export const readAudit = async (
  scope: AuditScope,
  limit: number,
  before: string | undefined,
): Promise<{ entries: AuditEntry[]; last?: string | undefined }> => {
  const [pk, sk] = 'month' in scope ? ['pk', 'sk'] : ['listPk', 'listSk'];
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      ...('item' in scope && { IndexName: listIndex }),
      KeyConditionExpression: before === undefined ? `${pk} = :list` : `${pk} = :list AND ${sk} < :before`,
      ExpressionAttributeValues: {
        ':list': { S: auditList(scope) },
        ...(before !== undefined && { ':before': { S: before } }),
      },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return {
    entries: Items.map((item) => fromJson(auditEntrySchema, item.entry)),
    last: LastEvaluatedKey?.sk?.S,
  };
};
