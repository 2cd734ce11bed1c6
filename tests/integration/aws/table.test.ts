import { type BatchGetItemCommand, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { getMany } from '../../../shared/aws/get-many.ts';
import { getItem, type Item, keyOf, queryAll, queryBatches, queryPage } from '../../../shared/aws/table.ts';
import {
  checkWrite,
  deleteWrite,
  exists,
  isNew,
  putWrite,
  unchanged,
  updateWrite,
} from '../../../shared/aws/table-writes.ts';
import { ConditionsFailedError, StoreBusyError, writeTogether } from '../../../shared/aws/transaction.ts';
import { writeItem } from '../../../shared/aws/write-item.ts';
import { writeMany } from '../../../shared/aws/write-many.ts';
import { showcaseTable as table } from '../../../shared/showcase/store/table.ts';
import { startShowcase } from '../../support/tables/showcase-table.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
  const sorted = ['a#1', 'a#2', 'a#3', 'b#1', 'b#2'];
  await writeMany(
    table,
    sorted.map((sk) => putWrite(table, { ...keyOf('sorted', sk), color: { S: 'red' }, width: { N: '1' } })),
  );
});
afterAll(() => showcase.stop());

const sortKeyOf = ({ sk }: Item) => sk?.S;

describe('a query', () => {
  it.each<[string, Omit<Parameters<typeof queryPage>[1], 'pk'>, string[]]>([
    ['the whole partition', {}, ['a#1', 'a#2', 'a#3', 'b#1', 'b#2']],
    ['a prefix', { beginsWith: 'b#' }, ['b#1', 'b#2']],
    ['two ends, both included', { between: ['a#2', 'b#1'] }, ['a#2', 'a#3', 'b#1']],
    ['what comes before', { before: 'a#3' }, ['a#1', 'a#2']],
    ['what comes before, last first', { before: 'a#3', order: 'descending' }, ['a#2', 'a#1']],
    ['what follows', { after: 'a#3' }, ['b#1', 'b#2']],
    ['what follows, last first', { after: 'a#3', order: 'descending' }, ['a#2', 'a#1']],
    ['a prefix from behind a key on', { beginsWith: 'a#', startAfter: keyOf('sorted', 'a#1') }, ['a#2', 'a#3']],
    ['nothing after nothing', { after: undefined, limit: 1 }, ['a#1']],
  ])('finds %s', async (_, range, expected) => {
    expect((await queryPage(table, { pk: 'sorted', ...range }, sortKeyOf)).items).toEqual(expected);
  });

  it('says where to go on as long as there may be more', async () => {
    const first = await queryPage(table, { pk: 'sorted', limit: 3 }, sortKeyOf);
    expect(first).toEqual({ items: ['a#1', 'a#2', 'a#3'], last: 'a#3' });
    const second = await queryPage(table, { pk: 'sorted', limit: 3, after: first.last }, sortKeyOf);
    expect(second).toEqual({ items: ['b#1', 'b#2'], last: undefined });
  });

  it('goes on to the end, and makes no Query that is not asked for', async () => {
    expect(await queryAll(table, { pk: 'sorted', limit: 2 }, sortKeyOf)).toHaveLength(5);
    let calls = 0;
    showcase.beforeCalls(() => {
      calls += 1;
    });
    for await (const batch of queryBatches(table, { pk: 'sorted', limit: 2 }, sortKeyOf)) {
      expect(batch).toEqual(['a#1', 'a#2']);
      break;
    }
    showcase.beforeCalls(undefined);
    expect(calls).toBe(1);
  });

  it('gives the attributes that are asked for', async () => {
    const { items } = await queryPage(table, { pk: 'sorted', limit: 1, attributes: 'sk, width' });
    expect(items).toEqual([{ sk: { S: 'a#1' }, width: { N: '1' } }]);
  });

  it('of an index that there is not is refused', async () => {
    await expect(queryPage(table, { pk: 'sorted', index: 'none' })).rejects.toThrow('no index none');
  });
});

describe('an item', () => {
  it('is read as the caller says, and is undefined where there is none', async () => {
    expect(await getItem(table, keyOf('sorted', 'a#1'), ({ width }) => Number(width?.N))).toBe(1);
    expect(await getItem(table, keyOf('sorted', 'z'))).toBeUndefined();
  });

  it('is read with any number of others, without those that are not there', async () => {
    const keys = Array.from({ length: 230 }, (_, n) => keyOf('many', String(n)));
    await writeMany(
      table,
      keys.slice(10).map((key) => putWrite(table, key)),
    );
    expect(await getMany(table, keys)).toHaveLength(220);
  });

  it('is asked for again where a busy table has left it over, and not for ever', async () => {
    const keys = ['a#1', 'a#2', 'a#3'].map((sk) => keyOf('sorted', sk));
    let left = 0;
    let calls = 0;
    dynamodb.middlewareStack.add(
      (next) => async (args) => {
        calls += 1;
        const answer = await next(args);
        const { RequestItems = {} } = args.input as BatchGetItemCommand['input'];
        if (left > 0) {
          left -= 1;
          Object.assign(answer.output as object, { Responses: {}, UnprocessedKeys: RequestItems });
        }
        return answer;
      },
      { step: 'initialize', name: 'busy' },
    );
    left = 2;
    expect(await getMany(table, keys)).toHaveLength(3);
    expect(calls).toBe(3);
    left = Number.POSITIVE_INFINITY;
    await expect(getMany(table, keys)).rejects.toThrow(StoreBusyError);
    dynamodb.middlewareStack.remove('busy');
  });
});

describe('a write', () => {
  const key = keyOf('written', 'one');

  it('takes place where its condition holds, and says whether it did', async () => {
    // "token" and "state" are reserved words.
    expect(await writeItem(putWrite(table, { ...key, token: { S: 'first' } }, unchanged('token', undefined)))).toBe(
      true,
    );
    expect(await writeItem(putWrite(table, { ...key, token: { S: 'second' } }, isNew()))).toBe(false);
    expect(await writeItem(putWrite(table, { ...key, token: { S: 'second' } }, unchanged('token', 'first')))).toBe(
      true,
    );
    const change = {
      text: 'SET #state = :state, isDone = :done ADD times :one',
      values: { state: 'on', done: true, one: 2 },
    };
    expect(await writeItem(updateWrite(table, key, change, unchanged('token', 'first')))).toBe(false);
    expect(await writeItem(updateWrite(table, key, change, unchanged('token', 'second')))).toBe(true);
    expect(await getItem(table, key)).toEqual({
      ...key,
      token: { S: 'second' },
      state: { S: 'on' },
      isDone: { BOOL: true },
      times: { N: '2' },
    });
    expect(await writeItem(deleteWrite(table, key, unchanged('token', 'first')))).toBe(false);
    expect(await writeItem(deleteWrite(table, key, unchanged('token', 'second')))).toBe(true);
    expect(await getItem(table, key)).toBeUndefined();
  });

  it('has room for a hundred others, and leaves out the last of the checks that it can do without', async () => {
    const items = Array.from({ length: 98 }, (_, n) => putWrite(table, keyOf('together', String(n))));
    const check = (sk: string) => ({ ...checkWrite(table, keyOf('sorted', sk), exists(sk)), isSpare: true as const });
    await writeTogether([check('a#1'), check('a#2'), check('z'), ...items]);
    await expect(writeTogether([check('a#1'), check('z'), check('a#2'), ...items])).rejects.toMatchObject({
      failedConditions: ['z'],
    });
  });

  it('that meets a transaction is made again, and not for ever', async () => {
    const conflict = () => {
      throw new TransactionConflictException({ message: 'Transaction is ongoing for the item', $metadata: {} });
    };
    let conflicts = 2;
    showcase.beforeCalls(() => {
      if (conflicts > 0) {
        conflicts -= 1;
        conflict();
      }
    });
    expect(await writeItem(putWrite(table, key))).toBe(true);
    expect(conflicts).toBe(0);
    showcase.beforeCalls(conflict);
    await expect(writeItem(deleteWrite(table, key))).rejects.toThrow(StoreBusyError);
    showcase.beforeCalls(undefined);
    expect(await writeItem(deleteWrite(table, key))).toBe(true);
  });

  it('of a transaction is named where its condition does not hold', async () => {
    const writes = [putWrite(table, key), checkWrite(table, keyOf('sorted', 'z'), exists('the last one'))];
    await expect(writeTogether(writes)).rejects.toThrow(ConditionsFailedError);
    await expect(writeTogether(writes)).rejects.toMatchObject({ failedConditions: ['the last one'] });
    expect(await getItem(table, key)).toBeUndefined();
  });

  it('that is a check is no write by itself, nor one of a batch', async () => {
    const check = checkWrite(table, key, isNew());
    await expect(writeItem(check)).rejects.toThrow('no write by itself');
    await expect(writeMany(table, [check])).rejects.toThrow('puts and deletes');
  });
});
