import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { Story } from '../../support/files/picture-story.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

describe('a cover under a consent that ends', () => {
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
