import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startCloud } from '../src/cloud.ts';
import { assembly, command, useCloud } from './fixture-cloud.ts';
import { processed } from './processed.ts';

const lines: string[] = [];
const cloud = useCloud({ log: (line, { function: name }) => lines.push(`${name}: ${line}`) });

describe('a function', () => {
  it('sees the environment of the template and of Lambda, with addresses of this machine, and no other', async () => {
    const { body } = await command(cloud(), 'environment');
    expect(body).toMatchObject({
      PUBLIC_URL: cloud().url,
      ITEMS: 'Items',
      UPLOADS: 'uploads',
      NODE_OPTIONS: '--enable-source-maps --max-old-space-size=512',
      AWS_LAMBDA_FUNCTION_NAME: 'ApiFunction',
      AWS_ENDPOINT_URL: cloud().storeUrl,
    });
    expect(body.PATH ?? body.HOME ?? body.VITEST).toBeUndefined();
  });

  it('is ended by its timeout, and starts again', async () => {
    expect(await command(cloud(), 'wait', { ms: 20_000 })).toMatchObject({ status: 500 });
    expect((await command(cloud(), 'wait', { ms: 1 })).status).toBe(200);
    expect(lines).toContain('ApiFunction: Sandbox.Timedout: Task timed out after 5 seconds');
  });

  it('fails what it is doing when it crashes, and starts again', async () => {
    await command(cloud(), 'wait', { ms: 1 });
    const waiting = command(cloud(), 'wait', { ms: 4_000 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await cloud().crash('ApiFunction');
    expect((await waiting).status).toBe(500);
    expect((await command(cloud(), 'wait', { ms: 1 })).status).toBe(200);
  });

  it('has the clock that it is given, and can still call AWS', async () => {
    const day = 86_400_000;
    cloud().clock.set(day);
    // HTTP dates have no milliseconds.
    const before = Date.now() - 1_000;
    try {
      const { body } = await command(cloud(), 'now');
      expect(Number(body.now)).toBeGreaterThan(before + day);
      expect(Date.parse(String(body.made))).toBeGreaterThan(before + day);
      expect((await command(cloud(), 'query', { id: 'a' })).status).toBe(200);
    } finally {
      cloud().clock.set(0);
    }
  });
});

describe('a function that nothing invokes', () => {
  const idle = useCloud({ idleTimeout: 100 });

  it('ends after the idle timeout, and starts again', async () => {
    const started = async () => Number((await command(idle(), 'started')).body.at);
    const first = await started();
    expect(await started()).toBe(first);
    // A call that takes longer is not idle.
    expect((await command(idle(), 'wait', { ms: 300 })).status).toBe(200);
    expect(await started()).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await started()).toBeGreaterThan(first);
  });
});

/** Kills the program that has the tables of a data folder open. */
const killEngine = (dataDir: string): void => {
  const isEngine = (pid: string) => {
    try {
      const [program = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return !program.endsWith('sh') && args.some((arg) => arg.startsWith(dataDir));
    } catch {
      return false;
    }
  };
  const engines = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isEngine(name));
  expect(engines).toHaveLength(1);
  for (const pid of engines) process.kill(Number(pid), 'SIGKILL');
};

describe('a cloud with a data folder', () => {
  it('keeps items, objects, waiting messages and the keys of tokens across starts', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'emulator-test-'));
    try {
      const first = await startCloud({ assembly, dataDir });
      await command(first, 'put', { id: 'kept' });
      const bucket = first.s3.bucketName('Media');
      await first.s3.put(bucket, 'media/kept', 'kept');
      first.queue('Jobs').send('always');
      await expect.poll(() => first.queue('Jobs').messages()[0]?.receiveCount).toBe(1);
      const issuer = Number(new URL(first.issuerUrl).port);
      const token = await first.token({ groups: ['admin'] });
      await first.stop();
      await expect(fetch(first.apiUrl)).rejects.toThrow();
      await expect(fetch(first.dynamodb.endpoint)).rejects.toThrow();

      const second = await startCloud({ assembly, dataDir, ports: { issuer } });
      expect((await command(second, 'query', { id: 'kept' })).body.Count).toBe(1);
      expect(await second.s3.list(bucket)).toEqual(['media/kept']);
      expect(second.queue('Jobs').messages()).toHaveLength(1);
      const staff = await fetch(`${second.apiUrl}/staff`, { headers: { authorization: `Bearer ${token}` } });
      expect(staff.status).toBe(200);
      await second.stop();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('starts without what it cannot read, which it sets aside and names', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'emulator-test-'));
    const named: string[] = [];
    try {
      const names = ['issuer-keys.json', 'positions.json', 'queues.json'];
      for (const name of names) writeFileSync(join(dataDir, name), '');
      const started = await startCloud({ assembly, dataDir, log: (line) => named.push(line) });
      await expect(startCloud({ assembly, dataDir })).rejects.toMatchObject({ name: 'FolderInUseError' });
      expect((await command(started, 'put', { id: 'works' })).status).toBe(200);
      await started.stop();
      for (const name of names) {
        expect(existsSync(join(dataDir, `${name}.unreadable-1`))).toBe(true);
        expect(named.some((line) => line.includes(`${name}.unreadable-1`))).toBe(true);
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('notifies at its next start of what was stored and not notified of', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'emulator-test-'));
    const journal = join(dataDir, 'queues.jsonl');
    try {
      const first = await startCloud({ assembly, dataDir });
      const bucket = first.s3.bucketName('Uploads');
      // As if it were killed between the two: the object is there, and its message cannot be written down.
      rmSync(journal);
      mkdirSync(journal);
      await expect(first.s3.put(bucket, 'incoming/a b', 'kept')).rejects.toThrow();
      await first.s3.put(bucket, 'other/1', 'kept');
      expect(await first.s3.list(bucket)).toEqual(['incoming/a b', 'other/1']);
      await first.stop();
      rmSync(journal, { recursive: true });

      for (const times of [1, 1]) {
        const next = await startCloud({ assembly, dataDir });
        await next.queue('Jobs').idle();
        const told = (await processed(next)).filter(({ body }) => body.includes('incoming/a+b'));
        expect(told).toHaveLength(times);
        await next.stop();
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  // Its process is found in /proc.
  it.skipIf(process.platform !== 'linux')('starts its DynamoDB again when that is killed', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'emulator-test-'));
    try {
      const going = await startCloud({ assembly, dataDir });
      await command(going, 'put', { id: 'before' });
      for (const round of ['first', 'second']) {
        killEngine(dataDir);
        // What it was doing at that moment fails, as it does on AWS now and then.
        await expect.poll(() => command(going, 'put', { id: `told-${round}` })).toMatchObject({ status: 200 });
      }
      for (const id of ['before', 'told-first', 'told-second']) {
        expect((await command(going, 'query', { id })).body.Count).toBe(1);
      }
      await going.followed('Follower');
      expect((await command(going, 'query', { id: 'heard' })).body.Count).toBeGreaterThan(0);
      await going.stop();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('says that a port is taken', async () => {
    const front = Number(new URL(cloud().url).port);
    await expect(startCloud({ assembly, ports: { front } })).rejects.toMatchObject({ code: 'EADDRINUSE', port: front });
  });
});
