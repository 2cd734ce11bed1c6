import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

describe('time', () => {
  const hour = 3_600_000;
  afterEach(() => cloud.clock.set(0));

  const statuses = async (id: string, slug: string, campaign: string) => {
    const feeds = await Promise.all(
      ['', '&category=events', '&locale=en', '&translatedOnly=true'].map(
        async (query) => (await cloud.ask(`/v1/feed?campaign=${campaign}${query}`)).body.items?.length ?? 0,
      ),
    );
    const pages = await Promise.all([id, slug].map(async (name) => (await cloud.ask(`/v1/events/${name}`)).status));
    return [...feeds, ...pages];
  };

  it('shows what is scheduled at the second, not before, and hides it at the second', async () => {
    const from = Date.now() + 2 * hour;
    const until = from + hour;
    const id = await cloud.draft({ campaign: 'timed', ...withCover(await cloud.image()) });
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

  it('tells calendars that an event is cancelled when it leaves by itself before it has ended', async () => {
    const until = Date.now() + 2 * hour;
    const id = await cloud.draft({ campaign: 'leaving', showings: [{ startsAt: '2099-05-01T10:00:00Z' }] });
    await cloud.publish(id, { unpublishAt: new Date(until).toISOString() });
    await cloud.publish(await cloud.draft({ campaign: 'leaving' }));
    await cloud.followed('FollowerFunction');
    const calendar = async () => {
      const response = await cloud.fetch(`${cloud.url}/v1/feed.ics?campaign=leaving`);
      return (await response.text()).match(/UID:.*|SEQUENCE:.*|STATUS:.*/g);
    };
    expect(await calendar()).toEqual([`UID:${id}`, 'SEQUENCE:0', 'STATUS:CONFIRMED']);
    cloud.clock.set(until - Date.now());
    expect(await calendar()).toEqual([`UID:${id}`, 'SEQUENCE:1', 'STATUS:CANCELLED']);
    cloud.clock.set(Date.UTC(2099, 4, 2) - Date.now());
    expect(await calendar()).toBeNull();
  });

  it('lists in the calendar of a month, and in the one to subscribe to, what takes place, and no more once it is withdrawn', async () => {
    const id = await cloud.draft({
      campaign: 'monthly',
      showings: [{ startsAt: '2098-11-30T21:00:00Z' }],
      category: 'news',
    });
    await cloud.publish(id);
    await cloud.publish(await cloud.draft({ campaign: 'monthly' }));
    await cloud.followed('FollowerFunction');
    const month = async (query: string) => {
      const { status, body } = await cloud.ask(`/v1/calendar?campaign=monthly&${query}`);
      expect(status).toBe(200);
      return body.items.map((item: { id: string }) => item.id);
    };
    const subscribed = async () => (await cloud.fetch(`${cloud.url}/v1/feed.ics?campaign=monthly`)).text();
    // In Baku it is December.
    expect(await month('month=2098-12&locale=en&category=news')).toEqual([id]);
    expect(await month('month=2098-12&category=events')).toEqual([]);
    expect(await month('month=2098-11')).toEqual([]);
    expect(await month('')).toEqual([]);
    expect(await subscribed()).toContain(`UID:${id}`);
    const head = await cloud.fetch(`${cloud.url}/v1/calendar?month=2098-12`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"/)]);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect(await month('month=2098-12')).toEqual([]);
    expect(await subscribed()).not.toContain('STATUS:CONFIRMED');
  });

  it('gives whole items where a static site asks for them, as many as an answer holds', async () => {
    const az = { title: 'Bütöv', summary: 'Xülasə '.repeat(40).trim(), body: '**Mətn**' };
    const en = { title: 'Whole', summary: 'S', body: 'Text' };
    const id = await cloud.draft({
      campaign: 'whole',
      showings: [{ startsAt: '2022-11-18' }],
      translations: { az, en },
    });
    await cloud.publish(id);
    const { body: event } = await cloud.ask(`/v1/events/${id}?locale=az`);
    const of = async (query: string) => (await cloud.ask(`/v1/feed?campaign=whole&${query}`)).body;
    const [card] = (await of('locale=az')).items;
    expect(card).not.toHaveProperty('body');
    expect(card).toMatchObject({ slug: event.slug, alternates: event.alternates });
    const [item] = (await of('locale=az&fields=body')).items;
    // Everything that the event's own answer has, and what the card has.
    expect(item).toEqual({ ...card, ...event });
    expect((await of('locale=en&fields=body')).items).toMatchObject([{ title: 'Whole', body: { markdown: 'Text' } }]);
    const long = 'x'.repeat(99_000).replaceAll('xxxxxxxxx', '<<<<<<<< ');
    for (let n = 0; n < 12; n += 1)
      await cloud.publish(
        await cloud.draft({ campaign: 'whole', translations: { az: { title: `Uzun ${n}`, body: long } } }),
      );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await of(`fields=body&limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map(({ title }: { title: string }) => title));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(13);
    expect(new Set(seen).size).toBe(13);
    const refused = await cloud.ask('/v1/feed?fields=title');
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'fields' }] } });
  });

  it.each([
    ['month=2022-13', 400, 'month', 'invalidMonth'],
    ['month=2022', 400, 'month', 'invalidMonth'],
    ['month=3000-01', 400, 'month', 'outsideYears'],
    ['month=1899-12', 400, 'month', 'outsideYears'],
    ['limit=101', 400, 'limit', 'outOfRange'],
    ['cursor=x', 400, 'cursor', 'invalidCursor'],
    ['locale=xx', 404, 'locale', 'unknownValue'],
    ['category=sport', 404, 'category', 'unknownValue'],
    ['campaign=nobody', 404, 'campaign', 'unknownValue'],
  ])('the calendar refuses %s', async (query, status, path, code) => {
    const answer = await cloud.ask(`/v1/calendar?${query}`);
    expect(answer).toMatchObject({ status, body: { errors: [{ path, code }] } });
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
    const id = await cloud.draft({ showings: [{ startsAt: '2022-11-18', endsAt: '2022-11-20' }] });
    await cloud.publish(id);
    expect((await cloud.ask(`/v1/events/${id}`)).body).toMatchObject({
      showings: [{ startsAt: '2022-11-18', endsAt: '2022-11-20' }],
    });
  });
});

describe('a day whose midnight does not exist', () => {
  const live = async (timeZone: string): Promise<void> => {
    const { body, headers } = await cloud.ask('/v1/staff/site');
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    const changed = await cloud.ask('/v1/staff/site', { method: 'PUT', version, body: { ...body, timeZone } });
    if (changed.status === 202) await cloud.job(changed);
    else expect(changed.status).toBe(200);
  };

  it.each([
    // The line of the case, under the names of 0.1.0: dated 2 September before.
    ['America/Santiago', '2023-09-03', '2023-09-03T04:00:00.000Z', '3 sentyabr 2023'],
    ['America/Havana', '2023-03-12', '2023-03-12T05:00:00.000Z', '12 mart 2023'],
    ['America/Asuncion', '2023-10-01', '2023-10-01T04:00:00.000Z', '1 oktyabr 2023'],
    ['Atlantic/Azores', '2023-03-26', '2023-03-26T01:00:00.000Z', '26 mart 2023'],
    ['Asia/Beirut', '2022-03-27', '2022-03-26T22:00:00.000Z', '27 mart 2022'],
    // One that is there, and a zone in another spelling.
    ['asia/baku', '2023-09-03', '2023-09-02T20:00:00.000Z', '3 sentyabr 2023'],
  ])('is that day in an archive too, from its first instant: %s', async (timeZone, day, first, written) => {
    await live(timeZone);
    const title = `Gecəyarısı olmayan gün ${timeZone}`;
    const line = { sourceId: `gap-${timeZone}`, publishedAt: day, category: 'news' };
    const { body } = await cloud.importArchive([{ ...line, translations: { az: { title, body: 'x' } } }]);
    expect(body).toMatchObject({ created: 1, refused: [] });
    const { items } = (await cloud.ask('/v1/feed?category=news&locale=az')).body;
    const card = items.find((item: { title: string }) => item.title === title);
    expect(card.publishedAt).toBe(first);
    // Functions remember the zone for some seconds.
    const page = async () => (await cloud.fetch(`${cloud.url}/az/events/${card.slug}`)).text();
    await expect.poll(page, { timeout: 30_000, interval: 500 }).toContain(written);
  });
});
