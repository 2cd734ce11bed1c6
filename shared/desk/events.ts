import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { fromDocument, toDocument } from '../aws/document.ts';
import { dynamodb } from '../aws/dynamodb.ts';
import { requireEnv } from '../aws/environment.ts';
import { ConditionsFailed, type Write, writeTogether } from '../aws/transaction.ts';
import { type Event, type EventContent, eventSchema } from '../domain/event.ts';
import type { Revision } from '../domain/revision.ts';
import { type Act, auditWrite } from './audit.ts';
import { revisionWrite } from './revisions.ts';
import { listIndex } from './table.ts';

/** An event was changed by somebody else since it was read. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion';
  readonly current: Event;

  constructor(current: Event) {
    super(`Version ${current.version} of event ${current.id} is current.`);
    this.current = current;
  }
}

const key = (id: string) => ({ pk: { S: `EVENT#${id}` }, sk: { S: 'WORKING' } });

/** The working copy of an event, read consistently; `undefined` where there is none. */
export const readEvent = async (id: string): Promise<Event | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: requireEnv('DESK_TABLE'), Key: key(id), ConsistentRead: true }),
  );
  return Item && fromDocument(eventSchema, Item.doc);
};

/** Name of the list that holds the events of one status. */
export const listOf = (status: Event['status']): string => `EVENTS#${status}`;

/** The write that puts the working copy in place of `previous`, or makes it where there is none. Throws `DocumentTooLarge`. */
const eventWrite = (event: Event, previous: Event | undefined): Write => ({
  guards: 'version',
  Put: {
    TableName: requireEnv('DESK_TABLE'),
    Item: {
      ...key(event.id),
      doc: toDocument(event),
      version: { N: String(event.version) },
      listPk: { S: listOf(event.status) },
      listSk: { S: `${event.updatedAt}#${event.id}` },
      ...(event.category && event.status !== 'archived' && { category: { S: event.category } }),
    },
    ...(previous
      ? {
          ConditionExpression: 'version = :previous',
          ExpressionAttributeValues: { ':previous': { N: String(previous.version) } },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

/**
 * Writes a version of an event: the working copy, the revision that keeps it, the audit entry, and `others`; or nothing.
 * Throws `StaleVersion`, `DocumentTooLarge`, or `ConditionsFailed` where a condition of the others does not hold.
 */
export const saveEvent = async (
  event: Event,
  previous: Event | undefined,
  action: Revision['action'],
  act: Act,
  others: readonly Write[] = [],
): Promise<void> => {
  try {
    await writeTogether([
      eventWrite(event, previous),
      revisionWrite({ action, event }),
      auditWrite(act, `event.${action}`, event.id, event.version),
      ...others,
    ]);
  } catch (error) {
    if (!(error instanceof ConditionsFailed) || !error.guards.includes('version')) throw error;
    const current = await readEvent(event.id);
    throw current ? new StaleVersion(current) : error;
  }
};

/** The next version of a working copy, by whom and when. */
export const nextVersion = (event: Event, change: Partial<Event>, { by, now }: Act): Event => ({
  ...event,
  ...change,
  version: event.version + 1,
  updatedAt: now.toISOString(),
  updatedBy: by,
});

/** A new working copy. */
export const newEvent = (id: string, content: EventContent, { by, now }: Act): Event => ({
  ...content,
  id,
  status: 'draft',
  version: 1,
  createdAt: now.toISOString(),
  createdBy: by,
  updatedAt: now.toISOString(),
  updatedBy: by,
});

/** A page of the working copies of one status, last changed first; `last` is the sort key to go on from where there may be more. */
export const listEvents = async (
  status: Event['status'],
  limit: number,
  after: string | undefined,
): Promise<{ events: Event[]; last?: string }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: requireEnv('DESK_TABLE'),
      IndexName: listIndex,
      KeyConditionExpression: after === undefined ? 'listPk = :list' : 'listPk = :list AND listSk < :after',
      ExpressionAttributeValues: {
        ':list': { S: listOf(status) },
        ...(after !== undefined && { ':after': { S: after } }),
      },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const last = LastEvaluatedKey?.listSk?.S;
  return { events: Items.map((item) => fromDocument(eventSchema, item.doc)), ...(last && { last }) };
};
