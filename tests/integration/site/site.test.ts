import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { importRequest } from '../../support/entries/import-lines.ts';
import { withCover } from '../../support/files/with-cover.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

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

describe('a job', () => {
  const asked = () => cloud.ask('/v1/staff/rebuild', { body: {} });

  it('is seen by who has asked for it and by admins, in their language, and for seven days after its end', async () => {
    const answer = await asked();
    const path = answer.headers.get('location') ?? '';
    expect(path).toBe(`/v1/staff/jobs/${answer.body.id}`);
    await cloud.job(answer);
    const admin = await cloud.token({ groups: ['admin'], name: 'another-admin' });
    const read = async (token: string) => {
      const response = await cloud.fetch(`${cloud.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
      return { status: response.status, body: await response.json() };
    };
    expect((await read(admin)).body).toMatchObject({ id: answer.body.id, kind: 'rebuild', state: 'succeeded' });
    const audit = (await cloud.ask(`/v1/staff/audit?item=${answer.body.id}`)).body.items;
    expect(audit).toMatchObject([{ action: 'rebuild.requested' }]);
    const editor = await cloud.token({ groups: ['editor'], name: 'an-editor' });
    expect(await read(editor)).toMatchObject({ status: 404, body: { code: 'jobNotFound' } });
    expect((await cloud.ask('/v1/staff/jobs')).body.items[0]).toMatchObject({ id: answer.body.id });
    expect((await cloud.ask('/v1/staff/jobs', { as: 'editor' })).body.items).toEqual([]);
    cloud.clock.set(7 * 86_400_000 - 60_000);
    expect((await cloud.ask(path)).status).toBe(200);
    cloud.clock.set(7 * 86_400_000 + 60_000);
    expect((await cloud.ask(path)).status).toBe(404);
    expect((await cloud.ask('/v1/staff/jobs')).body.items).toEqual([]);
    cloud.clock.set(0);
  });

  it('that is asked for again while it runs begins anew, and stays one', async () => {
    const slow = cloud.inject({
      match: ({ action, function: name }) => action === 'dynamodb:TransactWriteItems' && name.includes('Publisher'),
      respond: 500,
      times: 1,
    });
    const first = await asked();
    await expect.poll(async () => (await cloud.ask(`/v1/staff/jobs/${first.body.id}`)).body.done).toBeGreaterThan(-1);
    const [second, third] = await Promise.all([asked(), asked()]);
    slow();
    expect([second.body.id, third.body.id]).toEqual([first.body.id, first.body.id]);
    const job = await cloud.job(third);
    expect(job).toMatchObject({ state: 'succeeded', errors: [] });
    expect(job.done).toBe(job.total);
    const ids = (await cloud.ask('/v1/staff/jobs')).body.items.map(({ id }: { id: string }) => id);
    expect(ids.filter((id: string) => id === first.body.id)).toHaveLength(1);
  });

  it('names an item that it cannot read, and goes on with the others', async () => {
    const ids = [await cloud.draft({ campaign: 'unreadable' }), await cloud.draft({ campaign: 'unreadable' })];
    for (const id of ids) await cloud.publish(id);
    const desk = deskTable(cloud);
    const items = await desk.items();
    const edition = items.find(({ pk, sk }) => pk?.S === `EVENT#${ids[0]}` && sk?.S === 'EDITION');
    await desk.put({ ...edition, doc: { B: Buffer.from('nothing that could be read') } });
    const job = await cloud.rebuild();
    expect(job).toMatchObject({
      state: 'succeeded',
      errors: [{ item: ids[0], path: '', code: 'itemUnreadable', message: expect.stringContaining('cannot be read') }],
    });
    expect(job.done).toBe(job.total);
    const answer = await cloud.fetch(`${cloud.url}/v1/staff/jobs/${job.id}`, {
      headers: { authorization: `Bearer ${await cloud.token({ groups: ['admin'] })}`, 'accept-language': 'ru' },
    });
    expect(JSON.stringify(await answer.json())).toContain('не удаётся прочитать');
    await desk.put(edition ?? {});
  });

  it('imports lines of an archive, says what became of each, and keeps nothing of them', async () => {
    const line = (n: number, over: object = {}) =>
      JSON.stringify({
        ...{ externalId: `job-${n}`, publishedAt: '2022-11-18', category: 'news', campaign: 'job' },
        translations: { az: { title: `İş ${n}`, body: 'Mətn' } },
        ...over,
      });
    const lines = [
      ...Array.from({ length: 30 }, (_, n) => line(n)),
      line(30, { category: 'nowhere' }),
      // Asks for what a line of an earlier step has.
      line(0),
      '{',
    ];
    const { path, ...request } = importRequest(lines);
    const send = async () => cloud.job(await cloud.ask(path, request));
    const outcomes = ({ results }: { results: { outcome: string }[] }) =>
      Object.entries(Object.groupBy(results, ({ outcome }) => outcome)).map(([name, all]) => [name, all?.length]);
    const dry = await cloud.importArchive(lines, '?dryRun=true');
    expect([dry.status, dry.body.created, dry.body.refused.length]).toEqual([200, 30, 3]);
    expect((await cloud.ask('/v1/feed?campaign=job')).status).toBe(404);
    const job = await send();
    expect(job).toMatchObject({ kind: 'import', state: 'succeeded', done: 33, total: 33 });
    const audit = (await cloud.ask(`/v1/staff/audit?item=${job.id}`)).body.items;
    expect(audit).toMatchObject([{ action: 'import.requested' }]);
    expect(outcomes(job)).toEqual([
      ['created', 30],
      ['refused', 3],
    ]);
    expect(job.results[31]).toMatchObject({ item: 'job-0', line: 32, errors: [{ path: 'externalId' }] });
    expect(job.errors.map(({ item, path }: { item: string; path: string }) => [item, path])).toEqual([
      ['job-30', 'category'],
      ['job-0', 'externalId'],
      ['33', 'line'],
    ]);
    expect(outcomes(await send())).toEqual([
      ['unchanged', 30],
      ['refused', 3],
    ]);
    await cloud.queue('PublisherQueue').idle();
    const left = (await deskTable(cloud).items()).filter(({ sk }) => sk?.S?.startsWith('INPUT#'));
    expect(left).toEqual([]);
    const listed = (await cloud.ask('/v1/staff/jobs')).body.items.find(({ id }: { id: string }) => id === job.id);
    expect(listed).toMatchObject({ kind: 'import', done: 33 });
    expect(listed).not.toHaveProperty('results');
  });
});
