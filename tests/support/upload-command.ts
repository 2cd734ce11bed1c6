import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { vi } from 'vitest';
import { uploadScans } from '../../tools/upload/upload-scans.ts';
import type { ProductCloud } from './cloud/product-cloud.ts';

/** A run of the command in a process of its own. */
export interface Run {
  readonly child: ChildProcess;
  readonly done: Promise<{ code: number | null; out: string }>;
}

/** An image that looks like no other: grey squares, by its seed. */
export const scan = (seed: number): Promise<Buffer> => {
  const squares = Buffer.from(hash('sha512', `scan ${seed}`, 'buffer'));
  return sharp(squares, { raw: { width: 8, height: 8, channels: 1 } })
    .resize(160, 160, { kernel: 'nearest' })
    .jpeg()
    .toBuffer();
};

/** Writes a sheet as spreadsheets do, with an empty row at its end; gives its path. */
export const writeSheet = (path: string, lines: readonly string[]): string => {
  const sheet = join(path, 'artworks.csv');
  writeFileSync(sheet, `\uFEFF${lines.join('\r\n')}\r\n;;;;;;;;;;\r\n`);
  return sheet;
};

export const header =
  'file;Entry number;Title.az;alt.az;artist;age;isMinor;guardian;consentGrantedOn;consentExpiresOn;consentImage;consentName';

export const consent = 'bəli;Leyla Əliyeva;01.09.2024;2099-09-01;bəli;first';

/** What tests of `npm run upload` do with a cloud, which is there once they begin, and a folder of scans. */
export const uploadsOn = (cloud: () => ProductCloud) => {
  const folder = mkdtempSync(join(tmpdir(), 'sergi-scans-'));

  /** Begins the command against the cloud; what it prints and its exit code follow. */
  const begin = async (
    args: readonly string[],
    { url = cloud().url, locale = 'C', token }: { url?: string; locale?: string; token?: string } = {},
  ): Promise<Run> => {
    const SERGI_TOKEN = token ?? (await cloud().token({ groups: ['contributor'] }));
    const env = { ...process.env, LC_ALL: locale, SERGI_URL: url, SERGI_TOKEN };
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../tools/upload.ts'), ...args], { env });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (out += data));
    return { child, done: new Promise((resolve) => child.on('close', (code) => resolve({ code, out }))) };
  };

  /** Runs the command in this process, which has loaded it already: a process of its own is for what needs one. */
  const upload = async (...args: string[]): Promise<{ code: number; out: string }> => {
    let out = '';
    const write = (line: string) => {
      out += `${line}\n`;
    };
    const spies = (['log', 'error'] as const).map((name) => vi.spyOn(console, name).mockImplementation(write));
    const env = { LC_ALL: 'C', SERGI_URL: cloud().url, SERGI_TOKEN: await cloud().token({ groups: ['contributor'] }) };
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    try {
      const code = await uploadScans(args);
      return { code, out };
    } finally {
      for (const spy of spies) spy.mockRestore();
      vi.unstubAllEnvs();
    }
  };

  const exhibition = async (): Promise<string> => {
    const translations = { az: { title: 'Rəsm sərgisi' } };
    const { body } = await cloud().ask('/v1/staff/exhibitions', { body: { translations } });
    return body.id;
  };

  const artworksOf = async (id: string) =>
    (await cloud().ask(`/v1/staff/exhibitions/${id}/artworks?limit=100`)).body.items;

  /** A folder below with these files; gives its path. */
  const fill = async (name: string, files: Readonly<Record<string, Buffer>>): Promise<string> => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    for (const [file, data] of Object.entries(files)) writeFileSync(join(path, file), data);
    return path;
  };

  const removeFolder = () => rmSync(folder, { recursive: true });

  return { begin, upload, exhibition, artworksOf, fill, removeFolder };
};
