import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packClient } from '../../../tools/client/pack.ts';
import { type ExhibitionCloud, startExhibitions } from '../../support/cloud/exhibition-cloud.ts';

const root = join(import.meta.dirname, '../../..');
const modules = join(root, 'node_modules');

let cloud: ExhibitionCloud;
let frontend: string;

/** A frontend that has installed the package: its files, and what it depends on. */
beforeAll(async () => {
  cloud = await startExhibitions('client');
  frontend = mkdtempSync(join(tmpdir(), 'sergi-frontend-'));
  const installed = join(frontend, 'node_modules', 'sergi-client');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', packClient(frontend), '--strip-components=1', '-C', installed]);
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
    symlinkSync(join(modules, name), join(frontend, 'node_modules', name), 'dir');
  }
  const compilerOptions = {
    ...{ target: 'ES2024', lib: ['ES2024', 'DOM'], module: 'nodenext', types: [], strict: true, noEmit: true },
    ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, preserveSymlinks: true },
  };
  for (const [day, title] of ['First', 'Second', 'Third'].entries()) {
    const id = await cloud.draft({ translations: { en: { title, body: `**${title}**` } } });
    await cloud.publish(id, { publishAt: `2024-03-0${day + 1}T00:00:00Z` });
  }
  writeFileSync(join(frontend, 'package.json'), '{"type": "module"}');
  writeFileSync(join(frontend, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
});
afterAll(async () => {
  rmSync(frontend, { recursive: true });
  await cloud.end();
});

/** What the compiler says of a program of the frontend: nothing, where it is right. */
const compile = (program: string): string => {
  writeFileSync(join(frontend, 'program.ts'), program);
  try {
    return execFileSync(join(modules, '.bin', 'tsc'), ['--project', frontend, '--pretty', 'false'], {
      encoding: 'utf8',
    });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
};

/** The lines that the program prints. */
const run = async (): Promise<string[]> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--preserve-symlinks', 'program.ts'], {
    cwd: frontend,
  });
  return stdout.trim().split('\n');
};

describe('the typed client', () => {
  it.each([
    ['docs/guides/frontends.md', ['Third http', 'Second http', 'First http']],
    ['client/README.md', ['2024-03-03 en Third', '2024-03-02 en Second', '2024-03-01 en First', 'http']],
  ])('runs the example of %s, as it stands there', async (file, lines) => {
    const readme = readFileSync(join(root, file), 'utf8');
    const [, example = ''] = /```ts\n(import [\s\S]*?)```/.exec(readme) ?? [];
    const program = example.replace('http://127.0.0.1:8787', cloud.apiUrl);
    expect(program).not.toBe(example);
    expect(compile(program)).toBe('');
    const printed = await run();
    expect(printed).toHaveLength(lines.length);
    for (const [index, line] of lines.entries()) expect(printed[index]?.startsWith(line), printed[index]).toBe(true);
  });

  it('runs the example of client/README.md where the newest is an exhibition', async () => {
    const id = await cloud.exhibition({ translations: { en: { title: 'Fourth', description: 'Drawings.' } } });
    await cloud.act(id, 'selection', { artworkIds: [await cloud.enter(id)] });
    await cloud.act(id, 'publish');
    await cloud.published();
    const [, example = ''] =
      /```ts\n(import [\s\S]*?)```/.exec(readFileSync(join(root, 'client/README.md'), 'utf8')) ?? [];
    expect(compile(example.replace('http://127.0.0.1:8787', cloud.apiUrl))).toBe('');
    const printed = await run();
    expect(printed[0]).toMatch(/ en Fourth$/);
    expect(printed.at(-1)).toMatch(/^http\S+ <p>Drawings\.<\/p> 1$/);
  });

  it('gives sites that are built what they show, by the module of the recipes', async () => {
    const readme = readFileSync(join(root, 'client/README.md'), 'utf8');
    const [, module = ''] = /```ts\n\/\/ src\/sergi\.ts\n([\s\S]*?)```/.exec(readme) ?? [];
    const program = `${module.replace('http://127.0.0.1:8787', cloud.apiUrl)}
      const events = await allEvents('en');
      console.log(events.map(({ title, body }) => title + body.html.trim()).join());
      console.log((await eventOf(events[0]?.slug ?? '', 'en'))?.title, await eventOf('no-such-event', 'en'));`;
    expect(compile(program)).toBe('');
    const shown = ['Third', 'Second', 'First'].map((title) => `${title}<p><strong>${title}</strong></p>`);
    expect(await run()).toEqual([shown.join(), 'Third undefined']);
  });

  it('lets staff send a token that is asked for when it is needed', async () => {
    const id = await cloud.draft({});
    const program = `import { createSergiClient, type StaffEvent } from 'sergi-client';
      const staff = createSergiClient({ baseUrl: '${cloud.apiUrl}', token: async () => '${await cloud.token({ groups: ['editor'] })}' });
      const params = { path: { id: '${id}' }, header: { 'If-Match': '"1"' } };
      const { data, error } = await staff.PATCH('/v1/staff/events/{id}', { params, body: { place: { name: { az: 'Bakı' } }, campaign: null } });
      const event: StaffEvent | undefined = data;
      console.log(event?.place?.name?.az, event?.version, error);
      const stale = await staff.PATCH('/v1/staff/events/{id}', { params, body: { place: { name: { az: null } } } });
      console.log(stale.response.status, stale.error && 'currentVersion' in stale.error && stale.error.currentVersion);
      const taken = await staff.POST('/v1/staff/events/{id}/publish', { params: { path: { id: '${id}' } } });
      console.log(taken.data?.status);`;
    expect(compile(program)).toBe('');
    expect(await run()).toEqual(['Bakı 2 undefined', '412 2', 'published']);
  });

  it('goes through lists page by page, and throws one kind of error', async () => {
    const program = `import { createSergiClient, dataOf, type FeedCard, SergiError, type StaffEvent } from 'sergi-client';
      const sergi = createSergiClient({ baseUrl: '${cloud.apiUrl}' });
      const titles: string[] = [];
      for await (const card of sergi.pages('/v1/feed', { params: { query: { locale: 'en', limit: 2 } } })) {
        const typed: FeedCard = card;
        titles.push(typed.title);
      }
      console.log(titles.slice(-3).join());
      const staff = createSergiClient({ baseUrl: '${cloud.apiUrl}', token: '${await cloud.token({ groups: ['editor'] })}' });
      const params = { query: { status: 'published' as const, limit: 1 } };
      let first: Pick<StaffEvent, 'id' | 'version'> | undefined;
      for await (const event of staff.pages('/v1/staff/events', { params })) { first = event; break; }
      for await (const revision of staff.pages('/v1/staff/events/{id}/revisions', { params: { path: { id: first?.id ?? '' } } }))
        console.log(revision.action);
      const codes: string[] = [];
      const failing = async (call: () => Promise<unknown>) => {
        try { await call(); codes.push('none'); }
        catch (error) { codes.push(error instanceof SergiError ? [error.status, error.code, error.errors.length, error.message.length > 5].join(' ') : String(error)); }
      };
      await failing(() => dataOf(sergi.GET('/v1/events/{idOrSlug}', { params: { path: { idOrSlug: 'none' } } })));
      await failing(() => dataOf(sergi.GET('/v1/feed', { params: { query: { category: 'nowhere' } } })));
      await failing(() => dataOf(sergi.GET('/v1/staff/site')));
      await failing(async () => { for await (const _ of sergi.pages('/v1/feed', { params: { query: { cursor: 'x' } } })) break; });
      await failing(() => dataOf(createSergiClient({ baseUrl: 'http://127.0.0.1:9' }).GET('/v1/site')));
      await failing(() => dataOf(sergi.GET('/v1/site', { signal: AbortSignal.abort() })));
      await failing(() => dataOf(sergi.GET('/v1/site', { signal: AbortSignal.abort(new Error('left the page')) })));
      await failing(async () => { for await (const _ of sergi.pages('/v1/feed', { signal: AbortSignal.timeout(0) })) break; });
      console.log(codes.join('\\n'));`;
    expect(compile(program)).toBe('');
    const [titles, ...lines] = await run();
    expect(titles).toBe('Third,Second,First');
    const codes = lines.splice(-8);
    expect([lines[0], lines.at(-1)]).toEqual(['published', 'created']);
    expect(codes.slice(0, 5)).toEqual([
      '404 eventNotFound 0 true',
      expect.stringMatching(/^404 \w+ 1 true$/),
      '401 http401 0 true',
      '400 invalidInput 1 true',
      '0 noAnswer 0 true',
    ]);
    expect(codes.slice(5)).toEqual([
      expect.stringContaining('AbortError'),
      'Error: left the page',
      expect.stringContaining('TimeoutError'),
    ]);
  });

  it('uploads a file from its hash to the picture, and gives what an image element takes', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const bytes = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#888888', noise } })
      .jpeg()
      .toBuffer();
    writeFileSync(join(frontend, 'scan.jpg'), bytes);
    writeFileSync(join(frontend, 'broken.jpg'), bytes.subarray(0, 2000));
    const program = `import { createSergiClient, placeholderAddress, SergiError, srcset, uploadFile } from 'sergi-client';
      // @ts-expect-error the frontend of this test has no types of Node
      const { openAsBlob } = await import('node:fs');
      const staff = createSergiClient({ baseUrl: '${cloud.apiUrl}', token: '${await cloud.token({ groups: ['contributor'] })}' });
      const phases: string[] = [];
      const onProgress = ({ phase }: { phase: string }) => { if (phases.at(-1) !== phase) phases.push(phase); };
      const file = await openAsBlob('scan.jpg');
      const upload = await uploadFile(staff, file, { fileName: 'scan.jpg', onProgress });
      console.log(phases.join());
      console.log(srcset(upload, 'image/avif').replace(/https?:\\S+ /g, ''));
      console.log(placeholderAddress(upload.placeholder ?? '').slice(0, 22), placeholderAddress(upload.placeholder ?? '').length < 600);
      phases.length = 0;
      const again = await uploadFile(staff, file, { fileName: 'scan.jpg', onProgress });
      console.log(again.uploadId === upload.uploadId, phases.join());
      try { await uploadFile(staff, await openAsBlob('broken.jpg'), { fileName: 'broken.jpg' }); }
      catch (error) { console.log(error instanceof SergiError && error.code, error instanceof SergiError && error.message.length > 10); }
      try { await uploadFile(staff, new Blob(['x'])); }
      catch (error) { console.log(error instanceof SergiError && error.errors.map(({ path }) => path).join()); }`;
    expect(compile(program)).toBe('');
    expect(await run()).toEqual([
      'hashing,sending,processing,ready',
      expect.stringMatching(/^\d+w(, \d+w)*$/),
      'data:image/png;base64, true',
      'true hashing,processing,ready',
      expect.stringMatching(/^\w+ true$/),
      'contentType',
    ]);
  });

  it('goes on where Sergi, the store or a signature gives way, and stops when it is told to', async () => {
    const said: string[] = [];
    let origin = '';
    const signed = () => ({
      alreadyUploaded: false,
      uploadId: 'one',
      method: 'PUT',
      url: `${origin}/store`,
      headers: {},
    });
    const refused = (code: string) => `<Error><Code>${code}</Code></Error>`;
    const answers: [number, unknown, Record<string, string>?][] = [
      [429, { message: 'Too Many Requests' }],
      [201, signed],
      [400, refused('RequestTimeout')],
      [403, refused('AccessDenied')],
      [201, signed],
      [200, ''],
      [503, { message: 'Service Unavailable' }],
      [200, { uploadId: 'one', state: 'ready' }],
      [429, { code: 'quotaUsed', detail: 'No more today.', status: 429 }, { 'retry-after': '3600' }],
      [201, signed],
    ];
    const server = createServer(async (request, response) => {
      said.push(`${request.method} ${request.url}`);
      await request.resume().toArray();
      const [status, body, headers] = answers.shift() ?? [500, 'Nothing is left to say.'];
      const content = typeof body === 'function' ? body() : body;
      const type = typeof content === 'string' ? 'application/xml' : 'application/json';
      response.writeHead(status, { 'content-type': type, ...headers });
      response.end(typeof content === 'string' ? content : JSON.stringify(content));
    });
    origin = await new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
    });
    const program = `import { createSergiClient, SergiError, uploadFile } from 'sergi-client';
      const staff = createSergiClient({ baseUrl: '${origin}', token: 'none' });
      const file = new Blob(['x'], { type: 'image/png' });
      console.log((await uploadFile(staff, file)).state);
      try { await uploadFile(staff, file); }
      catch (error) { if (error instanceof SergiError) console.log(error.code, error.retryAfter); }
      const leaving = new AbortController();
      let sent = 0;
      const upload = {};
      Object.assign(globalThis, { XMLHttpRequest: class { upload = upload; open() {} setRequestHeader() {} abort() {} send() { sent += 1; } } });
      const onProgress = ({ phase }: { phase: string }) => { if (phase === 'sending') leaving.abort(new Error('left the page')); };
      try { await uploadFile(staff, file, { onProgress, signal: leaving.signal }); }
      catch (error) { console.log(String(error), sent); }`;
    try {
      expect(compile(program)).toBe('');
      expect(await run()).toEqual(['ready', 'quotaUsed 3600', 'Error: left the page 0']);
    } finally {
      server.closeAllConnections();
      server.close();
    }
    const [ask, put, look] = ['POST /v1/staff/uploads', 'PUT /store', 'GET /v1/staff/uploads/one'];
    expect(said).toEqual([...[ask, ask, put, put], ...[ask, put, look, look], ask, ask]);
  });

  it('knows paths, parameters, fields, states and which changes need a version', () => {
    const wrong = [
      `await sergi.GET('/v1/feeds', {});`,
      `await sergi.GET('/v1/feed', { params: { query: { page: 2 } } });`,
      `await sergi.GET('/v1/feed', { params: { query: { limit: 'all' } } });`,
      `await sergi.GET('/v1/events/{idOrSlug}', { params: {} });`,
      `console.log((await sergi.GET('/v1/site', {})).data?.name);`,
      `await sergi.DELETE('/v1/staff/events/{id}', { params: { path: { id: '' } } });`,
      `await sergi.GET('/v1/staff/exhibitions', { params: { query: { sort: 'new' } } });`,
      `for await (const site of sergi.pages('/v1/site')) console.log(site);`,
      `for await (const card of sergi.pages('/v1/feed')) console.log(card.name);`,
      `sergi.pages('/v1/staff/events/{id}/revisions');`,
    ];
    const program = [
      `import { createSergiClient } from 'sergi-client';`,
      `const sergi = createSergiClient({ baseUrl: '' });`,
      `await sergi.GET('/v1/feed', {});`,
      // A line after this comment that has no fault is a fault itself.
      ...wrong.map((line) => `// @ts-expect-error\n${line}`),
    ];
    expect(compile(program.join('\n'))).toBe('');
  });
});
