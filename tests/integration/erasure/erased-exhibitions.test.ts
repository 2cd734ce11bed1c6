import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, picture, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { enterSecret, found } from '../../support/entries/secrets.ts';
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

  it('leaves the events that tell of it as they are to edit, and comes back in none by a restore', async () => {
    const id = await cloud.exhibition();
    const event = await cloud.draft({ exhibitionId: id });
    const change = (version: number, body: object) =>
      cloud.ask(`/v1/staff/events/${event}`, { method: 'PATCH', version, body });
    const titled = { translations: { az: { title: 'Yeni ad' } } };
    await cloud.ask(`/v1/staff/exhibitions/${id}/erase`, { body: {} });
    expect(await change(1, titled)).toMatchObject({ status: 200, body: { exhibitionId: id } });
    expect((await change(2, { exhibitionId: null })).status).toBe(200);
    expect((await change(3, { exhibitionId: id })).body.errors).toMatchObject([{ code: 'unknownExhibition' }]);
    const restored = await cloud.ask(`/v1/staff/events/${event}/revisions/1/restore`, { version: 3, body: {} });
    expect(restored).toMatchObject({ status: 200, body: { version: 4, translations: { az: { title: 'Sərgi' } } } });
    expect(restored.body).not.toHaveProperty('exhibitionId');
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
