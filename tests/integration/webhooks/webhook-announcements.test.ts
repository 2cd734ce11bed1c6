import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { quiet, type Receiver, startReceiver } from '../../support/clients/receiver.ts';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let receiver: Receiver;
let secret: string;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  receiver = await startReceiver();
  secret = (await cloud.ask('/v1/staff/webhooks', { body: { url: receiver.url } })).body.secret;
});
afterAll(async () => {
  await receiver.close();
  await cloud.end();
});
beforeEach(() => {
  receiver.received.length = 0;
});
afterEach(() => cloud.clock.set(0));

const hour = 3_600_000;

interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly id: string;
    readonly urls: Record<string, string>;
    readonly publishedAt: string;
    readonly removed?: unknown;
  };
}

const messages = () => receiver.received.map(({ body }) => JSON.parse(body) as Message);
const types = () => messages().map(({ type }) => type);

/** Waits until the stream has been followed and nothing is left to be sent now. */
const settled = async (): Promise<void> => {
  await cloud.followed('FollowerFunction');
  await quiet(cloud);
};

const withdraw = (id: string, body: object = {}) => cloud.ask(`/v1/staff/events/${id}/unpublish`, { body });

/** Lets the functions' clock come to a time, and has done what is done every minute. */
const goTo = async (time: number): Promise<void> => {
  cloud.clock.set(time - Date.now() + 50);
  await cloud.trigger('EveryMinute');
  await settled();
};

describe('an event', () => {
  it('is announced when it is published, changed and withdrawn, and not when it is rebuilt', async () => {
    const id = await cloud.draft({ category: 'news', place: { name: { az: 'Not for everybody yet' } } });
    await settled();
    expect(types()).toEqual([]);
    const { body: event } = await cloud.publish(id);
    await settled();
    const { slug } = event.translations.az;
    expect(receiver.verified(secret)).toEqual([
      {
        type: 'event.published',
        timestamp: event.publishedAt,
        data: {
          ...{ id, kind: 'event', locales: ['az'], category: 'news', publishedAt: event.publishedAt },
          urls: { az: `${cloud.url}/az/events/${slug}` },
        },
      },
    ]);
    await cloud.ask(`/v1/staff/events/${id}`, {
      method: 'PATCH',
      version: event.version,
      body: { category: 'events' },
    });
    await cloud.publish(id);
    await settled();
    expect((await cloud.rebuild()).state).toBe('succeeded');
    await settled();
    expect(types()).toEqual(['event.published', 'event.updated']);
    await withdraw(id);
    await settled();
    expect(types()).toEqual(['event.published', 'event.updated', 'event.unpublished']);
    const withdrawn = messages().at(-1);
    expect(withdrawn?.data.urls).toEqual({ az: `${cloud.url}/az/events/${slug}` });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
  });

  it('of which a language is withdrawn is announced as changed', async () => {
    const text = (title: string) => ({ title, body: 'B' });
    const id = await cloud.draft({ translations: { az: text('Bir dil'), en: text('One language') } });
    await cloud.publish(id);
    await settled();
    await withdraw(id, { locales: ['en'] });
    await settled();
    expect(types()).toEqual(['event.published', 'event.updated']);
    expect(Object.keys(messages()[1]?.data.urls ?? {})).toEqual(['az']);
    expect(messages()[1]?.data.removed).toEqual({
      locales: ['en'],
      urls: { en: `${cloud.url}/en/events/one-language` },
    });
  });

  it('is not announced by an act that has changed nothing, and with its former address by one that has', async () => {
    const id = await cloud.draft({ translations: { az: { title: 'Eyni', body: 'B' } } });
    const { body: first } = await cloud.publish(id);
    await cloud.publish(id);
    await settled();
    expect(types()).toEqual(['event.published']);
    const { version } = (await cloud.ask(`/v1/staff/events/${id}`)).body;
    const change = { method: 'PATCH', version, body: { translations: { az: { slug: 'basqa-unvan' } } } } as const;
    await cloud.ask(`/v1/staff/events/${id}`, change);
    await cloud.publish(id);
    await settled();
    expect(types()).toEqual(['event.published', 'event.updated']);
    expect(messages()[1]?.data).toMatchObject({
      urls: { az: `${cloud.url}/az/events/basqa-unvan` },
      removed: { locales: [], urls: { az: `${cloud.url}/az/events/${first.translations.az.slug}` } },
    });
  });

  it('is announced once where the follower has died in the middle', async () => {
    const isAnnounced = ({ action }: { action: string }) => action === 'sqs:SendMessageBatch';
    const remove = cloud.inject({ match: isAnnounced, respond: 'deny', times: 1 });
    await cloud.publish(await cloud.draft());
    await settled();
    remove();
    expect(types()).toEqual(['event.published']);
  });
});

describe('an event that is planned', () => {
  it('is announced when its time has come, and again when it ends', async () => {
    const from = Date.now() + 3 * hour;
    const until = from + 5 * hour;
    const id = await cloud.draft();
    const [publishAt, unpublishAt] = [from, until].map((time) => new Date(time).toISOString());
    await cloud.publish(id, { publishAt, unpublishAt });
    await settled();
    await goTo(from - 2 * hour);
    await goTo(from - hour / 2);
    expect(types()).toEqual([]);
    await goTo(from);
    expect(messages()).toMatchObject([{ type: 'event.published', timestamp: publishAt, data: { id } }]);
    const stamp = Number(receiver.received[0]?.headers['webhook-timestamp']) * 1000;
    expect(stamp).toBeGreaterThanOrEqual(from - 1000);
    await goTo(until - hour);
    await goTo(until - 5000);
    expect(types()).toEqual(['event.published']);
    await goTo(until);
    expect(messages()[1]).toMatchObject({ type: 'event.unpublished', timestamp: unpublishAt, data: { id } });
    await goTo(until + 5 * hour);
    expect(types()).toHaveLength(2);
  });

  it('soon needs nobody who looks after it', async () => {
    const from = Date.now() + hour / 2;
    await cloud.publish(await cloud.draft(), { publishAt: new Date(from).toISOString() });
    await settled();
    expect(types()).toEqual([]);
    cloud.clock.set(from - Date.now() + 50);
    await settled();
    expect(types()).toEqual(['event.published']);
  });

  it.each<[string, number]>([
    ['long before', 3 * hour],
    ['when it waits for its moment already', hour / 2],
  ])('and taken back %s is not announced', async (_, ahead) => {
    const from = Date.now() + ahead;
    const id = await cloud.draft();
    await cloud.publish(id, { publishAt: new Date(from).toISOString() });
    await settled();
    await withdraw(id);
    await settled();
    await goTo(from - hour / 4);
    await goTo(from + hour);
    expect(types()).toEqual([]);
  });

  it('and put off is announced at its new time only', async () => {
    const first = Date.now() + hour / 2;
    const second = first + 2 * hour;
    const id = await cloud.draft();
    await cloud.publish(id, { publishAt: new Date(first).toISOString() });
    await cloud.publish(id, { publishAt: new Date(second).toISOString() });
    await settled();
    await goTo(first);
    await goTo(second - hour / 4);
    expect(types()).toEqual([]);
    await goTo(second);
    expect(messages()).toMatchObject([{ type: 'event.published', timestamp: new Date(second).toISOString() }]);
  });

  it('to end, and withdrawn before, is announced as withdrawn once', async () => {
    const until = Date.now() + 2 * hour;
    const id = await cloud.draft();
    await cloud.publish(id, { unpublishAt: new Date(until).toISOString() });
    await settled();
    await withdraw(id);
    await settled();
    await goTo(until - hour / 4);
    await goTo(until);
    expect(types()).toEqual(['event.published', 'event.unpublished']);
  });
});

describe('an exhibition', () => {
  it('is announced as events are, without a word of its artists', async () => {
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id);
    await cloud.act(id, 'selection', { artworkIds: [artworkId] });
    await cloud.act(id, 'publish');
    await cloud.published();
    await settled();
    // Nothing has changed: nobody is told.
    await cloud.act(id, 'publish');
    await cloud.published();
    await settled();
    expect(types()).toEqual(['exhibition.published']);
    await cloud.changeArtwork(id, artworkId, { medium: 'Akvarel' });
    await cloud.act(id, 'publish');
    await cloud.published();
    await settled();
    await cloud.act(id, 'unpublish');
    await cloud.published();
    await settled();
    expect(types()).toEqual(['exhibition.published', 'exhibition.updated', 'exhibition.unpublished']);
    for (const { data } of messages()) {
      expect(Object.keys(data).sort()).toEqual(['category', 'id', 'kind', 'locales', 'publishedAt', 'urls']);
      expect(data).toMatchObject({ id, kind: 'exhibition' });
    }
  });

  it('is announced when consent takes away a name, or an artwork, and not when the desk alone changes', async () => {
    const id = await cloud.exhibition();
    const [named, shown] = [await cloud.enter(id), await cloud.enter(id)];
    await cloud.act(id, 'selection', { artworkIds: [named, shown] });
    await cloud.act(id, 'publish');
    await cloud.published();
    await settled();
    await cloud.changeArtwork(id, named, { medium: 'Akvarel' });
    await settled();
    expect(types()).toEqual(['exhibition.published']);
    await cloud.changeArtwork(id, named, { artist: { consent: { name: 'none' } } });
    await settled();
    expect(types()).toEqual(['exhibition.published', 'exhibition.updated']);
    await cloud.changeArtwork(id, shown, { artist: { consent: { image: false } } });
    await settled();
    expect(types()).toEqual(['exhibition.published', 'exhibition.updated', 'exhibition.updated']);
  });
});
