import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, picture, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { enterSecret, found } from '../../support/entries/secrets.ts';
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

describe('an event that an admin erases', () => {
  it('loses its earlier versions alone, where that is wanted', async () => {
    const id = await cloud.draft({ translations: { az: { title: 'xoldnamex', body: 'Mətn' } } });
    for (const title of ['xoldertitlex', 'Yeni']) {
      await cloud.ask(`/v1/staff/events/${id}`, {
        method: 'PATCH',
        version: await versionOf(id),
        body: { translations: { az: { title } } },
      });
    }
    expect((await remove(`/v1/staff/events/${id}/revisions`, 2)).status).toBe(412);
    expect((await remove(`/v1/staff/events/${id}/revisions`, 3)).body).toEqual({ id, revisions: 2 });
    expect(found(await cloud.items('DeskTable'), ['xoldnamex', 'xoldertitlex'])).toEqual([]);
    expect((await cloud.ask(`/v1/staff/events/${id}/revisions`)).body.items).toHaveLength(1);
    expect((await cloud.ask(`/v1/staff/events/${id}`)).body.translations.az.title).toBe('Yeni');
    expect(await audit(id)).toBe('revisions.erased');
  });

  it('is archived before; then nothing of it is left but ids and hashes, and its addresses answer 410', async () => {
    const texts = (word: string) => ({
      az: { title: `${word} az`, slug: `${word}-az`, body: `${word} mətn` },
      en: { title: `${word} en`, slug: `${word}-en`, body: `${word} text` },
    });
    const id = await cloud.draft({
      ...withCover(await cloud.image()),
      translations: texts('xfirstx'),
      place: { name: { az: 'xvenuex' } },
    });
    await cloud.publish(id);
    const version = await versionOf(id);
    await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version, body: { translations: texts('xsecondx') } });
    await cloud.publish(id);
    await cloud.ask(`/v1/staff/events/${id}/previews`, { body: { locale: 'az' } });
    const erase = async () => cloud.ask(`/v1/staff/events/${id}/erase`, { version: await versionOf(id), body: {} });
    expect((await erase()).status).toBe(409);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect((await erase()).status).toBe(409);
    await remove(`/v1/staff/events/${id}`, await versionOf(id));
    const { status, body } = await erase();
    expect([status, body]).toEqual([200, { id, revisions: 6, addresses: 4 }]);
    // Asked again, since an answer may be lost, it is no 404: there is nothing left to do.
    const again = await cloud.ask(`/v1/staff/events/${id}/erase`, { version: 9, body: {} });
    expect([again.status, again.body]).toEqual([200, { id, revisions: 0, addresses: 0 }]);

    const words = ['xfirstx', 'xsecondx', 'xvenuex'];
    expect(found(await cloud.items('DeskTable'), words)).toEqual([]);
    expect(found(await cloud.items('ShowcaseTable'), words)).toEqual([]);
    expect(await audit(id)).toBe('event.erased');
    expect((await cloud.ask(`/v1/staff/events/${id}`)).status).toBe(404);
    for (const path of [
      '/v1/events/xfirstx-az',
      '/v1/events/xsecondx-en?locale=en',
      '/az/events/xfirstx-az',
      `/v1/events/${id}`,
    ]) {
      expect([path, (await cloud.fetch(`${cloud.apiUrl}${path}`)).status]).toEqual([path, 410]);
    }
    expect((await cloud.fetch(`${cloud.apiUrl}/v1/events/xnothingx-az`)).status).toBe(404);
    await cloud.rebuild();
    expect((await cloud.fetch(`${cloud.apiUrl}/v1/events/xsecondx-az`)).status).toBe(410);
    expect(found(await cloud.items('ShowcaseTable'), words)).toEqual([]);
  });
});

describe('a former address that holds a name', () => {
  it('is kept as a hash and answers 410, in pages and answers; the event stays', async () => {
    const id = await cloud.draft({ translations: { az: { title: 'Sərgi', slug: 'xayselx-az', body: 'Mətn' } } });
    await cloud.publish(id);
    const erase = (slug: string) => cloud.ask(`/v1/staff/events/${id}/slugs/erase`, { body: { locale: 'az', slug } });
    expect((await erase('xayselx-az')).body.errors[0].path).toBe('slug');
    const version = await versionOf(id);
    await cloud.ask(`/v1/staff/events/${id}`, {
      method: 'PATCH',
      version,
      body: { translations: { az: { slug: 'sergi-az' } } },
    });
    await cloud.publish(id);
    expect((await cloud.fetch(`${cloud.apiUrl}/az/events/xayselx-az`, { redirect: 'manual' })).status).toBe(301);
    expect((await erase('xunknownx-az')).status).toBe(400);
    const { status, body } = await erase('xayselx-az');
    expect([status, body]).toEqual([200, { id, revisions: 2 }]);
    const answersGone = async () => {
      for (const path of ['/az/events/xayselx-az', '/v1/events/xayselx-az'])
        expect([path, (await cloud.fetch(`${cloud.apiUrl}${path}`, { redirect: 'manual' })).status]).toEqual([
          path,
          410,
        ]);
    };
    await answersGone();
    await cloud.publish(id);
    await answersGone();
    expect((await cloud.fetch(`${cloud.apiUrl}/v1/events/sergi-az`)).status).toBe(200);
    expect(
      (await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {}, version: await versionOf(id) })).status,
    ).toBe(200);
    await answersGone();
    await remove(`/v1/staff/events/${id}/revisions`, await versionOf(id));
    expect(found([...(await cloud.items('DeskTable')), ...(await cloud.items('ShowcaseTable'))], ['xayselx'])).toEqual(
      [],
    );
    expect(await audit(id)).toBe('revisions.erased');
  });
});

describe('a former address of an exhibition', () => {
  it('is kept as a hash and answers 410; the exhibition stays with its works', async () => {
    const translations = { az: { title: 'Sərgi', slug: 'xtofiqx-az', description: 'Mətn' } };
    const id = await cloud.exhibition({ translations });
    const artworkId = await cloud.enter(id);
    await cloud.act(id, 'selection', { artworkIds: [artworkId] });
    await cloud.act(id, 'publish');
    const erase = () =>
      cloud.ask(`/v1/staff/exhibitions/${id}/slugs/erase`, { body: { locale: 'az', slug: 'xtofiqx-az' } });
    expect((await erase()).status).toBe(409);
    const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
    const renamed = { translations: { az: { slug: 'sade-sergi' } } };
    await cloud.ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body: renamed });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    expect((await erase()).body).toEqual({ id, erased: true, revisions: 3 });
    expect((await erase()).status).toBe(400);
    const answersGone = async () => {
      for (const path of ['/v1/exhibitions/xtofiqx-az', '/az/exhibitions/xtofiqx-az'])
        expect([path, (await cloud.fetch(`${cloud.apiUrl}${path}`, { redirect: 'manual' })).status]).toEqual([
          path,
          410,
        ]);
    };
    await answersGone();
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await answersGone();
    expect(await cloud.shown(id)).toEqual([artworkId]);
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    await answersGone();
    await cloud.published();
    const current = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.version;
    await remove(`/v1/staff/exhibitions/${id}/revisions`, current);
    expect(found([...(await cloud.items('DeskTable')), ...(await cloud.items('ShowcaseTable'))], ['xtofiqx'])).toEqual(
      [],
    );
  });
});

describe('an exhibition that an admin erases', () => {
  it('is withdrawn before; then nothing of it or its artists is left, and its addresses answer 410', async () => {
    const translations = { az: { title: 'xshowx', slug: 'xshowx-az', description: 'xtextx' } };
    const id = await cloud.exhibition({ translations, place: { name: { az: 'xhallx' } } });
    const entry = await enterSecret(cloud, id, { word: 'xgonex', form: 'full' });
    const other = await cloud.enter(id);
    const event = await cloud.draft(withCover(entry.uploadId));
    await cloud.publish(event);
    await cloud.act(id, 'status', { status: 'selection' });
    await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${other}/rating`, { method: 'PUT', body: { score: 7 } });
    await cloud.act(id, 'selection', { artworkIds: [entry.artworkId, other] });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    const erase = () => cloud.ask(`/v1/staff/exhibitions/${id}/erase`, { body: {} });
    expect((await erase()).status).toBe(409);
    expect((await cloud.act(id, 'unpublish')).status).toBe(200);
    const { status, body } = await erase();
    expect([status, body]).toEqual([
      200,
      { id, erased: true, artworks: 2, revisions: expect.any(Number), addresses: 1 },
    ]);
    expect((await erase()).body).toEqual({ id, erased: true, artworks: 0, revisions: 0, addresses: 0 });
    await cloud.published();
    const words = [...Object.values(entry.secrets), 'xshowx', 'xtextx', 'xhallx'];
    expect(found(await cloud.items('DeskTable'), words)).toEqual([]);
    expect(found(await cloud.items('ShowcaseTable'), words)).toEqual([]);
    const left = (await cloud.items('DeskTable')).filter((item) => item.includes(`"pk":"EXHIBITION#${id}"`));
    expect(left.filter((item) => !/"sk":"(EDITION|PREVIEWS|DUE)"/.test(item))).toEqual([]);
    expect((await cloud.ask(`/v1/events/${event}`)).body.pictures[0]).toBe(undefined);
    for (const path of ['/v1/exhibitions/xshowx-az', '/az/exhibitions/xshowx-az', `/v1/exhibitions/${id}`])
      expect([path, (await cloud.fetch(`${cloud.apiUrl}${path}`)).status]).toEqual([path, 410]);
    expect(await audit(id)).toBe('exhibition.erased');
    expect((await erase()).body).toMatchObject({ erased: true, artworks: 0 });
  });

  it('may be a draft that was never public: then nothing answers at all', async () => {
    const id = await cloud.exhibition();
    await cloud.enter(id);
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}/erase`, { body: {} })).body).toMatchObject({
      erased: true,
      artworks: 1,
    });
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).status).toBe(404);
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).toBe(404);
  });

  describe('while something is entered in it', () => {
    const erase = (id: string) => cloud.ask(`/v1/staff/exhibitions/${id}/erase`, { body: {} });
    /** Holds a transaction of an erasure up, by what its audit says; gives how to wait for it, and how to end that. */
    const holdUp = (action: string) => {
      const from = cloud.calls.length;
      const isHeld = ({ action: call, body }: (typeof cloud.calls)[number]) =>
        call === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes(action);
      const remove = cloud.inject({ match: isHeld, respond: 1000, times: 1 });
      const begun = async () => {
        while (!cloud.calls.slice(from).some(isHeld)) await pause(10);
      };
      return { begun, remove };
    };
    /** Enters an artwork with an image of its own while an erasure is held up. */
    const enterDuring = async (id: string, action: string) => {
      const uploadId = await cloud.uploadFile(await picture());
      const { begun, remove } = holdUp(action);
      const erasure = erase(id);
      await begun();
      const body = { uploadId, translations: { az: { title: 'xlatex', alt: 'Ev' } } };
      const entered = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks`, { body });
      const { status, body: erased } = await erasure;
      remove();
      return { uploadId, entered, answer: [status, erased.erased] };
    };

    it('is not erased yet where that is entered before it is closed, and loses that by an erasure like the others', async () => {
      const id = await cloud.exhibition();
      await cloud.enter(id);
      const { uploadId, entered, answer } = await enterDuring(id, 'artwork.erased');
      expect(entered.status).toBe(201);
      expect(answer).toEqual([200, false]);
      expect((await cloud.ask(`/v1/staff/exhibitions/${id}/artworks/${entered.body.id}`)).status).toBe(200);
      expect((await erase(id)).body).toMatchObject({ erased: true, artworks: 1 });
      expect(await audit(entered.body.id)).toBe('artwork.erased');
      expect(found(await originals(), [uploadId])).toEqual([]);
      expect(found(await cloud.items('DeskTable'), ['xlatex'])).toEqual([]);
    });

    it('takes no entry once it is closed for that, so that none is left beyond any erasure', async () => {
      const id = await cloud.exhibition();
      const { uploadId, entered, answer } = await enterDuring(id, 'exhibition.erased');
      expect([entered.status, entered.body.detail]).toEqual([409, expect.stringContaining('is being erased')]);
      expect(answer).toEqual([200, true]);
      expect(found(await cloud.items('DeskTable'), ['xlatex'])).toEqual([]);
      expect((await remove(`/v1/staff/uploads/${uploadId}`)).status).toBe(200);
    });

    it('stays as it is where somebody opens it for entries meanwhile', async () => {
      const id = await cloud.exhibition();
      const ids = [await cloud.enter(id), await cloud.enter(id)];
      const { begun, remove } = holdUp('artwork.erased');
      const erasure = erase(id);
      await begun();
      expect((await cloud.act(id, 'status', { status: 'open' })).status).toBe(200);
      expect((await erasure).status).toBe(409);
      remove();
      const { status, body } = await cloud.ask(`/v1/staff/exhibitions/${id}/artworks`);
      expect([status, body.items.map((item: { id: string }) => item.id)]).toEqual([200, ids]);
    });

    it('takes entries again after an erasure that was given up, once it is changed', async () => {
      const id = await cloud.exhibition();
      const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
      const stop = cloud.inject({
        match: ({ action, body }) =>
          action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes('exhibition.erased'),
        respond: 'deny',
      });
      expect((await erase(id)).status).toBe(500);
      stop();
      const body = { translations: { az: { title: 'Günəş', alt: 'Ev' } } };
      const enter = async () => (await cloud.ask(`/v1/staff/exhibitions/${id}/artworks`, { body })).status;
      expect(await enter()).toBe(409);
      const change = { translations: { az: { title: 'Sərgi qalır' } } };
      await cloud.ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body: change });
      expect(await enter()).toBe(201);
    });
  });
});
