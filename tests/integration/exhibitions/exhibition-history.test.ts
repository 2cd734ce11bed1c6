import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../support/clients/client.ts';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

let cloud: ExhibitionCloud;
let own: AskAs;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  own = await member(cloud, 'aysel', 'contributor');
});
afterAll(() => cloud.end());

const path = (id: string, rest = '') => `/v1/staff/exhibitions/${id}${rest}`;

const read = async (id: string) => (await cloud.ask(path(id))).body;

const change = async (id: string, body: object) => {
  const { version } = await read(id);
  const answer = await cloud.ask(path(id), { method: 'PATCH', version, body });
  expect(answer.status).toBe(200);
  return answer.body;
};

const restore = async (id: string, version: number) =>
  cloud.ask(path(id, `/revisions/${version}/restore`), { body: {}, version: (await read(id)).version });

/** Where it takes place. */
const at = (name: string) => ({ place: { name: { az: name } } });

const archive = async (id: string) => cloud.ask(path(id), { method: 'DELETE', version: (await read(id)).version });

const unarchive = async (id: string) =>
  cloud.ask(path(id, '/unarchive'), { body: {}, version: (await read(id)).version });

const actions = async (id: string): Promise<string[]> =>
  (await cloud.ask(path(id, '/revisions'))).body.items.map(({ action }: { action: string }) => action);

const link = async (id: string, body: object = {}) => {
  const answer = await cloud.ask(path(id, '/previews'), { body: { locale: 'az', ...body } });
  expect(answer.status).toBe(201);
  return { ...answer.body, page: new URL(answer.body.url).pathname, api: new URL(answer.body.apiUrl).pathname };
};

const open = (address: string) => cloud.fetch(`${cloud.apiUrl}${address}`);

const json = async (address: string) => (await open(address)).json() as Promise<Answer['body']>;

const statusOf = async (address: string): Promise<number> => (await open(address)).status;

/** An exhibition with a selection of one of its two entries. */
const selected = async (content: object = {}) => {
  const id = await cloud.exhibition(content);
  const shown = await cloud.enter(id);
  const hidden = await cloud.enter(id, {
    translations: { az: { title: 'Seçilməyən', alt: 'Ev' } },
    artist: child('Tural Məmmədov'),
  });
  await cloud.act(id, 'status', { status: 'selection' });
  await cloud.act(id, 'selection', { artworkIds: [shown] });
  return { id, shown, hidden };
};

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

describe('a preview of an exhibition', () => {
  it('shows the page with the selected works only, as a draft that nobody keeps or finds', async () => {
    const { id, shown, hidden } = await selected();
    const { page, api } = await link(id);
    const response = await open(page);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('class="draft"');
    expect(html).toContain('Aysel');
    for (const secret of ['Hüseynova', 'Quliyeva', 'Seçilməyən', 'Tural', hidden]) expect(html).not.toContain(secret);
    const { headers } = response;
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('content-security-policy')).toContain("img-src 'self' data: http");
    const preview = await json(api);
    expect(preview).toMatchObject({ id, version: 3, artworkCount: 1, artworks: [{ id: shown, title: 'Günəş' }] });
    const [rendition] = preview.artworks[0].image.renditions;
    expect((await cloud.fetch(rendition.url)).status).toBe(200);
    expect(html).not.toContain(`href="/az/exhibitions/${preview.slug}/artworks/`);
    expect((await cloud.ask(`/v1/exhibitions/${id}`)).status).toBe(404);
    // A part that is not there any more, and what a mail program adds.
    expect(await (await open(`${page}?from=201&utm_source=mail`)).text()).toContain(`artwork-${shown}`);
  });

  it('follows the selection and the texts of its version', async () => {
    const { id, shown, hidden } = await selected();
    const { api, page } = await link(id);
    await cloud.act(id, 'selection', { artworkIds: [hidden] });
    await change(id, { translations: { az: { title: 'Başqa ad' } } });
    const preview = await json(api);
    expect(preview.title).not.toBe('Başqa ad');
    expect(preview.artworks.map((artwork: { id: string }) => artwork.id)).toEqual([hidden]);
    expect(await (await open(page)).text()).not.toContain(shown);
  });

  it('ends with a consent, and the next one leaves the work out', async () => {
    const { id, shown } = await selected();
    const { page } = await link(id);
    await cloud.changeArtwork(id, shown, { artist: { consent: null } });
    expect(await statusOf(page)).toBe(404);
    const preview = await json((await link(id)).api);
    expect(preview).toMatchObject({ artworks: [], artworkCount: 0 });
  });

  it('ends when it is revoked, withdrawn from the public, archived or erased', async () => {
    const { id } = await selected();
    const first = await link(id);
    const listed = async () => (await cloud.ask(path(id, '/previews'))).body.items.length;
    expect(await listed()).toBe(1);
    const gone = await cloud.ask(path(id, `/previews/${first.previewId}`), { method: 'DELETE' });
    expect([gone.status, await statusOf(first.page), await listed()]).toEqual([200, 404, 0]);
    await cloud.act(id, 'publish');
    const second = await link(id);
    await cloud.act(id, 'unpublish');
    expect(await statusOf(second.page)).toBe(404);
    const third = await link(id);
    await archive(id);
    expect(await statusOf(third.page)).toBe(404);
    await unarchive(id);
    const fourth = await link(id);
    for (let erased = false; !erased; ) ({ erased } = (await cloud.ask(path(id, '/erase'), { body: {} })).body);
    expect(await statusOf(fourth.page)).toBe(404);
  });

  it('shows no work while the rating is blind', async () => {
    const id = await cloud.exhibition({ blindRating: true });
    const first = await cloud.enter(id);
    await cloud.act(id, 'status', { status: 'selection' });
    const works = (await cloud.ask(`/v1/staff/juries/${id}/works`)).body.items;
    await cloud.act(id, 'selection', { numbers: [works[0].number] });
    const { page, api } = await link(id);
    expect((await json(api)).artworks).toEqual([]);
    expect(await (await open(page)).text()).not.toContain(first);
    await cloud.act(id, 'reveal');
    expect((await json(api)).artworks).toHaveLength(1);
  });

  it('answers at the address of its kind only, and to none that was made up', async () => {
    const id = await cloud.exhibition();
    const event = await cloud.draft();
    const made = await cloud.ask(`/v1/staff/events/${event}/previews`, { body: { locale: 'az' } });
    const { api } = await link(id);
    expect(await statusOf(`${new URL(made.body.apiUrl).pathname}/exhibition`)).toBe(404);
    expect(await statusOf(api.replace('/exhibition', ''))).toBe(404);
    expect(await statusOf(api.replace(/\.[^/]*/, `.${'a'.repeat(43)}`))).toBe(404);
    const foreign = await cloud.ask(path(id, `/previews/${made.body.previewId}`), { method: 'DELETE' });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'exhibitionPreviewNotFound']);
    expect(await statusOf(new URL(made.body.url).pathname)).toBe(200);
  });

  it('is made of a language and a version that there are', async () => {
    const id = await cloud.exhibition();
    const refused = async (body: object) => {
      const answer = await cloud.ask(path(id, '/previews'), { body });
      return [answer.status, answer.body.errors[0].path, answer.body.errors[0].code];
    };
    expect(await refused({ locale: 'en' })).toEqual([400, 'locale', 'localeNotInVersion']);
    expect(await refused({ locale: 'az', version: 9 })).toEqual([400, 'version', 'unknownExhibitionVersion']);
    await change(id, { translations: { az: { title: 'Yeni' } } });
    const { api } = await link(id, { version: 1 });
    expect((await json(api)).title).not.toBe('Yeni');
  });
});

describe('an exhibition in the archive', () => {
  it('has its list, takes no change and no entry, and comes back as it was', async () => {
    const { id, shown } = await selected();
    const before = await read(id);
    const archived = await archive(id);
    expect(archived.body).toMatchObject({ status: 'archived', archivedFrom: 'selection' });
    const list = async (status: string) =>
      (await cloud.ask(`/v1/staff/exhibitions?status=${status}`)).body.items.map((one: { id: string }) => one.id);
    expect([await list('archived'), await list('selection')]).toEqual([[id], expect.not.arrayContaining([id])]);
    const { version } = archived.body;
    const refused = await Promise.all([
      cloud.ask(path(id), { method: 'PATCH', version, body: at('Bakı') }),
      cloud.ask(path(id, '/artworks'), { body: {} }),
      cloud.ask(path(id, `/artworks/${shown}`), { method: 'PATCH', version: 1, body: { medium: 'Quaş' } }),
      cloud.act(id, 'status', { status: 'open' }),
      cloud.act(id, 'selection', { artworkIds: [shown] }),
      cloud.act(id, 'publish'),
      restore(id, 1),
      archive(id),
    ]);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      refused.map(() => [409, 'exhibitionArchived']),
    );
    const { body } = await unarchive(id);
    expect(body).toMatchObject({ status: 'selection', selection: before.selection, version: version + 1 });
    expect(body).not.toHaveProperty('archivedFrom');
    expect((await actions(id)).slice(0, 2)).toEqual(['unarchived', 'archived']);
    expect((await unarchive(id)).status).toBe(409);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
  });

  it('lets consent be taken back and entries be erased, and is erased whole', async () => {
    const { id, shown, hidden } = await selected();
    await archive(id);
    const narrowed = await cloud.changeArtwork(id, shown, { artist: { consent: null } });
    expect(narrowed.status).toBe(200);
    const erased = await cloud.ask(path(id, `/artworks/${hidden}`), { method: 'DELETE' });
    expect(erased.status).toBe(200);
    expect((await read(id)).status).toBe('archived');
    let last = { erased: false };
    while (!last.erased) last = (await cloud.ask(path(id, '/erase'), { body: {} })).body;
    expect((await cloud.ask(path(id))).status).toBe(404);
    // The audit keeps ids.
    const left = (await cloud.items('DeskTable')).filter((item) => item.includes(`"EXHIBITION#${id}"`));
    expect(left.filter((item) => item.includes('Sərgi') || item.includes('Aysel'))).toEqual([]);
  });

  it("is none that is public, will be, is rated blind, or is a contributor's to archive", async () => {
    const { id } = await selected();
    await cloud.act(id, 'publish', { publishAt: '2999-01-01T00:00:00Z' });
    const scheduled = await archive(id);
    expect([scheduled.status, scheduled.body.code]).toEqual([409, 'exhibitionPublished']);
    await cloud.act(id, 'unpublish');
    expect((await archive(id)).status).toBe(200);
    const blind = await cloud.exhibition({ blindRating: true });
    await cloud.enter(blind);
    await cloud.act(blind, 'status', { status: 'selection' });
    expect((await archive(blind)).body.code).toBe('exhibitionActionImpossible');
    const translations = { az: { title: 'Sərgi' } };
    const made = await own('/v1/staff/exhibitions', { body: { translations } });
    expect((await own(path(made.body.id), { method: 'DELETE', version: 1 })).status).toBe(403);
  });
});

describe('an event in the archive', () => {
  it('comes back as a draft, or withdrawn where it was public, with the texts that it has', async () => {
    const back = async (id: string) => {
      const at = `/v1/staff/events/${id}`;
      const { version } = (await cloud.ask(at)).body;
      await cloud.ask(at, { method: 'DELETE', version });
      return (await cloud.ask(`${at}/unarchive`, { body: {}, version: version + 1 })).body;
    };
    const draft = await cloud.draft();
    expect(await back(draft)).toMatchObject({ status: 'draft', version: 3 });
    const known = await cloud.draft();
    await cloud.publish(known);
    await cloud.ask(`/v1/staff/events/${known}/unpublish`, { body: {} });
    expect(await back(known)).toMatchObject({ status: 'withdrawn' });
    const { body } = await cloud.ask(`/v1/staff/events/${known}/revisions?limit=1`);
    expect(body.items[0].action).toBe('unarchived');
  });
});
