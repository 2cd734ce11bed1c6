import {
  BatchWriteItemCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { batchesOf } from '../../shared/aws/batches-of.ts';
import { dynamodb } from '../../shared/aws/dynamodb.ts';
import { env } from '../../shared/aws/environment.ts';
import type { StaffProcess, StaffRequest, StaffRouteName } from './cloud/staff-process.ts';

export type Query = Readonly<Record<string, string>>;

export type Item = Awaited<ReturnType<typeof tableItems>>[number];

export const tableItems = async () => (await dynamodb.send(new ScanCommand({ TableName: env.deskTable }))).Items ?? [];

export const removeAll = async (items: readonly Item[]): Promise<void> => {
  for (const batch of batchesOf(items, 25)) {
    const deletions = batch.flatMap(({ pk, sk }) => (pk && sk ? [{ DeleteRequest: { Key: { pk, sk } } }] : []));
    await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [env.deskTable]: deletions } }));
  }
};

export const emptyTable = async (): Promise<void> => {
  for (;;) {
    const items = await tableItems();
    if (items.length === 0) return;
    await removeAll(items);
  }
};

/** Lets a list be answered one item at a time, as DynamoDB cuts one short after a megabyte; gives what ends it. */
export const cutShort = (list: string): (() => void) => {
  dynamodb.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { ExpressionAttributeValues: values } = args.input as QueryCommandInput;
      const { Items = [] } = answer.output as QueryCommandOutput;
      const [first] = Items;
      if (values?.[':pk']?.S === list && first?.listSk && Items.length > 1)
        Object.assign(answer.output as object, { Items: [first], LastEvaluatedKey: { listSk: first.listSk } });
      return answer;
    },
    { step: 'initialize', name: 'megabyte' },
  );
  return () => dynamodb.middlewareStack.remove('megabyte');
};

export const titled = (title: string, locale = 'az') => ({ [locale]: { title, body: 'Mətn' } });

/** What tests of lists of events do with the staff, which is there once they begin. */
export const eventListsOn = (staff: () => StaffProcess) => {
  const ask = async (
    name: StaffRouteName,
    { body, ...request }: Omit<StaffRequest, 'body'> & { body?: object } = {},
  ) => {
    const answer = await staff().call(name, { ...request, ...(body && { body: JSON.stringify(body) }) });
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  const draft = async (content: object = {}, by = 'leyla'): Promise<string> => {
    const body = { category: 'events', translations: titled('Rəsm sərgisi'), ...content };
    return (await ask('createEvent', { body, by })).id;
  };

  const act = async (name: StaffRouteName, id: string, body: object = {}): Promise<void> => {
    const { version } = await ask('getStaffEvent', { params: { id } });
    await ask(name, { params: { id }, body, version });
  };

  const published = async (content: object = {}, plan: object = {}): Promise<string> => {
    const id = await draft(content);
    await act('publishEvent', id, plan);
    return id;
  };

  /** The ids that a list holds, page by page. */
  const listed = async (query: Query, limit = 100): Promise<string[]> => {
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await ask('listStaffEvents', {
        query: { ...query, limit: String(limit), ...(cursor && { cursor }) },
      });
      ids.push(...page.items.map(({ id }: { id: string }) => id));
      if (!page.nextCursor) return ids;
      cursor = page.nextCursor;
    }
  };

  const counts = async () => (await ask('listStaffEvents')).counts;

  return { ask, draft, act, published, listed, counts };
};
