import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../support/commands.ts';

let folder: string;
let server: Server;
/** What is answered to uploads, and to all imports but the first; where it is absent, somebody presses Ctrl-C. */
let refusal: { readonly status: number; readonly detail: string; readonly retryAfter?: number } | undefined;
let child: ChildProcessByStdio<null, Readable, Readable>;
let uploads = 0;
let imports = 0;

const answer = (response: ServerResponse, status: number, body: object, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** A job that has imported so many lines, with a warning of each. */
const jobOf = (lines: number) => {
  const at = '2026-11-30T00:00:00.000Z';
  const warnings = [{ path: 'translations.az.body', code: 'readAsHtml', message: 'was read as HTML' }];
  return {
    ...{ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', kind: 'import', state: 'succeeded', done: lines, total: lines, errors: [] },
    ...{ createdAt: at, createdBy: { id: 'somebody' }, updatedAt: at, endedAt: at },
    results: Array.from({ length: lines }, (_, n) => ({ item: `${n}`, line: n + 1, outcome: 'created', warnings })),
  };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sergi-ends-early-'));
  const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } });
  writeFileSync(join(folder, 'a.jpg'), await picture.jpeg().toBuffer());
  server = createServer(async (request, response) => {
    const body = await text(request);
    const refuse = () => {
      // Once: the second one ends the process at once.
      if (!refusal) return child.killed || child.kill('SIGINT');
      const { status, detail, retryAfter } = refusal;
      answer(response, status, { detail }, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    };
    if (request.url?.endsWith('/site')) return answer(response, 200, { categories: [], campaigns: [] });
    if (request.url?.endsWith('/uploads')) {
      uploads += 1;
      return refuse();
    }
    imports += 1;
    return imports > 1 ? refuse() : answer(response, 202, jobOf(body.split('\n').length));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  uploads = 0;
  imports = 0;
});

const importing = async (count: number, over: object) => {
  const archive = join(folder, 'archive.jsonl');
  const lines = Array.from({ length: count }, (_, n) => JSON.stringify({ externalId: `e-${n}`, ...over }));
  writeFileSync(archive, lines.join('\n'));
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, LC_ALL: 'C', SERGI_URL: `http://127.0.0.1:${port}`, SERGI_TOKEN: 'a-token' };
  child = spawn(process.execPath, ['tools/import.ts', archive], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, error, code };
};

const pictured = { images: [{ file: 'a.jpg', alt: { az: 'Ev' } }] };

describe('an import that is stopped', () => {
  it('refuses no line because a quota is used up', async () => {
    refusal = { status: 429, detail: 'Try again after midnight.', retryAfter: 36_000 };
    const { code, out, error } = await importing(5, pictured);
    expect({ code, error, uploads }).toEqual({ code: 2, error: 'Try again after midnight.\n', uploads: 1 });
    expect(out).toBe('0 created, 0 unchanged, 0 refused\n');
  });

  it('refuses no line because the site does not work', async () => {
    refusal = { status: 503, detail: 'Busy.', retryAfter: 0 };
    const { code, out, error } = await importing(5, pictured);
    expect(code).toBe(2);
    expect(error).toMatch(/503/);
    expect(out).toBe('0 created, 0 unchanged, 0 refused\n');
  });

  it('says what it has done until then', async () => {
    refusal = { status: 401, detail: 'The token has expired.' };
    const { code, out, error } = await importing(250, {});
    expect(code).toBe(2);
    expect(error).toMatch(/token/i);
    expect(out).toMatch(/^line \d+ \(0\): translations\.az\.body: was read as HTML$/m);
    expect(out).toMatch(/^100 created, 0 unchanged, 0 refused$/m);
  });

  it('says what it has done until somebody presses Ctrl-C', async () => {
    refusal = undefined;
    const { code, out, error } = await importing(250, {});
    expect(code).toBe(130);
    expect(error).toBe('Stopped. Run the same command again: it goes on where it was.\n');
    expect(out).toMatch(/^100 created, 0 unchanged, 0 refused$/m);
  });
});
