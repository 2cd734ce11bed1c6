import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { Story } from '../../support/files/picture-story.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ExhibitionCloud;

/** An empty desk: a name that is withheld is looked for in everything that earlier tests have left. */
const begin = async () => {
  cloud = await startExhibitionsInProcess();
};
afterAll(() => cloud.end());

/** What is public of an event, in short: what caches, search and webhooks follow. */
const faceOf = async (eventId: string): Promise<{ actedAt: string }> => {
  const item = (await cloud.items('ShowcaseTable')).find((one) => one.includes(`"pk":"EVENT#${eventId}"`));
  return JSON.parse(JSON.parse(item ?? '{}').face);
};

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one) => permutations(all.filter((other) => other !== one)).map((rest) => [one, ...rest]));

const acts = ['upload', 'enter', 'publish', 'narrow', 'erase'] as const;
type ActName = (typeof acts)[number];

/** The orders that can be: what is not there can be neither published nor narrowed nor erased. */
const orders = permutations<ActName>(acts).filter(
  (order) =>
    order.indexOf('upload') < order.indexOf('publish') &&
    order.indexOf('enter') < order.indexOf('narrow') &&
    order.indexOf('enter') < order.indexOf('erase'),
);

describe('a picture that is the cover of an event and an artwork', () => {
  beforeAll(begin);

  /** Those whose picture may be shown no longer, and whose event is still there. */
  const withheld: Story[] = [];

  it('can be so in twenty orders', () => expect(orders).toHaveLength(20));

  it.each(orders.map((order) => [order.join(', ')]))('is shown as consent allows: %s', async (order) => {
    const story = await Story.begin(cloud);
    const is = { entered: false, allowed: true, erased: false, uploaded: false, published: false, shown: false };
    for (const act of order.split(', ') as ActName[]) {
      if (act === 'upload') {
        const answer = await story.upload();
        if (is.erased) {
          expect([answer?.status, answer?.body.errors[0].path]).toEqual([409, 'sha256']);
          // There is nothing to publish.
          break;
        }
        expect(answer?.status).toBe(is.allowed ? 200 : 400);
        if (!is.allowed) break;
        is.uploaded = true;
      } else if (act === 'enter') {
        const { status, body } = await story.enter();
        expect([status, body.removedFrom]).toEqual([201, undefined]);
        is.entered = true;
      } else if (act === 'publish') {
        const { status, body } = await story.publish();
        expect([status, body.errors?.[0].path]).toEqual(is.allowed ? [200, undefined] : [400, 'pictures.0.uploadId']);
        is.published ||= is.allowed;
        is.shown = is.allowed;
      } else {
        if (act === 'narrow' && is.erased) {
          const path = `/v1/staff/exhibitions/${story.exhibitionId}/artworks/${story.artworkId}`;
          expect((await cloud.ask(path, { method: 'PATCH', version: 1, body: { year: 2022 } })).status).toBe(404);
        } else {
          const answer = await story[act]();
          const left = is.shown ? [{ kind: 'event', id: story.eventId, field: 'pictures' }] : undefined;
          expect([answer.status, answer.body.removedFrom]).toEqual([200, left]);
          const { body } = await cloud.ask(`/v1/staff/audit?item=${story.artworkId}`);
          expect(body.items[0].places).toEqual(left);
        }
        is.allowed = false;
        is.erased ||= act === 'erase';
        is.shown = false;
      }
      if (!is.uploaded) continue;
      const { shown, files } = await story.seen();
      expect([act, shown]).toEqual([act, is.shown]);
      expect(files).toEqual(files.map(() => (is.shown ? 200 : 404)));
      if (is.published) expect((await cloud.ask(`/v1/events/${story.eventId}`)).body.title).toBe('Tədbir');
    }
    await cloud.published();
    const { body } = await cloud.ask(`/v1/staff/events/${story.eventId}`);
    if (is.uploaded && !is.allowed) {
      const again = await cloud.publish(story.eventId);
      expect([again.status, again.body.errors?.[0].path]).toEqual([400, 'pictures.0.uploadId']);
      expect(body.pictures[0].uploadId).toBe(story.uploadId);
      withheld.push(story);
    }
  });

  it('stays out of the public when that is made again', async () => {
    expect(withheld.length).toBeGreaterThan(8);
    await cloud.rebuild();
    for (const story of withheld) expect((await story.seen()).shown).toBe(false);
  });
});

describe('a cover whose artwork may be shown no longer', () => {
  beforeAll(begin);

  it('leaves a gallery with the consent to it, and the other pictures stay', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    const [first, last] = [await cloud.image(), await cloud.image()];
    const pictures = [first, story.uploadId, last].map((uploadId) => ({ uploadId, alt: { az: uploadId } }));
    const path = `/v1/staff/events/${story.eventId}`;
    const changed = await cloud.ask(path, { method: 'PATCH', version: 2, body: { pictures } });
    expect([changed.status, (await story.publish()).status]).toEqual([200, 200]);
    const shown = async () => (await cloud.ask(`/v1/events/${story.eventId}`)).body.pictures;
    const before = await shown();
    expect(before).toHaveLength(3);
    const { body } = await story.narrow();
    expect(body.removedFrom).toEqual([{ kind: 'event', id: story.eventId, field: 'pictures' }]);
    expect(await shown()).toEqual([before[0], before[2]]);
    expect((await cloud.fetch(before[1].renditions[0].url)).status).toBe(404);
    expect((await cloud.fetch(before[2].renditions[0].url)).status).toBe(200);
    const again = await story.publish();
    expect([again.status, again.body.errors?.[0].path]).toEqual([400, 'pictures.1.uploadId']);
  });

  it('leaves the public when it is entered without consent to show it', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.publish();
    expect((await story.seen()).shown).toBe(true);
    const { status, body } = await story.enter({ image: false });
    expect([status, body.removedFrom]).toEqual([201, [{ kind: 'event', id: story.eventId, field: 'pictures' }]]);
    expect(await story.seen()).toEqual({ shown: false, files: [404] });
  });

  it.each([
    ['the entry is withdrawn', { status: 'withdrawn' }],
    ['the picture may be shown no longer', { artist: { consent: { image: false } } }],
    [
      'consent turns out to have ended years ago',
      { artist: { consent: { grantedOn: '2020-01-01', expiresOn: '2020-01-02' } } },
    ],
    ['nobody is known as the artist', { artist: null }],
    ['it gets another image', { uploadId: null, artist: { consent: null } }],
  ])('leaves the public when %s', async (_, change) => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    await story.publish();
    expect((await story.seen()).shown).toBe(true);
    expect((await story.narrow(change)).body.removedFrom).toEqual([
      { kind: 'event', id: story.eventId, field: 'pictures' },
    ]);
    expect(await story.seen()).toEqual({ shown: false, files: [404] });
    const { body } = await cloud.ask(`/v1/staff/audit?item=${story.eventId}`);
    expect(body.items[0]).toMatchObject({
      action: 'picture.removed',
      places: [{ kind: 'artwork', id: story.artworkId, field: 'uploadId' }],
    });
  });

  it('leaves the caches and the search with it, and receivers of webhooks are told', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    await story.publish();
    await story.seen();
    await cloud.followed('InvalidatorFunction');
    await cloud.followed('FollowerFunction');
    const [before, faces] = [cloud.invalidations.length, await faceOf(story.eventId)];
    await story.narrow();
    await cloud.followed('InvalidatorFunction');
    const paths = cloud.invalidations.slice(before).flatMap((one) => one.paths);
    expect(paths).toContain(`#event-${story.eventId}`);
    // What is announced follows from the act that the face tells of.
    expect((await faceOf(story.eventId)).actedAt > faces.actedAt).toBe(true);
    const { body } = await cloud.ask('/v1/search?q=t%C9%99dbir&locale=az&limit=100');
    const found = body.items.find((item: { id: string }) => item.id === story.eventId);
    expect(found?.picture).toBe(undefined);
  });

  it('leaves every event that shows it, more than a transaction has room for', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    await story.publish();
    const others: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const id = await cloud.draft(withCover(story.uploadId));
      expect((await cloud.publish(id)).status).toBe(200);
      others.push(id);
    }
    const { body } = await story.narrow();
    expect(body.removedFrom.map(({ id }: { id: string }) => id).sort()).toEqual([story.eventId, ...others].sort());
    for (const id of others) expect((await cloud.ask(`/v1/events/${id}`)).body.pictures[0]).toBe(undefined);
    expect((await story.seen()).shown).toBe(false);
  });

  it('is taken from the events that a crash has left, by those who look after the exhibition', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter();
    await story.publish();
    const others: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const id = await cloud.draft(withCover(story.uploadId));
      await cloud.publish(id);
      others.push(id);
    }
    let isDone = false;
    const remove = cloud.inject({
      // After the act itself everything fails: what was left of it, and the call of the publisher.
      match: ({ action, body, function: name }) => {
        if (!/StaffApi|Publisher/.test(name)) return false;
        const fails = isDone && /TransactWriteItems|SendMessage|ReceiveMessage/.test(action);
        isDone ||= action === 'dynamodb:TransactWriteItems' && JSON.stringify(body).includes('artwork.updated');
        return fails;
      },
      respond: 'deny',
    });
    await story.narrow();
    const left = async () => {
      const shown = await Promise.all(others.map(async (id) => (await cloud.ask(`/v1/events/${id}`)).body.pictures[0]));
      return shown.filter(Boolean).length;
    };
    expect(await left()).toBeGreaterThan(0);
    remove();
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(await left()).toBe(0);
    expect((await story.seen()).shown).toBe(false);
  });
});

describe('a cover under a consent that ends', () => {
  beforeAll(begin);
  afterEach(() => cloud.clock.set(0));

  /** The day after tomorrow in Baku (UTC+4), and its end. */
  const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const end = Date.parse(`${last}T20:00:00Z`);

  it.each([
    [
      'was published before the end was known',
      async (story: Story) => {
        await story.enter();
        await story.publish();
        const { body } = await story.narrow({ artist: { consent: { expiresOn: last } } });
        expect(body.removedFrom).toBe(undefined);
      },
    ],
    [
      'is published under it',
      async (story: Story) => {
        await story.enter({ expiresOn: last });
        await story.publish();
      },
    ],
    [
      'is entered when it is public already',
      async (story: Story) => {
        await story.publish();
        await story.enter({ expiresOn: last });
      },
    ],
  ])('leaves the public at that second, and its files soon after, where it %s', async (_, prepare) => {
    const story = await Story.begin(cloud);
    await story.upload();
    await prepare(story);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    cloud.clock.set(end - Date.now() - 5000);
    expect((await story.seen()).shown).toBe(true);
    const sitemaps = async () => {
      const index = await (await cloud.fetch(`${cloud.apiUrl}/sitemap.xml`)).text();
      const names = [...index.matchAll(/\/sitemap-[^<]+/g)].map(([path]) => path);
      return (
        await Promise.all(names.map(async (path) => (await cloud.fetch(`${cloud.apiUrl}${path}`)).text()))
      ).join();
    };
    const [media = '-'] = [...story.files].map((file) => file.split('/').at(-2));
    expect(await sitemaps()).toContain(media);

    cloud.clock.set(end - Date.now() + 1);
    expect((await story.seen()).shown).toBe(false);
    expect(await sitemaps()).not.toContain(media);
    // Nobody publishes it once more.
    expect((await story.publish()).body.errors[0].message).toContain(`expired on ${last}`);
    await cloud.trigger('EveryMinute');
    await cloud.published();
    await cloud.trigger('EveryMinute');
    expect(await story.seen()).toEqual({ shown: false, files: [404] });
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${story.eventId}`);
    expect(audit.items[0]).toMatchObject({ action: 'picture.removed', createdBy: { id: 'sergi' } });
  });

  it('leaves at that second every list too: tags, months, search, the front page, what is related', async () => {
    const story = await Story.begin(cloud);
    await story.upload();
    await story.enter({ expiresOn: last });
    const startsAt = new Date(end + 3 * 86_400_000).toISOString();
    const { version } = (await cloud.ask(`/v1/staff/events/${story.eventId}`)).body;
    await cloud.ask(`/v1/staff/events/${story.eventId}`, {
      method: 'PATCH',
      version,
      body: { kind: 'event', tags: [{ az: 'ipək' }], showings: [{ startsAt }] },
    });
    expect((await story.publish()).status).toBe(200);
    const beside = await cloud.draft({
      campaign: story.slug,
      translations: { az: { title: 'Yanında', body: 'Mətn' } },
    });
    const besideSlug = (await cloud.publish(beside)).body.translations.az.slug;
    await cloud.followed('Follower');
    expect(await story.seen()).toEqual({ shown: true, files: [200] });
    const month = startsAt.slice(0, 7);
    const paths = [
      `/v1/calendar?campaign=${story.slug}&month=${month}`,
      '/v1/search?q=tədbir&tag=ipək',
      '/az',
      '/az/events',
      '/az/events?tag=ipək',
      `/az?campaign=${story.slug}`,
      `/az/calendar?month=${month}`,
      '/az/search?q=tədbir',
      `/az/events/${besideSlug}`,
    ];
    const [media = '-'] = [...story.files].map((file) => file.split('/').at(-2));
    const showing = async () => {
      cloud.clock.ageCaches();
      const texts = await Promise.all(paths.map(async (path) => (await cloud.fetch(`${cloud.apiUrl}${path}`)).text()));
      return paths.filter((_, n) => texts[n]?.includes(media));
    };
    cloud.clock.set(end - Date.now() - 5000);
    expect(await showing()).toEqual(paths);
    cloud.clock.set(end - Date.now() + 1);
    expect(await showing()).toEqual([]);
  });
});

describe('consent that is taken back', () => {
  beforeAll(begin);

  const selected = async (): Promise<{ id: string; artworks: string[] }> => {
    const id = await cloud.exhibition();
    const artworks = await cloud.enterMany(id, 3);
    expect((await cloud.act(id, 'selection', { artworkIds: artworks })).status).toBe(200);
    return { id, artworks };
  };

  const ways: readonly (readonly [string, object])[] = [
    ['in whole', { artist: { consent: null } }],
    ['for the picture', { artist: { consent: { image: false } } }],
    ['with the entry', { status: 'withdrawn' }],
  ];

  it.each(ways)('takes the work out of the selection, %s, so that the others can be published', async (_, change) => {
    const { id, artworks } = await selected();
    const [first = '', ...rest] = artworks;
    const { status, body } = await cloud.changeArtwork(id, first, change);
    expect([status, body.removedFrom]).toEqual([200, [{ kind: 'exhibition', id, field: 'selection' }]]);
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.selection.artworkIds).toEqual(rest);
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${first}`);
    expect(audit.items[0].places).toEqual(body.removedFrom);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    expect(await cloud.shown(id)).toEqual(rest);
  });

  it('says that the work has left the exhibition as well, where that is public', async () => {
    const { id, artworks } = await selected();
    const [first = '', ...rest] = artworks;
    await cloud.act(id, 'publish');
    const places = [
      { kind: 'exhibition', id, field: 'artworks' },
      { kind: 'exhibition', id, field: 'selection' },
    ];
    expect((await cloud.changeArtwork(id, first, { artist: { consent: null } })).body.removedFrom).toEqual(places);
    expect(await cloud.shown(id)).toEqual(rest);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    // Given again it is not selected by itself.
    await cloud.changeArtwork(id, first, { artist: child('Aysel Hüseynova') });
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.selection.artworkIds).toEqual(rest);
  });

  it('leaves the selection alone where less of a name is shown, or another work is meant', async () => {
    const { id, artworks } = await selected();
    const other = await cloud.enter(id);
    expect((await cloud.changeArtwork(id, other, { artist: { consent: null } })).body.removedFrom).toBe(undefined);
    await cloud.changeArtwork(id, artworks[0] ?? '', { artist: { consent: { name: 'none' } } });
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.selection.artworkIds).toEqual(artworks);
  });

  it('leaves the selection too where its last day is over', async () => {
    const { id, artworks } = await selected();
    const [first = '', ...rest] = artworks;
    const last = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await cloud.changeArtwork(id, first, { artist: { consent: { expiresOn: last } } });
    await cloud.act(id, 'publish');
    cloud.clock.set(Date.parse(`${last}T20:00:01Z`) - Date.now());
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}`)).body.selection.artworkIds).toEqual(rest);
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${first}`);
    expect(audit.items[0]).toMatchObject({
      action: 'artwork.expired',
      places: [
        { kind: 'exhibition', id, field: 'artworks' },
        { kind: 'exhibition', id, field: 'selection' },
      ],
    });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    cloud.clock.set(0);
  });
});
