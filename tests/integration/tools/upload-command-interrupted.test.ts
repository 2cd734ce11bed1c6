import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';
import { consent, header, type Run, scan, uploadsOn, writeSheet } from '../../support/upload-command.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProduct('upload-command');
});

const { begin, upload, exhibition, artworksOf, fill, removeFolder } = uploadsOn(() => cloud);

afterAll(async () => {
  await cloud.end();
  removeFolder();
});

describe('npm run upload', () => {
  it('goes on where it was when it has been killed', async () => {
    const id = await exhibition();
    const names = Array.from({ length: 12 }, (_, n) => `${n + 1}.jpg`);
    const files = await Promise.all(names.map(async (name, n) => [name, await scan(100 + n)] as const));
    const path = await fill('killed', Object.fromEntries(files));
    const sheet = writeSheet(path, [header, ...names.map((name, n) => `${name};${n + 1};;;;;;;;;;`)]);
    const args = [path, '--exhibition', id, '--sheet', sheet];

    for (const milliseconds of [500, 800, 1_100]) {
      const run = await begin(args);
      await pause(milliseconds);
      run.child.kill('SIGKILL');
      await run.done;
    }
    const last = await begin(args);
    const over = last.done.then(() => 'over');
    while ((await artworksOf(id)).length === 0) if ((await Promise.race([over, pause(10)])) === 'over') break;
    last.child.kill('SIGKILL');
    await last.done;
    const before = await artworksOf(id);
    expect(before).not.toEqual([]);

    const again = await upload(...args);
    const [, entered, unchanged] = again.out.match(/(\d+) entered, (\d+) unchanged, 0 rejected/)?.map(Number) ?? [];
    expect(Number(entered) + Number(unchanged)).toBe(12);
    // What was on its way when the command was killed may have arrived since.
    expect(unchanged).toBeGreaterThanOrEqual(before.length);
    expect(again.code).toBe(0);
    const after = await artworksOf(id);
    expect(
      after.map(({ entryNumber }: { entryNumber: number }) => entryNumber).sort((a: number, b: number) => a - b),
    ).toEqual(names.map((_, n) => n + 1));
    expect(after).toEqual(
      expect.arrayContaining(before.map(({ id }: { id: string }) => expect.objectContaining({ id }))),
    );
  });

  it('survives a network that loses requests and answers, a busy API and signatures that no longer work', async () => {
    const id = await exhibition();
    const seen = new Map<string, number>();
    /** Breaks every kind of request when it comes for the first time, each in a way of its own. */
    const proxy = createServer(async (request, response) => {
      const body = await text(request);
      const kind = `${request.method} ${request.url} ${body}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      const isFirst = seen.get(kind) === 1;
      if (isFirst && request.url?.endsWith('/site')) return response.writeHead(503, { 'retry-after': '0' }).end();
      if (isFirst && request.method === 'GET') return request.socket.destroy();
      const { 'content-type': type, 'idempotency-key': key, authorization = '' } = request.headers;
      const answer = await fetch(`${cloud.url}${request.url}`, {
        method: request.method ?? 'GET',
        headers: { authorization, ...(type && { 'content-type': type }), ...(key && { 'idempotency-key': `${key}` }) },
        ...(body && { body }),
      });
      const sent = await answer.text();
      if (isFirst && request.url?.endsWith('/artworks')) return request.socket.destroy();
      // As good as expired: the store answers 403 to both.
      return response
        .writeHead(answer.status)
        .end(isFirst ? sent.replace('X-Amz-Expires=900', 'X-Amz-Expires=1') : sent);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      const path = await fill('network', { 'a.jpg': await scan(501), 'b.jpg': await scan(502) });
      const sheet = writeSheet(path, [header, 'a.jpg;1;;;;;;;;;;', 'b.jpg;;;;;;;;;;;']);
      const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      const { code, out } = await (await begin([path, '--exhibition', id, '--sheet', sheet], { url })).done;
      expect(out).toMatch(/2 entered, 0 unchanged, 0 rejected, 0 without consent, 0 look alike\n$/);
      expect(code).toBe(0);
      expect(await artworksOf(id)).toMatchObject([{ entryNumber: 1 }, { entryNumber: 2 }]);
      expect([...seen.values()].every((times) => times > 1)).toBe(true);
    } finally {
      proxy.close();
    }
  });

  /**
   * Sends a sheet with a consent that was taken back and a new file through a proxy that does something else once the
   * file is to be sent.
   */
  const sendThrough = async (
    seed: number,
    instead: (run: Run | undefined, response: ServerResponse) => void,
  ): Promise<{ readonly id: string; readonly code: number | null; readonly out: string }> => {
    const id = await exhibition();
    const path = await fill(`sheet-${seed}`, { 'a.jpg': await scan(seed) });
    const row = (given: string) => `a.jpg;2;Gün;Dəniz;Aysel Məmmədova;12;${given}`;
    const sheet = writeSheet(path, [header, row(consent)]);
    const args = [path, '--exhibition', id, '--sheet', sheet];
    expect(await upload(...args)).toMatchObject({ code: 0 });
    await fill(`sheet-${seed}`, { 'b.jpg': await scan(seed + 1) });
    writeSheet(path, [header, 'b.jpg;1;;;;;;;;;;', row(consent.replace(';bəli;first', ';xeyr;first'))]);
    let run: Run | undefined;
    const proxy = createServer(async (request, response) => {
      if (request.url?.endsWith('/uploads')) return instead(run, response);
      const body = await text(request);
      const { 'content-type': type, authorization = '' } = request.headers;
      const answer = await fetch(`${cloud.url}${request.url}`, {
        method: request.method ?? 'GET',
        headers: { authorization, ...(type && { 'content-type': type }) },
        ...(body && { body }),
      });
      return response.writeHead(answer.status).end(await answer.text());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      run = await begin(args, { url });
      return { id, ...(await run.done) };
    } finally {
      proxy.close();
      proxy.closeAllConnections();
    }
  };

  it.each([
    [
      'the token ends',
      551,
      (_run: unknown, response: ServerResponse) => response.writeHead(401).end(),
      2,
      /token lasts an hour.*\n.*Run the same command again/,
    ],
    [
      'it is interrupted',
      561,
      (run: Run | undefined) => run?.child.kill('SIGINT'),
      130,
      /Stopped\. Run the same command again/,
    ],
  ] as const)(
    'says what it has written where %s, a consent that was taken back first of all',
    async (_what, seed, instead, exitCode, why) => {
      const { id, code, out } = await sendThrough(seed, instead);
      expect(out).toMatch(/^3 +a\.jpg +2 +narrowed$/m);
      expect(out).toMatch(/^3 +a\.jpg +consentImage +consent narrowed: written$/m);
      expect(out).toMatch(why);
      expect(code).toBe(exitCode);
      expect(await artworksOf(id)).toMatchObject([{ artist: { consent: { image: false } } }]);
    },
  );
});
