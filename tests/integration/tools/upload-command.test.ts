import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
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

  it('ends what a consent that is over let see, and writes one that was given anew when told to', async () => {
    const id = await exhibition();
    const path = await fill('periods', { 'a.jpg': await scan(741), 'b.jpg': await scan(742) });
    const during = (from: string, to: string) => `bəli;Leyla Əliyeva;${from};${to};bəli;first`;
    const rows = (one: string, other: string) => [
      `a.jpg;1;Gün;Dəniz;Həsənli Zeynallı;12;${one}`,
      `b.jpg;2;Gün;Dəniz;Aysel Məmmədova;12;${other}`,
    ];
    const current = during('2024-09-01', '2099-09-01');
    const old = during('2022-09-01', '2023-08-30');
    const sheet = writeSheet(path, [header, ...rows(current, old)]);
    const args = [path, '--exhibition', id, '--sheet', sheet];
    // A name whose order is unclear is a warning, too, and has its consent.
    expect((await upload(...args)).out).toMatch(/^2 entered, .* 1 without consent, 0 look alike$/m);

    writeSheet(path, [header, ...rows(during('2023-09-01', '2024-08-30'), current)]);
    const { out } = await upload(...args);
    for (const column of ['consentGrantedOn', 'consentExpiresOn']) {
      expect(out).toMatch(new RegExp(`^2 +a\\.jpg +${column} +consent narrowed: written$`, 'm'));
      expect(out).toMatch(new RegExp(`^3 +b\\.jpg +${column} +left as it is$`, 'm'));
    }
    expect(out).toMatch(/--update/);
    expect(out).toMatch(/0 unchanged, 1 different, 1 narrowed, 0 rejected/);
    expect((await upload(...args, '--update')).out).toMatch(/1 unchanged, 1 updated, 0 rejected/);
    const byNumber = (a: { entryNumber: number }, b: { entryNumber: number }) => a.entryNumber - b.entryNumber;
    expect((await artworksOf(id)).sort(byNumber)).toMatchObject([
      { artist: { consent: { grantedOn: '2023-09-01', expiresOn: '2024-08-30' } } },
      { artist: { consent: { grantedOn: '2024-09-01', expiresOn: '2099-09-01' } } },
    ]);
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
});
