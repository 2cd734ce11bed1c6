import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Caller } from '@sergi/emulator/iam/callers.ts';

/** One start of a function, until it is killed. */
interface Life {
  /** The keys that it signs with. */
  readonly keys: Caller;
  readonly name: string;
  dead: boolean;
}

/** The true time, whatever the clock of functions says. */
const trueNow = Date.now.bind(Date);

const lives = new AsyncLocalStorage<Life>();

/** The start of a function whose code is running; undefined in a test's own code. */
export const currentLife = (): Life | undefined => lives.getStore();

/** Runs work of the emulator that a function has asked for: by the true time, and by itself. */
export const outsideOfFunctions = <T>(work: () => T): T => lives.exit(work);

// biome-ignore lint/suspicious/noExplicitAny: each function has events of its own kind
export type Handler = (event: any, context: any) => Promise<unknown>;

interface Definition {
  readonly name: string;
  readonly role: string;
  readonly keys: Caller;
  readonly context: Readonly<Record<string, string>>;
  /** In milliseconds. */
  readonly timeout: number;
}

interface Running {
  readonly life: Life;
  reject(error: Error): void;
}

/**
 * A Lambda function in this process. It is killed as a worker is: whoever invoked it gets an error at once, what it has
 * asked of AWS is still done, and nothing that it would have done after the answer is. Only what its modules remember
 * outlives it.
 */
export class FunctionInProcess {
  readonly name: string;
  readonly role: string;
  readonly #definition: Definition;
  readonly #load: () => Promise<Handler>;
  readonly #running = new Set<Running>();
  #life: Life;

  constructor(definition: Definition, load: () => Promise<Handler>) {
    this.name = definition.name;
    this.role = definition.role;
    this.#definition = definition;
    this.#load = load;
    this.#life = this.#begin();
  }

  #begin(): Life {
    return { keys: this.#definition.keys, name: this.name, dead: false };
  }

  async invoke(event: unknown): Promise<unknown> {
    const handler = await this.#load();
    const { context, timeout } = this.#definition;
    const deadline = trueNow() + timeout;
    const life = this.#life;
    let timer: NodeJS.Timeout | undefined;
    let running: Running | undefined;
    try {
      return await new Promise((resolve, reject) => {
        running = { life, reject };
        this.#running.add(running);
        timer = setTimeout(() => this.crash(), timeout);
        const awsRequestId = randomUUID();
        const given = { ...context, awsRequestId, getRemainingTimeInMillis: () => deadline - trueNow() };
        const answer = lives.run(life, () => handler(JSON.parse(JSON.stringify(event)), given));
        answer.then((result) => resolve(result === undefined ? null : JSON.parse(JSON.stringify(result))), reject);
      });
    } finally {
      clearTimeout(timer);
      if (running) this.#running.delete(running);
    }
  }

  /** Kills it with its work in progress; the next invocation starts it anew. */
  async crash(): Promise<void> {
    this.#life.dead = true;
    this.#life = this.#begin();
    for (const { life, reject } of this.#running) if (life.dead) reject(new Error('Runtime exited'));
  }

  /** Resolves when it is idle, or is killed since it was not in so many milliseconds. */
  async settle(timeout: number): Promise<void> {
    const end = Date.now() + timeout;
    while (this.#running.size > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
    if (this.#running.size > 0) await this.crash();
  }
}
