import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { isFaultOfData } from '../../../shared/aws/is-fault-of-data.ts';
import { ConditionsFailedError, StoreBusyError } from '../../../shared/aws/transaction.ts';
import { StoredValueError } from '../../../shared/model/json/read-stored.ts';
import { forgottenWith } from '../../../shared/showcase/changes/affected-tags.ts';
import { changesIn, type StreamRecordSummary } from '../../../shared/showcase/changes/changes.ts';
import { webhookEventsOf } from '../../../shared/webhooks/events/webhook-event.ts';

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const now = new Date('2026-11-25T12:00:00.000Z');
const actedAt = '2026-11-25T10:00:00.000Z';
const publication = { publishedAt: actedAt, slugs: { az: 'sergi' }, category: 'events' };
const image = (face: string) => ({ face: { S: face } });
const readable = image(JSON.stringify({ edition: 2, actedAt, publication }));
const withdrawn = image(JSON.stringify({ edition: 2, actedAt }));
const keys = { pk: { S: `EVENT#${id}` }, sk: { S: 'SLUGS' } };

describe('the records of a batch', () => {
  it('give their changes in order, and those that tell of none apart', () => {
    const batch: StreamRecordSummary[] = [
      { dynamodb: { Keys: keys, NewImage: readable } },
      { dynamodb: { Keys: keys, OldImage: readable, NewImage: image('{') } },
      { dynamodb: { Keys: { ...keys, pk: { S: 'EVENT#1' } }, NewImage: readable } },
      {},
      { dynamodb: { Keys: keys, OldImage: readable, NewImage: withdrawn } },
    ];
    const { changes, unreadable } = changesIn(batch);
    expect(changes.map(({ record }) => batch.indexOf(record))).toEqual([0, 4]);
    expect(unreadable.map(({ record }) => batch.indexOf(record))).toEqual([1, 2, 3]);
  });

  it('are followed where only what was before cannot be read', () => {
    const { changes, unreadable } = changesIn([{ dynamodb: { Keys: keys, OldImage: image('{'), NewImage: readable } }]);
    expect(unreadable).toEqual([]);
    const change = changes[0]?.change;
    if (!change) throw new Error('There is no change.');
    expect(change).toMatchObject({ id, isBeforeUnknown: true, after: { edition: 2 } });
    expect(forgottenWith([change], now.getTime())).toEqual(['/*']);
    expect(webhookEventsOf(change, now).map(({ type }) => type)).toEqual(['event.published']);
  });

  it('cannot be announced where what was withdrawn cannot be read', () => {
    const { changes } = changesIn([{ dynamodb: { Keys: keys, OldImage: image('{'), NewImage: withdrawn } }]);
    expect(() => changes.flatMap(({ change }) => webhookEventsOf(change, now))).toThrow('cannot be read');
    expect(changes.flatMap(({ change }) => forgottenWith([change], now.getTime()))).toEqual(['/*']);
  });
});

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};
const named = (name: string) => Object.assign(new Error('refused'), { name });
const throttled = new ProvisionedThroughputExceededException({ message: 'busy', $metadata: {} });

describe('a failure', () => {
  it.each([
    ['a stored value that is none', new StoredValueError('number', ['edition'])],
    ['what a schema refuses', thrownBy(() => z.string().parse(1))],
    ['text that is no JSON', thrownBy(() => JSON.parse('{'))],
    ['a date that is none', thrownBy(() => new Date('x').toISOString())],
    ['a part that is not there', thrownBy(() => (undefined as unknown as { a: string }).a)],
    ['a request that can never be right', named('ValidationException')],
    ['a path that CloudFront does not take', named('InvalidArgument')],
  ])('lies in the data, and comes again however often it is tried: %s', (_name, error) => {
    expect(isFaultOfData(error)).toBe(true);
  });

  it.each([
    ['a busy table', throttled],
    ['a store that was busy to the end', new StoreBusyError('busy')],
    ['a race that was lost', new ConditionsFailedError(['item'])],
    ['a missing permission', named('AccessDeniedException')],
    ['a table that is not there yet', named('ResourceNotFoundException')],
    ['invalidations in progress', named('TooManyInvalidationsInProgress')],
    ['a network that is away', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a time that ran out', named('TimeoutError')],
    ['a setting that is missing', new Error('The environment variable A is not set.')],
    ['nothing that is known', 'x'],
  ])('passes, or is mended: %s', (_name, error) => {
    expect(isFaultOfData(error)).toBe(false);
  });
});
