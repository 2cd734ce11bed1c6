import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, createDraft, eventually, feed, publish, text, unique, upload } from '../support/clients/client.ts';
import { calendarClients, jsonClients, type ReadFeed, xmlClients } from '../support/clients/feed-clients.ts';
import { scan } from '../support/files/scans.ts';
import { withCover } from '../support/files/with-cover.ts';
import { allFormats, formats, readFeed } from '../support/read-feed.ts';
import { jsonFeedSchema } from '../unit/public/feeds/json-feed-schema.ts';

const hostile = ']]> <script>alert("1")</script> &amp; \u2028عنوان, a; b \\n 🎨';

describe('a feed in every format', () => {
  const campaign = unique('syndication');
  const ids: Record<'plain' | 'timed' | 'days' | 'english', string> = { plain: '', timed: '', days: '', english: '' };

  beforeAll(async () => {
    const { body: image } = await upload(await scan(800, 600));
    const create = async (name: keyof typeof ids, content: object, at: string) => {
      const draft = await createDraft({ campaign, ...content });
      expect(draft.status).toBe(201);
      ids[name] = draft.body.id;
      expect((await publish(draft.body.id, { publishAt: at })).status).toBe(200);
    };
    const cover = withCover(image.uploadId);
    const az = { ...text(hostile), summary: 'Bir < iki & üç' };
    await create('plain', { ...cover, translations: { az } }, '2022-11-18T08:00:00Z');
    const times = {
      showings: [{ startsAt: '2099-07-18T06:00:00Z', endsAt: '2099-07-18T08:00:00Z' }],
      place: { name: { az: 'Bakı, Nizami küç., 5' } },
    };
    await create('timed', { ...times, translations: { az: text(hostile) } }, '2022-11-17T08:00:00Z');
    const days = { showings: [{ startsAt: '2099-07-18', endsAt: '2099-07-20' }] };
    await create('days', { ...days, translations: { az: text(`Günlər ${'ə'.repeat(120)}`) } }, '2022-11-16T08:00:00Z');
    await create('english', { translations: { en: text('In English') } }, '2022-11-15T08:00:00Z');
    await eventually(
      () => feed(campaign),
      ({ body }) => body.items.length === 4,
    );
  });

  it.each(allFormats)(
    '%s is text of its type, kept as every public answer, and leads to the others',
    async (format) => {
      const path = `/v1/feed.${format}?campaign=${campaign}`;
      const answer = await ask(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(formats[format]);
      expect(answer.headers.get('content-language')).toBe('az');
      expect(answer.headers.get('cache-control')).toMatch(
        /^public, (max-age=(0, must-revalidate|5, s-maxage=20)|must-revalidate, stale-if-error=)/,
      );
      const links = answer.headers.get('link') ?? '';
      for (const other of allFormats)
        expect(links.includes(`/v1/feed.${other}?campaign=${campaign}>`)).toBe(other !== format);
      expect(links).toContain(`/v1/feed?campaign=${campaign}>; rel="alternate"; type="application/json"`);

      const etag = answer.headers.get('etag') ?? '';
      const again = await ask(path, { headers: { 'if-none-match': etag } });
      expect([again.status, again.body]).toEqual([304, '']);
      const head = await ask(path, { method: 'HEAD' });
      expect([head.status, head.body, head.headers.get('content-type')]).toEqual([200, '', formats[format]]);
    },
  );

  it.each(allFormats)(
    '%s ignores parameters that it does not know, and takes a language in any spelling',
    async (format) => {
      const own = `campaign=${campaign}&locale=az`;
      const plain = await ask(`/v1/feed.${format}?${own}`);
      for (const query of [
        `_=123&${own}`,
        `${own}&v=2`,
        `ref=x&campaign=${campaign}&locale=AZ`,
        `campaign=${campaign}&locale=az-AZ`,
      ]) {
        const { status, headers, body } = await ask(`/v1/feed.${format}?${query}`);
        expect([status, headers.get('link'), body], query).toEqual([200, plain.headers.get('link'), plain.body]);
      }
      expect((await ask(`/v1/feed.${format}?limit=x&_=1`)).status).toBe(400);
    },
  );

  const expected = async () => {
    const { body } = await feed(campaign);
    return body.items as {
      id: string;
      title: string;
      url: string;
      publishedAt: string;
      picture?: { renditions: { url: string }[] };
    }[];
  };

  const expectSame = async (name: string, parsed: ReadFeed) => {
    const items = await expected();
    expect(parsed.title, name).toMatch(`: ${campaign}`);
    expect(parsed.items, name).toHaveLength(items.length);
    for (const [n, item] of items.entries()) {
      const its = parsed.items[n];
      expect(its?.url, name).toBe(item.url);
      expect(its?.published, name).toBe(item.publishedAt);
      // Some clients leave out what they take for markup, or fold white space.
      if (item.title !== hostile) expect(its?.title, name).toBe(item.title);
      else expect(its?.title, name).toContain('عنوان');
    }
  };

  it.each(['rss', 'atom'] as const)('%s loads in three libraries', async (format) => {
    const { body } = await readFeed(format, { campaign });
    expect(XMLValidator.validate(body)).toBe(true);
    for (const [name, client] of Object.entries(xmlClients)) {
      const parsed = await client(body);
      await expectSame(name, parsed);
      const [first] = parsed.items;
      if (format === 'rss') expect(first?.id, name).toBe(ids.plain);
      else expect(first?.id, name).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      const [item] = await expected();
      const jpegs = item?.picture?.renditions.map(({ url }) => url).filter((url) => url.endsWith('.jpg'));
      expect(jpegs, name).toContain(first?.image);
    }
  });

  it('JSON Feed is as its specification says, and loads in two libraries', async () => {
    const { body } = await readFeed('json', { campaign });
    expect(jsonFeedSchema.parse(JSON.parse(body)).items).toHaveLength(4);
    for (const [name, client] of Object.entries(jsonClients)) {
      const parsed = await client(body);
      await expectSame(name, parsed);
      expect(
        parsed.items.map(({ id }) => id),
        name,
      ).toEqual((await expected()).map(({ id }) => id));
    }
  });

  it('ics tells two libraries the same: what takes place, when, to the instant', async () => {
    const { body } = await readFeed('ics', { campaign });
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    for (const [name, client] of Object.entries(calendarClients)) {
      const events = client(body);
      expect(
        events.map(({ uid }) => uid),
        name,
      ).toEqual([ids.timed, ids.days]);
      expect(events, name).toMatchObject([
        { start: '2099-07-18T06:00:00.000Z', end: '2099-07-18T08:00:00.000Z', status: 'CONFIRMED' },
        { start: '2099-07-18', end: '2099-07-21', summary: `Günlər ${'ə'.repeat(120)}` },
      ]);
      // One of them takes an escaped backslash before an n for a line break.
      for (const part of ['عنوان', ', a; b', '🎨']) expect(events[0]?.summary, name).toContain(part);
    }
  });

  it('says which address it is, query and all, and where the next page is', async () => {
    const seen: string[] = [];
    let address = `/v1/feed.atom?limit=3&campaign=${campaign}&locale=az`;
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    for (;;) {
      const answer = await ask(address);
      const links: { rel: string; href: string }[] = parser.parse(answer.body).feed.link;
      const path = (rel: string) => links.find((link) => link.rel === rel)?.href.replace(/^https?:\/\/[^/]+/, '');
      expect(path('self')).toBe(address);
      expect(path('first')).toBe(`/v1/feed.atom?limit=3&campaign=${campaign}&locale=az`);
      const { items } = await xmlClients['rss-parser'](answer.body);
      seen.push(...items.map(({ url }) => url ?? ''));
      const next = path('next');
      if (!next) break;
      address = next;
    }
    expect(seen).toEqual((await expected()).map(({ url }) => url));

    const { body } = await readFeed('json', { campaign, limit: '3' });
    const { next_url, feed_url } = JSON.parse(body);
    expect(feed_url.replace(/^https?:\/\/[^/]+/, '')).toBe(`/v1/feed.json?campaign=${campaign}&limit=3`);
    const { body: rest } = await ask(next_url.replace(/^https?:\/\/[^/]+/, ''));
    expect(rest.items).toHaveLength(1);
    expect(rest).not.toHaveProperty('next_url');
    // A cursor is of a feed, not of a format.
    const cursor = new URL(next_url).searchParams.get('cursor') ?? '';
    expect((await readFeed('rss', { campaign, limit: '3', cursor })).status).toBe(200);
  });

  it('is in one language, and says where an item is in another', async () => {
    const { body } = await readFeed('atom', { campaign, locale: 'en' });
    expect(body).toMatch(/<feed [^>]*xml:lang="en"/);
    expect(body.match(/<entry xml:lang="az">/g)).toHaveLength(3);
    const { body: own } = await readFeed('json', { campaign, locale: 'en', translatedOnly: 'true' });
    expect(JSON.parse(own)).toMatchObject({
      language: 'en',
      items: [{ id: `${ids.english}.en`, _sergi: { id: ids.english }, language: 'en' }],
    });
  });

  it('leads from the address of the JSON Feed in 0.1.0 to the present one, with the query', async () => {
    const query = `campaign=${campaign}&limit=3&locale=az`;
    const old = await ask(`/v1/feed.jsonfeed?${query}`);
    expect(old.status).toBe(301);
    const location = old.headers.get('location') ?? '';
    expect(location.replace(/^https?:\/\/[^/]+/, '')).toBe(`/v1/feed.json?${query}`);
    expect((await ask('/v1/feed.jsonfeed')).headers.get('location')).toMatch(/feed\.json$/);
  });

  it('gives the JSON feed the times, too', async () => {
    const { body } = await feed(campaign);
    const timed = body.items.find(({ id }: { id: string }) => id === ids.timed);
    expect(timed).toMatchObject({
      startsAt: '2099-07-18T06:00:00.000Z',
      endsAt: '2099-07-18T08:00:00.000Z',
      placeName: 'Bakı, Nizami küç., 5',
    });
    expect(timed).not.toHaveProperty('acts');
  });
});

describe('a feed that is not there', () => {
  it.each(allFormats)('%s answers with the names that are known, or with what is wrong', async (format) => {
    const refusals: [query: string, status: number, path: string][] = [
      ['locale=xx', 404, 'locale'],
      ['category=sport', 404, 'category'],
      [`campaign=${unique('none')}`, 404, 'campaign'],
      ['locale=A', 400, 'locale'],
      ['limit=0', 400, 'limit'],
      ['cursor=page-2', 400, 'cursor'],
      ['translatedOnly=perhaps', 400, 'translatedOnly'],
    ];
    for (const [query, status, path] of refusals) {
      const answer = await ask(`/v1/feed.${format}?${query}`);
      expect([query, answer.status]).toEqual([query, status]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
      if (status === 404) expect(answer.body.detail).toContain('known are');
    }
  });
});
