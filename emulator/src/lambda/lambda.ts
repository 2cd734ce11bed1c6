import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { serveAws } from '../endpoint/aws-port.ts';
import type { HttpHandler } from '../http.ts';
import { type FunctionDefinition, type FunctionSurroundings, functionDefinition } from './definition.ts';
import type { Invocation, InvocationResult, WorkerPort, WorkerStart } from './worker.ts';

/** The source of a log line. */
export interface LogSource {
  readonly function: string;
  readonly stream: 'stdout' | 'stderr';
}

export type Log = (line: string, source: LogSource) => void;

/** Lambda's answer for a failed invocation. */
class FunctionError extends Error {
  readonly errorType: string;

  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: FunctionError): void;
}

export interface LambdaOptions extends FunctionSurroundings {
  readonly log: Log;
  /** Called when a worker starts to log: the role must allow it. */
  readonly mayLog: (role: string, logGroup: string) => boolean;
  /** Milliseconds after which an idle worker ends; never, where absent. */
  readonly idleTimeout?: number | undefined;
  /** Answers what a function asks of AWS. */
  readonly aws: HttpHandler;
  readonly report: (error: unknown) => void;
}

const responseLimit = 6 * 1024 * 1024;

/** Whether an answer is larger than Lambda takes it, as JSON. A character takes at most six bytes there. */
const isTooLarge = (json = '', body = ''): boolean =>
  (json.length + body.length) * 6 > responseLimit &&
  Buffer.byteLength(json) + Buffer.byteLength(JSON.stringify(body)) > responseLimit;

/** Where Node caches compiled code: with it, a worker starts in three quarters of the time. */
const compileCache = join(tmpdir(), 'node-compile-cache');

/**
 * A Lambda function: its bundle in a worker thread of its own, started by the first invocation, and again by the next
 * one after it has ended.
 */
export class LambdaFunction {
  readonly name: string;
  readonly role: string;
  readonly #definition: FunctionDefinition;
  readonly #options: LambdaOptions;
  readonly #pending = new Map<string, Pending>();
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: LambdaOptions) {
    const definition = functionDefinition(options);
    this.name = definition.name;
    this.role = definition.role;
    this.#definition = definition;
    this.#options = options;
  }

  /** The environment of its bundle, and where that is, to run it in a process of its own. */
  get bundle(): { readonly entry: string; readonly environment: Readonly<Record<string, string>> } {
    return { entry: this.#definition.start.entry, environment: this.#definition.environment };
  }

  /** Runs the handler and returns its answer, serialized as JSON and parsed. Rejects with a {@link FunctionError}. */
  invoke(event: unknown): Promise<unknown> {
    this.#worker ??= this.#startWorker();
    const worker = this.#worker;
    clearTimeout(this.#idle);
    const { timeout } = this.#definition;
    const id = randomUUID();
    const invocation: Invocation = { id, event, deadline: Date.now() + timeout };
    const timer = setTimeout(() => {
      this.#pending
        .get(id)
        ?.reject(new FunctionError('Sandbox.Timedout', `Task timed out after ${timeout / 1000} seconds`));
      this.#end(worker, 'The runtime was ended by the timeout of another invocation');
    }, timeout);
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      worker.postMessage(invocation);
    })
      .catch((error: FunctionError) => {
        this.#options.log(`${error.errorType}: ${error.message}`, { function: this.name, stream: 'stderr' });
        throw error;
      })
      .finally(() => {
        clearTimeout(timer);
        this.#pending.delete(id);
        this.#endWhenIdle(worker);
      });
  }

  #endWhenIdle(worker: Worker): void {
    const { idleTimeout } = this.#options;
    if (idleTimeout === undefined || this.#pending.size > 0) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#end(worker, 'Runtime exited'), idleTimeout).unref();
  }

  #startWorker(): Worker {
    const { start, environment, logGroup, memorySize } = this.#definition;
    const { NODE_OPTIONS: _processWide, ...env } = environment;
    const { aws, endpoint, report } = this.#options;
    const { port1, port2: port } = new MessageChannel();
    serveAws(port1, aws, report);
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { ...start, port, endpoint } satisfies WorkerStart & WorkerPort,
      transferList: [port],
      // Process-wide options are refused in a worker's environment: the worker sets the variable itself.
      env: { NODE_COMPILE_CACHE: compileCache, ...env },
      execArgv: [],
      stdout: true,
      stderr: true,
      name: this.name,
      resourceLimits: { maxOldGenerationSizeMb: memorySize },
    });
    const isLoggingAllowed = this.#options.mayLog(this.role, logGroup);
    if (!isLoggingAllowed) this.#log('The role may not write logs: they are lost', 'stderr');
    for (const stream of ['stdout', 'stderr'] as const) {
      const source: Readable = worker[stream];
      createInterface({ input: source }).on('line', (line) => isLoggingAllowed && this.#log(line, stream));
    }
    worker.on('message', ({ id, json, body, error }: InvocationResult) => {
      const pending = this.#pending.get(id);
      if (error) pending?.reject(new FunctionError(error.errorType, error.errorMessage));
      else if (isTooLarge(json, body)) {
        pending?.reject(
          new FunctionError(
            'Function.ResponseSizeTooLarge',
            'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
          ),
        );
      } else if (json === undefined) pending?.resolve(null);
      else pending?.resolve(body === undefined ? JSON.parse(json) : { ...JSON.parse(json), body });
    });
    worker.on('error', (error: Error) => {
      this.#log(error.stack ?? String(error), 'stderr');
      this.#end(worker, `${error.name}: ${error.message}`);
    });
    worker.on('exit', () => {
      port1.close();
      this.#end(worker, 'Runtime exited');
    });
    return worker;
  }

  #log(line: string, stream: LogSource['stream']): void {
    this.#options.log(line, { function: this.name, stream });
  }

  async #end(worker: Worker, reason: string): Promise<void> {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const pending of this.#pending.values()) pending.reject(new FunctionError('Runtime.ExitError', reason));
    await worker.terminate();
  }

  /** Resolves when the worker is idle; after `timeout` milliseconds it is killed. */
  async settle(timeout: number): Promise<void> {
    const end = Date.now() + timeout;
    while (this.#pending.size > 0 && Date.now() < end) await delay(5);
    if (this.#pending.size > 0) await this.crash();
  }

  /** Kills the worker with its work in progress. The next invocation starts a new one. */
  async crash(): Promise<void> {
    if (this.#worker) await this.#end(this.#worker, 'Runtime exited with error: signal: killed');
  }
}
