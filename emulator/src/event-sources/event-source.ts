import * as z from 'zod';
import type { LambdaFunction } from '../lambda/lambda.ts';
import type { Message, Queue } from '../sqs/sqs.ts';
import { region } from '../template/identity.ts';
import { propertiesOf, type Resource } from '../template/template.ts';

const mappingSchema = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  Enabled: z.boolean().default(true),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).default({ MaximumConcurrency: 5 }),
  FilterCriteria: z.undefined('is not known here').optional(),
});

const responseSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

const record = (queue: Queue, message: Message) => ({
  messageId: message.messageId,
  receiptHandle: message.messageId,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: 'LOCAL',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: {},
  md5OfBody: message.md5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: queue.arn,
  awsRegion: region,
});

/** The messages of a batch that must be received again, by the function's answer. */
const failuresIn = (response: unknown, batch: readonly Message[]): readonly Message[] => {
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) return batch;
  const failed = new Set(parsed.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier));
  const failures = batch.filter(({ messageId }) => failed.has(messageId));
  // An answer with an unknown message fails the whole batch.
  return failures.length === failed.size ? failures : batch;
};

interface EventSourceSurroundings {
  readonly queues: ReadonlyMap<string, Queue>;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly may: (role: string, action: string, arn: string) => boolean;
  /** The longest batching window, in milliseconds, whatever the mapping says. */
  readonly longestWindow: number | undefined;
}

/**
 * Hands the messages of a queue to a function, as an event source mapping does. Throws where the function's role may
 * not receive from the queue.
 */
export const startEventSource = (
  resource: Resource,
  { queues, functions, may, longestWindow = Number.POSITIVE_INFINITY }: EventSourceSurroundings,
): { stop(): void } => {
  const mapping = propertiesOf(resource, mappingSchema);
  const queue = queues.get(mapping.EventSourceArn);
  const fn = functions.get(mapping.FunctionName);
  if (!queue || !fn)
    throw new Error(`${resource.type} "${resource.id}" connects no queue with a function of the template`);
  const requireAllowed = (action: string) => {
    if (may(fn.role, action, queue.arn)) return;
    throw new Error(`${resource.type} "${resource.id}": role "${fn.role}" may not ${action} on ${queue.arn}`);
  };
  for (const action of ['sqs:ReceiveMessage', 'sqs:GetQueueAttributes', 'sqs:DeleteMessage']) requireAllowed(action);
  const window = Math.min(mapping.MaximumBatchingWindowInSeconds * 1000, longestWindow);
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopped = !mapping.Enabled;

  const process = async (batch: readonly Message[]): Promise<void> => {
    let failures = batch;
    try {
      const response = await fn.invoke({ Records: batch.map((message) => record(queue, message)) });
      const reports = mapping.FunctionResponseTypes.length > 0;
      failures = reports ? failuresIn(response, batch) : [];
    } catch {
      // The function has logged its error.
    }
    for (const message of batch) {
      if (!failures.includes(message)) queue.delete(message);
      // The end of the emulator has broken off the work.
      else if (stopped) queue.giveBack(message);
      else queue.release(message);
    }
  };
  const pump = (): void => {
    clearTimeout(timer);
    while (!stopped && running < mapping.ScalingConfig.MaximumConcurrency && queue.isRipe(mapping.BatchSize, window)) {
      const batch = queue.receive(mapping.BatchSize);
      if (batch.length === 0) break;
      running += 1;
      process(batch).finally(() => {
        running -= 1;
        pump();
      });
    }
    const next = running < mapping.ScalingConfig.MaximumConcurrency ? queue.nextRipeAt(window) : undefined;
    if (!stopped && next !== undefined) timer = setTimeout(pump, Math.min(Math.max(next - Date.now(), 1), 60_000));
  };
  const unwatch = queue.watch(() => setImmediate(pump));
  pump();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      unwatch();
    },
  };
};
