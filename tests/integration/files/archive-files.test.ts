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
    const { refused } = (
      await cloud.importArchive([
        { ...line('g', files), images },
        { ...line('h', []), images: untold },
      ])
    ).body;
    expect(refused.map((one: Parameters<typeof errorsOf>[0]['body']) => errorsOf({ body: one }))).toEqual([
      ['images.2.uploadId unknownUpload', 'files.3.uploadId unknownUpload'],
      ['images.2.alt.az altRequired'],
    ]);
  });
});
