import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { requestToken } from '@sergi/emulator/cognito/request-token.ts';
import { dynamodbPidOf } from '../../support/cloud/dynamodb-pid.ts';

const root = join(import.meta.dirname, '../../..');

/** What a running server takes at one moment. */
export interface Sample {
  /** Milliseconds since the start of the run. */
  readonly at: number;
  /** Megabytes of memory of Node, and of DynamoDB. */
  readonly node: number;
  readonly dynamodb: number;
  /** Megabytes of the data folder. */
  readonly disk: number;
  /** Open files and connections of Node. */
  readonly descriptors: number;
}

const sizeOf = (folder: string): number => {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // Files come and go meanwhile.
    bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes / 1e6;
};

const residentOf = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1e3;
  } catch {
    return 0;
  }
};

/** What `npm start` runs, on a data folder of its own. Its processes are read from /proc: Linux only. */
export class Server {
  readonly url: string;
  readonly data: string;
  /** What it has written as errors, but for the first lines. */
  readonly complaints: string[] = [];
  readonly #assembly: string;
  readonly #port: number;
  #child: ChildProcess | undefined;

  constructor(folder: string, assembly: string) {
    this.data = join(folder, 'data');
    this.#assembly = assembly;
    this.#port = 20_000 + Math.floor(Math.random() * 12_000);
    this.url = `http://127.0.0.1:${this.#port}`;
    mkdirSync(this.data, { recursive: true });
    // The sample is not what this is about.
    writeFileSync(join(this.data, 'seeded'), '');
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      SERGI_DATA: this.data,
      SERGI_ASSEMBLY: this.#assembly,
      PORT: String(this.#port),
    };
    const child = spawn(process.execPath, [join(root, 'tools/local/start.ts')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.complaints.push(line));
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('api: ')) return;
    throw new Error(`It has not started:\n${this.complaints.slice(-20).join('\n')}`);
  }

  token(name: string): Promise<string> {
    return requestToken(this.data, `http://127.0.0.1:${this.#port + 2}`, {
      groups: ['admin'],
      name,
      expiresIn: 86_400,
    });
  }

  /** Ends it by Ctrl-C, or as `kill -9` does. */
  async end(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** The process of Node. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** The process of DynamoDB that works on its folder. */
  dynamodbPid(): number | undefined {
    return dynamodbPidOf(this.data);
  }

  sample(begun: number): Sample | undefined {
    const { pid } = this;
    try {
      return {
        at: performance.now() - begun,
        node: residentOf(pid),
        dynamodb: residentOf(this.dynamodbPid() ?? 0),
        disk: sizeOf(this.data),
        descriptors: readdirSync(`/proc/${pid}/fd`).length,
      };
    } catch {
      return undefined;
    }
  }
}
