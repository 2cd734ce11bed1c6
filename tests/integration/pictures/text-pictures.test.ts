import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

describe('pictures in the text of an event', () => {
  let cloud: ExhibitionCloud;
  let images: string[];

  beforeAll(async () => {
    cloud = await startExhibitionsInProcess();
    images = [];
    for (let n = 0; n < 4; n += 1) images.push(await cloud.copiedImage());
  });
  afterAll(() => cloud.end());

  const read = async (id: string, locale = 'az') => (await cloud.ask(`/v1/events/${id}?locale=${locale}`)).body;
  const media = async () => (await cloud.media()).length;
  const change = async (id: string, body: object) => {
    const { body: event } = await cloud.ask(`/v1/staff/events/${id}`);
    return cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version: event.version, body });
  };
  const withBody = (text: string, over: object = {}) =>
    cloud.draft({ translations: { az: { title: 'T', body: text } }, ...over });
  const kept = async (kind: 'LEFTOVER#' | 'SHOWN-IN#' | 'USES#', id: string) =>
    (await cloud.items('DeskTable')).filter((item) => item.includes(kind) && item.includes(id));

  it('are shown to the staff while the text is written, as its page will show them, and nothing is kept', async () => {
    const [first = ''] = images;
    const body = `# Baş\n\n![Ev](upload:${first})\n\n![](upload:${first})\n\n![kənar](https://example.org/a.png)<script>`;
    const before = (await cloud.items('DeskTable')).length;
    const request = { body: { body, locale: 'az' }, as: 'contributor' } as const;
    const { status, body: rendered } = await cloud.ask('/v1/staff/render', request);
    expect(status).toBe(200);
    expect(rendered.html).toMatch(
      /^<h2>Baş<\/h2>\n<figure><picture>.*alt="Ev".*<\/figure>\n<figure>.*alt="".*<\/figure>\n<p><a href="https:\/\/example.org\/a.png".*>kənar<\/a>&lt;script&gt;<\/p>$/s,
    );
    const [, src = ''] = /<img src="([^"]*)"/.exec(rendered.html) ?? [];
    expect((await cloud.fetch(src.replaceAll('&amp;', '&'))).status).toBe(200);
    expect(rendered.warnings.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
      'body textPictureAlt',
      'body foreignPictures',
    ]);
    expect((await cloud.items('DeskTable')).length).toBe(before);
  });

  it('are shown with their renditions and words in the answer and on the page, and leave with the event', async () => {
    const [first = '', second = ''] = images;
    const before = await media();
    const id = await withBody(
      `Bir\n\n![Ev & bağ](upload:${first} "Altyazı")\n\nİki ![kiçik](upload:${second.toLowerCase()}) söz`,
      {
        pictures: [{ uploadId: first, alt: { az: 'Örtük' }, credit: 'R. Əliyev' }],
      },
    );
    const { status, body: published } = await cloud.publish(id);
    expect([status, published.warnings]).toEqual([200, undefined]);
    const { body, pictures, slug, ...event } = await read(id);
    expect(event).not.toHaveProperty('textPictures');
    expect(JSON.stringify(body)).not.toMatch(/upload:|01[0-9A-Z]{24}/);
    expect(body.html).toMatch(
      /^<p>Bir<\/p>\n<figure><picture>.*alt="Ev &amp; bağ" loading="lazy" decoding="async"><\/picture><figcaption>Altyazı R. Əliyev<\/figcaption><\/figure>\n<p>İki <picture>.*alt="kiçik".*<\/picture> söz<\/p>$/,
    );
    expect(body.html.match(/<source type="image\/(?:avif|webp)"/g)).toHaveLength(4);
    // The same upload is one file in public, wherever it stands.
    expect(body.html).toContain(pictures[0].renditions[0].url);
    const addresses = [...body.html.matchAll(/src="([^"]*)"/g)].map(([, url]) => url);
    for (const url of addresses) expect((await cloud.fetch(url)).status).toBe(200);
    const [, inMarkdown] = /!\[Ev & bağ\]\((\S+) "Altyazı"\)/.exec(body.markdown) ?? [];
    expect(inMarkdown).toBe(addresses[0]);
    const page = (await cloud.ask(`/az/events/${slug}`)).body;
    expect(page).toMatch(
      /<figure><a class="zoom" href="\/media\/[^"]*"><picture>.*<img id="t1".*<figcaption>Altyazı <span/,
    );
    expect(page).toContain('#t1{width:min(');
    expect(page).not.toContain('upload:');
    const feed = (await cloud.ask('/v1/feed?locale=az&fields=body')).body;
    expect(feed.items[0].body).toEqual(body);

    expect((await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} })).status).toBe(200);
    expect(await media()).toBe(before);
    expect([await kept('LEFTOVER#', id), await kept('SHOWN-IN#', id)]).toEqual([[], []]);
  });

  it('leave with the text of their language, and with a text that does not show them any more', async () => {
    const [first = '', second = ''] = images;
    const before = await media();
    const id = await cloud.draft({
      translations: {
        az: { title: 'T', body: `![a](upload:${first})` },
        en: { title: 'T', body: `![b](upload:${second})` },
      },
    });
    await cloud.publish(id);
    const both = await media();
    expect((await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: { locales: ['en'] } })).status).toBe(200);
    expect((await media()) - before).toBe((both - before) / 2);
    const { html } = (await read(id)).body;
    expect((await cloud.publish(id, { locales: ['en'] })).status).toBe(200);
    // The text that stays as it was published keeps its files.
    expect((await read(id)).body.html).toBe(html);
    expect(await media()).toBe(both);
    await change(id, { translations: { az: { title: 'T', body: 'Mətn' }, en: { title: 'T', body: 'Text' } } });
    expect(await media()).toBe(both);
    await cloud.publish(id);
    expect(await media()).toBe(before);
    expect([await kept('LEFTOVER#', id), await kept('SHOWN-IN#', id), await kept('USES#', id)]).toEqual([[], [], []]);
  });

  it('are refused without a text for those who cannot see them, before they are ready, and beyond sixty', async () => {
    const [first = ''] = images;
    const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const untold = await cloud.publish(await withBody(`![](upload:${first}) ![ ](upload:${first} "Altyazı")`));
    expect([untold.status, untold.body.errors]).toMatchObject([
      400,
      [
        { path: 'translations.az.body', code: 'textPictureAlt', params: { picture: `upload:${first}` } },
        { path: 'translations.az.body', code: 'textPictureAlt' },
      ],
    ]);
    const create = (body: string) =>
      cloud.ask('/v1/staff/events', { body: { category: 'events', translations: { az: { title: 'T', body } } } });
    const { status, body } = await create(`![a](upload:${unknown})`);
    expect([status, body.errors]).toMatchObject([
      400,
      [{ path: 'translations.az.body', code: 'textPictureRefused', message: expect.stringContaining(unknown) }],
    ]);
    const many = Array.from(
      { length: 61 },
      (_, n) => `![a](upload:${unknown.slice(0, 24)}${String(n).padStart(2, '0')})`,
    );
    expect((await create(many.join('\n'))).body.errors).toMatchObject([
      { code: 'tooManyTextPictures', params: { max: 60 } },
    ]);
    const waiting = await cloud.ask('/v1/staff/uploads', {
      body: { fileName: 'a.jpg', contentType: 'image/jpeg', contentLength: 10, sha256: 'a'.repeat(64) },
    });
    const id = await withBody(`![a](upload:${waiting.body.uploadId})`);
    expect((await cloud.publish(id)).body.errors).toMatchObject([
      { path: 'translations.az.body', code: 'textPictureRefused' },
    ]);
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(404);
  });

  it('at addresses of other sites stay links, and the answer says so', async () => {
    const id = await withBody('![a](https://example.org/a.png)');
    const { status, body } = await cloud.publish(id);
    expect([status, body.warnings]).toMatchObject([
      200,
      [{ path: 'translations.az.body', code: 'foreignPictures', params: { addresses: ['https://example.org/a.png'] } }],
    ]);
  });

  it('keep their upload, which says where it stands, and a version comes back though its picture is gone', async () => {
    const upload = await cloud.image();
    const id = await withBody(`![a](upload:${upload})`);
    const uses = async () =>
      (await cloud.ask('/v1/staff/uploads?limit=100')).body.items.find(
        (one: { uploadId: string }) => one.uploadId === upload,
      )?.usedBy;
    expect(await uses()).toEqual([{ kind: 'event', id, field: 'body' }]);
    const erase = () => cloud.ask(`/v1/staff/uploads/${upload}`, { method: 'DELETE' });
    expect((await erase()).status).toBe(409);
    await cloud.publish(id);
    await change(id, { translations: { az: { title: 'T', body: 'Mətn' } } });
    expect(await uses()).toEqual([{ kind: 'event', id, field: 'pictures' }]);
    expect((await erase()).status).toBe(409);
    await cloud.publish(id);
    expect(await uses()).toEqual([]);
    expect((await erase()).status).toBe(200);
    const { body } = await cloud.ask(`/v1/staff/events/${id}`);
    const restored = await cloud.ask(`/v1/staff/events/${id}/revisions/1/restore`, { version: body.version, body: {} });
    expect(restored.status).toBe(200);
    expect((await cloud.publish(id)).body.errors).toMatchObject([{ code: 'textPictureRefused' }]);
  });

  it('are known to be there where one edit takes a picture away and the next brings it back', async () => {
    const upload = await cloud.image();
    const id = await withBody(`![a](upload:${upload})`);
    const with_ = (body: string) => change(id, { translations: { az: { title: 'T', body } } });
    // The first edit is stored, and comes late to forget the picture.
    const stop = cloud.inject({
      match: ({ action, body }) => {
        const text = JSON.stringify(body ?? {});
        const isDeletion = action === 'dynamodb:DeleteItem' || text.includes('"Delete"');
        return isDeletion && text.includes(`USES#${upload}`);
      },
      respond: 1500,
      times: 1,
    });
    const taken = with_('Mətn');
    await expect.poll(async () => (await cloud.ask(`/v1/staff/events/${id}`)).body.version).toBe(2);
    expect((await with_(`Yenə ![a](upload:${upload})`)).status).toBe(200);
    expect((await taken).status).toBe(200);
    stop();
    expect(await kept('USES#', id)).toHaveLength(1);
    await with_('Mətn');
    expect(await kept('USES#', id)).toEqual([]);
  });

  it('come with an archive, whose HTML shows images that it has, and are not among the pictures again', async () => {
    const [first = '', second = ''] = images;
    const urls = ['https://old.example/1.jpg', 'https://old.example/2.jpg'];
    const line = (uploads: readonly (string | undefined)[]) => ({
      ...{ externalId: 'text-pictures', publishedAt: '2022-01-02', category: 'events', format: 'html' },
      translations: {
        az: {
          title: 'Arxiv',
          body: `<p>Bir</p><img src="${urls[0]}"><figure><img src="${urls[1]}"><figcaption>İki</figcaption></figure>`,
        },
      },
      images: urls.map((url, n) => ({ url, alt: { az: `Şəkil ${n}` }, ...(uploads[n] && { uploadId: uploads[n] }) })),
    });
    const dry = () => cloud.importArchive([line([])], '?dryRun=true');
    expect((await dry()).body).toMatchObject({ created: 1, warnings: [] });
    expect((await cloud.importArchive([line([first, second])])).body).toMatchObject({ created: 1, warnings: [] });
    expect((await dry()).body).toMatchObject({ unchanged: 1 });
    const { items } = (await cloud.ask('/v1/staff/events?q=Arxiv')).body;
    const { pictures, body } = await read(items[0].id);
    expect(pictures).toMatchObject([{ alt: 'Şəkil 0' }]);
    expect(body.html).toMatch(/alt="Şəkil 0".*\n<figure>.*alt="Şəkil 1".*<figcaption>İki<\/figcaption>/s);
  });

  it('are shown in a preview by signed addresses', async () => {
    const [first = ''] = images;
    const id = await withBody(`# Bir\n\n![a](upload:${first} "Altyazı")`);
    const { body: preview } = await cloud.ask(`/v1/staff/events/${id}/previews`, { body: { locale: 'az' } });
    const { body } = await cloud.ask(new URL(preview.apiUrl).pathname);
    const [, url = ''] = /src="([^"]*)"/.exec(body.body.html) ?? [];
    expect(url).toContain('X-Amz-Signature');
    expect((await cloud.fetch(url.replaceAll('&amp;', '&'))).status).toBe(200);
    expect(body.body.markdown).not.toContain('upload:');
    const page = await cloud.ask(new URL(preview.url).pathname);
    expect(page.body).toMatch(/<h2>Bir<\/h2>\n<figure>.*<img id="t1"/);
    expect(page.headers.get('content-security-policy')).toContain(new URL(url).origin);
  });
});
