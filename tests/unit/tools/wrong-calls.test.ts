import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { apiTargetFromEnvironment, callApi } from '../../../tools/api-client/api.ts';
import { requireFile } from '../../../tools/command/require-file.ts';
import { isWebAddress } from '../../../tools/command/web-address.ts';
import { signInByBrowser } from '../../../tools/staff/sign-in-by-browser.ts';
import { uploadScans } from '../../../tools/upload/upload-scans.ts';

const root = join(import.meta.dirname, '../../..');
/** The site of somebody else: a page at every address. */
let server: Server;
let site: string;
let folder: string;
let status = 200;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sergi-calls-'));
  server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<!doctype html><title>Elsewhere</title>');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe.each([
  { locale: 'az_AZ.UTF-8', usage: 'İstifadəsi:', noAddress: 'ünvanı deyil', isFolder: 'qovluqdur', notThere: 'yoxdur' },
  { locale: 'ru_RU.UTF-8', usage: 'Использование:', noAddress: 'не адрес', isFolder: 'а не файл', notThere: 'нет' },
])('in $locale', ({ locale, usage, noAddress, isFolder, notThere }) => {
  it('import answers an option that it does not know with its usage', () => {
    const env = { ...process.env, LC_ALL: locale };
    const options = { cwd: root, env, encoding: 'utf8' } as const;
    const { status: code, stderr } = spawnSync(process.execPath, ['tools/import.ts', 'x', '--bogus'], options);
    expect(stderr).toMatch(new RegExp(`^${usage} npm run import`));
    expect(code).toBe(2);
  });

  it('upload answers one that it does not know, or that lacks its value, with its usage', async () => {
    vi.stubEnv('LC_ALL', locale);
    const print = vi.spyOn(console, 'error').mockReturnValue();
    for (const wrong of ['--bogus', '--sheet']) expect(await uploadScans(['x', wrong])).toBe(2);
    expect(print.mock.calls.flat()).toEqual(Array(2).fill(expect.stringMatching(`^${usage} npm run upload`)));
  });

  it('a folder in place of a sheet is named', async () => {
    vi.stubEnv('LC_ALL', locale);
    const print = vi.spyOn(console, 'error').mockReturnValue();
    expect(await uploadScans([folder, '--exhibition', 'x', '--sheet', folder])).toBe(2);
    expect(print.mock.calls.flat()).toEqual([expect.stringContaining(folder)]);
    await expect(requireFile(folder)).rejects.toThrow(isFolder);
  });

  it('so is a file in place of a folder', async () => {
    vi.stubEnv('LC_ALL', locale);
    const print = vi.spyOn(console, 'error').mockReturnValue();
    writeFileSync(join(folder, 'file'), '');
    expect(await uploadScans([folder, '--exhibition', 'x', '--sheet', join(folder, 'file', 'a.csv')])).toBe(2);
    expect(print.mock.calls.flat()).toEqual([expect.stringMatching(/a\.csv/)]);
    expect(print.mock.calls.flat()).toEqual([expect.stringContaining(notThere)]);
  });

  it('SERGI_URL must be an address', async () => {
    vi.stubEnv('LC_ALL', locale);
    vi.stubEnv('SERGI_URL', 'foo');
    vi.stubEnv('SERGI_TOKEN', 'x');
    await expect(apiTargetFromEnvironment()).rejects.toThrow('SERGI_URL=foo');
    await expect(apiTargetFromEnvironment()).rejects.toThrow(noAddress);
  });

  it('a site that is no Sergi is said to be none, whatever it answers', async () => {
    vi.stubEnv('LC_ALL', locale);
    status = 200;
    await expect(callApi({ url: site, token: 'x' }, '/site')).rejects.toThrow(notThere);
    await expect(signInByBrowser(site)).rejects.toThrow(notThere);
    status = 404;
    await expect(callApi({ url: site, token: 'x' }, '/site')).rejects.toThrow(/^\/site: (cavab|ответ) 404\.$/);
  });
});

it.each([
  ['https://sergi.example', true],
  ['HTTP://127.0.0.1:8787/', true],
  ['localhost:8787', false],
  ['sergi.example', false],
  ['file:///etc', false],
  ['https://', false],
])('%s is an address by http or https: %s', (text, is) => expect(isWebAddress(text)).toBe(is));
