import { createHash } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { type ExhibitionCloud, picture, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { pdf } from '../../support/files/documents.ts';

let cloud: ExhibitionCloud;
let own: AskAs;
let editor: AskAs;
let admin: AskAs;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  own = await member(cloud, 'aysel', 'contributor');
  editor = await member(cloud, 'leyla', 'editor');
  admin = await member(cloud, 'rauf', 'admin');
});
afterAll(() => cloud.end());

const formsOf = (id: string, artworkId: string, rest = '') =>
  `/v1/staff/exhibitions/${id}/artworks/${artworkId}/consent-forms${rest}`;

const put = ({ url, headers }: { url: string; headers: Record<string, string> }, bytes: Buffer) =>
  cloud.fetch(url, { method: 'PUT', headers, body: bytes as NonNullable<RequestInit['body']> });

const request = (bytes: Buffer, contentType: string) => ({
  contentType,
  contentLength: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Sends a scan, and gives the form as it is listed once ingest has seen it. */
const send = async (id: string, artworkId: string, bytes: Buffer, contentType = 'application/pdf') => {
  const signed = await editor(formsOf(id, artworkId), { body: request(bytes, contentType) });
  expect(signed.status, JSON.stringify(signed.body)).toBe(201);
  expect((await put(signed.body, bytes)).status).toBe(200);
  await cloud.queue('IngestQueue').idle();
  const { items } = (await editor(formsOf(id, artworkId))).body;
  return items.find(({ formId }: { formId: string }) => formId === signed.body.formId);
};

const filesOf = async (formId: string): Promise<string[]> => [
  ...(await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'))).filter((key) => key.includes(formId)),
  ...(await cloud.media()).filter((key) => key.includes(formId)),
];

describe('the scan of a form', () => {
  it('is kept as it came beside the entry, and nowhere else: no library, no upload, no public file', async () => {
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id);
    const bytes = await pdf(['Razilam.']);
    const form = await send(id, artworkId, bytes);
    expect(form).toMatchObject({ state: 'ready', contentType: 'application/pdf', contentLength: bytes.length });
    expect(await filesOf(form.formId)).toEqual([`consent-forms/${form.formId}`]);
    const link = await editor(formsOf(id, artworkId, `/${form.formId}/link`), { body: {} });
    const read = await cloud.fetch(link.body.url);
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true);

    expect((await editor(`/v1/staff/uploads/${form.formId}`)).status).toBe(404);
    expect(JSON.stringify((await editor('/v1/staff/uploads?limit=100')).body)).not.toContain(form.formId);
    const event = {
      category: 'events',
      translations: { az: { title: 'Xəbər' } },
      pictures: [{ uploadId: form.formId, alt: {} }],
    };
    expect((await editor('/v1/staff/events', { body: event })).status).toBe(400);
    expect((await cloud.changeArtwork(id, artworkId, { uploadId: form.formId })).status).toBe(400);
    const { items } = (await admin(`/v1/staff/audit?item=${artworkId}`)).body;
    const actions = items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(['consentForm.added', 'consentForm.read']));
  });

  it('may be a photograph, and of two children the same file; what is neither a PDF nor an image is refused with a reason', async () => {
    const id = await cloud.exhibition();
    const [one, two] = [await cloud.enter(id), await cloud.enter(id)];
    const bytes = await picture();
    expect(await send(id, one, bytes, 'image/jpeg')).toMatchObject({ state: 'ready', contentType: 'image/png' });
    expect(await send(id, two, bytes, 'image/png')).toMatchObject({ state: 'ready' });
    for (const text of ['%PDF-1.7 nothing more', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a text']) {
      const form = await send(id, one, Buffer.from(text));
      expect(form).toMatchObject({ state: 'rejected', rejection: { message: expect.stringMatching(/./) } });
      expect(await filesOf(form.formId)).toEqual([]);
      expect((await editor(formsOf(id, one, `/${form.formId}/link`), { body: {} })).status).toBe(409);
    }
    expect((await editor(formsOf(id, one), { body: request(bytes, 'text/plain') })).status).toBe(400);
  });

  it('is for editors and admins alone, and while entries are rated blind for admins', async () => {
    const id = await cloud.exhibition({ blindRating: true });
    const artworkId = await cloud.enter(id);
    const { formId } = await send(id, artworkId, await picture(), 'image/png');
    const acts = (who: AskAs) => [
      () => who(formsOf(id, artworkId)),
      () => who(formsOf(id, artworkId), { body: request(Buffer.from('a'), 'image/png') }),
      () => who(formsOf(id, artworkId, `/${formId}/link`), { body: {} }),
      () => who(formsOf(id, artworkId, `/${formId}`), { method: 'DELETE' }),
    ];
    for (const act of acts(own)) expect((await act()).status).toBe(403);
    await cloud.act(id, 'status', { status: 'selection' });
    for (const act of acts(editor)) expect((await act()).status).toBe(403);
    const other = await cloud.enter(await cloud.exhibition());
    expect((await admin(formsOf(id, other, `/${formId}`), { method: 'DELETE' })).status).toBe(404);
    for (const act of acts(admin)) expect((await act()).status).toBeLessThan(300);
  });

  it('goes with every version when it is deleted, when it comes late, and with the person', async () => {
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id);
    const bytes = await pdf(['Razilam.']);
    const deleted = await send(id, artworkId, bytes);
    expect((await editor(formsOf(id, artworkId, `/${deleted.formId}`), { method: 'DELETE' })).body.deleted).toBe(true);
    expect(await filesOf(deleted.formId)).toEqual([]);

    const kept = await send(id, artworkId, bytes);
    const late = (await editor(formsOf(id, artworkId), { body: request(bytes, 'application/pdf') })).body;
    const effects = `/v1/staff/exhibitions/${id}/artworks/${artworkId}/effects`;
    expect((await editor(effects, { body: { erase: true } })).body.deletes.forms).toBe(2);
    const gone = await editor(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { method: 'DELETE' });
    expect(gone.body.erased).toBe(true);
    expect((await put(late, bytes)).status).toBe(200);
    await cloud.queue('IngestQueue').idle();
    for (const { formId } of [kept, late]) expect(await filesOf(formId)).toEqual([]);
    const left = (await cloud.items('DeskTable')).filter((item) =>
      [kept, late].some(({ formId }) => item.includes(formId)),
    );
    for (const item of left) expect(Object.keys(JSON.parse(item)).sort()).toEqual(['expiresAt', 'pk', 'sk']);
  });

  it('leaves nothing where it is deleted while ingest copies it', async () => {
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id);
    const bytes = await picture();
    const signed = (await editor(formsOf(id, artworkId), { body: request(bytes, 'image/png') })).body;
    const { promise, resolve } = Promise.withResolvers<void>();
    const isCopying = Promise.withResolvers<void>();
    const release = cloud.inject({
      match: ({ action, function: name }) => {
        const isMeant = action === 's3:CopyObject' && name.includes('Ingest');
        if (isMeant) isCopying.resolve();
        return isMeant;
      },
      respond: promise,
      times: 1,
    });
    await put(signed, bytes);
    await isCopying.promise;
    // What a deletion leaves of the record, at the moment in which its files are looked for already.
    const engine = new DynamoDBClient({
      endpoint: cloud.dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const Item = { pk: { S: `CONSENT-FORM#${signed.formId}` }, sk: { S: 'CONSENT-FORM' } };
    await engine.send(new PutItemCommand({ TableName: cloud.dynamodb.tableName('DeskTable'), Item }));
    resolve();
    await cloud.queue('IngestQueue').idle();
    release();
    expect(await filesOf(signed.formId)).toEqual([]);
  });
});
