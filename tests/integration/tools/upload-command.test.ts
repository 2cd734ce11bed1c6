import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { uploadScans } from '../../../tools/upload/upload-scans.ts';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
let folder: string;

beforeAll(async () => {
  cloud = await startProduct('upload-command');
  folder = mkdtempSync(join(tmpdir(), 'sergi-scans-'));
});
afterAll(async () => {
  await cloud.end();
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly done: Promise<{ code: number | null; out: string }>;
}

/** Begins the command against the cloud; what it prints and its exit code follow. */
const begin = async (args: readonly string[], { url = cloud.url, locale = 'C' } = {}): Promise<Run> => {
  const env = {
    ...process.env,
    LC_ALL: locale,
    SERGI_URL: url,
    SERGI_TOKEN: await cloud.token({ groups: ['contributor'] }),
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../tools/upload.ts'), ...args], { env });
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
  const env = { LC_ALL: 'C', SERGI_URL: cloud.url, SERGI_TOKEN: await cloud.token({ groups: ['contributor'] }) };
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
  const { body } = await cloud.ask('/v1/staff/exhibitions', { body: { translations } });
  return body.id;
};

const artworksOf = async (id: string) => (await cloud.ask(`/v1/staff/exhibitions/${id}/artworks?limit=100`)).body.items;

/** An image that looks like no other: grey squares, by its seed. */
const scan = (seed: number): Promise<Buffer> => {
  const squares = Buffer.from(hash('sha512', `scan ${seed}`, 'buffer'));
  return sharp(squares, { raw: { width: 8, height: 8, channels: 1 } })
    .resize(160, 160, { kernel: 'nearest' })
    .jpeg()
    .toBuffer();
};

const fill = async (name: string, files: Readonly<Record<string, Buffer>>): Promise<string> => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const [file, data] of Object.entries(files)) writeFileSync(join(path, file), data);
  return path;
};

const writeSheet = (path: string, lines: readonly string[]): string => {
  const sheet = join(path, 'artworks.csv');
  writeFileSync(sheet, `\uFEFF${lines.join('\r\n')}\r\n;;;;;;;;;;\r\n`);
  return sheet;
};

const header =
  'file;Entry number;Title.az;alt.az;artist;age;isMinor;guardian;consentGrantedOn;consentExpiresOn;consentImage;consentName';
const consent = 'bəli;Leyla Əliyeva;01.09.2024;2099-09-01;bəli;first';

describe('npm run upload', () => {
  it('enters a folder as its sheet says, and changes nothing when it is run again', async () => {
    const id = await exhibition();
    const twin = await scan(5);
    const path = await fill('whole', {
      ['Gün batımı.jpg'.normalize('NFD')]: await scan(1),
      'şəhər.jpg': await scan(2),
      'IMG_3.JPG': await scan(3),
      '4.png': await sharp(await scan(4))
        .png()
        .toBuffer(),
      '5.jpg': twin,
      '6.jpg': await sharp(twin).jpeg({ quality: 60 }).toBuffer(),
    });
    const sheet = writeSheet(path, [
      header,
      `Gün batımı.jpg;7;"Gün; ""batımı""";Dəniz;Aysel Məmmədova;12;${consent}`,
      `şəhər.jpg;;Şəhər;Evlər;Murad Həsənov;11;bəli;;;;;`,
      'img_3.jpg;8;;;;;;;;;;',
      ';;;;;;;;;;;',
      '4.png;9;;;;;;;;;;',
      '5.jpg;;;;;;;;;;;',
      '6.jpg;;;;;;;;;;;',
    ]);
    const first = await upload(path, '--exhibition', id, '--sheet', sheet);
    expect(first.out).toMatch(/6 entered, 0 unchanged, 0 rejected, 1 without consent, 1 look alike\n$/);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^3 +şəhər\.jpg +cannot be shown: consent is missing/m);
    expect(first.out).toMatch(/^11 +5\.jpg +12 +6\.jpg/m);
    expect(first.out).not.toMatch(/Aysel|Murad|Leyla/);

    const artworks = await artworksOf(id);
    const entered = artworks.map(({ entryNumber, translations, uploadState, artist }: Record<string, unknown>) => ({
      entryNumber,
      translations,
      uploadState,
      artist,
    }));
    expect(entered).toHaveLength(6);
    expect(entered).toContainEqual({
      entryNumber: 7,
      translations: { az: { title: 'Gün; "batımı"', alt: 'Dəniz' } },
      uploadState: 'ready',
      artist: {
        name: 'Aysel Məmmədova',
        ageAtEntry: 12,
        isMinor: true,
        consent: {
          guardian: 'Leyla Əliyeva',
          grantedOn: '2024-09-01',
          expiresOn: '2099-09-01',
          image: true,
          name: 'first',
        },
      },
    });
    // Those without a number follow the others, in the order of the sheet.
    expect(entered).toContainEqual(
      expect.objectContaining({ entryNumber: 10, translations: { az: expect.anything() } }),
    );

    const second = await upload(path, '--exhibition', id, '--sheet', sheet);
    expect(second.out).toMatch(/0 entered, 6 unchanged, 0 rejected, 1 without consent, 1 look alike\n$/);
    expect(second.code).toBe(0);
    expect(await artworksOf(id)).toHaveLength(6);
  });

  it('says in what a corrected sheet differs, writes it when told to, and a narrower consent always', async () => {
    const id = await exhibition();
    const names = ['bir.jpg', 'iki.jpg', 'üç.jpg'];
    const path = await fill(
      'corrected',
      Object.fromEntries(await Promise.all(names.map(async (name, n) => [name, await scan(700 + n)]))),
    );
    const flags = ';consentSchool;school';
    const rows = (titles: readonly string[], consents: readonly string[], school = 'bəli;6 nömrəli məktəb') =>
      names.map((name, n) => `${name};${n + 1};${titles[n]};Dəniz;Aysel Məmmədova;12;${consents[n]};${school}`);
    const first = writeSheet(path, [header + flags, ...rows(['A', 'B', 'C'], [consent, consent, consent])]);
    const args = [path, '--exhibition', id, '--sheet', first];
    expect((await upload(...args)).out).toMatch(/3 entered, 0 unchanged/);
    const byNumber = (a: { entryNumber: number }, b: { entryNumber: number }) => a.entryNumber - b.entryNumber;
    const [one, two, three] = (await artworksOf(id)).sort(byNumber);
    const works = `/v1/staff/exhibitions/${id}/artworks`;

    // A guardian's yes has become a no, a form shorter, an end earlier, a yes for the school nothing; a title is
    // corrected.
    const ended = consent.replace('2099', '2030');
    const corrected = [consent.replace(';bəli;first', ';xeyr;first'), consent.replace('first', 'none'), ended];
    writeSheet(path, [header + flags, ...rows(['A', 'B', 'Düz'], corrected, ';6 nömrəli məktəb')]);
    const listed = await upload(...args);
    expect(listed.out).toMatch(/^2 +bir\.jpg +consentImage +consent narrowed: written$/m);
    expect(listed.out).toMatch(/^3 +iki\.jpg +consentName +consent narrowed: written$/m);
    expect(listed.out).toMatch(/^4 +üç\.jpg +title\.az +left as it is$/m);
    expect(listed.out).toMatch(/^4 +üç\.jpg +consentExpiresOn +consent narrowed: written$/m);
    expect(listed.out).toMatch(/^4 +üç\.jpg +consentSchool +consent narrowed: written$/m);
    expect(listed.out).toMatch(/--update/);
    expect(listed.out).toMatch(/0 entered, 0 unchanged, 3 narrowed, 0 rejected/);
    expect(listed.out).not.toMatch(/Aysel|Leyla|Düz/);
    const consentOf = async (artwork: { id: string }) =>
      (await cloud.ask(`${works}/${artwork.id}`)).body.artist.consent;
    expect(await consentOf(one)).toMatchObject({ image: false, name: 'first' });
    expect(await consentOf(two)).toMatchObject({ image: true, name: 'none' });
    expect(await consentOf(three)).toMatchObject({ expiresOn: '2030-09-01' });
    expect(await consentOf(three)).not.toHaveProperty('school');
    expect((await cloud.ask(`${works}/${three.id}`)).body).toMatchObject({
      translations: { az: { title: 'C' } },
      version: 2,
    });

    const updated = await upload(...args, '--update');
    expect(updated.out).toMatch(/^4 +üç\.jpg +title\.az +written$/m);
    expect(updated.out).toMatch(/0 entered, 2 unchanged, 1 updated, 0 rejected/);
    expect(updated.code).toBe(0);
    expect((await cloud.ask(`${works}/${three.id}`)).body.translations).toEqual({
      az: { title: 'Düz', alt: 'Dəniz' },
    });
    const again = await upload(...args, '--update');
    expect(again.out).toMatch(/0 entered, 3 unchanged, 0 rejected/);

    // Wider again: nothing is widened by itself.
    writeSheet(path, [header + flags, ...rows(['A', 'B', 'Düz'], [consent, consent, consent])]);
    expect((await upload(...args)).out).toMatch(/0 unchanged, 3 different, 0 rejected/);
    expect(await consentOf(one)).toMatchObject({ image: false });
  });

  it('says that an artwork was changed by another while it was compared, and loses neither change', async () => {
    const id = await exhibition();
    const path = await fill('raced', { 'a.jpg': await scan(760) });
    const sheet = writeSheet(path, [header, `a.jpg;1;Gün;Dəniz;Aysel Məmmədova;12;${consent}`]);
    const args = [path, '--exhibition', id, '--sheet', sheet];
    await upload(...args);
    const [artwork] = await artworksOf(id);
    writeSheet(path, [header, `a.jpg;1;Gecə;Dəniz;Aysel Məmmədova;12;${consent}`]);
    // Each reading of the artwork is followed by a change of another.
    let changes = 0;
    const proxy = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { authorization = '', 'content-type': type = 'application/json', 'if-match': match } = request.headers;
      const answer = await fetch(`${cloud.url}${request.url}`, {
        method: request.method ?? 'GET',
        headers: { authorization, 'content-type': type, ...(match && { 'if-match': match }) },
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) as NonNullable<RequestInit['body']> }),
      });
      const body = await answer.text();
      // By itself, or in the list of them all.
      const works = `/v1/staff/exhibitions/${id}/artworks`;
      if (
        request.method === 'GET' &&
        (request.url === `${works}/${artwork.id}` || request.url?.startsWith(`${works}?`))
      ) {
        const read = JSON.parse(body);
        const { version } = read.items?.[0] ?? read;
        changes += 1;
        await cloud.ask(`${works}/${artwork.id}`, { method: 'PATCH', version, body: { year: 2000 + changes } });
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const run = await begin([...args, '--update'], { url });
    const { code, out } = await run.done;
    await new Promise((resolve) => proxy.close(resolve));
    expect(out).toMatch(/^2 +a\.jpg +Version \d+ by \S+ is current/m);
    expect(out).toMatch(/0 unchanged, 1 rejected/);
    expect([code, changes]).toEqual([1, 3]);
    const { body } = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artwork.id}`);
    expect(body).toMatchObject({ year: 2003, translations: { az: { title: 'Gün' } } });
  });

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

  it('sends nothing while there are problems, or the sound rows where it is told to', async () => {
    const id = await exhibition();
    const path = await fill('faulty', {
      'a.jpg': await scan(201),
      'b.jpg': Buffer.from('no image'),
      'forgotten.jpg': await scan(202),
    });
    const sheet = writeSheet(path, [header, 'a.jpg;1;;;;;;;;;;', 'b.jpg;2;;;;;;;;;;', 'c.jpg;3;;;;;;;;;;']);
    const args = [path, '--exhibition', id, '--sheet', sheet];

    const strict = await upload(...args);
    expect(strict.code).toBe(1);
    expect(strict.out).toMatch(/^3 +b\.jpg .*no image/m);
    expect(strict.out).toMatch(/^4 +c\.jpg .*no such file/m);
    expect(strict.out).toMatch(/^– +forgotten\.jpg .*no row/m);
    expect(strict.out).toContain('Nothing was sent.');
    expect(await artworksOf(id)).toEqual([]);

    const lenient = await upload(...args, '--skip-faulty');
    expect(lenient.code).toBe(1);
    expect(lenient.out).toContain('1 entered, 0 unchanged, 0 rejected, 3 left out');
    expect(await artworksOf(id)).toMatchObject([{ entryNumber: 1 }]);
  });

  it('reports what ingest rejects, and leaves its number to the file when it is sent again', async () => {
    const id = await exhibition();
    const path = await fill('spoilt', { 'a.jpg': await scan(601) });
    const sheet = writeSheet(path, [header, 'a.jpg;1;;;;;;;;;;']);
    const args = [path, '--exhibition', id, '--sheet', sheet];
    // Whatever the command can see is refused before it is sent; so the store loses the file's end before ingest reads
    // it.
    const remove = cloud.inject({
      match: ({ action, function: name }) => action === 's3:GetObject' && name.startsWith('Ingest'),
      respond: 'error',
    });
    const run = await begin(args);
    const bucket = cloud.s3.bucketName('OriginalsBucket');
    const arrived = () => cloud.calls.findLast(({ presigned, status }) => presigned && status === 200);
    const before = arrived();
    while (arrived() === before) await pause(10);
    const key = arrived()?.resources[0]?.split(`${bucket}/`)[1] ?? '';
    await cloud.s3.put(bucket, key, Buffer.from('cut off'));
    remove();
    const rejected = await run.done;
    expect(rejected.out).toMatch(/^2 +a\.jpg +The file has 7 bytes; \d+ were announced\./m);
    expect(rejected.out).toContain('0 entered, 0 unchanged, 1 rejected');
    expect(rejected.code).toBe(1);
    expect(await upload(...args)).toMatchObject({ code: 0, out: expect.stringContaining('1 entered') });
  });

  it('reports what the exhibition does not take: a number of another file, a file with another number or elsewhere', async () => {
    const [id, elsewhere] = [await exhibition(), await exhibition()];
    const first = await fill('taken', { 'a.jpg': await scan(301), 'b.jpg': await scan(302) });
    const sheet = writeSheet(first, [header, 'a.jpg;1;;;;;;;;;;', 'b.jpg;2;;;;;;;;;;']);
    expect(await upload(first, '--exhibition', id, '--sheet', sheet)).toMatchObject({ code: 0 });
    const second = await fill('taking', { 'b.jpg': await scan(302), 'c.jpg': await scan(303) });
    const other = writeSheet(second, [header, 'b.jpg;3;;;;;;;;;;', 'c.jpg;1;;;;;;;;;;']);
    const { code, out } = await upload(second, '--exhibition', id, '--sheet', other);
    expect(code).toBe(1);
    expect(out).toMatch(/^2 +b\.jpg +.*entered already, with the number 2/m);
    expect(out).toMatch(/^3 +c\.jpg +.*number 1 is taken by another file/m);
    expect(out).toContain('0 entered, 0 unchanged, 2 rejected');
    const third = await upload(first, '--exhibition', elsewhere, '--sheet', sheet);
    expect(third.code).toBe(1);
    expect(third.out).toMatch(/^2 +a\.jpg +.*image of another artwork/m);
    expect(await artworksOf(id)).toHaveLength(2);
  });

  it.each([
    {
      locale: 'az_AZ.UTF-8',
      seed: 1101,
      table: /^Problemlər:\n\nSətir +Fayl +Sütun +Nə düz deyil\n/m,
      advice: 'problemsiz sətirləri (1) --skip-faulty ilə göndərin',
      result: /^2 +a\.jpg +1 +əlavə olundu$/m,
      count: /^əlavə olundu: 1, dəyişməyib: 0, qəbul olunmadı: 0, göndərilmədi: 1, razılıqsız: 0, oxşar şəkillər: 0$/m,
      usage: /^İstifadəsi: npm run upload -- <qovluq> /,
    },
    {
      locale: 'ru_RU.UTF-8',
      seed: 1102,
      table: /^Ошибки:\n\nСтрока +Файл +Столбец +Ошибка\n/m,
      advice: 'строки без ошибок (1) с --skip-faulty',
      result: /^2 +a\.jpg +1 +добавлена$/m,
      count: /^добавлено: 1, без изменений: 0, отклонено: 0, пропущено: 1, без согласия: 0, похожих пар: 0$/m,
      usage: /^Использование: npm run upload -- <папка> /,
    },
  ])('speaks the language of the locale $locale', async ({ locale, seed, table, advice, result, count, usage }) => {
    const id = await exhibition();
    const path = await fill(locale, { 'a.jpg': await scan(seed) });
    const sheet = writeSheet(path, [header, 'a.jpg;1;;;;;;;;;;', 'b.jpg;2;;;;;;;;;;']);
    const args = [path, '--exhibition', id, '--sheet', sheet];
    const told = async (...more: string[]) => (await (await begin([...args, ...more], { locale })).done).out;
    const strict = await told();
    expect(strict).toMatch(table);
    expect(strict).toContain(advice);
    const lenient = await told('--skip-faulty');
    expect(lenient).toMatch(result);
    expect(lenient).toMatch(count);
    expect((await (await begin([], { locale })).done).out).toMatch(usage);
  });

  it('says what is wrong with the call', async () => {
    expect(await upload()).toMatchObject({ code: 2, out: expect.stringContaining('Usage') });
    const path = await fill('call', { 'a.jpg': await scan(401) });
    const sheet = writeSheet(path, [header, 'a.jpg;1;;;;;;;;;;']);
    const nowhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    expect(await upload(path, '--exhibition', nowhere, '--sheet', sheet)).toMatchObject({
      code: 2,
      out: expect.stringContaining(nowhere),
    });
    writeFileSync(sheet, Buffer.from('file;title.az\r\na.jpg;\xdeah\r\n', 'latin1'));
    expect(await upload(path, '--exhibition', nowhere, '--sheet', sheet)).toMatchObject({
      code: 1,
      out: expect.stringContaining('CSV UTF-8'),
    });
  });
});
