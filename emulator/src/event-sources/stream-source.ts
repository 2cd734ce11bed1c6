import * as z from 'zod';
import { StreamReader, type StreamRecord } from '../dynamodb/streams.ts';
import type { LambdaFunction } from '../lambda/lambda.ts';
import type { Queue } from '../sqs/sqs.ts';
import { streamArn } from '../template/identity.ts';
import { propertiesOf, type Resource, type Template } from '../template/template.ts';
import { filterSchema, matchesFilter } from './event-filter.ts';
import type { Positions } from './position-file.ts';
import { StreamDelivery } from './stream-delivery.ts';

const unlimited = z.literal(-1).transform(() => Number.POSITIVE_INFINITY);

const mappingSchema = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(100),
  Enabled: z.boolean().default(true),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.union([unlimited, z.number()]).default(Number.POSITIVE_INFINITY),
  MaximumRecordAgeInSeconds: z.union([unlimited, z.number()]).default(Number.POSITIVE_INFINITY),
  FilterCriteria: filterSchema.optional(),
  DestinationConfig: z.strictObject({ OnFailure: z.strictObject({ Destination: z.string() }) }).optional(),
});

/** The two ends of an event source mapping, and its settings. */
export interface StreamSourceOptions {
  readonly resource: Resource;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** The address of the engine. */
  readonly dynamodb: string;
  readonly positions: Positions;
  /** Where a stream starts that has not been read yet, instead of the mapping's setting. */
  readonly startAt?: 'LATEST' | undefined;
  readonly may: (role: string, action: string, arn: string) => boolean;
  readonly now: () => number;
  /** Milliseconds until a failed batch is retried; from one second up to a minute, where absent. */
  readonly retryDelay: number | undefined;
  /** Most milliseconds to gather records, where the mapping allows for longer. */
  readonly longestWindow: number | undefined;
  readonly report: (error: unknown) => void;
}

/** A stream with a consuming function. */
export interface StreamSource {
  /** The function's name. */
  readonly follower: string;
  /** The table of the stream. */
  readonly table: string;
  /** The id of the event source mapping, by which its position is kept. */
  readonly mapping: string;
  /** Reports a write to the table: the stream is read soon. */
  written(): void;
  /** Resolves when the function has received all records written until now. */
  idle(): Promise<void>;
  stop(): void;
}

/** How long to wait for the records of functions' writes, in milliseconds. */
const readingDelay = 50;

/** How often a stream is polled, in milliseconds, where only other programs may have written. */
const pollInterval = 1000;

/** The table whose stream an event source mapping reads; undefined where it reads something else. */
export const streamedTable = (template: Template, resource: Resource): string | undefined => {
  const { EventSourceArn } = propertiesOf(resource, z.object({ EventSourceArn: z.string() }));
  return template.all('AWS::DynamoDB::Table').find(({ id }) => streamArn(id) === EventSourceArn)?.id;
};

const positionAfter = (records: readonly StreamRecord[]) =>
  Object.fromEntries(records.map(({ shard, sequenceNumber }) => [shard, sequenceNumber]));

/**
 * Hands the records of a table's stream to a function, one batch after the other, as an event source mapping does.
 * Throws where the function's role may not read the stream or send to the queue of failures.
 */
export const startStreamSource = async (table: string, options: StreamSourceOptions): Promise<StreamSource> => {
  const { resource, queues, functions, positions, may, now, retryDelay, report } = options;
  const mapping = propertiesOf(resource, mappingSchema);
  const name = `${resource.type} "${resource.id}"`;
  const fn = functions.get(mapping.FunctionName);
  if (!fn) throw new Error(`${name} names no function of the template`);
  const requireAllowed = (action: string, arn: string) => {
    if (!may(fn.role, action, arn)) throw new Error(`${name}: role "${fn.role}" may not ${action} on ${arn}`);
  };
  for (const action of ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams']) {
    requireAllowed(`dynamodb:${action}`, mapping.EventSourceArn);
  }
  const destination = mapping.DestinationConfig?.OnFailure.Destination;
  const failures = destination === undefined ? undefined : queues.get(destination);
  if (destination !== undefined) {
    if (!failures) throw new Error(`${name} notes failures at ${destination}, which is no queue of the template`);
    requireAllowed('sqs:SendMessage', destination);
  }

  const reader = new StreamReader(
    { endpoint: options.dynamodb, table },
    options.startAt ?? mapping.StartingPosition,
    positions.get(resource.id),
    now,
  );
  await reader.open();
  let stopped = !mapping.Enabled;
  let wake = () => {};
  let waiting: (() => void)[] = [];
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  let isWritten = false;
  let isPolling = false;
  /** Waits until there may be more to read, or for the given time. */
  const untilWritten = async (ms: number): Promise<void> => {
    isPolling = !isWritten;
    await pause(Math.min(isWritten ? readingDelay : pollInterval, ms));
    isPolling = false;
    isWritten = false;
  };

  const delivery = new StreamDelivery(fn, mapping, failures, now);
  const advance = (records: readonly StreamRecord[]) => positions.advance(resource.id, positionAfter(records));
  const beforeRetry = async (failuresInARow: number): Promise<boolean> => {
    if (!stopped) await pause(retryDelay ?? Math.min(1000 * 2 ** (failuresInARow - 1), 60_000));
    return !stopped;
  };

  const { longestWindow = Number.POSITIVE_INFINITY } = options;
  const window = Math.min(mapping.MaximumBatchingWindowInSeconds * 1000, longestWindow);
  let read: StreamRecord[] = [];
  let firstAt: number | undefined;
  const step = async (): Promise<void> => {
    const notified = [...waiting];
    const found = await reader.read();
    read.push(...found);
    const wanted = read.filter(({ event }) => matchesFilter(mapping.FilterCriteria, event));
    if (wanted.length > 0) firstAt ??= Date.now();
    const isDue = Date.now() - (firstAt ?? 0) >= window;
    const due = isDue ? wanted : wanted.slice(0, wanted.length - (wanted.length % mapping.BatchSize));
    for (let at = 0; at < due.length && !stopped; at += mapping.BatchSize) {
      await delivery.hand(due.slice(at, at + mapping.BatchSize), advance, beforeRetry);
    }
    if (stopped) return;
    if (due.length > 0) firstAt = undefined;
    // Records that the filter drops are done with too, as far as none before them waits for the window to end.
    const waits = wanted[due.length];
    const done = waits ? read.indexOf(waits) : read.length;
    if (done > 0) advance(read.slice(0, done));
    read = read.slice(done);
    if (waits) {
      if (found.length === 0) await untilWritten((firstAt ?? 0) + window - Date.now());
      return;
    }
    if (found.length > 0) return;
    waiting = waiting.filter((resolve) => !notified.includes(resolve));
    for (const resolve of notified) resolve();
    if (waiting.length === 0) await untilWritten(pollInterval);
  };
  const follow = async (): Promise<void> => {
    while (!stopped) {
      try {
        await step();
      } catch (error) {
        if (stopped) return;
        report(error);
        await pause(1000);
        reader.reopen();
      }
    }
  };
  follow();
  return {
    follower: fn.name,
    table,
    mapping: resource.id,
    written: () => {
      if (isWritten) return;
      isWritten = true;
      if (isPolling) setTimeout(() => isPolling && wake(), readingDelay);
    },
    idle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        wake();
      }),
    stop: () => {
      stopped = true;
      wake();
    },
  };
};
