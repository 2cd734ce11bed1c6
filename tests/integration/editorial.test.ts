import { setTimeout as pause } from 'node:timers/promises';
import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from './product-cloud.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProduct('editorial');
});
afterAll(() => cloud.end());

/** The text of a public answer, byte for byte, with what identifies it. */
const publicText = async (path: string): Promise<string> => {
  const response = await fetch(`${cloud.url}${path}`, { redirect: 'manual' });
  const headers = ['etag', 'content-language', 'location'].map((name) => response.headers.get(name));
  return `${response.status} ${headers.join(' ')} ${await response.text()}`;
};

describe('time', () => {
  const hour = 3_600_000;
  afterEach(() => cloud.clock.set(0));

  const statuses = async (id: string, slug: string, campaign: string) => {
    const feeds = await Promise.all(
      ['', '&category=events', '&locale=en', '&translatedOnly=true'].map(
        async (query) => (await cloud.ask(`/v1/feed?campaign=${campaign}${query}`)).body.items.length,
      ),
    );
    const pages = await Promise.all([id, slug].map(async (name) => (await cloud.ask(`/v1/events/${name}`)).status));
    return [...feeds, ...pages];
  };

  it('shows what is scheduled at the second, not before, and hides it at the second', async () => {
    const from = Date.now() + 2 * hour;
    const until = from + hour;
    const id = await cloud.draft({ campaign: 'timed', coverUploadId: await cloud.image() });
    const published = await cloud.publish(id, {
      publishAt: new Date(from).toISOString(),
      unpublishAt: new Date(until).toISOString(),
    });
    expect(published).toMatchObject({ status: 200, body: { unpublishAt: new Date(until).toISOString() } });
    const { slug } = published.body.translations.az;
    const hidden = [0, 0, 0, 0, 404, 404];
    const shown = [1, 1, 1, 1, 200, 200];
    expect(await statuses(id, slug, 'timed')).toEqual(hidden);
    // The clock of the functions runs on while we ask: two seconds before are one second before, at the least.
    cloud.clock.set(from - Date.now() - 2000);
    expect(await statuses(id, slug, 'timed')).toEqual(hidden);
    cloud.clock.set(from - Date.now());
    expect(await statuses(id, slug, 'timed')).toEqual(shown);
    cloud.clock.set(until - Date.now() - 2000);
    expect(await statuses(id, slug, 'timed')).toEqual(shown);
    cloud.clock.set(until - Date.now());
    expect(await statuses(id, slug, 'timed')).toEqual([0, 0, 0, 0, 410, 410]);
  });

  it.each([
    [{ publishAt: '2030-01-01T00:00:00Z', unpublishAt: '2029-01-01T00:00:00Z' }, 'unpublishAt'],
    [{ unpublishAt: '2020-01-01T00:00:00Z' }, 'unpublishAt'],
    [{ publishAt: 'tomorrow' }, 'publishAt'],
  ])('refuses %j', async (request, path) => {
    const answer = await cloud.publish(await cloud.draft(), request);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  it('does not hide what is public by scheduling it', async () => {
    const id = await cloud.draft();
    await cloud.publish(id);
    const answer = await cloud.publish(id, { publishAt: new Date(Date.now() + hour).toISOString() });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'publishAt' }] } });
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(200);
  });

  it('leaves no trace of what was withdrawn before its time, and no redirect to what is still to come', async () => {
    const id = await cloud.draft({ translations: { az: { title: 'Hidden plans', body: 'B' } } });
    const publishAt = new Date(Date.now() + hour).toISOString();
    await cloud.publish(id, { publishAt });
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect((await cloud.ask('/v1/events/hidden-plans')).status).toBe(404);

    const seen = await cloud.draft({ translations: { az: { title: 'Seen once', body: 'B' } } });
    await cloud.publish(seen);
    const { body } = await cloud.ask(`/v1/staff/events/${seen}/unpublish`, { body: {} });
    await cloud.ask(`/v1/staff/events/${seen}`, {
      method: 'PATCH',
      version: body.version,
      body: { translations: { az: { slug: 'secret-name' } } },
    });
    expect((await cloud.publish(seen, { publishAt })).status).toBe(200);
    const old = await cloud.ask('/v1/events/seen-once');
    expect(old.status).toBe(410);
    expect(JSON.stringify(old.body)).not.toContain('secret-name');
  });

  it('keeps days as they are written, whatever the zone of the reader', async () => {
    const id = await cloud.draft({ startsAt: '2022-11-18', endsAt: '2022-11-20' });
    await cloud.publish(id);
    expect((await cloud.ask(`/v1/events/${id}`)).body).toMatchObject({ startsAt: '2022-11-18', endsAt: '2022-11-20' });
  });
});

describe('the showcase', () => {
  it('is made again from the desk, byte for byte', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) {
      const translations = {
        az: { title: `Yenidən ${n}`, body: '| a |\n|---|\n| b |', coverAlt: 'A' },
        ...(n % 2 && { en: { title: `Again ${n}`, body: 'B', coverAlt: 'A' } }),
      };
      const id = await cloud.draft({
        campaign: 'rebuild',
        translations,
        ...(n < 2 && { coverUploadId: await cloud.image() }),
      });
      await cloud.publish(id);
      ids.push(id);
    }
    const [moved = '', withdrawn = ''] = ids;
    const { body } = await cloud.ask(`/v1/staff/events/${moved}`);
    await cloud.ask(`/v1/staff/events/${moved}`, {
      method: 'PATCH',
      version: body.version,
      body: { translations: { az: { slug: 'kocuruldu' } } },
    });
    await cloud.publish(moved);
    await cloud.ask(`/v1/staff/events/${withdrawn}/unpublish`, { body: {} });
    const line = {
      sourceId: 'r',
      publishedAt: '2020-01-01',
      category: 'news',
      translations: { az: { title: 'Köhnə', body: 'B' } },
      views: 7,
      oldAddresses: ['/old/1.html'],
    };
    const token = await cloud.token({ role: 'admin' });
    await fetch(`${cloud.url}/v1/staff/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/jsonl' },
      body: JSON.stringify(line),
    });

    const paths = [
      '/v1/site',
      ...['az', 'en', 'ru'].flatMap((locale) => [
        `/v1/feed?locale=${locale}&limit=100`,
        `/v1/feed?locale=${locale}&campaign=rebuild`,
        `/v1/feed?locale=${locale}&translatedOnly=true`,
      ]),
      ...ids.flatMap((id) => [`/v1/events/${id}`, `/v1/events/${id}?locale=en`]),
      ...['yeniden-0', 'yeniden-1', 'yeniden-2', 'again-1', 'again-3', 'kocuruldu', 'kohne'].map(
        (slug) => `/v1/events/${slug}`,
      ),
      '/old/1.html',
    ];
    const before = await Promise.all(paths.map(publicText));
    expect(before.join('\n')).toMatch(/301 .*kocuruldu/);
    expect(before.join('\n')).toContain('"status":410');

    const engine = new DynamoDBClient({
      endpoint: cloud.dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const TableName = cloud.dynamodb.tableName('ShowcaseTable');
    const { Items = [] } = await engine.send(new ScanCommand({ TableName }));
    for (const { pk, sk } of Items)
      await engine.send(new DeleteItemCommand({ TableName, Key: { pk: pk as never, sk: sk as never } }));
    expect((await cloud.ask('/v1/feed?campaign=rebuild')).body.items).toEqual([]);

    let cursor: string | undefined;
    do cursor = (await cloud.ask('/v1/staff/rebuild', { body: cursor ? { cursor } : {} })).body.nextCursor;
    while (cursor);
    expect(await Promise.all(paths.map(publicText))).toEqual(before);
  });
});

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
    expect(versions.body.items).toMatchObject([{ version: 2, by: expect.any(String) }]);
    expect((await cloud.ask('/v1/staff/site/revisions/2')).body).toEqual(answer.body);
    expect((await cloud.ask('/v1/staff/site/revisions/9')).status).toBe(404);
    const { body } = await cloud.ask('/v1/staff/audit?item=site');
    expect(body.items).toMatchObject([{ action: 'site.changed', version: 2 }]);
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
        locales.map((locale: string) => [
          locale,
          { title: `${word} ${locale}`, slug: `${word}-${locale}`, body: 'B', coverAlt: 'A' },
        ]),
      );
    const id = await cloud.draft({ campaign: 'c-one', coverUploadId: await cloud.image(), translations: texts('one') });
    expect((await cloud.publish(id)).status).toBe(200);
    for (const [n, word] of ['two', 'three', 'four'].entries()) {
      const { body } = await cloud.ask(`/v1/staff/events/${id}`);
      const everything = {
        category: n % 2 ? 'events' : 'news',
        campaign: `c-${word}`,
        coverUploadId: await cloud.image(),
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

describe('what a second red team found', () => {
  const edit = async (id: string, body: object) => {
    const { version } = (await cloud.ask(`/v1/staff/events/${id}`)).body;
    return cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version, body });
  };
  const delayed = (call: string) =>
    cloud.inject({
      match: ({ action, function: name }) => action === call && name.includes('StaffApi'),
      respond: 1500,
      times: 1,
    });
  const settings = async (locales: string[]) => {
    const { body, headers } = await cloud.ask('/v1/staff/site');
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    const prune = (label: Record<string, string>) =>
      Object.fromEntries(Object.entries(label).filter(([locale]) => locales.includes(locale)));
    const categories = body.categories.map(({ slug, label }: { slug: string; label: Record<string, string> }) => ({
      slug,
      label: prune(label),
    }));
    const answer = await cloud.ask('/v1/staff/site', {
      method: 'PUT',
      body: { ...body, title: prune(body.title), categories, locales },
      version,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer;
  };
  const cardsOf = async (id: string): Promise<string[]> => {
    const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
    const engine = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });
    const { Items = [] } = await engine.send(new ScanCommand({ TableName: cloud.dynamodb.tableName('ShowcaseTable') }));
    return Items.filter(({ sk }) => sk?.S?.endsWith(`#${id}`)).map(({ pk }) => pk?.S ?? '');
  };

  it('a language that is added while an event is withdrawn or published leaves nothing behind and misses nothing', async () => {
    await settings(['az', 'en', 'ru']);
    const withdrawn = await cloud.draft({ campaign: 'race-1' });
    await cloud.publish(withdrawn);
    const one = delayed('dynamodb:TransactWriteItems');
    const withdrawal = cloud.ask(`/v1/staff/events/${withdrawn}/unpublish`, { body: {} });
    await pause(300);
    const [answer, site] = await Promise.all([withdrawal, settings(['az', 'en', 'ru', 'tr'])]);
    one();
    expect([answer.status, site.status]).toEqual([200, 200]);
    expect(await cardsOf(withdrawn)).toEqual([]);

    await settings(['az', 'en', 'ru']);
    const published = await cloud.draft({ campaign: 'race-2' });
    const two = delayed('dynamodb:TransactWriteItems');
    const publication = cloud.publish(published);
    await pause(300);
    await Promise.all([publication, settings(['az', 'en', 'ru', 'tr'])]);
    two();
    expect((await publication).status).toBe(200);
    expect(await cardsOf(published)).toContain('FEED#tr#*');
    await settings(['az', 'en', 'ru']);
  });

  it('a slug can be changed any number of times, and every old one leads to the newest', async () => {
    const id = await cloud.draft({
      translations: {
        az: { title: 'Many', slug: 'many-0', body: 'B' },
        en: { title: 'Many', slug: 'many-en-0', body: 'B' },
      },
    });
    await cloud.publish(id);
    for (let n = 1; n <= 40; n += 1) {
      await edit(id, { translations: { az: { slug: `many-${n}` }, en: { slug: `many-en-${n}` } } });
      expect((await cloud.publish(id)).status).toBe(200);
    }
    for (const n of [0, 20, 39]) {
      expect((await cloud.ask(`/v1/events/many-${n}`)).headers.get('location')).toContain('/many-40?locale=az');
      expect((await cloud.ask(`/v1/events/many-en-${n}?locale=az`)).headers.get('location')).toContain(
        '/many-40?locale=az',
      );
    }
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect((await cloud.ask('/v1/events/many-3')).status).toBe(410);
    expect((await cloud.ask('/v1/staff/rebuild', { body: {} })).status).toBe(200);
    expect((await cloud.ask('/v1/events/many-3')).status).toBe(410);
  });

  it('an address that was public stays known while the event waits for its next time', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const id = await cloud.draft({ translations: { az: { title: 'Once', slug: 'once-a', body: 'B' } } });
    await cloud.publish(id);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await cloud.publish(id, { publishAt: later });
    expect([(await cloud.ask('/v1/events/once-a')).status, (await cloud.ask(`/v1/events/${id}`)).status]).toEqual([
      410, 410,
    ]);
    await edit(id, { translations: { az: { slug: 'once-b' } } });
    await cloud.publish(id, { publishAt: later });
    expect((await cloud.ask('/v1/events/once-a')).status).toBe(410);
    expect((await cloud.ask('/v1/events/once-b')).status).toBe(404);
    await cloud.publish(id);
    expect((await cloud.ask('/v1/events/once-a')).headers.get('location')).toContain('once-b');
  });

  it('publishing one language neither shows what is planned for later nor brings back what has ended', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const texts = { az: { title: 'Planned', body: 'B' }, ru: { title: 'План', body: 'B' } };
    const id = await cloud.draft({ translations: texts });
    await cloud.publish(id, { publishAt: later, locales: ['az'] });
    expect((await cloud.publish(id, { locales: ['ru'] })).body.publishedAt).toBe(later);
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(404);

    const ended = await cloud.draft({ translations: texts });
    await cloud.publish(ended, { unpublishAt: later, locales: ['az'] });
    expect((await cloud.publish(ended, { locales: ['ru'] })).body.unpublishAt).toBe(later);
    cloud.clock.set(2 * 3_600_000);
    const refused = await cloud.publish(ended, { locales: ['ru'] });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'unpublishAt' }] } });
    expect((await cloud.publish(ended, { unpublishAt: null })).body).not.toHaveProperty('unpublishAt');
    cloud.clock.set(0);
  });

  it('a language that is removed from the site takes its texts along, and brings them back', async () => {
    const id = await cloud.draft({
      campaign: 'removed',
      translations: { ru: { title: 'Только русский', slug: 'only-ru', body: 'B' } },
    });
    await cloud.publish(id);
    await settings(['az', 'en']);
    expect((await cloud.ask('/v1/feed?locale=az&campaign=removed')).body.items).toEqual([]);
    expect((await edit(id, { venue: 'Bakı' })).status).toBe(200);
    await settings(['az', 'en', 'ru']);
    expect((await cloud.ask('/v1/feed?locale=az&campaign=removed')).body.items).toMatchObject([{ id, locale: 'ru' }]);
  });

  it('a category stays as long as anything public is in it', async () => {
    const id = await cloud.draft({ category: 'exhibitions', translations: { az: { title: 'Moved', body: 'B' } } });
    await cloud.publish(id);
    await edit(id, { category: 'events' });
    const { body, headers } = await cloud.ask('/v1/staff/site');
    const categories = body.categories.filter(({ slug }: { slug: string }) => slug !== 'exhibitions');
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    const answer = await cloud.ask('/v1/staff/site', { method: 'PUT', body: { ...body, categories }, version });
    expect(answer).toMatchObject({
      status: 409,
      body: { errors: [{ message: expect.stringContaining('in use by 1 item') }] },
    });
  });

  it('an address of any length is answered', async () => {
    expect((await cloud.ask(`/${'a'.repeat(2100)}`)).status).toBe(404);
    expect((await cloud.ask(`/x?q=${'a'.repeat(2100)}`)).status).toBe(404);
  });

  it('an import takes one address twice in a line as one, and refuses one that is too long', async () => {
    const line = (sourceId: string, oldAddresses: string[]) =>
      JSON.stringify({
        sourceId,
        publishedAt: '2020-01-01',
        category: 'news',
        translations: { az: { title: sourceId, body: 'B' } },
        oldAddresses,
      });
    const body = [
      line('twice', ['/twice', '/twice/']),
      line('long', [`/${'語'.repeat(800)}`]),
      line('fine', ['/fine']),
    ].join('\n');
    const token = await cloud.token({ role: 'admin' });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/jsonl' };
    const response = await fetch(`${cloud.url}/v1/staff/imports`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({
      created: 2,
      refused: [{ line: 2, errors: [{ path: 'oldAddresses.0' }] }],
    });
  });
});

describe('upkeep', () => {
  const media = async () => (await cloud.s3.list(cloud.s3.bucketName('MediaBucket'))).length;

  it('deletes the media of what has left the public by itself, and of what broke off, and nothing else', async () => {
    await cloud.trigger('Hourly');
    const before = await media();
    const hour = 3_600_000;
    const ending = await cloud.draft({ coverUploadId: await cloud.image() });
    const until = new Date(Date.now() + hour).toISOString();
    await cloud.publish(ending, { unpublishAt: until });
    const staying = await cloud.draft({ coverUploadId: await cloud.image() });
    await cloud.publish(staying);
    const broken = await cloud.draft({ coverUploadId: await cloud.image() });
    let isBegun = false;
    const remove = cloud.inject({
      match: ({ action, body }) => {
        isBegun ||= action === 's3:CopyObject';
        return isBegun && action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes(broken);
      },
      respond: 'reset',
    });
    expect((await cloud.publish(broken)).status).toBe(503);
    remove();
    expect(await media()).toBe(before + 18);

    await cloud.trigger('Hourly');
    expect(await media()).toBe(before + 18);
    cloud.clock.set(hour / 2);
    await cloud.trigger('Hourly');
    expect(await media()).toBe(before + 12);
    cloud.clock.set(hour + 1000);
    await cloud.trigger('Hourly');
    expect(await media()).toBe(before + 6);
    const { body } = await cloud.ask(`/v1/events/${staying}`);
    expect((await fetch(body.cover.renditions[0].url)).status).toBe(200);

    // Published again, its media are copied again.
    expect((await cloud.publish(ending, { unpublishAt: null })).status).toBe(200);
    const again = await cloud.ask(`/v1/events/${ending}`);
    expect((await fetch(again.body.cover.renditions[0].url)).status).toBe(200);
    cloud.clock.set(0);
  });
});
