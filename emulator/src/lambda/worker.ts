/** The program of a function's worker thread: its bundle, invoked by messages. */
import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { callAwsOver } from '../endpoint/aws-request.ts';
import { shiftDate } from './shift-date.ts';

export interface WorkerStart {
  readonly entry: string;
  readonly exported: string;
  readonly context: Readonly<Record<string, string>>;
  /** The milliseconds by which the function's clock, and its monotonic clock, are ahead. */
  readonly clock: Float64Array;
  readonly nodeOptions: string | undefined;
}

export interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly deadline: number;
}

export interface InvocationResult {
  readonly id: string;
  readonly json?: string;
  /** The `body` of an answer whose rest `json` holds: a text goes to the other thread as it is. */
  readonly body?: string;
  readonly error?: { readonly errorType: string; readonly errorMessage: string };
}

/** What else a worker has: its port to AWS, and the address that stands for AWS. */
export interface WorkerPort {
  readonly port: MessagePort;
  readonly endpoint: string;
}

const { entry, exported, context, clock, nodeOptions, port: aws, endpoint }: WorkerStart & WorkerPort = workerData;

const realNow = Date.now;
const now = (): number => realNow() + (clock[0] ?? 0);

const shiftStopwatch = (): void => {
  const elapsed = performance.now.bind(performance);
  performance.now = () => elapsed() + (clock[1] ?? 0);
};

/** An answer as JSON, of which a long text would be written and read again character by character. */
const serialized = (result: unknown): Pick<InvocationResult, 'json' | 'body'> => {
  const isApart = typeof result === 'object' && result !== null && 'body' in result && typeof result.body === 'string';
  if (!isApart) return { json: JSON.stringify(result) };
  const { body, ...rest } = result;
  return { json: JSON.stringify(rest), body: body as string };
};

const describe = (error: unknown): InvocationResult['error'] =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message }
    : { errorType: typeof error, errorMessage: String(error) };

if (parentPort) {
  const port = parentPort;
  if (nodeOptions !== undefined) process.env.NODE_OPTIONS = nodeOptions;
  if (nodeOptions?.includes('--enable-source-maps')) process.setSourceMapsEnabled(true);
  shiftDate(now);
  shiftStopwatch();
  callAwsOver(aws, endpoint);
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(entry).href);
  const handler = module[exported];
  if (typeof handler !== 'function')
    throw new Error(`Runtime.HandlerNotFound: ${entry} exports no function "${exported}"`);

  port.on('message', async ({ id, event, deadline }: Invocation) => {
    try {
      const result: unknown = await handler(event, {
        ...context,
        awsRequestId: id,
        callbackWaitsForEmptyEventLoop: true,
        getRemainingTimeInMillis: () => deadline - realNow(),
      });
      port.postMessage({ id, ...serialized(result) });
    } catch (error) {
      console.error(error);
      port.postMessage({ id, error: describe(error) });
    }
  });
}
