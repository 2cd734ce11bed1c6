import { setTimeout as pause } from 'node:timers/promises';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { types } from '../../support/files/documents.ts';
import { readyDocument, scannedDocument } from '../../support/files/send-document.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const ready = (text?: string, type?: 'pdf' | 'docx') => readyDocument(cloud, text, type);
const file = (uploadId: string, title: object = { az: 'Sərginin kataloqu' }) => ({ uploadId, title });
const path = (id: string) => `/v1/staff/exhibitions/${id}`;
const patch = async (id: string, body: object, as: 'contributor' | 'editor' = 'editor') => {
  const { version } = (await cloud.ask(path(id))).body;
  return cloud.ask(path(id), { method: 'PATCH', version, body, as });
};
const read = async (id: string, locale = 'az') => (await cloud.ask(`/v1/exhibitions/${id}?locale=${locale}`)).body;
const faults = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map((error) => `${error.path} ${error.code}`);
const media = async () => (await cloud.media()).length;
const isCopy = ({ action }: AwsCall) => action === 's3:CopyObject';

/** An exhibition with one selected artwork. */
const prepared = async (content: object, artist: object = {}) => {
  const id = await cloud.exhibition(content);
  const artworkId = await cloud.enter(id, artist);
  expect((await cloud.act(id, 'selection', { artworkIds: [artworkId] })).status).toBe(200);
  return { id, artworkId };
};

describe('a file of an exhibition', () => {
  it('is public on the page, in the API, in feeds, the manifest and the search, until it is withdrawn', async () => {
    const before = await media();
    const uploads = [await ready('Catalogue'), await ready('Form', 'docx')];
    const { id } = await prepared({
      files: [
        file(uploads[0] ?? '', { az: 'Kataloq', en: 'Catalogue' }),
        file(uploads[1] ?? '', { az: 'Ərizə', en: 'Form' }),
      ],
      translations: {
        az: { title: 'Sərgi', description: 'Mətn' },
        en: { title: 'Exhibition', description: 'Text' },
      },
    });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const { files, slug } = await read(id, 'en');
    expect(files).toEqual([
      {
        ...{ title: 'Catalogue', type: types.pdf, bytes: expect.any(Number), pages: 2 },
        url: expect.stringMatching(/\/media\/[\w-]{22}\/kataloq\.pdf$/),
      },
      {
        ...{ title: 'Form', type: types.docx, bytes: expect.any(Number) },
        url: expect.stringMatching(/\/media\/[\w-]{22}\/erize\.docx$/),
      },
    ]);
    const [shown, saved] = await Promise.all(files.map(({ url }: { url: string }) => cloud.fetch(url)));
    expect(shown.headers.get('content-disposition')).toBe('inline; filename="kataloq.pdf"');
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="erize.docx"');
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'");

    const page = (await cloud.ask(`/en/exhibitions/${slug}`)).body;
    expect(page).toContain(`<a href="${files[0].url}" type="application/pdf">Catalogue</a>`);
    const { items } = (await cloud.ask('/v1/feed?locale=en&fields=body')).body;
    expect(items.find((item: { id: string }) => item.id === id).files).toEqual(files);
    expect((await cloud.ask('/v1/feed.rss?locale=en')).body).toContain(`<enclosure url="${files[0].url}"`);
    const manifest = (await cloud.ask(`/v1/exhibitions/${id}/manifest`)).body;
    expect(manifest.rendering).toMatchObject([
      { id: files[0].url, type: 'Text', label: { az: ['Kataloq'], en: ['Catalogue'] }, format: types.pdf },
      { id: files[1].url, type: 'Text', format: types.docx },
    ]);
    const found = async () => {
      await cloud.followed('Follower');
      return (await cloud.ask('/v1/search?q=kataloq&locale=az')).body.items.map((item: { id: string }) => item.id);
    };
    expect(await found()).toEqual([id]);

    await cloud.rebuild();
    expect((await read(id, 'en')).files).toEqual(files);
    // Published again it stays where it is; what is left out goes.
    await patch(id, { files: [file(uploads[1] ?? '', { az: 'Ərizə', en: 'Form' })] });
    expect((await read(id, 'en')).files).toEqual(files);
    await cloud.act(id, 'publish');
    await cloud.published();
    expect((await read(id, 'en')).files).toEqual(files.slice(1));
    expect((await cloud.fetch(files[0].url)).status).toBe(404);
    expect(await found()).toEqual([]);

    await cloud.act(id, 'unpublish');
    await cloud.published();
    expect(await media()).toBe(before);
    const kept = (await cloud.items('DeskTable')).filter((item) => /SHOWN-IN#|PICTURE-FILE#/.test(item));
    expect(kept.filter((item) => item.includes(id))).toEqual([]);
  });

  it('goes with an exhibition that ends as planned', async () => {
    const { id } = await prepared({ files: [file(await ready())] });
    const until = Date.now() + 3_600_000;
    await cloud.act(id, 'publish', { unpublishAt: new Date(until).toISOString() });
    const [{ url }] = (await read(id)).files;
    cloud.clock.set(until - Date.now());
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).toBe(410);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect((await cloud.fetch(url)).status).toBe(404);
  });

  it('needs a title in each published language, and an upload that is a document and there once', async () => {
    const upload = await ready();
    const { id } = await prepared({
      files: [file(upload)],
      translations: { az: { title: 'S', description: 'M' }, en: { title: 'E', description: 'T' } },
    });
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['files.0.title.en fileTitleRequired']);
    const picture = await cloud.copiedImage();
    expect(faults(await patch(id, { files: [file(upload), file(upload), file(picture)] }))).toEqual([
      'files.1.uploadId duplicate',
      'files.2.uploadId uploadNotDocument',
    ]);
  });

  it('is seen in a preview, kept in versions, and named as a use of its upload', async () => {
    const upload = await ready();
    const { id } = await prepared({ files: [file(upload)] });
    const { body } = await cloud.ask(`${path(id)}/previews`, { body: { locale: 'az' } });
    const preview = (await cloud.ask(new URL(body.apiUrl).pathname)).body;
    expect(preview.files).toMatchObject([{ title: 'Sərginin kataloqu', type: types.pdf, pages: 2 }]);
    expect((await cloud.fetch(preview.files[0].url)).status).toBe(200);
    expect((await cloud.ask(new URL(body.url).pathname)).body).toContain('Sərginin kataloqu');
    const uses = async () => (await cloud.ask(`/v1/staff/uploads/${upload}`)).body.usedBy ?? [];
    const listed = async () =>
      (await cloud.ask('/v1/staff/uploads?limit=100')).body.items.find(
        (one: { uploadId: string }) => one.uploadId === upload,
      ).usedBy;
    expect([...(await uses()), ...(await listed())]).toContainEqual({ kind: 'exhibition', id, field: 'files' });
    await cloud.act(id, 'publish');
    await patch(id, { files: [] });
    const erase = () => cloud.ask(`/v1/staff/uploads/${upload}`, { method: 'DELETE' });
    expect((await erase()).status).toBe(409);
    const { version } = (await cloud.ask(path(id))).body;
    const restored = await cloud.ask(`${path(id)}/revisions/1/restore`, { version, body: {} });
    expect(restored.body.files).toEqual([file(upload)]);
    await patch(id, { files: [] });
    await cloud.act(id, 'publish');
    await cloud.published();
    expect((await erase()).status).toBe(200);
  });

  it('is published as a scan once an editor has confirmed it, and no other role', async () => {
    const upload = await scannedDocument(cloud);
    const { id } = await prepared({ files: [file(upload)] });
    expect(faults(await cloud.act(id, 'publish'))).toEqual(['files.0.uploadId fileNotRead']);
    const own = await cloud.ask('/v1/staff/exhibitions', {
      as: 'contributor',
      body: { category: 'events' },
    });
    expect((await patch(own.body.id, { files: [file(upload)] })).status).toBe(200);
    expect((await patch(own.body.id, { confirmedFiles: [upload] }, 'contributor')).status).toBe(403);
    expect((await patch(id, { confirmedFiles: [upload] })).body.confirmedFiles).toEqual([upload]);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const without = (await patch(id, { files: [] })).body.version;
    expect((await patch(id, { files: [file(upload)] })).body.confirmedFiles).toEqual([]);
    const { version } = (await patch(id, { confirmedFiles: [upload] })).body;
    const restored = await cloud.ask(`${path(id)}/revisions/${without}/restore`, { body: {}, version });
    expect(restored.body).toMatchObject({ files: [], confirmedFiles: [] });
    const audit = (await cloud.ask(`/v1/staff/audit?item=${id}&limit=50`)).body.items ?? [];
    expect(audit.map(({ action }: { action: string }) => action)).toContain('file.confirmed');
  });

  it('is found again by its upload after a rebuild, though the record of that was lost', async () => {
    const upload = await ready();
    const { id } = await prepared({ files: [file(upload)] });
    await cloud.act(id, 'publish');
    await patch(id, { files: [] });
    const desk = deskTable(cloud);
    for (const item of await desk.items())
      if (item.sk?.S?.startsWith(`SHOWN-IN#exhibition#${id}`)) await desk.remove(item);
    await cloud.rebuild();
    expect((await cloud.ask(`/v1/staff/uploads/${upload}`, { method: 'DELETE' })).status).toBe(409);
  });

  it('is copied by the next publisher where one dies at it, who leaves nothing behind', async () => {
    const before = await media();
    const { id } = await prepared({ files: [file(await ready()), file(await ready('Form', 'docx'), { az: 'Ərizə' })] });
    let copies = 0;
    const stop = cloud.inject({
      match: (call) => {
        const isOfFile = isCopy(call) && call.resources.some((one) => /\.(pdf|docx)$/.test(one));
        copies += isOfFile ? 1 : 0;
        if (isOfFile && copies === 2) {
          void cloud.crash('PublisherFunction');
          // The lease of the dead runs out.
          cloud.clock.set(120_000);
        }
        return false;
      },
      respond: 'error',
    });
    await cloud.act(id, 'publish');
    stop();
    expect(copies).toBeGreaterThan(1);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    const { files } = await read(id);
    expect(files).toHaveLength(2);
    for (const { url } of files) expect((await cloud.fetch(url)).status).toBe(200);
    await cloud.act(id, 'unpublish');
    await cloud.published();
    expect(await media()).toBe(before);
  });

  it('is left nowhere where the publication is taken back while it is copied', async () => {
    const { id } = await prepared({ files: [file(await ready())] });
    const before = await media();
    const stop = cloud.inject({ match: isCopy, respond: 500 });
    const from = cloud.calls.length;
    const publishing = cloud.act(id, 'publish');
    while (!cloud.calls.slice(from).some(isCopy)) await pause(20);
    const unpublished = await cloud.act(id, 'unpublish');
    stop();
    await publishing;
    expect(unpublished.status).toBe(200);
    await cloud.published();
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).not.toBe(200);
    expect(await media()).toBe(before);
  });
});

describe('the files and pictures of an exhibition that is erased', () => {
  it('are gone with it, and so is every record of where they were', async () => {
    const before = await media();
    const [upload, picture] = [await ready(), await cloud.copiedImage()];
    const { id } = await prepared({
      files: [file(upload)],
      translations: { az: { title: 'Sərgi', description: `![Zal](upload:${picture})` } },
    });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    expect((await cloud.ask(`${path(id)}/erase`, { body: {} })).body).toMatchObject({ erased: true });
    await cloud.published();
    expect(await media()).toBe(before);
    const records = (await cloud.items('DeskTable')).filter((item) => /USES#|SHOWN-IN#|PICTURE-FILE#/.test(item));
    expect(records.filter((item) => item.includes(id))).toEqual([]);
    for (const one of [upload, picture])
      expect((await cloud.ask(`/v1/staff/uploads/${one}`, { method: 'DELETE' })).status).toBe(200);
  });
});
