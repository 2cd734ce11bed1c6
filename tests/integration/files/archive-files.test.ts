import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { types } from '../../support/files/documents.ts';
import { readyDocument, scannedDocument } from '../../support/files/send-document.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));
const ready = (text?: string, type?: 'pdf' | 'docx') => readyDocument(cloud, text, type);
const read = async (id: string, locale = 'az') => (await cloud.ask(`/v1/events/${id}?locale=${locale}`)).body;
const errorsOf = ({ body }: { body: { errors?: { path: string; code: string }[] } }) =>
  body.errors?.map(({ path, code }) => `${path} ${code}`);

describe('a file of a line of an archive', () => {
  const line = (externalId: string, files: readonly object[]) => ({
    ...{ externalId, publishedAt: '2022-01-02', category: 'events', format: 'html' },
    translations: { az: { title: `Fayl ${externalId}`, body: '<p>Mətn</p>' } },
    files,
  });
  const filesOf = async (externalId: string) => (await read(`fayl-${externalId}`)).files;

  it('is public with its event, is the same in a dry run, and follows an update', async () => {
    const [first, second] = [await ready('Rules'), await ready('Form', 'docx')];
    const titled = line('a', [{ url: 'https://old.example/rules.pdf', title: { az: 'Qaydalar &amp; şərtlər' } }]);
    const withUploads = line('a', [{ uploadId: first, ...titled.files[0] }]);
    const run = async (given: object, query = '') => (await cloud.importArchive([given], query)).body;
    expect(await run(titled, '?dryRun=true')).toMatchObject({ created: 1, refused: [], warnings: [] });
    expect(await run(withUploads)).toMatchObject({ created: 1, refused: [], warnings: [] });
    expect(await filesOf('a')).toMatchObject([{ title: 'Qaydalar & şərtlər', type: types.pdf }]);
    expect(await run(titled, '?dryRun=true&update=true')).toMatchObject({ unchanged: 1 });
    expect(await run(withUploads, '?update=true')).toMatchObject({ unchanged: 1, updated: 0 });
    const more = line('a', [...withUploads.files, { uploadId: second, title: { az: 'Ərizə' } }]);
    expect(await run(more)).toMatchObject({ changed: 1 });
    expect(await run(more, '?update=true')).toMatchObject({ updated: 1 });
    expect(await filesOf('a')).toMatchObject([{ title: 'Qaydalar & şərtlər' }, { title: 'Ərizə', type: types.docx }]);
  });

  it('stays as it was imported where it is missing later, and is added once it is there', async () => {
    const [form, other, rules] = [await ready('Form'), await ready('Form of 2023'), await ready('Rules of 2023')];
    const at = { form: { file: 'form.pdf', title: { az: 'Ərizə' } }, rules: { url: 'https://old.example/r.pdf' } };
    const dead = { ...at.rules, title: { az: 'Qaydalar' } };
    const gone = (file: object) => ({ ...file, missing: true });
    const run = async (files: readonly object[], query = '?update=true', over = {}) =>
      (await cloud.importArchive([{ ...line('i', files), ...over }], query)).body;
    expect(await run([gone(dead), { ...at.form, uploadId: form }])).toMatchObject({ created: 1, refused: [] });
    const [first] = await filesOf('i');
    expect(await filesOf('i')).toMatchObject([{ title: 'Ərizə' }]);
    // Nothing has come, and nothing goes: neither says that the line is another one.
    for (const query of ['?update=true', '?update=true&dryRun=true'])
      expect(await run([gone(dead), gone(at.form)], query)).toMatchObject({ unchanged: 1, warnings: [] });
    expect(await run([gone(dead), gone(at.form)], '?update=true', { views: 7 })).toMatchObject({ updated: 1 });
    expect(await filesOf('i')).toEqual([first]);
    expect(await run([{ ...dead, uploadId: rules }, gone(at.form)])).toMatchObject({ updated: 1 });
    expect(await filesOf('i')).toMatchObject([{ title: 'Qaydalar' }, { title: 'Ərizə', url: first.url }]);
    expect(await run([gone(dead), { ...at.form, uploadId: other }])).toMatchObject({ updated: 1 });
    const [kept, second] = await filesOf('i');
    expect([kept.title, second.title]).toEqual(['Qaydalar', 'Ərizə']);
    expect(second.url).not.toBe(first.url);
    // What the line names no longer goes, as before.
    expect(await run([gone(dead)])).toMatchObject({ updated: 1 });
    expect(await filesOf('i')).toEqual([kept]);
  });

  it('stays under the name that the last import has of it, also where nothing else was new then', async () => {
    const [rules, form] = [await ready('Rules'), await ready('Form')];
    const title = { az: 'Qaydalar' };
    const run = async (id: string, file: object, query: string, over = {}) =>
      (await cloud.importArchive([{ ...line(id, [{ title, ...file }]), ...over }], query)).body;
    // The last one is a line that was imported before the names of files were recorded, or had none.
    const names = [
      {
        id: 'l',
        upload: rules,
        before: { url: 'http://old.example/r.pdf' },
        now: { url: 'https://old.example/r.pdf' },
      },
      { id: 'm', upload: form, before: { file: 'form.pdf' }, now: { file: '2022/form.pdf' } },
      { id: 'n', upload: form, before: {}, now: { file: 'form.pdf' } },
    ];
    for (const { id, upload, before, now } of names) {
      expect(await run(id, { ...before, uploadId: upload }, '')).toMatchObject({ created: 1 });
      const files = await filesOf(id);
      expect(files).toHaveLength(1);
      expect(await run(id, { ...now, uploadId: upload }, '?dryRun=true')).toMatchObject({ unchanged: 1 });
      expect(await run(id, { ...now, uploadId: upload }, '')).toMatchObject({ unchanged: 1 });
      expect(await run(id, { ...now, missing: true }, '?update=true', { views: 7 })).toMatchObject({ updated: 1 });
      expect(await filesOf(id)).toEqual(files);
      expect(await run(id, { ...now, missing: true }, '?update=true', { views: 7 })).toMatchObject({ unchanged: 1 });
    }
  });

  it('is left out and named where an editor has to confirm it, or where there is no room for it', async () => {
    const [text, scan] = [await ready(), await scannedDocument(cloud)];
    const title = { az: 'Sənəd' };
    const files = [{ uploadId: scan, title }, ...Array.from({ length: 20 }, () => ({ uploadId: text, title }))];
    const { body } = await cloud.importArchive([line('b', files)]);
    expect(body).toMatchObject({ created: 1, refused: [] });
    expect(errorsOf({ body: { errors: body.warnings[0].warnings } })).toEqual([
      'files filesLeftOut',
      'files.0 fileLeftOut',
    ]);
    expect(await filesOf('b')).toHaveLength(1);
    expect((await cloud.importArchive([line('b', files)], '?update=true')).body).toMatchObject({ unchanged: 1 });
  });

  it('is left out where it is missing and its upload, which nothing used, was deleted', async () => {
    const [text, scan] = [await ready(), await scannedDocument(cloud)];
    const title = { az: 'Sənəd' };
    const files = [
      { file: 'scan.pdf', uploadId: scan, title },
      { file: 'text.pdf', uploadId: text, title },
    ];
    const run = async (given: object) => (await cloud.importArchive([given], '?update=true')).body;
    const { warnings } = await run(line('o', files));
    expect(errorsOf({ body: { errors: warnings[0].warnings } })).toEqual(['files.0 fileLeftOut']);
    const before = await filesOf('o');
    expect((await cloud.ask(`/v1/staff/uploads/${scan}`, { method: 'DELETE' })).status).toBe(200);
    const gone = files.map(({ uploadId: _, ...file }) => ({ ...file, missing: true }));
    expect(await run(line('o', gone))).toMatchObject({ unchanged: 1, refused: [] });
    expect(await run({ ...line('o', gone), views: 7 })).toMatchObject({ updated: 1, refused: [], warnings: [] });
    expect(await filesOf('o')).toEqual(before);
    expect(await run({ ...line('o', gone), views: 7 })).toMatchObject({ unchanged: 1 });
  });

  it('is refused with its line where it has no title, or is no upload of a document', async () => {
    const upload = await ready();
    const lines = [
      line('c', [{ uploadId: upload }]),
      line('d', [{ url: 'https://old.example/a.pdf', title: { az: 'A' } }]),
      line('e', [{ uploadId: '01J00000000000000000000001', title: { az: 'A' } }]),
    ];
    const { refused } = (await cloud.importArchive(lines)).body;
    expect(refused.map((one: Parameters<typeof errorsOf>[0]['body']) => errorsOf({ body: one }))).toEqual([
      ['files.0.title.az fileTitleRequired'],
      ['files.0.uploadId importUploadRequired'],
      ['files.0.uploadId unknownUpload'],
    ]);
  });

  it('is named by its place in the line, as images are, whatever else the event does not get', async () => {
    const [text, scan] = [await ready(), await scannedDocument(cloud)];
    const [picture, other] = [await cloud.copiedImage(), await cloud.copiedImage()];
    const [unknown, title, alt] = ['01J00000000000000000000001', { az: 'Sənəd' }, { az: 'Zal' }];
    const files = [scan, text, text, unknown].map((uploadId) => ({ uploadId, title }));
    const images = [picture, picture, unknown].map((uploadId) => ({ uploadId, alt }));
    const untold = [picture, picture, other].map((uploadId, n) => ({ uploadId, alt: n < 2 ? alt : {} }));
    const missing = { file: 'a.pdf', title, missing: true };
    const { refused } = (
      await cloud.importArchive([
        { ...line('g', [missing, ...files]), images },
        { ...line('h', []), images: untold },
        line('j', [missing, { uploadId: text }]),
        line('k', [missing, { file: 'b.pdf', title }]),
      ])
    ).body;
    expect(refused.map((one: Parameters<typeof errorsOf>[0]['body']) => errorsOf({ body: one }))).toEqual([
      ['images.2.uploadId unknownUpload', 'files.4.uploadId unknownUpload'],
      ['images.2.alt.az altRequired'],
      ['files.1.title.az fileTitleRequired'],
      ['files.1.uploadId importUploadRequired'],
    ]);
  });
});

describe('an image of a line of an archive', () => {
  const line = (externalId: string, images: readonly object[]) => ({
    ...{ externalId, publishedAt: '2022-01-02', category: 'events', images },
    translations: { az: { title: `Şəkil ${externalId}`, body: 'Mətn' } },
  });

  it('is refused by a dry run as by the import where it is an upload that is awaited, beside others', async () => {
    const { uploadId: awaited } = (
      await cloud.ask('/v1/staff/uploads', {
        body: { fileName: 'a.jpg', contentType: 'image/jpeg', contentLength: 10, sha256: 'a'.repeat(64) },
      })
    ).body;
    const [alt, picture] = [{ az: 'Zal' }, await cloud.copiedImage()];
    const unsent = { file: 'b.jpg', alt };
    const images = [picture, picture, awaited].map((uploadId) => ({ uploadId, alt }));
    const refusedBy = async (given: object, query: string) => {
      const { refused } = (await cloud.importArchive([given], query)).body;
      return refused.map((one: Parameters<typeof errorsOf>[0]['body']) => errorsOf({ body: one }));
    };
    for (const query of ['?dryRun=true', ''])
      expect(await refusedBy(line('p', images), query)).toEqual([['images.2.uploadId uploadNotReady']]);
    // What is no upload yet keeps its place, and is refused for nothing but its words.
    const dry = '?dryRun=true';
    expect(await refusedBy(line('q', [unsent, ...images]), dry)).toEqual([['images.3.uploadId uploadNotReady']]);
    expect(await refusedBy(line('r', [unsent, { ...unsent, alt: {} }]), dry)).toEqual([
      ['images.1.alt.az altRequired'],
    ]);
    expect(await refusedBy(line('s', [unsent, unsent, ...images.slice(0, 2)]), dry)).toEqual([]);
  });
});
