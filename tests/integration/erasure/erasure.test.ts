import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '../../../shared/aws/document.ts';
import {
  child,
  type ExhibitionCloud,
  picture,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';
import { enterSecret, found, publicFiles } from '../../support/entries/secrets.ts';
import { deskTable, type Item } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

/** What is kept of uploads; not what is kept of erasures, whose keys are ids and nothing else. */
const files = async (): Promise<string[]> =>
  (await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'))).filter((key) => !key.startsWith('erasures/'));

describe('an artist who is erased', () => {
  it('leaves no trace in the desk, the buckets or in public, and an audit without a word about the person', async () => {
    const id = await cloud.exhibition();
    const other = await cloud.enter(id);
    const erased = await enterSecret(cloud, id, { word: 'xerasedx', form: 'full' });
    const former = erased.uploadId;
    const uploadId = await cloud.uploadFile(await picture(), 'Faylxerasedx2.png');
    expect((await cloud.changeArtwork(id, erased.artworkId, { uploadId })).status).toBe(200);
    await cloud.act(id, 'status', { status: 'selection' });
    for (const as of ['editor', 'admin'] as const) {
      const path = `/v1/staff/exhibitions/${id}/artworks/${erased.artworkId}/rating`;
      expect((await cloud.ask(path, { method: 'PUT', as, body: { score: 9 } })).status).toBe(200);
    }
    await cloud.act(id, 'selection', { artworkIds: [erased.artworkId, other] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.changeArtwork(id, erased.artworkId, { medium: 'Akvarel' });
    await cloud.act(id, 'publish');
    const { sha256 } = (await cloud.ask(`/v1/staff/uploads/${uploadId}`)).body;
    const traces = [...Object.values(erased.secrets), 'Faylxerasedx2', sha256];
    const originals = files;
    expect(found(await cloud.items('DeskTable'), traces).length).toBeGreaterThan(4);
    expect(found(await originals(), [uploadId, former]).length).toBeGreaterThan(10);

    const answer = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${erased.artworkId}`, { method: 'DELETE' });
    expect(answer).toMatchObject({ status: 200, body: { erased: true } });
    await cloud.published();
    const desk = await cloud.items('DeskTable');
    expect(found(desk, traces)).toEqual([]);
    const naming = desk.filter((item) => [erased.artworkId, uploadId, former].some((one) => item.includes(one)));
    for (const item of naming) expect(item).toMatch(/"pk":"(AUDIT|PICTURE)#/);
    // One record for each picture that was theirs: ids, and a keyed hash of the bytes.
    const kept = naming.filter((item) => item.includes('"PICTURE#')).map((item) => JSON.parse(item));
    expect(kept).toHaveLength(2);
    for (const { pk, erased, ...rest } of kept) {
      expect(pk).toMatch(/^PICTURE#[\w-]{43}$/);
      expect(Object.keys(rest).sort()).toEqual(['expiresAt', 'holdings', 'sk']);
      expect(Object.keys(JSON.parse(erased)).sort()).toEqual(['artworkId', 'erasedAt', 'exhibitionId']);
    }
    expect(naming.some((item) => item.includes('artwork.erased'))).toBe(true);
    expect(found(await originals(), [uploadId, former])).toEqual([]);
    expect(found(await cloud.items('ShowcaseTable'), [...traces, erased.artworkId])).toEqual([]);
    expect(found(await publicFiles(cloud), traces)).toEqual([]);
    expect(await cloud.shown(id)).toEqual([other]);
    const images = new Set((await cloud.media()).map((key) => key.split('/').at(key.startsWith('iiif') ? 2 : 1)));
    const { body } = await cloud.ask(`/v1/exhibitions/${id}`);
    expect(images.has(body.artworks[0].image.renditions[0].url.split('/').at(-2))).toBe(true);

    const request = { fileName: 'b.png', contentType: 'image/png', contentLength: 10, sha256 };
    const again = await cloud.ask('/v1/staff/uploads', { body: request });
    expect(again).toMatchObject({ status: 409, body: { errors: [{ path: 'sha256' }] } });
    // When the last backup from before has ended, the same scan may come: it is as new.
    cloud.clock.set(101 * 86_400_000);
    expect((await cloud.ask('/v1/staff/uploads', { body: request })).body.alreadyUploaded).toBe(false);
    cloud.clock.set(0);
  });

  it('is gone though a text cannot be read that the name is searched in, and the search ends once it can', async () => {
    const id = await cloud.exhibition();
    const before = (await cloud.media()).length;
    const artist = child('Zərifə Oxunmazova');
    const [artworkId, other] = [await cloud.enter(id, { artist }), await cloud.enter(id)];
    const { uploadId } = (await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`)).body;
    await cloud.act(id, 'selection', { artworkIds: [artworkId, other] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.published();
    const media = (before + (await cloud.media()).length) / 2;
    const named = await cloud.draft({ translations: { az: { title: 'Qalib Zərifə Oxunmazova', body: 'Mətn' } } });
    const table = deskTable(cloud);
    const broken = await cloud.draft();
    const item = (await table.items()).find(({ pk, sk }) => pk?.S === `EVENT#${broken}` && sk?.S === 'WORKING');
    expect(item).toBeDefined();
    await table.put({ ...(item as Item), doc: toDocument({ id: broken }) });

    const erasure = cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { method: 'DELETE' });
    const left = async () => ({
      files: found(await files(), [uploadId]).length,
      media: (await cloud.media()).length,
      records: (await cloud.items('DeskTable')).filter((one) => one.includes(`ERASURE#${artworkId}`)).length,
    });
    await expect.poll(left, { timeout: 10_000 }).toEqual({ files: 0, media, records: 0 });
    await cloud.published();
    // What can be read was searched.
    const { items } = (await cloud.ask('/v1/staff/attention?limit=100')).body;
    expect(items).toContainEqual(expect.objectContaining({ artworkId, place: expect.objectContaining({ id: named }) }));
    await table.put(item as Item);
    await cloud.trigger('EveryMinute');
    const place = { kind: 'event', id: named, locale: 'az', field: 'title' };
    expect(await erasure).toMatchObject({ status: 200, body: { erased: true, mentions: [place] } });
  });

  it('goes though the files of another cannot be deleted, which go when they can', async () => {
    const id = await cloud.exhibition();
    const artworks = [await cloud.enter(id), await cloud.enter(id)];
    const path = (artworkId: string) => `/v1/staff/exhibitions/${id}/artworks/${artworkId}`;
    const uploads = await Promise.all(artworks.map(async (one) => (await cloud.ask(path(one))).body.uploadId));
    const heal = cloud.inject({
      match: ({ action, resources }) =>
        action.startsWith('s3:Delete') && resources.some((one) => one.includes(uploads[0])),
      respond: 'deny',
    });
    const answers = artworks.map((artworkId) => cloud.ask(path(artworkId), { method: 'DELETE' }));
    const left = async () => {
      const [desk, originals] = [await cloud.items('DeskTable'), await files()];
      return artworks.map((artworkId, n) => [
        desk.some((item) => item.includes(`ERASURE#${artworkId}`)),
        found(originals, [uploads[n]]).length > 0,
      ]);
    };
    const [still, gone] = [
      [true, true],
      [false, false],
    ];
    await expect.poll(left, { timeout: 10_000 }).toEqual([still, gone]);
    await cloud.published();
    heal();
    await cloud.trigger('EveryMinute');
    for (const answer of answers) expect((await answer).body).toMatchObject({ erased: true, mentions: [] });
    expect(await left()).toEqual([gone, gone]);
  });

  it('leaves nothing of other uploads of the same file, nor of former ones, whatever fails on the way', async () => {
    const id = await cloud.exhibition();
    const former = await cloud.uploadFile(await picture(), 'Faylxformerx.png');
    const artworkId = await cloud.enter(id, { uploadId: former });
    const uploadId = await cloud.uploadFile(await picture(), 'Faylxtwinx.png');
    await cloud.changeArtwork(id, artworkId, { uploadId });
    // As two people get two uploads of the same file who ask at the same moment.
    const twin = ulid();
    const table = deskTable(cloud);
    for (const { artwork: _, ...item } of await table.items()) {
      const isOfUpload = item.pk?.S === `UPLOAD#${uploadId}` || item.sk?.S === `UPLOAD#${uploadId}`;
      if (isOfUpload) await table.put(JSON.parse(JSON.stringify(item).replaceAll(uploadId, twin)));
    }
    const bucket = cloud.s3.bucketName('OriginalsBucket');
    await cloud.s3.copyFolder(bucket, `renditions/${uploadId}/`, `renditions/${twin}/`);
    const isPublisher = ({ function: name }: AwsCall) => name.includes('Publisher');
    const files = cloud.inject({
      match: (call) =>
        isPublisher(call) && call.action.startsWith('s3:Delete') && call.resources.some((one) => one.includes(twin)),
      respond: 'deny',
      times: 1,
    });
    const words = cloud.inject({
      match: (call) =>
        isPublisher(call) &&
        call.action === 'dynamodb:TransactWriteItems' &&
        JSON.stringify(call.body).includes(`UPLOAD#${former}`) &&
        JSON.stringify(call.body).includes('WORD#'),
      respond: 'deny',
      times: 1,
    });
    const path = `/v1/staff/exhibitions/${id}/artworks/${artworkId}`;
    expect((await cloud.ask(path, { method: 'DELETE' })).body.erased).toBe(true);
    await cloud.published();
    files();
    words();
    expect(found(await cloud.s3.list(bucket, 'renditions/'), [uploadId, former, twin])).toEqual([]);
    const desk = (await cloud.items('DeskTable')).filter((item) => !/"pk":"AUDIT#/.test(item));
    expect(found(desk, ['xformerx', 'xtwinx', uploadId, former, twin])).toEqual([]);
  });

  it('does not take the image that another artwork has got since', async () => {
    const id = await cloud.exhibition();
    const [one, two] = [await cloud.enter(id), await cloud.enter(id)];
    const { uploadId } = (await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${one}`)).body;
    await cloud.changeArtwork(id, one, { uploadId: null });
    expect((await cloud.changeArtwork(id, two, { uploadId })).status).toBe(200);
    const answer = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${one}`, { method: 'DELETE' });
    expect(answer.body.erased).toBe(true);
    expect((await cloud.ask(`/v1/staff/uploads/${uploadId}`)).body.state).toBe('ready');
    await cloud.act(id, 'selection', { artworkIds: [two] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const { body } = await cloud.ask(`/v1/exhibitions/${id}`);
    expect((await cloud.fetch(body.artworks[0].image.renditions[0].url)).status).toBe(200);
  });

  it('is rated by nobody any more: a rating that comes too late is refused', async () => {
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id);
    await cloud.act(id, 'status', { status: 'selection' });
    const remove = cloud.inject({
      match: ({ action, body }) =>
        action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes('artwork.rated'),
      respond: 800,
    });
    const rating = cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}/rating`, {
      method: 'PUT',
      body: { score: 9 },
    });
    await pause(200);
    await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { method: 'DELETE' });
    expect((await rating).status).toBe(404);
    remove();
    expect((await cloud.items('DeskTable')).filter((item) => item.includes(`RATING#${artworkId}`))).toEqual([]);
  });

  it('whose scan is still being worked on is erased when that has ended: nothing comes back', async () => {
    const id = await cloud.exhibition();
    const slow = cloud.inject({
      match: ({ action, function: name }) => action === 's3:PutObject' && name.includes('Ingest'),
      respond: 3000,
      times: 1,
    });
    const bytes = await picture();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const request = { fileName: 'a.png', contentType: 'image/png', contentLength: bytes.length, sha256 };
    const { body: signed } = await cloud.ask('/v1/staff/uploads', { body: request });
    await cloud.fetch(signed.url, {
      method: 'PUT',
      headers: signed.headers,
      body: bytes as NonNullable<RequestInit['body']>,
    });
    const state = async () => (await cloud.ask(`/v1/staff/uploads/${signed.uploadId}`)).body.state;
    while ((await state()) !== 'processing') await pause(20);
    const artworkId = await cloud.enter(id, { uploadId: signed.uploadId });
    const erasure = cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { method: 'DELETE' });
    while ((await state()) !== 'ready') await pause(50);
    await cloud.queue('IngestQueue').idle();
    slow();
    cloud.clock.set(120_000);
    await cloud.trigger('EveryMinute');
    expect((await erasure).body).toMatchObject({ artworkId, erased: true, mentions: [] });
    cloud.clock.set(0);
    const originals = await files();
    expect(found(originals, [signed.uploadId])).toEqual([]);
    expect(await state()).toBe(undefined);
  });
});
