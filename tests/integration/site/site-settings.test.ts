import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

describe('the settings of the site', () => {
  const change = async (edit: (site: ProductSite) => void) => {
    const { body, headers } = await cloud.ask('/v1/staff/site');
    edit(body);
    return cloud.ask('/v1/staff/site', {
      method: 'PUT',
      body,
      version: Number(headers.get('etag')?.replaceAll('"', '')),
    });
  };
  interface ProductSite {
    title: Record<string, string>;
    locales: string[];
    defaultLocale: string;
    timeZone: string;
    categories: { slug: string; label: Record<string, string> }[];
    quotation?: Record<string, { text: string; speaker: string }>;
    [name: string]: unknown;
  }
  const eventually = async <T>(get: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> => {
    for (;;) {
      const value = await get();
      if (wanted(value)) return value;
      // Functions remember the settings for some seconds.
      cloud.clock.ageCaches();
      await pause(50);
    }
  };

  it('are versioned, audited, and refused against a version that is gone', async () => {
    const { headers } = await cloud.ask('/v1/staff/site');
    expect(headers.get('etag')).toBe('"1"');
    const answer = await change((site) => {
      site.quotation = { az: { text: 'Uşaqlar bizim gələcəyimizdir.', speaker: 'Nazir' } };
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect((await cloud.ask('/v1/staff/site', { method: 'PUT', body: answer.body, version: 1 })).status).toBe(412);
    expect((await cloud.ask('/v1/staff/site', { method: 'PUT', body: answer.body })).status).toBe(428);
    const versions = await cloud.ask('/v1/staff/site/revisions');
    expect(versions.body.items).toMatchObject([{ version: 2, createdBy: { id: expect.any(String) } }]);
    expect((await cloud.ask('/v1/staff/site/revisions/2')).body).toEqual(answer.body);
    expect((await cloud.ask('/v1/staff/site/revisions/9')).status).toBe(404);
    const { body } = await cloud.ask('/v1/staff/audit?item=site');
    expect(body.items).toMatchObject([{ action: 'site.updated', version: 2 }]);
    const site = await eventually(
      () => cloud.ask('/v1/site'),
      ({ body }) => body.quotation !== undefined,
    );
    expect(site.body.quotation.az.speaker).toBe('Nazir');
  });

  it.each<[string, (site: ProductSite) => void, string]>([
    [
      'a default that is no language of it',
      (site) => {
        site.defaultLocale = 'de';
      },
      'defaultLocale',
    ],
    [
      'a language twice',
      (site) => {
        site.locales.push('az');
      },
      'locales',
    ],
    [
      'a title without the default language',
      (site) => {
        site.title = { en: 'Only English' };
      },
      'title.az',
    ],
    [
      'a label in a language that it does not have',
      (site) => {
        Object.assign(site.categories[0] ?? {}, { label: { az: 'x', de: 'x' } });
      },
      'categories.0.label.de',
    ],
    [
      'a zone that does not exist',
      (site) => {
        site.timeZone = 'Asia/Bakuu';
      },
      'timeZone',
    ],
    [
      'an unknown field',
      (site) => {
        site.colour = 'red';
      },
      'colour',
    ],
    [
      'five languages',
      (site) => {
        site.locales.push('de', 'fr');
      },
      'locales',
    ],
  ])('are refused with %s', async (_, edit, path) => {
    const answer = await change(edit);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  it('say where the institution has its own pages, and everything leads there', async () => {
    const id = await cloud.draft({
      showings: [{ startsAt: '2097-05-01' }],
      category: 'news',
      translations: { az: { title: 'Öz saytı', body: 'x' } },
    });
    await cloud.publish(id);
    const frontend = {
      home: 'https://example.org/{locale}',
      events: 'https://example.org/{locale}/events/{slug}',
      exhibitions: 'https://example.org/{locale}/shows/{slug}',
      preview: 'https://example.org/preview/{token}',
    };
    const refused = await change((site) => {
      site.frontend = { events: 'http://example.org/{locale}/{slug}' };
    });
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'frontend.events', code: 'httpsRequired' }] },
    });
    const answer = await change((site) => {
      site.frontend = frontend;
    });
    expect(answer).toMatchObject({ status: 200, body: { frontend } });
    const page = 'https://example.org/az/events/oz-sayti';
    const { body: event } = await eventually(
      () => cloud.ask(`/v1/events/${id}`),
      ({ body }) => body.url === page,
    );
    expect(event.alternates).toEqual([{ locale: 'az', slug: 'oz-sayti', url: page }]);
    await cloud.followed('FollowerFunction');
    const textOf = async (path: string) =>
      eventually(
        async () => (await cloud.fetch(`${cloud.url}${path}`)).text(),
        (text) => text.includes(page) || text.includes('https://example.org/az<'),
      );
    expect(await textOf('/v1/feed?category=news')).toContain(`"url":"${page}"`);
    expect(await textOf('/v1/calendar?month=2097-05')).toContain(`"url":"${page}"`);
    expect(await textOf('/v1/feed.rss?category=news')).toContain(`<link>${page}</link>`);
    expect(await textOf('/v1/feed.atom?category=news')).toContain(`href="${page}"`);
    expect(await textOf('/v1/feed.json?category=news')).toContain(`"home_page_url":"https://example.org/az"`);
    expect((await textOf('/v1/feed.ics?category=news')).replaceAll('\r\n ', '')).toContain(`URL:${page}`);
    expect(await textOf('/az/events/oz-sayti')).toContain(`<link rel="canonical" href="${page}">`);
    expect(await textOf('/sitemap-lists.xml')).toContain('<loc>https://example.org/az</loc>');
    const index = await (await cloud.fetch(`${cloud.url}/sitemap.xml`)).text();
    const files = [...index.matchAll(/<loc>https?:\/\/[^/]+(\/sitemap-(?!lists)[^<]+)<\/loc>/g)].map(
      ([, path]) => path ?? '',
    );
    const maps = await Promise.all(files.map(async (path) => (await cloud.fetch(`${cloud.url}${path}`)).text()));
    expect(maps.join('')).toContain(`<loc>${page}</loc>`);
    const redirected = await cloud.fetch(`${cloud.url}/az/events/${id}`, { redirect: 'manual' });
    expect([redirected.status, redirected.headers.get('location')]).toEqual([301, page]);

    const preview = await cloud.ask(`/v1/staff/events/${id}/previews`, { body: { locale: 'az' } });
    const given = /^https:\/\/example\.org\/preview\/(.+)$/.exec(preview.body.url)?.[1] ?? '';
    expect(preview.body.apiUrl).toBe(`${cloud.url}/v1/staff/previews/${given}`);
    const { body: shown } = await cloud.ask(`/v1/staff/previews/${given}`);
    expect(shown).toMatchObject({ title: 'Öz saytı', url: page, alternates: event.alternates });
    // In the shape of what readers get.
    expect(Object.keys(event).filter((field) => !(field in shown))).toEqual([]);
    expect(Object.keys(shown).filter((field) => !(field in event))).toEqual(['version']);
    await change((site) => {
      delete site.frontend;
    });
    await eventually(
      () => cloud.ask(`/v1/events/${id}`),
      ({ body }) => body.url !== page,
    );
  });

  it('keep a category that is in use, and say by how many items', async () => {
    await cloud.draft({ category: 'announcements' });
    await cloud.draft({ category: 'announcements' });
    const remove = (site: ProductSite) => {
      site.categories = site.categories.filter(({ slug }) => slug !== 'announcements');
    };
    const refused = await change(remove);
    expect(refused.status).toBe(409);
    expect(refused.body.errors[0].message).toContain('in use by 2 items');
    const { body } = await cloud.ask('/v1/staff/events?status=draft&limit=100');
    for (const { id, version, category } of body.items) {
      if (category === 'announcements') await cloud.ask(`/v1/staff/events/${id}`, { method: 'DELETE', version });
    }
    expect((await change(remove)).status).toBe(200);
  });

  it('let any change of a publication in four languages fit into one transaction', async () => {
    const { body: site } = await cloud.ask('/v1/staff/site');
    expect(site.locales).toHaveLength(3);
    await cloud.job(await change((all) => all.locales.push('de')));
    const locales = [...site.locales, 'de'];
    const texts = (word: string) =>
      Object.fromEntries(
        locales.map((locale: string) => [locale, { title: `${word} ${locale}`, slug: `${word}-${locale}`, body: 'B' }]),
      );
    const alt = Object.fromEntries(locales.map((locale: string) => [locale, 'A drawing']));
    const cover = async () => withCover(await cloud.image(), alt);
    // Their names are checked with a publication in their campaign, as far as there is room.
    for (let n = 0; n < 40; n += 1) {
      const translations = { az: { title: `Sərgi ${n}` } };
      expect((await cloud.ask('/v1/staff/exhibitions', { body: { campaign: 'c-four', translations } })).status).toBe(
        201,
      );
    }
    const id = await cloud.draft({ campaign: 'c-one', ...(await cover()), translations: texts('one') });
    expect((await cloud.publish(id)).status).toBe(200);
    for (const [n, word] of ['two', 'three', 'four'].entries()) {
      const { body } = await cloud.ask(`/v1/staff/events/${id}`);
      const everything = {
        category: n % 2 ? 'events' : 'news',
        campaign: `c-${word}`,
        ...(await cover()),
        translations: texts(word),
      };
      await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version: body.version, body: everything });
      const answer = await cloud.publish(id, { publishAt: `20${n + 10}-01-01T00:00:00Z` });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    }
    const writes = cloud.calls.filter(({ action }) => action === 'dynamodb:TransactWriteItems');
    const sizes = writes.map(({ body }) => (body as { TransactItems: unknown[] }).TransactItems.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
    expect(Math.max(...sizes)).toBe(100);
    expect((await cloud.ask('/v1/events/one-az')).headers.get('location')).toContain('/four-az');
    await cloud.job(
      await change((all) => {
        all.locales = ['az', 'en', 'ru'];
      }),
    );
  });

  it('make the feeds of a language that is added, without a touch of any event', async () => {
    const id = await cloud.draft({ campaign: 'turkish' });
    await cloud.publish(id);
    expect((await cloud.ask('/v1/feed?locale=tr&campaign=turkish')).status).toBe(404);
    const answer = await change((site) => {
      site.locales.push('tr');
    });
    expect(answer.body).toMatchObject({ kind: 'settings', state: 'pending', done: 0, errors: [] });
    // Saved at once: the next change is made to the version that the answer names.
    const saved = await cloud.ask('/v1/staff/site');
    expect(saved.headers.get('etag')).toBe(answer.headers.get('etag'));
    expect(saved.body.locales).toContain('tr');
    const { done, total, ...job } = await cloud.job(answer);
    expect(job).toMatchObject({ state: 'succeeded', errors: [], endedAt: expect.any(String) });
    expect([done > 0, total]).toEqual([true, done]);
    expect((await cloud.ask('/v1/staff/site')).headers.get('sergi-rebuild-pending')).toBeNull();
    const feed = await eventually(
      () => cloud.ask('/v1/feed?locale=tr&campaign=turkish'),
      ({ status }) => status === 200,
    );
    expect(feed.body.items).toMatchObject([{ id, locale: 'az' }]);
    const { body } = await cloud.ask(`/v1/staff/events/${id}`);
    expect(body).toMatchObject({ version: 2, hasUnpublishedChanges: false });
    const all = await cloud.ask('/v1/feed?locale=az&limit=100');
    expect((await cloud.ask('/v1/feed?locale=tr&limit=100')).body.items).toHaveLength(all.body.items.length);
  });
});
