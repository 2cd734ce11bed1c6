import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '../../../shared/aws/document.ts';
import { type ExhibitionCloud, picture, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { enterSecret, found } from '../../support/entries/secrets.ts';
import { Story } from '../../support/files/picture-story.ts';
import { withCover } from '../../support/files/with-cover.ts';
import { nextHour, restoreTable, waysAfterRestore } from '../../support/restored-table.ts';
import { type DeskTable, deskTable, type Item } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;
let desk: DeskTable;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  desk = deskTable(cloud);
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

describe('what was erased', () => {
  it.each(waysAfterRestore)('is erased again after a restore of the table, %s', async (_, after) => {
    const id = await cloud.exhibition({ campaign: 'restored' });
    const { artworkId, uploadId, secrets } = await enterSecret(cloud, id, { word: 'xrestoredx', form: 'full' });
    const other = await cloud.enter(id);
    await cloud.act(id, 'selection', { artworkIds: [artworkId, other] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const event = await cloud.draft(withCover(uploadId));
    expect((await cloud.publish(event)).status).toBe(200);
    const { sha256 } = (await cloud.ask(`/v1/staff/uploads/${uploadId}`)).body;
    const before = await desk.items();
    const answer = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { method: 'DELETE' });
    expect(answer.body.erased).toBe(true);
    await cloud.published();
    const records = await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'), `erasures/${id}/`);
    expect(records).toHaveLength(2);

    await restoreTable(desk, before);
    expect(found(await cloud.items('DeskTable'), [secrets.surname]).length).toBeGreaterThan(0);
    await after(cloud);
    await cloud.published();
    const traces = [...Object.values(secrets), sha256];
    expect(found(await cloud.items('DeskTable'), traces)).toEqual([]);
    expect(found(await cloud.items('ShowcaseTable'), [...traces, artworkId])).toEqual([]);
    expect(await cloud.shown(id)).toEqual([other]);
    expect((await cloud.ask(`/v1/events/${event}`)).body.pictures[0]).toBe(undefined);
    expect((await cloud.publish(event)).body.errors[0].path).toBe('pictures.0.uploadId');
    const request = { fileName: 'a.jpg', contentType: 'image/jpeg', contentLength: 10, sha256 };
    expect((await cloud.ask('/v1/staff/uploads', { body: request })).status).toBe(409);
  });

  it('is erased again where the table is from before the key that names pictures', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    await story.publish();
    const before = (await desk.items()).filter(
      ({ pk, sk }) => !pk?.S?.startsWith('PICTURE') && !sk?.S?.startsWith('ELSEWHERE#'),
    );
    await story.erase();
    await cloud.published();
    await restoreTable(desk, before);
    await nextHour(cloud);
    expect(await story.seen()).toEqual({ shown: false, files: [] });
    expect((await cloud.ask(`/v1/staff/uploads/${story.uploadId}`)).status).toBe(404);
    expect((await story.upload())?.status).toBe(409);
  });

  it('is not erased a second time where nothing was restored, and its record goes with the last backup', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    await story.erase();
    await cloud.published();
    const entries = async () =>
      (await cloud.items('DeskTable')).filter((item) => item.includes('artwork.erased')).length;
    const before = await entries();
    await nextHour(cloud);
    expect(await entries()).toBe(before);
    cloud.clock.set(101 * 86_400_000);
    await nextHour(cloud);
    expect(await entries()).toBe(before);
  });

  it('is erased again once where its upload is back and its exhibition is not, beside a record that cannot be applied', async () => {
    // What an earlier release has stored is indexed before anything is spoilt.
    await nextHour(cloud);
    cloud.clock.set(0);
    const [broken, gone] = [await Story.begin(cloud), await Story.begin(cloud)];
    for (const story of [broken, gone]) {
      await story.upload();
      await story.enter();
    }
    const before = await desk.items();
    const ofUpload = before.filter(({ pk }) => pk?.S === `UPLOAD#${gone.uploadId}`);
    const artwork = before.find(
      ({ pk, sk }) => pk?.S === `EXHIBITION#${broken.exhibitionId}` && sk?.S === `ARTWORK#${broken.artworkId}`,
    );
    for (const story of [broken, gone]) expect((await story.erase()).status).toBe(200);
    const answer = await cloud.ask(`/v1/staff/exhibitions/${gone.exhibitionId}/erase`, { body: {} });
    expect(answer).toMatchObject({ status: 200, body: { erased: true } });
    await cloud.published();
    for (const { artwork: _, ...item } of ofUpload) await desk.put(item);
    await desk.put({ ...(artwork as Item), doc: toDocument({ id: broken.artworkId }) });
    await desk.forget();
    const entries = async () =>
      (await cloud.items('DeskTable')).filter(
        (item) => item.includes('artwork.erased') && item.includes(gone.artworkId),
      ).length;
    const known = await entries();
    await nextHour(cloud);
    expect((await cloud.ask(`/v1/staff/uploads/${gone.uploadId}`)).status).toBe(404);
    expect(found(await cloud.items('DeskTable'), [`ERASURE#${gone.artworkId}`])).toEqual([]);
    expect(await entries()).toBe(known + 1);
    cloud.clock.set(3_600_000);
    await nextHour(cloud);
    expect(await entries()).toBe(known + 1);
    expect(cloud.queue('PublisherQueue').deadLetters().length).toBeGreaterThan(0);
    await desk.remove(artwork as Item);
  });
});

describe('the bytes of a file that was erased', () => {
  it('are deleted when they arrive by an address that was signed before, whatever the record of it says', async () => {
    const bytes = await picture();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const request = { fileName: 'Aysel.png', contentType: 'image/png', contentLength: bytes.length, sha256 };
    const { body: signed } = await cloud.ask('/v1/staff/uploads', { body: request });
    // The same bytes announced in another way: a second address.
    const { body: second } = await cloud.ask('/v1/staff/uploads', { body: { ...request, contentType: 'image/webp' } });
    expect(second.uploadId).not.toBe(signed.uploadId);
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id, { uploadId: second.uploadId });
    const answer = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { method: 'DELETE' });
    expect(answer.body.erased).toBe(true);
    await cloud.published();

    const put = ({ url, headers }: { url: string; headers: Record<string, string> }) =>
      cloud.fetch(url, { method: 'PUT', headers, body: bytes as NonNullable<RequestInit['body']> });
    for (const one of [signed, second]) expect((await put(one)).status).toBe(200);
    const originals = () => cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'));
    const incoming = [`incoming/${signed.uploadId}`, `incoming/${second.uploadId}`];
    await expect.poll(async () => found(await originals(), incoming), { timeout: 20_000 }).toEqual([]);
    const items = await cloud.items('DeskTable');
    expect(found(items, ['Aysel.png', sha256])).toEqual([]);
    expect((await put(signed)).status).toBe(200);
    await expect.poll(async () => found(await originals(), [signed.uploadId]), { timeout: 20_000 }).toEqual([]);
    expect(cloud.queue('IngestQueue').deadLetters()).toEqual([]);
  });
});
