import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, picture, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { found } from '../../support/entries/secrets.ts';
import { Story } from '../../support/files/picture-story.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

/** What is kept of uploads; not what is kept of erasures, whose keys are ids and nothing else. */
const originals = async () =>
  (await cloud.s3.list(cloud.s3.bucketName('OriginalsBucket'))).filter((key) => !key.startsWith('erasures/'));
const remove = (path: string, version?: number) =>
  cloud.ask(path, { method: 'DELETE', ...(version !== undefined && { version }) });
const audit = async (item: string) => (await cloud.ask(`/v1/staff/audit?item=${item}`)).body.items[0].action;
const versionOf = async (id: string): Promise<number> => (await cloud.ask(`/v1/staff/events/${id}`)).body.version;

describe('an upload that an admin erases', () => {
  it('leaves nothing behind: record, file name, original and renditions, in every version', async () => {
    const uploadId = await cloud.uploadFile(await picture(), 'xaysel-uploadx.png');
    const { sha256 } = (await cloud.ask(`/v1/staff/uploads/${uploadId}`)).body;
    const files = (await originals()).filter((key) => key.includes(uploadId)).length;
    expect(files).toBeGreaterThan(2);
    const { status, body } = await remove(`/v1/staff/uploads/${uploadId}`);
    expect(status).toBe(200);
    expect(body.uploadId).toBe(uploadId);
    expect(body.files).toBeGreaterThanOrEqual(files);
    expect(found(await originals(), [uploadId])).toEqual([]);
    expect(found(await cloud.items('DeskTable'), ['xaysel-uploadx', sha256])).toEqual([]);
    expect(await audit(uploadId)).toBe('upload.erased');
    expect((await remove(`/v1/staff/uploads/${uploadId}`)).body).toEqual({ uploadId, files: 0 });
    // It was nobody's picture: the same file may come again.
    const request = { fileName: 'a.png', contentType: 'image/png', contentLength: 10, sha256 };
    expect((await cloud.ask('/v1/staff/uploads', { body: request })).body.alreadyUploaded).toBe(false);
  });

  it('is kept while anything uses it, which the refusal names', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    const uses = async () => {
      const { status, body } = await remove(`/v1/staff/uploads/${story.uploadId}`);
      return [status, ...(body.errors ?? []).map(({ message }: { message: string }) => message)];
    };
    const draft = `is used by the event ${story.eventId} (pictures.0.uploadId)`;
    expect(await uses()).toEqual([409, draft]);
    await story.publish();
    const cover = `is used by the event ${story.eventId} (pictures)`;
    expect(await uses()).toEqual([409, cover, draft]);
    await story.enter();
    expect(await uses()).toEqual([409, `is used by the artwork ${story.artworkId} (uploadId)`, cover, draft]);
    await cloud.changeArtwork(story.exhibitionId, story.artworkId, { uploadId: null });
    const version = await versionOf(story.eventId);
    await cloud.ask(`/v1/staff/events/${story.eventId}`, { method: 'PATCH', version, body: { pictures: [] } });
    expect(await uses()).toEqual([409, cover]);
    await story.publish();
    expect(await uses()).toEqual([200]);
  });

  it('is completed when it is asked for again, where deleting files failed', async () => {
    const uploadId = await cloud.uploadFile(await picture());
    const stop = cloud.inject({ match: ({ action }) => action.startsWith('s3:Delete'), respond: 'deny' });
    expect((await remove(`/v1/staff/uploads/${uploadId}`)).status).toBe(500);
    stop();
    // Nobody can use it meanwhile.
    expect((await cloud.ask('/v1/staff/events', { body: withCover(uploadId) })).status).toBe(400);
    expect((await remove(`/v1/staff/uploads/${uploadId}`)).status).toBe(200);
    expect(found(await originals(), [uploadId])).toEqual([]);
  });

  it('is no longer named by a version that is restored afterwards', async () => {
    const uploadId = await cloud.image();
    const id = await cloud.draft(withCover(uploadId));
    await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version: 1, body: { pictures: [] } });
    expect((await remove(`/v1/staff/uploads/${uploadId}`)).status).toBe(200);
    const { status, body } = await cloud.ask(`/v1/staff/events/${id}/revisions/1/restore`, { version: 2, body: {} });
    expect([status, body.pictures, body.translations.az.title]).toEqual([200, [], 'Sərgi']);
  });

  it('is offered to be erased when nothing has used it for ninety days, and not before; nothing goes by itself', async () => {
    const [unused, cover, entry] = [
      await cloud.uploadFile(await picture()),
      await cloud.uploadFile(await picture()),
      await cloud.uploadFile(await picture()),
    ];
    await cloud.draft(withCover(cover));
    await cloud.enter(await cloud.exhibition(), { uploadId: entry });
    const offered = async (): Promise<string[]> => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await cloud.ask(
          `/v1/staff/uploads?unused=true&limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        );
        ids.push(...body.items.map((item: { uploadId: string }) => item.uploadId));
        cursor = body.nextCursor;
      } while (cursor);
      return ids;
    };
    cloud.clock.set(89 * 86_400_000);
    expect(await offered()).not.toContain(unused);
    cloud.clock.set(91 * 86_400_000);
    await cloud.trigger('EveryMinute');
    const ids = await offered();
    expect(ids).toContain(unused);
    expect(ids).not.toContain(cover);
    expect(ids).not.toContain(entry);
    expect((await cloud.ask(`/v1/staff/uploads/${unused}`)).body.state).toBe('ready');
  });
});
