import type { AwsCall } from './aws-call.ts';
import { startEventSource } from './event-source.ts';
import { tableArn } from './identity.ts';
import type { LambdaFunction } from './lambda.ts';
import type { Positions } from './position-file.ts';
import type { Queue } from './sqs.ts';
import { type StreamSource, startStreamSource, streamedTable } from './stream-source.ts';
import type { Template } from './template.ts';

export interface EventSourceOptions {
  readonly template: Template;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** The address of the engine. */
  readonly dynamodb: string;
  readonly may: (role: string, action: string, arn: string) => boolean;
  readonly now: () => number;
  readonly retryDelay: number | undefined;
  readonly longestWindow: number | undefined;
  readonly report: (error: unknown) => void;
}

/** The event source mappings of a template: they hand messages of queues and records of streams to functions. */
export class EventSources {
  readonly #options: EventSourceOptions;
  readonly #running: { stop(): void }[] = [];
  /** By the name of the consuming function. */
  readonly #followers = new Map<string, StreamSource>();

  constructor(options: EventSourceOptions) {
    this.#options = options;
  }

  /** Starts all of them. Streams continue from `positions`, or start at `startAt`. */
  async start(positions: Positions, startAt?: 'LATEST'): Promise<void> {
    const { template } = this.#options;
    for (const resource of template.all('AWS::Lambda::EventSourceMapping')) {
      const table = streamedTable(template, resource);
      if (table === undefined) {
        this.#running.push(startEventSource(resource, this.#options));
        continue;
      }
      const source = await startStreamSource(table, { ...this.#options, resource, positions, startAt });
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

  /** To be called after every AWS call: a write to a table wakes the sources that read its stream. */
  answered({ action, resources }: AwsCall): void {
    if (!/^dynamodb:.*(Put|Update|Delete|Write)/.test(action)) return;
    for (const source of this.#followers.values()) if (resources.includes(tableArn(source.table))) source.written();
  }
}
