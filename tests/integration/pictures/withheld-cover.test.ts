import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';
import { Story } from '../../support/files/picture-story.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

/** What is public of an event, in short: what caches, search and webhooks follow. */
const faceOf = async (eventId: string): Promise<{ actedAt: string }> => {
  const item = (await cloud.items('ShowcaseTable')).find((one) => one.includes(`"pk":"EVENT#${eventId}"`));
  return JSON.parse(JSON.parse(item ?? '{}').face);
};

describe('a cover whose artwork may be shown no longer', () => {
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
