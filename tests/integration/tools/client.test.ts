import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packClient } from '../../../tools/client/pack.ts';
import { type ExhibitionCloud, startExhibitions } from '../../support/exhibition-cloud.ts';

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
    ['client/README.md', ['2024-03-03 en Third', '2024-03-02 en Second', '2024-03-01 en First', '"']],
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
    compile(example.replace('http://127.0.0.1:8787', cloud.apiUrl));
    const printed = await run();
    expect(printed[0]).toMatch(/ en Fourth$/);
    expect(printed.at(-1)).toMatch(/^"[\w-]+" <p>Drawings\.<\/p> 1$/);
  });

  it('lets staff send a token that is asked for when it is needed', async () => {
    const id = await cloud.draft({});
    const program = `import { createSergiClient, type StaffEvent } from 'sergi-client';
      const staff = createSergiClient({ baseUrl: '${cloud.apiUrl}', token: async () => '${await cloud.token({ groups: ['editor'] })}' });
      const params = { path: { id: '${id}' }, header: { 'If-Match': '"1"' } };
      const { data, error } = await staff.PATCH('/v1/staff/events/{id}', { params, body: { venue: 'Bakı', campaign: null } });
      const event: StaffEvent | undefined = data;
      console.log(event?.venue, event?.version, error);
      const stale = await staff.PATCH('/v1/staff/events/{id}', { params, body: { venue: null } });
      console.log(stale.response.status, stale.error && 'currentVersion' in stale.error && stale.error.currentVersion);
      const taken = await staff.POST('/v1/staff/events/{id}/publish', { params: { path: { id: '${id}' } } });
      console.log(taken.data?.status);`;
    expect(compile(program)).toBe('');
    expect(await run()).toEqual(['Bakı 2 undefined', '412 2', 'published']);
  });

  it('knows paths, parameters, fields, states and which changes need a version', () => {
    const wrong = [
      `await sergi.GET('/v1/feeds', {});`,
      `await sergi.GET('/v1/feed', { params: { query: { page: 2 } } });`,
      `await sergi.GET('/v1/feed', { params: { query: { limit: 'all' } } });`,
      `await sergi.GET('/v1/events/{idOrSlug}', { params: {} });`,
      `console.log((await sergi.GET('/v1/site', {})).data?.name);`,
      `await sergi.DELETE('/v1/staff/events/{id}', { params: { path: { id: '' } } });`,
      `await sergi.GET('/v1/staff/exhibitions', { params: { query: { status: 'new' } } });`,
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
