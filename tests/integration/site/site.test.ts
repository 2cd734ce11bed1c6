import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/product-cloud.ts';
import { withCover } from '../../support/with-cover.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProduct('site');
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
      await pause(200);
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
    expect(versions.body.items).toMatchObject([{ version: 2, createdBy: expect.any(String) }]);
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
    const locales =
      site.locales.length === 4 ? site.locales : (await change((all) => all.locales.push('de'))).body.locales;
    const texts = (word: string) =>
      Object.fromEntries(
        locales.map((locale: string) => [locale, { title: `${word} ${locale}`, slug: `${word}-${locale}`, body: 'B' }]),
      );
    const alt = Object.fromEntries(locales.map((locale: string) => [locale, 'A drawing']));
    const cover = async () => withCover(await cloud.image(), alt);
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
    expect(Math.max(...sizes)).toBeGreaterThan(70);
    expect((await cloud.ask('/v1/events/one-az')).headers.get('location')).toContain('/four-az');
    await change((all) => {
      all.locales = ['az', 'en', 'ru'];
    });
  });

  it('make the feeds of a language that is added, without a touch of any event', async () => {
    const id = await cloud.draft({ campaign: 'turkish' });
    await cloud.publish(id);
    expect((await cloud.ask('/v1/feed?locale=tr&campaign=turkish')).status).toBe(404);
    const answer = await change((site) => {
      site.locales.push('tr');
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('sergi-rebuild-pending')).toBeNull();
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
