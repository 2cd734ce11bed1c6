import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';
import { docx, pdf } from '../../support/files/documents.ts';

let cloud: ProductCloud;
let folder: string;

beforeAll(async () => {
  cloud = await startProduct('tools');
  folder = mkdtempSync(join(tmpdir(), 'sergi-archive-'));
});
afterAll(async () => {
  await cloud.end();
  rmSync(folder, { recursive: true });
});

/** Runs a tool against the cloud; gives its exit code and what it has printed. */
const tool = async (name: string, ...args: string[]): Promise<{ code: number | null; out: string }> => {
  const env = {
    ...process.env,
    LC_ALL: 'C',
    SERGI_URL: cloud.url,
    SERGI_TOKEN: await cloud.token({ groups: ['admin'] }),
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../tools', name), ...args], { env });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (out += data));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
};

describe('npm run import', () => {
  it('takes an archive with its images, reports the bad lines by their number, and goes on where it was', async () => {
    const image = await sharp({ create: { width: 500, height: 400, channels: 3, background: '#2a9d8f' } })
      .jpeg()
      .toBuffer();
    writeFileSync(join(folder, 'rəsm 1.jpg'), image);
    const item = (n: number, over: object = {}) => ({
      externalId: `a-${n}`,
      publishedAt: `2020-01-${String((n % 28) + 1).padStart(2, '0')}`,
      category: 'news',
      campaign: 'archive',
      translations: { az: { title: `Xəbər ${n}`, body: 'Mətn' } },
      ...over,
    });
    const lines = [
      ...Array.from({ length: 150 }, (_, n) => JSON.stringify(item(n))),
      '',
      JSON.stringify(item(200, { images: [{ file: 'rəsm 1.jpg', alt: { az: 'Rəsm' } }] })),
      JSON.stringify(item(201, { images: [{ file: 'missing.jpg', alt: { az: 'Rəsm' } }] })),
      JSON.stringify(item(202, { category: 'nowhere' })),
      '{',
    ];
    const archive = join(folder, 'archive.jsonl');
    writeFileSync(archive, `\uFEFF${lines.join('\r\n')}\r\n`);

    const dry = await tool('import.ts', archive, '--dry-run');
    expect(dry.out).toContain('would be: 151 created, 0 unchanged, 3 refused');
    expect((await cloud.ask('/v1/feed?campaign=archive')).status).toBe(404);

    const first = await tool('import.ts', archive);
    expect(first.code).toBe(1);
    expect(first.out).toContain('151 created, 0 unchanged, 3 refused');
    expect(first.out).toMatch(/^search finds what was imported, after \d+ s$/m);
    const { body: hits } = await cloud.ask('/v1/search?q=xeber+149&locale=az');
    expect(hits.items).toHaveLength(1);
    expect(first.out).toMatch(/^line 153 \(a-201\): images: .*missing\.jpg/m);
    expect(first.out).toMatch(/^line 154 \(a-202\): category: is no category/m);
    expect(first.out).toMatch(/^line 155: line: is not JSON/m);
    const { body } = await cloud.ask('/v1/events/xeber-200');
    expect(body.pictures[0]).toMatchObject({ alt: 'Rəsm' });

    writeFileSync(join(folder, 'missing.jpg'), await sharp(image).negate().jpeg().toBuffer());
    const second = await tool('import.ts', archive);
    expect(second.out).toContain('1 created, 151 unchanged, 2 refused');
  });

  it('maps categories, names what it leaves out, and updates what has changed', async () => {
    const place = join(folder, 'mapped');
    mkdirSync(place);
    const image = await sharp({ create: { width: 500, height: 400, channels: 3, background: '#e76f51' } })
      .jpeg()
      .toBuffer();
    // As macOS writes it.
    writeFileSync(join(place, 'şəkil.jpg'.normalize('NFD')), image);
    symlinkSync(join(folder, 'rəsm 1.jpg'), join(place, 'link.jpg'));
    const item = (id: string, over: object = {}) => ({
      ...{ externalId: id, publishedAt: '2015-05-05', translations: { az: { title: `Başlıq ${id}`, body: 'Mətn' } } },
      ...over,
    });
    const alt = { az: 'x' };
    const lines = [
      item('m-1', {
        categories: ['Elanlar 2015'],
        // One file many times is one picture, and what lies beyond sixty is not looked for.
        images: [...Array.from({ length: 60 }, () => ({ file: 'şəkil.jpg', alt })), { file: 'b.jpg', alt }],
      }),
      item('m-2', { categories: ['İdman'], tags: ['futbol'] }),
      item('m-1', { category: 'news' }),
      item('m-3', { category: 'Tədbirlər', tags: ['futbol'], images: [{ file: 'link.jpg', alt }] }),
      item('m-4', { category: 'news', images: [{ url: 'http://127.0.0.1:1/a.jpg', alt }] }),
    ];
    const archive = join(place, 'archive.jsonl');
    const write = (all: readonly object[]) =>
      writeFileSync(archive, all.map((line) => JSON.stringify(line)).join('\n'));
    write(lines);
    const table = join(place, 'categories.csv');
    writeFileSync(table, 'from,category\nElanlar 2015,sport\n');
    expect(await tool('import.ts', archive, '--categories', table)).toMatchObject({ code: 1 });
    writeFileSync(table, 'from,category\nElanlar 2015,announcements\n');
    for (const dryRun of [['--dry-run'], []]) {
      const { code, out } = await tool('import.ts', archive, '--categories', table, ...dryRun);
      expect(code).toBe(1);
      expect(out).toContain('1 created, 0 unchanged, 4 refused');
      expect(out).toMatch(/^line 2 \(m-2\): category: .*İdman, futbol/m);
      expect(out).toMatch(/^line 3 \(m-1\): externalId: .*line 1/m);
      expect(out).toMatch(/^line 4 \(m-3\): images: link\.jpg is not in the folder/m);
      expect(out).toMatch(/^line 5 \(m-4\): images: 127\.0\.0\.1:1 is in a private network/m);
      expect(out).toMatch(/^Warnings:\nline 1 \(m-1\): images: .*at most 60/m);
      expect(out).toMatch(/^ {2}İdman: 1$/m);
      expect(out).toMatch(/^ {2}futbol: 2$/m);
    }
    const [first] = lines;
    write([{ ...first, venue: 'Muzey', images: [{ file: 'şəkil.jpg', alt }] }]);
    const told = await tool('import.ts', archive, '--categories', table);
    expect(told.out).toMatch(/--update/);
    expect(told.out).toContain('0 created, 0 unchanged, 1 changed, 0 refused');
    const updated = await tool('import.ts', archive, '--categories', table, '--update');
    expect(updated).toMatchObject({ code: 0, out: expect.stringContaining('0 created, 1 updated, 0 unchanged') });
    const { body } = await cloud.ask('/v1/events/basliq-m-1');
    expect(body).toMatchObject({
      ...{ place: { name: 'Muzey' }, category: { slug: 'announcements' }, pictures: [{ alt: 'x' }] },
    });
  });

  it('takes files, names those that it cannot take, and imports the rest', async () => {
    const place = join(folder, 'files');
    mkdirSync(place);
    writeFileSync(join(place, 'qaydalar.pdf'), await pdf(['Rules']));
    writeFileSync(join(place, 'skan.pdf'), await pdf(['']));
    writeFileSync(join(place, 'makro.docx'), await docx(['Macros'], { 'word/vbaProject.bin': 'x' }));
    writeFileSync(join(place, 'səhifə.txt'), '<!doctype html><script></script>');
    const server = createServer((_, response) => response.end('Ad;Bal\nLalə;5\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cədvəl.csv?v=1`;
    const title = { az: 'Sənəd' };
    const names = ['qaydalar.pdf', 'skan.pdf', 'makro.docx', 'səhifə.txt', 'yoxdur.pdf', '../secret.pdf'];
    const line = {
      ...{ externalId: 'f-1', publishedAt: '2019-05-05', category: 'news' },
      translations: { az: { title: 'Fayllar', body: 'Mətn' } },
      files: [...names.map((file) => ({ file, title })), { url, title: { az: 'Cədvəl' } }],
    };
    const archive = join(place, 'archive.jsonl');
    writeFileSync(archive, `${JSON.stringify(line)}\n`);
    const reached = ['--allow-private-network'];
    const refusals = [
      ...[
        /files\.1: .*holds no text/,
        /files\.2: makro\.docx was left out.*: .*macros/,
        /files\.3: səhifə\.txt was left out/,
      ],
      ...[/files\.4: yoxdur\.pdf was left out/, /files\.5: .*not in the folder/],
    ];
    try {
      const dry = await tool('import.ts', archive, '--dry-run', ...reached);
      expect(dry.code, dry.out).toBe(0);
      for (const refusal of refusals) expect(dry.out).toMatch(refusal);
      const { code, out } = await tool('import.ts', archive, ...reached);
      expect(code).toBe(0);
      expect(out).toContain('1 created, 0 unchanged, 0 refused');
      expect(out).toMatch(/^line 1 \(f-1\): files/m);
      for (const [, refusal] of refusals.slice(1).entries()) expect(out).toMatch(refusal);
      expect(out).toMatch(/files\.1: .*holds no text/);
      const { body } = await cloud.ask('/v1/events/fayllar');
      expect(body.files).toMatchObject([
        { title: 'Sənəd', type: 'application/pdf' },
        { title: 'Cədvəl', type: 'text/csv' },
      ]);
      const again = await tool('import.ts', archive, '--update', ...reached);
      expect(again.out).toContain('0 created, 1 unchanged, 0 refused');
      writeFileSync(archive, `${JSON.stringify({ ...line, views: 5 })}\n`);
      const kept = await tool('import.ts', archive, '--update');
      expect(kept.out).toContain('0 created, 1 updated, 0 unchanged, 0 refused');
      expect(kept.out).toMatch(/files\.6: .* was left out, or stays .*: 127\.0\.0\.1:\d+ is in a private network/);
      expect((await cloud.ask('/v1/events/fayllar')).body).toMatchObject({ views: 5, files: body.files });
    } finally {
      server.close();
    }
  });

  it('says what is wrong with the call', async () => {
    expect(await tool('import.ts')).toMatchObject({ code: 2, out: expect.stringContaining('Usage') });
    expect(await tool('import.ts', join(folder, 'none.jsonl'))).toMatchObject({
      code: 2,
      out: expect.stringContaining('none.jsonl'),
    });
    expect(await tool('import.ts', folder)).toMatchObject({ code: 2, out: expect.stringContaining('is a folder') });
  });

  it('says of a picture in a dry run what ingest would say of it', async () => {
    writeFileSync(join(folder, 'text.jpg'), 'not a picture');
    const images = [{ file: 'text.jpg', alt: { az: 'Mətn' } }];
    const translations = { az: { title: 'Şəkil', body: 'Mətn' } };
    const line = { externalId: 'p-1', publishedAt: '2020-01-01', category: 'news', images, translations };
    writeFileSync(join(folder, 'picture.jsonl'), JSON.stringify(line));
    const { code, out } = await tool('import.ts', join(folder, 'picture.jsonl'), '--dry-run');
    expect(code).toBe(1);
    expect(out).toContain('The file is no image that we can read.');
  });
});

describe('npm run rebuild', () => {
  it('goes through everything that was ever published', async () => {
    const { code, out } = await tool('rebuild.ts');
    expect(code).toBe(0);
    expect(out).toMatch(/^154 items rebuilt/m);
  });
});
