import { createHash } from 'node:crypto';
import * as z from 'zod';
import { region, streamArn } from '../template/identity.ts';
import { askEngine, unsignedHeaders } from './engine-calls.ts';

const image = z.record(z.string(), z.unknown());

const recordSchema = z.looseObject({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.looseObject({
    /** Seconds since the epoch. */
    ApproximateCreationDateTime: z.number(),
    Keys: image,
    NewImage: image.optional(),
    OldImage: image.optional(),
    SequenceNumber: z.string(),
  }),
});

const recordsSchema = z.object({ Records: z.array(recordSchema), NextShardIterator: z.string().nullish() });
const iteratorSchema = z.object({ ShardIterator: z.string() });
const streamsSchema = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) });
const shardsSchema = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});

/** A record of a table's stream. */
export interface StreamRecord {
  readonly shard: string;
  readonly sequenceNumber: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** In the form that Lambda passes to functions. */
  readonly event: Readonly<Record<string, unknown>>;
}

/** How far the shards of a stream have been read: the last sequence number of each. */
export type Position = Readonly<Record<string, string>>;

/** Calls the engine's streams API. */
const ask = async <S extends z.ZodType>(endpoint: string, operation: string, body: object, schema: S) => {
  const { status, body: answer } = await askEngine(endpoint, {
    headers: { ...unsignedHeaders, 'x-amz-target': `DynamoDBStreams_20120810.${operation}` },
    body: Buffer.from(JSON.stringify(body)),
  });
  const text = String(answer);
  if (status !== 200) throw new Error(`DynamoDB answers ${operation} with ${status}: ${text}`);
  return schema.parse(JSON.parse(text)) as z.output<S>;
};

/**
 * Most records of one reading, as on AWS. Where a filter drops most of them, a small reading would make small batches.
 */
const mostRecords = 1000;

/** Reads the stream of a table from the last position. */
export class StreamReader {
  readonly #endpoint: string;
  readonly #table: string;
  readonly #start: 'TRIM_HORIZON' | 'LATEST';
  #position: Position;
  readonly #iterators = new Map<string, string | undefined>();
  #engineArn: string | undefined;
  readonly #now: () => number;

  /** `now` is the clock of the cloud, by which records tell when they were written. */
  constructor(
    { endpoint, table }: { readonly endpoint: string; readonly table: string },
    start: 'TRIM_HORIZON' | 'LATEST',
    position: Position,
    now: () => number,
  ) {
    this.#endpoint = endpoint;
    this.#table = table;
    this.#start = start;
    this.#position = position;
    this.#now = now;
  }

  /** Finds the shards. Earlier records are read where the reading starts at the beginning, or continues there. */
  async open(): Promise<void> {
    const { Streams } = await ask(this.#endpoint, 'ListStreams', { TableName: this.#table }, streamsSchema);
    this.#engineArn = Streams.at(-1)?.StreamArn;
    if (!this.#engineArn) throw new Error(`Table "${this.#table}" has no stream`);
    await this.#findShards(this.#start);
  }

  async #findShards(start: string): Promise<void> {
    const stream = { StreamArn: this.#engineArn };
    const { StreamDescription } = await ask(this.#endpoint, 'DescribeStream', stream, shardsSchema);
    for (const { ShardId } of StreamDescription.Shards) {
      if (this.#iterators.has(ShardId)) continue;
      const from = (place: object) =>
        ask(this.#endpoint, 'GetShardIterator', { ...stream, ShardId, ...place }, iteratorSchema);
      const last = this.#position[ShardId];
      const found =
        last === undefined
          ? await from({ ShardIteratorType: start })
          : await from({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: last }).catch(() =>
              // The records after it are no longer kept.
              from({ ShardIteratorType: 'TRIM_HORIZON' }),
            );
      this.#iterators.set(ShardId, found.ShardIterator);
    }
  }

  /** Lets the next reading look for its place anew: an engine that was started again may not know it any more. */
  reopen(): void {
    this.#iterators.clear();
  }

  /** The next records; none where there are none yet. */
  async read(): Promise<StreamRecord[]> {
    const records: StreamRecord[] = [];
    if (this.#iterators.size === 0) await this.#findShards(this.#start);
    for (const [shard, ShardIterator] of this.#iterators) {
      if (ShardIterator === undefined) continue;
      const read = await ask(this.#endpoint, 'GetRecords', { ShardIterator, Limit: mostRecords }, recordsSchema);
      this.#iterators.set(shard, read.NextShardIterator ?? undefined);
      const last = read.Records.at(-1)?.dynamodb.SequenceNumber;
      if (last !== undefined) this.#position = { ...this.#position, [shard]: last };
      records.push(...read.Records.map((record) => this.#asLambda(shard, record)));
      // The shard has ended; the others continue.
      if (!read.NextShardIterator) await this.#findShards('TRIM_HORIZON');
    }
    return records;
  }

  #secondsAhead(): number {
    return Math.round((this.#now() - Date.now()) / 1000);
  }

  #asLambda(shard: string, record: z.output<typeof recordSchema>): StreamRecord {
    const { SequenceNumber: sequenceNumber, ApproximateCreationDateTime: seconds } = record.dynamodb;
    const eventID = createHash('md5').update(`${this.#engineArn} ${shard} ${sequenceNumber}`).digest('hex');
    const source = { eventSource: 'aws:dynamodb', eventSourceARN: streamArn(this.#table), awsRegion: region };
    const dynamodb = { ...record.dynamodb, ApproximateCreationDateTime: seconds + this.#secondsAhead() };
    const event = { ...record, dynamodb, ...source, eventID };
    return { shard, sequenceNumber, createdAt: dynamodb.ApproximateCreationDateTime * 1000, event };
  }
}
