import { PDFName } from '@cantoo/pdf-lib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { pdf, types, xlsx } from '../../support/files/documents.ts';
import { readyDocument, scannedDocument, sendDocument } from '../../support/files/send-document.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const send = (...document: [Buffer, string]) => sendDocument(cloud, ...document);
const ready = (text?: string, type?: 'pdf' | 'docx') => readyDocument(cloud, text, type);

const file = (uploadId: string, title: object = { az: 'Müsabiqənin qaydaları' }) => ({ uploadId, title });
const read = async (id: string, locale = 'az') => (await cloud.ask(`/v1/events/${id}?locale=${locale}`)).body;
const staffEvent = (id: string) => `/v1/staff/events/${id}`;
const patch = async (id: string, body: object, as: 'contributor' | 'editor' = 'editor') => {
  const { version } = (await cloud.ask(staffEvent(id))).body;
  return cloud.ask(staffEvent(id), { method: 'PATCH', version, body, as });
};
const errorsOf = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);
const left = async () => (await cloud.items('DeskTable')).filter((item) => item.includes('LEFTOVER'));

describe('a file of an event', () => {
  it('is public under an address that nobody can guess, by headers that keep it from running, until the event is withdrawn', async () => {
    const before = (await cloud.media()).length;
    const uploads = [await ready('Rules'), await ready('Form', 'docx')];
    const id = await cloud.draft({
      files: [
        file(uploads[0] ?? '', { az: 'Müsabiqənin qaydaları', en: 'Rules' }),
        file(uploads[1] ?? '', { az: 'Ərizə', en: 'Form' }),
      ],
      translations: { az: { title: 'Müsabiqə', body: 'B' }, en: { title: 'Competition', body: 'B' } },
    });
    expect((await cloud.publish(id)).status).toBe(200);
    const { files } = await read(id, 'en');
    expect(files).toEqual([
      {
        title: 'Rules',
        type: types.pdf,
        bytes: expect.any(Number),
        pages: 2,
        url: expect.stringMatching(/\/media\/[\w-]{22}\/musabiqenin-qaydalari\.pdf$/),
      },
      {
        title: 'Form',
        type: types.docx,
        bytes: expect.any(Number),
        url: expect.stringMatching(/\/media\/[\w-]{22}\/erize\.docx$/),
      },
    ]);
    expect((await read(id)).files.map(({ title }: { title: string }) => title)).toEqual([
      'Müsabiqənin qaydaları',
      'Ərizə',
    ]);
    const feed = (await cloud.ask('/v1/feed?locale=az&fields=body')).body;
    expect(feed.items.find((item: { id: string }) => item.id === id).files).toEqual((await read(id)).files);

    const [shown, saved] = await Promise.all(files.map(({ url }: { url: string }) => cloud.fetch(url)));
    expect(shown.headers.get('content-type')).toBe(types.pdf);
    expect(shown.headers.get('content-disposition')).toBe('inline; filename="musabiqenin-qaydalari.pdf"');
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="erize.docx"');
    for (const { headers } of [shown, saved]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'");
    }
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes.length).toBe(files[0].bytes);
    expect(bytes.toString('latin1')).not.toContain('Rashidova');

    // Published again it stays where it is; under another title it has another address.
    await cloud.publish(id);
    expect((await read(id, 'en')).files).toEqual(files);
    await patch(id, { files: [file(uploads[1] ?? '', { az: 'Yeni ərizə', en: 'Form' })] });
    expect((await cloud.publish(id)).status).toBe(200);
    const [renamed] = (await read(id)).files;
    expect(renamed.url).toMatch(/yeni-erize\.docx$/);
    expect(await cloud.media()).toHaveLength(before + 1);
    expect((await cloud.ask(`/v1/staff/uploads/${uploads[0]}`)).body.state).toBe('ready');

    expect((await cloud.ask(`${staffEvent(id)}/unpublish`, { body: {} })).status).toBe(200);
    expect(await cloud.media()).toHaveLength(before);
    expect(await left()).toEqual([]);
    expect((await cloud.items('DeskTable')).filter((item) => item.includes(`SHOWN-IN#event#${id}`))).toEqual([]);
  });

  it('goes with an event that ends as planned', async () => {
    const id = await cloud.draft({ files: [file(await ready())] });
    const until = Date.now() + 3_600_000;
    await cloud.publish(id, { unpublishAt: new Date(until).toISOString() });
    const [{ url }] = (await read(id)).files;
    cloud.clock.set(until - Date.now());
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(410);
    await cloud.trigger('EveryMinute');
    expect((await cloud.fetch(url)).status).toBe(404);
    expect(await left()).toEqual([]);
  });

  it('is there again after a rebuild', async () => {
    const id = await cloud.draft({ files: [file(await ready())] });
    await cloud.publish(id);
    const { files } = await read(id);
    await cloud.rebuild();
    expect((await read(id)).files).toEqual(files);
    expect((await cloud.fetch(files[0].url)).status).toBe(200);
  });

  it('is found again by its upload after a rebuild, though the record of that was lost', async () => {
    const upload = await ready();
    const id = await cloud.draft({ files: [file(upload)] });
    await cloud.publish(id);
    await patch(id, { files: [] });
    const desk = deskTable(cloud);
    for (const item of await desk.items()) if (item.sk?.S?.startsWith(`SHOWN-IN#event#${id}`)) await desk.remove(item);
    const uses = async () =>
      (await cloud.ask('/v1/staff/uploads?limit=100')).body.items.find(
        (one: { uploadId: string }) => one.uploadId === upload,
      ).usedBy;
    expect(await uses()).toEqual([]);
    expect((await cloud.rebuild()).state).toBe('succeeded');
    expect(await uses()).toEqual([{ kind: 'event', id, field: 'files' }]);
    expect((await cloud.ask(`/v1/staff/uploads/${upload}`, { method: 'DELETE' })).status).toBe(409);
  });

  it('needs a title in each language that is published, and an upload that is ready, a document, and there once', async () => {
    const upload = await ready();
    const translations = { az: { title: 'A', body: 'B' }, en: { title: 'E', body: 'B' } };
    const id = await cloud.draft({ files: [file(upload)], translations });
    expect(errorsOf(await cloud.publish(id))).toEqual(['files.0.title.en fileTitleRequired']);
    const picture = await cloud.copiedImage();
    const answer = await patch(id, {
      files: [file(upload), file(upload), file(picture), file('01ARZ3NDEKTSV4RRFFQ69G5FAV')],
    });
    expect(errorsOf(answer)).toEqual([
      'files.1.uploadId duplicate',
      'files.2.uploadId uploadNotDocument',
      'files.3.uploadId unknownUpload',
    ]);
    expect(errorsOf(await patch(id, { pictures: [{ uploadId: upload }] }))).toEqual([
      'pictures.0.uploadId uploadNotPicture',
    ]);
    const exhibition = await cloud.exhibition();
    const entry = {
      uploadId: upload,
      translations: { az: { title: 'G', alt: 'E' } },
      artist: child('Aysel Hüseynova'),
    };
    expect(errorsOf(await cloud.ask(`/v1/staff/exhibitions/${exhibition}/artworks`, { body: entry }))).toEqual([
      'uploadId uploadNotPicture',
    ]);
  });

  it('is found by its title, until it or the event is withdrawn', async () => {
    const id = await cloud.draft({ files: [file(await ready(), { az: 'Bülleten' })] });
    const found = async () => {
      await cloud.followed('Follower');
      const { items } = (await cloud.ask('/v1/search?q=bülleten&locale=az')).body;
      return items.map((item: { id: string }) => item.id);
    };
    await cloud.publish(id);
    expect(await found()).toEqual([id]);
    await patch(id, { files: [] });
    await cloud.publish(id);
    expect(await found()).toEqual([]);
  });

  it('is seen in a preview, by an address for a few minutes', async () => {
    const id = await cloud.draft({ files: [file(await ready())] });
    const { body } = await cloud.ask(`${staffEvent(id)}/previews`, { body: { locale: 'az' } });
    const preview = (await cloud.ask(new URL(body.apiUrl).pathname)).body;
    expect(preview.files).toMatchObject([{ title: 'Müsabiqənin qaydaları', type: types.pdf, pages: 2 }]);
    expect((await cloud.fetch(preview.files[0].url)).headers.get('content-disposition')).toContain('inline');
  });

  it('is named as a use of its upload, which cannot be erased before the event has let go of it', async () => {
    const upload = await ready();
    const id = await cloud.draft({ files: [file(upload)] });
    await cloud.publish(id);
    await patch(id, { files: [] });
    const erase = () => cloud.ask(`/v1/staff/uploads/${upload}`, { method: 'DELETE' });
    const refused = await erase();
    expect(refused.status).toBe(409);
    expect(JSON.stringify(refused.body)).toContain(id);
    await cloud.publish(id);
    expect((await erase()).status).toBe(200);
    const kept = await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'));
    expect(kept.filter((key) => key.includes(upload))).toEqual([`erasures/upload/${upload}`]);
  });
});

describe('a file that nothing can read', () => {
  it('is published once an editor has confirmed it, and no other role', async () => {
    const uploadId = await scannedDocument(cloud);
    const id = await cloud.draft({ files: [file(uploadId)] });
    expect(errorsOf(await cloud.publish(id))).toEqual(['files.0.uploadId fileNotRead']);
    const { body } = await cloud.ask('/v1/staff/events', { as: 'contributor', body: {} });
    expect((await patch(body.id, { files: [file(uploadId)] })).status).toBe(200);
    expect((await patch(body.id, { confirmedFiles: [uploadId] }, 'contributor')).status).toBe(403);
    expect(errorsOf(await patch(id, { confirmedFiles: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'] }))).toEqual([
      'confirmedFiles.0 unknownUpload',
    ]);
    expect((await patch(id, { confirmedFiles: [uploadId] })).body.confirmedFiles).toEqual([uploadId]);
    expect((await cloud.publish(id)).status).toBe(200);
    // With the file its confirmation goes, and has to be given anew.
    const without = (await patch(id, { files: [] })).body.version;
    expect((await patch(id, { files: [file(uploadId)] })).body.confirmedFiles).toEqual([]);
    // So it does where an earlier version without the file is restored.
    const { version } = (await patch(id, { confirmedFiles: [uploadId] })).body;
    const restored = await cloud.ask(`${staffEvent(id)}/revisions/${without}/restore`, { body: {}, version });
    expect(restored.body).toMatchObject({ files: [], confirmedFiles: [] });
    const audit = (await cloud.ask(`/v1/staff/audit?item=${id}&limit=50`)).body.items ?? [];
    expect(audit.map(({ action }: { action: string }) => action)).toContain('file.confirmed');
  });
});

describe('a file that is signed', () => {
  it('says what it tells of its authors, and is published as it is once an editor has confirmed that', async () => {
    const signed = await pdf(['Decree'], ({ context, catalog }) => {
      catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: { Type: 'Sig', ByteRange: [0, 1, 2, 3] } }));
    });
    const { uploadId, document } = await send(signed, types.pdf);
    expect(document.metadata).toContainEqual({ name: 'Author', value: 'Sevda Rashidova' });
    const id = await cloud.draft({ files: [file(uploadId)] });
    const refused = await cloud.publish(id);
    expect(errorsOf(refused)).toEqual(['files.0.uploadId fileShowsAuthors']);
    expect(refused.body.errors[0].message).toContain('Author: Sevda Rashidova');
    await patch(id, { confirmedFiles: [uploadId] });
    expect((await cloud.publish(id)).status).toBe(200);
    const [{ url }] = (await read(id)).files;
    expect(Buffer.from(await (await cloud.fetch(url)).arrayBuffer()).equals(signed)).toBe(true);
  });
});

describe('a file that hides something', () => {
  it('is published once an editor has confirmed that readers may see it', async () => {
    const workbook = '<workbook><sheets><sheet name="Phones" state="hidden"/></sheets></workbook>';
    const { uploadId, document } = await send(await xlsx([['Rules']], { 'xl/workbook.xml': workbook }), types.xlsx);
    expect(document.hidden).toEqual(['sheets']);
    const id = await cloud.draft({ files: [file(uploadId)] });
    const refused = await cloud.publish(id);
    expect(errorsOf(refused)).toEqual(['files.0.uploadId fileHidesParts']);
    expect(refused.body.errors[0]).toMatchObject({ params: { hidden: ['sheets'] } });
    await patch(id, { confirmedFiles: [uploadId] });
    expect((await cloud.publish(id)).status).toBe(200);
  });
});
