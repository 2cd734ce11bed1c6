import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { found } from '../../support/entries/secrets.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));
const remove = (path: string, version?: number) =>
  cloud.ask(path, { method: 'DELETE', ...(version !== undefined && { version }) });
const audit = async (item: string) => (await cloud.ask(`/v1/staff/audit?item=${item}`)).body.items[0].action;
const versionOf = async (id: string): Promise<number> => (await cloud.ask(`/v1/staff/events/${id}`)).body.version;

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
