import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';
import { consent, header, scan, uploadsOn, writeSheet } from '../../support/upload-command.ts';

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

  it('takes a consent back during a blind rating for whoever has entered the work, and for nobody else', async () => {
    const translations = { az: { title: 'Rəsm müsabiqəsi' } };
    const { body } = await cloud.ask('/v1/staff/exhibitions', { body: { translations, blindRating: true } });
    const path = await fill('blind', { 'a.jpg': await scan(351), 'b.jpg': await scan(352) });
    const rows = (given: string, title = 'Gün') => [
      `a.jpg;1;${title};Dəniz;Aysel Məmmədova;12;${given}`,
      `b.jpg;2;Şəhər;Evlər;Murad Həsənov;11;${consent}`,
    ];
    const sheet = writeSheet(path, [header, ...rows(consent)]);
    const args = [path, '--exhibition', body.id, '--sheet', sheet];
    expect(await upload(...args)).toMatchObject({ code: 0 });
    const exhibition = `/v1/staff/exhibitions/${body.id}`;
    expect((await cloud.ask(`${exhibition}/status`, { body: { status: 'selection' } })).status).toBe(200);

    writeSheet(path, [header, ...rows(consent.replace(';bəli;first', ';xeyr;first'))]);
    const taken = await upload(...args);
    expect(taken.out).toMatch(/^2 +a\.jpg +consentImage +consent narrowed: written$/m);
    expect(taken.out).toMatch(/0 entered, 1 unchanged, 1 narrowed, 0 rejected, 1 without consent\n$/);
    expect(taken.code).toBe(0);

    // What else the row says is refused, and keeps the name from nothing.
    writeSheet(path, [header, ...rows(consent.replace(';bəli;first', ';xeyr;none'), 'Gecə')]);
    const refused = await upload(...args, '--update');
    expect(refused.out).toMatch(/^2 +a\.jpg +consentName +consent narrowed: written$/m);
    expect(refused.out).toMatch(/^2 +a\.jpg +.*rated blind: to change an entry.* is for an admin/m);
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('1 rejected') });
    const { items } = (await cloud.ask(`${exhibition}/artworks`, { as: 'contributor' })).body;
    const entered = Object.fromEntries(items.map((one: { entryNumber: number }) => [one.entryNumber, one]));
    expect(entered).toMatchObject({
      1: { translations: { az: { title: 'Gün' } }, artist: { consent: { image: false, name: 'none' } } },
      2: { artist: { consent: { image: true, name: 'first' } } },
    });

    const other = await (await begin(args, { token: await cloud.token({ groups: ['editor'] }) })).done;
    expect(other.code).toBe(2);
    expect(other.out).not.toMatch(/Aysel|Murad|a\.jpg +1/);
  });

  it('says whose artists a contributor cannot compare', async () => {
    const id = await exhibition();
    const path = await fill('others', { 'a.jpg': await scan(361) });
    const sheet = writeSheet(path, [header, `a.jpg;1;Gün;Dəniz;Aysel Məmmədova;12;${consent}`]);
    const args = [path, '--exhibition', id, '--sheet', sheet];
    expect(await upload(...args)).toMatchObject({ code: 0 });
    const token = await cloud.token({ sub: 'somebody-else', groups: ['contributor'] });
    const { code, out } = await (await begin(args, { token })).done;
    expect(out).toMatch(/somebody else has entered the works: an editor can do it:\n\n.*\n.*\n2 +a\.jpg$/m);
    expect(code).toBe(1);
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
