import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExhibitionCloud,
  exhibitionPath as path,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';
import { historyOn } from '../../support/exhibition-history.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

/** Where it takes place. */
const at = (name: string) => ({ place: { name: { az: name } } });

const { read, change, restore, actions, link, statusOf, selected } = historyOn(() => cloud);

describe('the versions of an exhibition', () => {
  it('are listed newest first with what made them, and hold neither selection nor what is under way', async () => {
    const { id } = await selected();
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.act(id, 'unpublish');
    expect(await actions(id)).toEqual(['unpublished', 'published', 'selected', 'closed', 'created']);
    const { body } = await cloud.ask(path(id, '/revisions?limit=2'));
    expect(body.items[0]).toMatchObject({ status: 'withdrawn', createdBy: { id: expect.any(String) } });
    const next = await cloud.ask(path(id, `/revisions?limit=2&cursor=${body.nextCursor}`));
    expect(next.body.items.map((one: { action: string }) => one.action)).toEqual(['selected', 'closed']);
    const { exhibition } = (await cloud.ask(path(id, `/revisions/${body.items[1].version}`))).body;
    expect(exhibition).toMatchObject({
      id,
      status: 'published',
      opensOn: '2022-11-18',
      published: { locales: ['az'] },
    });
    for (const name of ['selection', 'publishing', 'rating', 'archivedFrom'])
      expect(exhibition).not.toHaveProperty(name);
  });

  it('tell the fields in which two of them differ', async () => {
    const id = await cloud.exhibition(at('Bakı'));
    const { version } = await change(id, { ...at('Gəncə'), translations: { en: { title: 'Drawings' } } });
    const { body } = await cloud.ask(path(id, `/revisions/${version}?against=1`));
    expect(body.changes).toEqual([
      { path: 'place.name.az', before: 'Bakı', after: 'Gəncə' },
      { path: 'translations.en.title', after: 'Drawings' },
    ]);
    const missing = await cloud.ask(path(id, '/revisions/77'));
    expect([missing.status, missing.body.code]).toEqual([404, 'exhibitionVersionNotFound']);
  });

  it('are restored in what staff have written, and in nothing else', async () => {
    const { id, shown } = await selected(at('Bakı'));
    await change(id, { place: null, closesOn: '2022-12-18' });
    const before = await read(id);
    const { status, body } = await restore(id, 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...at('Bakı'), status: 'selection', version: before.version + 1 });
    expect(body.selection.artworkIds).toEqual([shown]);
    expect(body).not.toHaveProperty('closesOn');
    expect((await actions(id))[0]).toBe('restored');
    const stale = await cloud.ask(path(id, '/revisions/1/restore'), { body: {}, version: before.version });
    expect(stale.status).toBe(412);
    expect((await cloud.ask(path(id, '/revisions/1/restore'), { body: {} })).status).toBe(428);
  });

  it('name events alone, and no pages or notices', async () => {
    const translations = { az: { title: 'Haqqımızda', body: 'Mətn' } };
    const { body: page } = await cloud.ask('/v1/staff/events', { body: { kind: 'page', translations } });
    const id = await cloud.exhibition();
    const { version } = await read(id);
    const request = { method: 'PATCH', version, body: { eventIds: [page.id] } };
    const { status, body } = await cloud.ask(path(id), request);
    expect([status, body.errors]).toMatchObject([400, [{ path: 'eventIds.0', code: 'unknownEvent' }]]);
  });

  it('are refused field by field where what they name is gone', async () => {
    const event = await cloud.draft();
    const id = await cloud.exhibition({ eventIds: [event] });
    await change(id, { eventIds: [] });
    const { version } = (await cloud.ask(`/v1/staff/events/${event}`)).body;
    await cloud.ask(`/v1/staff/events/${event}`, { method: 'DELETE', version });
    const erased = await cloud.ask(`/v1/staff/events/${event}/erase`, { body: {}, version: version + 1 });
    expect(erased.status).toBe(200);
    const { status, body } = await restore(id, 1);
    expect([status, body.errors[0].path]).toEqual([400, 'eventIds.0']);
  });

  it('are restored though the site has lost a language that they have, where the exhibition has it still', async () => {
    const id = await cloud.exhibition();
    await change(id, { translations: { ru: { title: 'Рисунки' } } });
    await change(id, { translations: { az: { title: 'Rəsmlər' } } });
    const settings = await cloud.ask('/v1/staff/site');
    const words = JSON.parse(JSON.stringify(settings.body, (name, value) => (name === 'ru' ? undefined : value)));
    const without = { ...words, locales: words.locales.filter((locale: string) => locale !== 'ru') };
    const put = (body: object, version: number) => cloud.ask('/v1/staff/site', { method: 'PUT', body, version });
    const version = Number(settings.headers.get('etag')?.replaceAll('"', ''));
    expect((await put(without, version)).status).toBe(202);
    expect((await restore(id, 2)).status).toBe(200);
    await change(id, { translations: { ru: null } });
    const { status, body } = await restore(id, 2);
    expect([status, body.errors[0].path]).toEqual([400, 'translations.ru']);
    await put(settings.body, version + 1);
  });

  it('leave the way of rating as it is', async () => {
    const id = await cloud.exhibition();
    await change(id, { blindRating: true });
    await cloud.enter(id);
    expect((await restore(id, 1)).body).toMatchObject({ blindRating: true });
  });

  it('begin with the first change after the upgrade, where an earlier release has made the exhibition', async () => {
    const id = await cloud.exhibition();
    const desk = deskTable(cloud);
    for (const item of await desk.items()) {
      if (item.pk?.S === `EXHIBITION#${id}` && item.sk?.S?.startsWith('REVISION#')) await desk.remove(item);
    }
    expect(await actions(id)).toEqual([]);
    const { page } = await link(id);
    await change(id, at('Bakı'));
    expect((await actions(id))[0]).toBe('updated');
    expect(await statusOf(page)).toBe(200);
  });

  it('are erased by an admin but for the current one, and with the exhibition', async () => {
    const id = await cloud.exhibition(at('Rəna Quliyevanın evi'));
    await change(id, at('Bakı'));
    const holding = async () =>
      (await cloud.items('DeskTable')).filter((item) => item.includes(id) && item.includes('Rəna Quliyevanın evi'));
    expect(await holding()).toHaveLength(1);
    const { body } = await cloud.ask(path(id, '/revisions'), { method: 'DELETE', version: 2 });
    expect([body.revisions, await holding(), await actions(id)]).toEqual([1, [], ['updated']]);
    await change(id, at('Rəna Quliyevanın evi'));
    await link(id);
    const erased = await cloud.ask(path(id, '/erase'), { body: {} });
    expect(erased.body).toMatchObject({ erased: true, revisions: 2 });
    expect(await holding()).toEqual([]);
  });

  it('are counted where they hold a slug that was erased', async () => {
    const { id } = await selected();
    await change(id, { translations: { az: { slug: 'ayselin-sergisi' } } });
    await cloud.act(id, 'publish');
    await change(id, { translations: { az: { slug: 'sergi-yeni' } } });
    await cloud.act(id, 'publish');
    const { body } = await cloud.ask(path(id, '/slugs/erase'), { body: { locale: 'az', slug: 'ayselin-sergisi' } });
    expect(body).toEqual({ id, erased: true, revisions: 2 });
  });
});
