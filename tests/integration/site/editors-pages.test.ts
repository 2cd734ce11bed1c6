import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Group } from '../../../shared/model/staff/role.ts';
import { clockOfFunctions } from '../../support/cloud/clock-of-functions.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { about, editorsPagesOn } from '../../support/editors-pages.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const { create, html } = editorsPagesOn(() => cloud);

const menu = async (path: string): Promise<string[]> => {
  const [nav = ''] = (await html(path)).match(/<nav aria-label="(?:Menyu|Menu|Меню)">.*?<\/nav>/s) ?? [];
  return [...nav.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, label = '']) => label);
};

describe("an editors' page", () => {
  it('is public at its address, in no feed, calendar or list, without a date', async () => {
    const id = await create({ ...about('about-one'), ...withCover(await cloud.copiedImage()) });
    const published = await cloud.publish(id);
    expect(published).toMatchObject({ status: 200, body: { status: 'published', hasUnpublishedChanges: false } });
    const page = await cloud.ask('/az/about-one');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<h1>Haqqımızda</h1>');
    expect(page.body).toContain('Biz <strong>muzeyik</strong>.');
    expect(page.body).not.toMatch(/<time|Dərc olunub/);
    expect(page.body).toContain(`hreflang="en" href="${cloud.url}/en/about-one-en"`);
    for (const path of ['/v1/feed', '/v1/feed?category=none', '/v1/calendar'])
      expect((await cloud.ask(path)).body.items ?? []).toEqual([]);
    expect((await cloud.ask('/v1/events/about-one')).status).toBe(404);
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(404);
    expect((await cloud.ask('/az/events/about-one')).status).toBe(404);
    expect((await cloud.ask('/v1/staff/events')).body.items).toEqual([]);
    const staff = await cloud.ask('/v1/staff/events?kind=page');
    expect(staff.body.items.map((item: { id: string }) => item.id)).toContain(id);
    expect((await html('/sitemap-lists.xml')).includes(`${cloud.url}/en/about-one-en`)).toBe(true);
  });

  it('is answered by the API by id and slug in the language asked for, or the one that stands in', async () => {
    const id = await create(about('about-two'));
    await cloud.publish(id);
    expect((await cloud.ask('/v1/pages/about-two')).body).toMatchObject({ id, locale: 'az', title: 'Haqqımızda' });
    expect((await cloud.ask(`/v1/pages/${id}?locale=ru`)).body).toMatchObject({ locale: 'az' });
    expect((await cloud.ask('/v1/pages/about-two?locale=en')).body).toMatchObject({ slug: 'about-two-en' });
    clockOfFunctions.ageCaches();
    const list = await cloud.ask('/v1/pages?locale=en');
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ id, title: 'About us', url: `${cloud.url}/en/about-two-en` }),
    );
    const moved = await cloud.fetch(`${cloud.url}/ru/about-two`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `${cloud.url}/az/about-two`]);
  });

  it('is found by its words in every language, and no longer when it is withdrawn', async () => {
    const id = await create({
      kind: 'page',
      translations: {
        az: { title: 'Kitabxana qaydaları', body: 'Oxu zalı açıqdır.' },
        en: { title: 'Rules of the library', body: 'The reading room is open.' },
      },
    });
    await cloud.publish(id);
    const search = async (query: string) => {
      await cloud.followed('FollowerFunction');
      clockOfFunctions.ageCaches();
      return (await cloud.ask(`/v1/search?${query}`)).body.items;
    };
    const result = { id, kind: 'page', title: 'Rules of the library', url: `${cloud.url}/en/rules-of-the-library` };
    expect(await search('q=library&locale=en')).toEqual([
      expect.objectContaining({ ...result, highlights: [{ field: 'title', start: 13, end: 20 }] }),
    ]);
    expect(await search('q=kitabxana&locale=en')).toMatchObject([result]);
    expect(await search('q=reading&kind=page')).toMatchObject([{ id, title: 'Kitabxana qaydaları' }]);
    expect(await search('q=reading&kind=event')).toEqual([]);
    expect(await search('q=reading&category=news')).toEqual([]);
    expect(await search('q=reading&from=2000-01-01')).toEqual([]);
    expect(await html('/en/search?q=library')).toContain('Rules of the <mark>library</mark>');
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect(await search('q=library&locale=en')).toEqual([]);
  });

  it('leaves the navigation when it is withdrawn, and answers 410; former slugs redirect before that', async () => {
    const id = await create(about('old-slug'));
    await cloud.publish(id);
    expect(await menu('/en')).toContain('About us');
    const { body } = await cloud.ask(`/v1/staff/events/${id}`);
    await cloud.ask(`/v1/staff/events/${id}`, {
      method: 'PATCH',
      version: body.version,
      body: { translations: { az: { slug: 'new-slug', title: 'Biz kimik' } } },
    });
    expect(await menu('/az')).toContain('Haqqımızda');
    await cloud.publish(id);
    expect(await menu('/az')).toContain('Biz kimik');
    expect((await cloud.ask('/v1/pages/old-slug')).status).toBe(301);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect(await menu('/az')).not.toContain('Biz kimik');
    expect((await cloud.ask('/az/new-slug')).status).toBe(410);
    expect((await cloud.ask(`/v1/pages/${id}`)).status).toBe(410);
  });

  it('appears and goes at the second, and what caches keep ends with it', async () => {
    const from = Date.now() + 3_600_000;
    const page = about('timed');
    page.translations.az.body += ' Timed-soon.';
    const id = await create(page);
    const times = { publishAt: new Date(from).toISOString(), unpublishAt: new Date(from + 3_600_000).toISOString() };
    await cloud.publish(id, times);
    expect((await cloud.ask('/az/timed')).status).toBe(404);
    cloud.clock.set(from - Date.now() - 15_000);
    clockOfFunctions.ageCaches();
    // As a cache sees it that is not the CDN's.
    const before = await cloud.fetch(`${cloud.apiUrl}/az`);
    expect(before.headers.get('cache-control')).toBe('public');
    expect(Date.parse(before.headers.get('expires') ?? '')).toBeLessThanOrEqual(from);
    await cloud.followed('FollowerFunction');
    const places = async () => ({
      page: (await cloud.ask('/az/timed')).status === 200,
      answer: (await cloud.ask(`/v1/pages/${id}`)).status === 200,
      bySlug: (await cloud.ask('/v1/pages/timed')).status === 200,
      navigation: (await html('/az')).includes('/az/timed"'),
      list: (await html('/v1/pages')).items.some((item: { id: string }) => item.id === id),
      search: (await html('/v1/search?q=timed-soon')).items.some((item: { id: string }) => item.id === id),
      searchPage: (await html('/az/search?q=timed-soon')).includes('/az/timed"'),
      sitemap: (await html('/sitemap-lists.xml')).includes('/az/timed<'),
    });
    const shown = async (isShown: boolean) => Object.entries(await places()).filter(([, is]) => is === isShown);
    expect(await shown(true)).toEqual([]);
    cloud.clock.set(from - Date.now());
    expect(await shown(false)).toEqual([]);
    const end = from + 3_600_000;
    cloud.clock.set(end - Date.now() - 15_000);
    clockOfFunctions.ageCaches();
    for (const path of ['/az', '/az/timed', '/v1/pages', `/v1/pages/${id}`, '/v1/pages/timed?locale=az', '/v1/site']) {
      const { headers } = await cloud.fetch(`${cloud.apiUrl}${path}`);
      expect(headers.get('cache-control'), path).toBe('public');
      expect(Date.parse(headers.get('expires') ?? ''), path).toBeLessThanOrEqual(end);
    }
    cloud.clock.set(end - Date.now());
    expect(await shown(true)).toEqual([]);
    expect((await cloud.ask('/az/timed')).status).toBe(410);
  });

  it.each(['page', 'notice'])(
    'is written by a contributor, and published and withdrawn by an editor: %s',
    async (kind) => {
      const translations = { az: { title: 'Yazılmış', body: 'Mətn' } };
      const { status, body } = await cloud.ask('/v1/staff/events', { as: 'contributor', body: { kind, translations } });
      expect(status).toBe(201);
      const act = async (as: Group, name: string) =>
        (await cloud.ask(`/v1/staff/events/${body.id}/${name}`, { as, body: {} })).status;
      expect(await act('contributor', 'publish')).toBe(403);
      expect(await act('editor', 'publish')).toBe(200);
      expect(await act('contributor', 'unpublish')).toBe(403);
      expect(await act('editor', 'unpublish')).toBe(200);
    },
  );

  it('gets no address of ours or of the earlier site', async () => {
    const refused = await cloud.ask('/v1/staff/events', { body: about('calendar') });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ code: 'reservedPath' }] } });
    const named = { kind: 'page', translations: { en: { title: 'Search', body: 'How to search.' } } };
    const { body } = await cloud.publish(await create(named));
    expect(body.translations.en.slug).toBe('search-2');
    const line = {
      externalId: 'old',
      publishedAt: '2020-01-01',
      category: 'news',
      redirectsFrom: ['/az/tarixce', '/az/x.html'],
    };
    const text = { az: { title: 'Köhnə', body: 'Köhnə xəbər' } };
    expect((await cloud.importArchive([{ ...line, translations: text }])).body).toMatchObject({ created: 1 });
    const taken = await cloud.publish(await create(about('tarixce')));
    expect(taken).toMatchObject({ status: 400, body: { errors: [{ code: 'slugOfOtherPage' }] } });
    const page = about('unvan');
    await cloud.publish(await create(page));
    const late = { ...line, externalId: 'late', redirectsFrom: ['/az/unvan'], translations: text };
    expect((await cloud.importArchive([late])).body.refused).toMatchObject([{ errors: [{ code: 'pathOfPage' }] }]);
  });

  it('is imported, with the addresses that it had', async () => {
    const line = { externalId: 'page', kind: 'page', publishedAt: '2020-01-01', redirectsFrom: ['/about.php?id=1'] };
    const translations = { az: { title: 'Ziyarət', body: 'Açıq saatlar' } };
    expect((await cloud.importArchive([{ ...line, translations }])).body).toMatchObject({ created: 1, refused: [] });
    const moved = await cloud.fetch(`${cloud.url}/about.php?id=1`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `${cloud.url}/az/ziyaret`]);
  });

  it('has none of what events have, and stays a page', async () => {
    const wrong = { ...about('wrong'), category: 'news', showings: [{ startsAt: '2099-01-01' }], notice: {} };
    const { body } = await cloud.ask('/v1/staff/events', { body: wrong });
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual(['notice', 'category', 'showings']);
    const id = await create(about('stays'));
    const change = { method: 'PATCH', version: 1, body: { kind: 'news' } };
    expect((await cloud.ask(`/v1/staff/events/${id}`, change)).body.errors).toMatchObject([{ code: 'kindStays' }]);
  });

  it('is previewed as its page, restored, archived, erased, and made again by a rebuild', async () => {
    const id = await create(about('lived'));
    await cloud.publish(id);
    const preview = await cloud.ask(`/v1/staff/events/${id}/previews`, { body: { locale: 'en' } });
    const shown = await cloud.ask(new URL(preview.body.url).pathname);
    expect(shown.body).toContain('<h1>About us</h1>');
    expect(shown.body).not.toContain('<time');
    expect((await cloud.ask(new URL(preview.body.apiUrl).pathname)).body).toMatchObject({ kind: 'page' });
    await cloud.rebuild();
    expect((await cloud.ask('/az/lived')).status).toBe(200);
    expect(await menu('/en')).toContain('About us');
    const change = { method: 'PATCH', version: 2, body: { translations: { az: { title: 'Başqa' } } } };
    await cloud.ask(`/v1/staff/events/${id}`, change);
    await cloud.ask(`/v1/staff/events/${id}/revisions/2/restore`, { version: 3, body: {} });
    expect((await cloud.ask(`/v1/staff/events/${id}`)).body.translations.az.title).toBe('Haqqımızda');
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    const { body } = await cloud.ask(`/v1/staff/events/${id}`);
    const archived = await cloud.ask(`/v1/staff/events/${id}`, { method: 'DELETE', version: body.version });
    expect(archived.body.status).toBe('archived');
    const erased = await cloud.ask(`/v1/staff/events/${id}/erase`, { version: archived.body.version, body: {} });
    expect(erased.status).toBe(200);
    expect((await cloud.ask('/az/lived')).status).toBe(410);
    expect((await cloud.ask('/v1/staff/events?kind=page&status=archived')).body.items).toEqual([]);
  });

  it('is linked to by its id, as an event is, and the links are named when it goes', async () => {
    const target = await create(about('linked'));
    const body = `[Haqqımızda](page:${target})`;
    const source = await cloud.draft({ translations: { az: { title: 'Keçid', body } } });
    expect((await cloud.publish(source)).body.errors).toMatchObject([{ code: 'linkLeadsNowhere' }]);
    await cloud.publish(target);
    expect((await cloud.publish(source)).status).toBe(200);
    const wrong = await cloud.draft({ translations: { az: { title: 'Keçid', body: `[x](event:${target})` } } });
    expect((await cloud.publish(wrong)).body.errors).toMatchObject([{ code: 'linkLeadsNowhere' }]);
    const { html: shown } = (await cloud.ask(`/v1/events/${source}`)).body.body;
    expect(shown).toContain(`href="${cloud.url}/az/${target}"`);
    const moved = await cloud.fetch(`${cloud.url}/az/${target}`, { redirect: 'manual' });
    expect(moved.headers.get('location')).toBe(`${cloud.url}/az/linked`);
    const gone = await cloud.ask(`/v1/staff/events/${target}/unpublish`, { body: {} });
    expect(gone.body.linkedFrom).toEqual([{ kind: 'event', id: source, locale: 'az', field: 'body' }]);
  });

  it('stands in the navigation where the settings say, beside sections', async () => {
    const id = await create(about('placed'));
    await cloud.publish(id);
    const { body: site, headers } = await cloud.ask('/v1/staff/site');
    const change = (navigation: object[]) =>
      cloud.ask('/v1/staff/site', {
        method: 'PUT',
        headers: { 'if-match': headers.get('etag') ?? '' },
        body: { ...site, navigation },
      });
    const unknown = await change([{ page: '01J1YQAE6G9J2M5P8R1T4W7Y0A' }, { category: 'nothing' }]);
    expect(unknown.body.errors.map((error: { code: string }) => error.code)).toEqual([
      'unknownCategory',
      'unknownPage',
    ]);
    expect((await change([{ page: id }, { category: 'news' }])).status).toBe(200);
    expect(await menu('/en')).toEqual(['About us', 'News', 'Calendar']);
    expect(await menu('/ru')).toEqual(['Haqqımızda', 'Новости', 'Календарь']);
    expect((await cloud.ask('/v1/pages?locale=en')).body.items[0]).toMatchObject({ id });
  });
});
