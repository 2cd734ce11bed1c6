import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { dynamodbLocal, dynoxide } from './dynamodb-program.ts';
import { memoryFolder } from './memory-folder.ts';
import { StreamRecords } from './stream-trim.ts';

/** A local DynamoDB. */
export interface Engine {
  readonly endpoint: string;
  /**
   * Resolves while it answers, and as soon as it answers again after it has ended by itself. Rejects where it is not
   * started again: what it held in memory is gone, or it has ended again and again.
   */
  ready(): Promise<void>;
  /** The records of its streams, where it does not delete them itself. */
  readonly streamRecords: StreamRecords | undefined;
  stop(): Promise<void>;
}

interface EngineOptions {
  /** The folder that keeps the tables; they are kept in memory, where absent. */
  readonly data: string | undefined;
  /** Told when it has ended by itself, and is started again. */
  readonly report?: (message: string) => void;
  /** Called when it has ended by itself, and is not started again. */
  readonly failed?: (error: Error) => void;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

// Neither the engine nor its folder in memory may outlive this process, even if it is killed: the shell waits for the
// end of its input, which comes then.
const guardian =
  'exec 3<&0; "$@" 3<&- & p=$!; (cat <&3 >/dev/null; kill $p 2>/dev/null) & wait $p; [ -z "$scratch" ] || rm -rf "$scratch"';

interface Run {
  readonly child: ChildProcess;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
}

/** Runs the program until its end. Rejects where it does not answer, with what it has said. */
const run = async (command: readonly string[], endpoint: string, env: object, cwd: string): Promise<Run> => {
  const [program = '', ...rest] =
    process.platform === 'win32' ? command : ['/bin/sh', '-c', guardian, 'sh', ...command];
  // In a group of its own it does not receive Ctrl-C: it is stopped after the functions that use it.
  const child = spawn(program, rest, {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    cwd,
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output = (output + chunk).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  let running = true;
  ended.then(() => {
    running = false;
    child.stdin.destroy();
  });
  child.stdin.on('error', () => {});
  for (const start = Date.now(); ; await delay(10)) {
    if (!running || Date.now() - start > 20_000) {
      child.stdin.end();
      throw new Error(`DynamoDB did not start: ${command.join(' ')}\n${output}`);
    }
    const answers = await fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    );
    if (answers) return { child, ended };
  }
};

/**
 * An engine that ends sooner than so many milliseconds after its start, so many times in a row, is not started again.
 */
const [shortest, mostInARow] = [10_000, 3];

/** Starts a DynamoDB on the loopback. `EMULATOR_DYNAMODB=java` forces the one that needs Java. */
export const startEngine = async ({ data, report = () => {}, failed = () => {} }: EngineOptions): Promise<Engine> => {
  const port = await freePort();
  const forced = process.env.EMULATOR_DYNAMODB === 'java';
  const scratch = data === undefined && !forced ? memoryFolder() : undefined;
  const folder = data ?? scratch;
  const found = forced ? undefined : dynoxide(port, folder);
  const command = found ?? dynamodbLocal(port, data);
  const endpoint = `http://127.0.0.1:${port}`;
  // DynamoDB Local leaves a file in its working directory, and would send usage data to Amazon.
  const start = () => run(command, endpoint, { DDB_LOCAL_TELEMETRY: '0', scratch: scratch ?? '' }, data ?? tmpdir());

  let current = await start();
  const streamRecords = found && folder !== undefined ? new StreamRecords(folder) : undefined;
  let ready: Promise<void> = Promise.resolve();
  let stopping = false;
  const watch = async (startedAt: number, shortRuns: number): Promise<void> => {
    await current.ended;
    if (stopping) return;
    const short = Date.now() - startedAt < shortest ? shortRuns + 1 : 0;
    const restart = async (): Promise<void> => {
      if (data === undefined) throw new Error('DynamoDB has ended, and with it the tables that it had in memory.');
      if (short >= mostInARow) throw new Error(`DynamoDB has ended ${short} times in a row.`);
      report('DynamoDB has ended by itself, and is started again.');
      current = await start();
    };
    ready = restart();
    await ready.then(
      () => watch(Date.now(), short),
      (error) => {
        if (!stopping) failed(error);
      },
    );
  };
  const watched = watch(Date.now(), 0);
  return {
    endpoint,
    ready: () => ready,
    streamRecords,
    stop: async () => {
      stopping = true;
      streamRecords?.close();
      await ready.catch(() => {});
      current.child.stdin?.end();
      if (process.platform === 'win32') current.child.kill();
      await current.ended;
      await watched;
    },
  };
};
