import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dynamodbPidOf } from './dynamodb-pid.ts';

const root = join(import.meta.dirname, '../../..');

/** What `npm start` runs, on a data folder of its own and without the sample. */
export class LocalServer {
  readonly data = mkdtempSync(join(tmpdir(), 'sergi-local-'));
  /** Below those that systems give to connections (from 32,768 on, on Linux). */
  readonly port = 20_000 + Math.floor(Math.random() * 12_000);
  readonly url = `http://127.0.0.1:${this.port}`;
  readonly issuer = `http://127.0.0.1:${this.port + 2}`;
  /** Everything that it has said of errors. */
  said = '';
  #child: ChildProcess | undefined;
  readonly #env: NodeJS.ProcessEnv;

  constructor(assembly: string) {
    this.#env = { ...process.env, SERGI_DATA: this.data, SERGI_ASSEMBLY: assembly, PORT: String(this.port) };
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves when it answers. `before` is what a shell does first, in its data folder, by a program that runs it. */
  async start(before?: { readonly by: readonly string[]; readonly script: string }): Promise<void> {
    const start = [process.execPath, join(root, 'tools/local/start.ts')];
    mkdirSync(this.data, { recursive: true });
    writeFileSync(join(this.data, 'seeded'), '');
    const shell = before && [...before.by, 'sh', '-c', `${before.script} && exec "$@"`, 'sh', ...start];
    const [program = '', ...args] = shell ?? start;
    const child = spawn(program, args, { env: this.#env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    child.stderr.on('data', (text) => (this.said += text));
    for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('api: ')) return;
    throw new Error(`It has not started: ${this.said}`);
  }

  /** Its exit code, when it has ended. */
  async ended(): Promise<number | null> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child?.exitCode ?? null;
  }

  async stop(signal: 'SIGINT' | 'SIGKILL' = 'SIGINT'): Promise<number | null> {
    this.#child?.kill(signal);
    return this.ended();
  }

  /** The DynamoDB that runs on its folder, if one does. It is found in /proc: on Linux only. */
  dynamodbPid(): number | undefined {
    return dynamodbPidOf(this.data);
  }

  /** Ends it and deletes its folder. */
  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 });
  }
}
