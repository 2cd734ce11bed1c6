import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { docx, pdf, types, xlsx } from '../../support/files/documents.ts';
import { sendDocument } from '../../support/files/send-document.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const send = (...document: [Buffer, string]) => sendDocument(cloud, ...document);

describe('the upload of a document', () => {
  it('is read by whoever has uploaded it and by editors, and by no other contributor', async () => {
    const { uploadId } = await send(await pdf(['Not to be known yet']), types.pdf);
    const seenAs = async (as: 'contributor' | 'editor') =>
      (await cloud.ask(`/v1/staff/uploads/${uploadId}`, { as })).body;
    expect((await seenAs('editor')).documentUrl).toContain(uploadId);
    const foreign = await seenAs('contributor');
    expect(foreign.document).toMatchObject({ type: types.pdf, pages: 1 });
    expect(foreign).not.toHaveProperty('documentUrl');
    expect(foreign).not.toHaveProperty('fileName');
  });

  it('says what it is, of which size and how many pages, and whether it has text', async () => {
    const bytes = await pdf(['One', 'Two']);
    const upload = await send(bytes, types.pdf);
    expect(upload).toMatchObject({ kind: 'document', state: 'ready', contentType: types.pdf });
    expect(upload.document).toEqual({ type: types.pdf, bytes: expect.any(Number), pages: 2, text: 'extracted' });
    // The original stays as it came.
    const { body } = await cloud.s3.read(cloud.s3.bucketName('OriginalsBucket'), `originals/${upload.uploadId}`);
    expect(Buffer.from(body).equals(bytes)).toBe(true);
    const { items } = (await cloud.ask('/v1/staff/uploads?limit=5')).body;
    expect(items[0]).toMatchObject({ uploadId: upload.uploadId, kind: 'document', usedBy: [] });
  });

  it('takes the type that its bytes say, whatever it was announced as, but no picture', async () => {
    expect(await send(await xlsx([['Type']]), types.csv)).toMatchObject({ state: 'ready', contentType: types.xlsx });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
      'base64',
    );
    expect(await send(png, types.pdf)).toMatchObject({ state: 'rejected', rejection: { code: 'not-a-document' } });
    expect(await send(await pdf(['As a picture']), 'image/png')).toMatchObject({
      state: 'rejected',
      rejection: { code: 'not-an-image' },
    });
  });

  it('is refused with what to do, in the language of the caller', async () => {
    const { uploadId } = await send(await docx(['Macros'], { 'word/vbaProject.bin': 'x' }), types.docx);
    for (const [language, words] of [
      ['az', 'makroslar'],
      ['en', 'macros'],
      ['ru', 'макросы'],
    ] as const) {
      const { body } = await cloud.ask(`/v1/staff/uploads/${uploadId}`, { headers: { 'accept-language': language } });
      expect(body.rejection).toMatchObject({ code: 'has-macros', message: expect.stringContaining(words) });
    }
  });
});
