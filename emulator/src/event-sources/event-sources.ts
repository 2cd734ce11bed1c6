import type { Position } from '../dynamodb/streams.ts';
import type { AwsCall } from '../endpoint/aws-call.ts';
import type { LambdaFunction } from '../lambda/lambda.ts';
import type { Queue } from '../sqs/sqs.ts';
import { tableArn } from '../template/identity.ts';
import type { Template } from '../template/template.ts';
import { startEventSource } from './event-source.ts';
import type { Positions } from './position-file.ts';
import { type StreamSource, startStreamSource, streamedTable } from './stream-source.ts';

/** The least of some positions in each shard that all of them name. */
const slowest = ([first = {}, ...others]: readonly Position[]): Position =>
  Object.fromEntries(
    Object.entries(first).flatMap(([shard, sequenceNumber]) => {
      const all = [sequenceNumber, ...others.map((other) => other[shard])];
      if (!all.every((one) => one !== undefined)) return [];
      return [[shard, all.reduce((least, one) => (BigInt(one) < BigInt(least) ? one : least))]];
    }),
  );

/** What of event source mappings is other than in the template, in milliseconds. */
export interface EventSourceTiming {
  /** Until a failed batch of a stream is retried. */
  readonly retryDelay: number | undefined;
  readonly longestWindow: number | undefined;
}

export interface EventSourceOptions extends EventSourceTiming {
  readonly template: Template;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** The address of the engine. */
  readonly dynamodb: string;
  readonly may: (role: string, action: string, arn: string) => boolean;
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/** The event source mappings of a template: they hand messages of queues and records of streams to functions. */
export class EventSources {
  readonly #options: EventSourceOptions;
  readonly #running: { stop(): void }[] = [];
  /** By the name of the consuming function. */
  readonly #followers = new Map<string, StreamSource>();
  #positions: Positions | undefined;

  constructor(options: EventSourceOptions) {
    this.#options = options;
  }

  /** Starts all of them. Streams continue from `positions`, or start at `startAt`. */
  async start(positions: Positions, startAt?: 'LATEST', timing: Partial<EventSourceTiming> = {}): Promise<void> {
    const options = { ...this.#options, ...timing };
    const { template } = options;
    this.#positions = positions;
    for (const resource of template.all('AWS::Lambda::EventSourceMapping')) {
      const table = streamedTable(template, resource);
      if (table === undefined) {
        this.#running.push(startEventSource(resource, options));
        continue;
      }
      const source = await startStreamSource(table, { ...options, resource, positions, startAt });
      this.#followers.set(source.follower, source);
      this.#running.push(source);
    }
  }

  stop(): void {
    for (const source of this.#running.splice(0)) source.stop();
  }

  /** Resolves when a function has received all records written until now. */
  async followed(functionName: string): Promise<void> {
    await this.#followers.get(functionName)?.idle();
  }

  /** How far every consumer has read each stream, by table: as far as all of a table's consumers have come. */
  passed(): Map<string, Position> {
    const byTable = Map.groupBy(this.#followers.values(), ({ table }) => table);
    return new Map(
      [...byTable].map(([table, followers]) => [
        table,
        slowest(followers.map(({ mapping }) => this.#positions?.get(mapping) ?? {})),
      ]),
    );
  }

  /** To be called after every AWS call: a write to a table wakes the sources that read its stream. */
  answered({ action, resources }: AwsCall): void {
    if (!/^dynamodb:.*(Put|Update|Delete|Write)/.test(action)) return;
    for (const source of this.#followers.values()) if (resources.includes(tableArn(source.table))) source.written();
  }
}
