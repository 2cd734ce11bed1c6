import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { requestToken } from '@sergi/emulator/cognito/request-token.ts';
import { afterEach, expect, inject, it } from 'vitest';
import { LocalServer } from '../../support/cloud/local-server.ts';

let server: LocalServer | undefined;
afterEach(() => server?.remove());

const isLinux = process.platform === 'linux';

// Its process is found in /proc.
it.skipIf(!isLinux)(
  'npm start ends with an error and its reason when DynamoDB dies again and again',
  async () => {
    server = new LocalServer(inject('assembly'));
    await server.start();
    let code: number | null | undefined;
    server.ended().then((ended) => (code = ended));
    while (code === undefined) {
      const pid = server.dynamodbPid();
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await pause(100);
    }
    expect(code).toBe(1);
    expect(server.said).toMatch(/Sergi cannot go on: DynamoDB (has ended 3 times in a row|did not start)/);
    expect(server.said).toContain('DynamoDB has ended by itself, and is started again.');
  },
  120_000,
);

/** What gives a process a file system of its own that is soon full, without root. */
const byNamespace = ['unshare', '--user', '--map-root-user', '--mount'];

const mayMount =
  isLinux &&
  spawnSync(byNamespace[0] ?? '', [...byNamespace.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

// Needs a Linux that lets users have namespaces of their own: only then is a disk full without filling this machine's.
it.skipIf(!mayMount)(
  'a full disk is told from a store that is busy, and work goes on when there is room',
  async () => {
    server = new LocalServer(inject('assembly'));
    const { url, issuer } = server;
    const script = 'mount -t tmpfs -o size=48m none "$SERGI_DATA" && touch "$SERGI_DATA/seeded"';
    await server.start({ by: byNamespace, script });
    // Its folder as it sees it itself.
    const data = `/proc/${server.pid}/root${server.data}`;
    const authorization = `Bearer ${await requestToken(data, issuer, { groups: ['editor'] })}`;
    const create = async (title: string) => {
      const translations = { az: { title, body: 'Mətn' } };
      const body = JSON.stringify({ category: 'news', translations });
      const headers = { authorization, 'content-type': 'application/json' };
      const answer = await fetch(`${url}/v1/staff/events`, { method: 'POST', headers, body });
      return { status: answer.status, body: await answer.text() };
    };
    expect((await create('Yer var')).status).toBe(201);

    const filler = join(data, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(64 * 1024 * 1024))).toThrow(/ENOSPC/);
    const refused = await create('Yer yoxdur');
    expect(refused.status).toBe(500);
    expect(refused.body).not.toMatch(/busy/i);
    expect(server.said).toContain('is full: nothing can be stored until there is room');
    expect((await fetch(`${url}/v1/feed?locale=az`)).status).toBe(200);

    rmSync(filler);
    await expect.poll(async () => (await create('Yenə yer var')).status).toBe(201);
  },
  120_000,
);
