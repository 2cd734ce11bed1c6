import { setTimeout as pause } from 'node:timers/promises';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const isPublisher = ({ function: name }: AwsCall) => name.includes('Publisher');

/**
 * The calls that the publisher makes while some work is done; of several of one kind in a row the first, by its number.
 */
const publisherCalls = async (work: () => Promise<unknown>): Promise<number[]> => {
  const begun = cloud.calls.length;
  await work();
  await cloud.published();
  const actions = cloud.calls.slice(begun).filter(isPublisher);
  return actions.flatMap(({ action }, n) => (action === actions[n - 1]?.action ? [] : [n]));
};

/** What is left of an exhibition beside what is public of it: records of artworks, by edition. */
const records = async (id: string): Promise<number> =>
  (await cloud.items('DeskTable')).filter((item) => item.includes(id) && item.includes('"sk":"SHOWN#')).length;

const prepared = async (count: number) => {
  const id = await cloud.exhibition();
  const artworks = await cloud.enterMany(id, count);
  await cloud.act(id, 'selection', { artworkIds: artworks });
  return { id, artworks };
};

describe('a publisher that meets a fault', () => {
  it('comes to the same end after any AWS call of it failed, in public the old edition or the new one', async () => {
    const { id, artworks } = await prepared(3);
    const [a = '', b = '', c = ''] = artworks;
    const editions = [
      [a, b],
      [c, a, b],
      [b, c],
    ];
    const publishNext = async (n: number) => {
      const artworkIds = editions[n % editions.length] ?? [];
      expect((await cloud.act(id, 'selection', { artworkIds })).status).toBe(200);
      expect(await cloud.act(id, 'publish')).toMatchObject({ status: 200, body: { status: 'published' } });
      expect(await cloud.shown(id)).toEqual(artworkIds);
      await cloud.published();
      return artworkIds.length;
    };
    await publishNext(0);
    const perArtwork = (await cloud.media()).length / 2;
    const calls = [...(await publisherCalls(() => publishNext(1))), ...(await publisherCalls(() => publishNext(2)))];
    const steps = [...new Set(calls)].sort((one, other) => one - other);
    expect(steps.length).toBeGreaterThan(20);
    for (const [nth, failing] of steps.entries()) {
      let seen = -1;
      const remove = cloud.inject({ match: (call) => isPublisher(call) && ++seen === failing, respond: 'deny' });
      const shown = await publishNext(nth);
      remove();
      const due = (await cloud.items('DeskTable')).filter((item) => item.includes(id) && item.includes('"sk":"DUE"'));
      // A failed return of the lease leaves nothing undone; a failed settling is done again.
      expect(due, `step ${failing}`).toEqual([expect.stringContaining('2099-12-31T20:00:00.000Z')]);
      expect((await cloud.media()).length, `step ${failing}`).toBe(shown * perArtwork);
      expect(await records(id), `step ${failing}`).toBe(shown);
      // Where its return failed, the lease must run out before anybody may work again.
      cloud.clock.set((failing + 1) * 6 * 60_000);
    }
    expect(cloud.queue('PublisherQueue').deadLetters()).toEqual([]);
  }, 400_000);

  it('copies no artwork again that it had copied before it was killed', async () => {
    const count = 12;
    const { id, artworks } = await prepared(count);
    const copies = (from: number) =>
      cloud.calls
        .slice(from)
        .filter((call) => isPublisher(call) && call.action === 's3:CopyObject' && call.status === 200)
        .flatMap(({ resources }) => resources.slice(1));
    const begun = cloud.calls.length;
    let described = 0;
    const remove = cloud.inject({
      match: (call) => {
        const isDescription = isPublisher(call) && call.resources.some((one) => one.endsWith('/info.json'));
        if (isDescription && call.action === 's3:PutObject' && ++described === count - 2) {
          void cloud.crash('PublisherFunction');
          cloud.clock.set(6 * 60_000);
        }
        return false;
      },
      respond: 'error',
    });
    expect(await cloud.act(id, 'publish')).toMatchObject({ status: 200, body: { status: 'published' } });
    await cloud.published();
    remove();
    expect(await cloud.shown(id)).toEqual(artworks);
    const all = copies(begun);
    // Whatever was on its way at the time is copied twice: that of the few artworks that were not whole.
    const perArtwork = new Set(all).size / count;
    expect(all.length - new Set(all).size).toBeLessThanOrEqual(4 * perArtwork);
  });

  it('completes while half of its calls are throttled', async () => {
    const { id, artworks } = await prepared(4);
    const remove = cloud.inject({ match: (call) => isPublisher(call) && Math.random() < 0.5, respond: 'throttle' });
    const publication = cloud.act(id, 'publish');
    await pause(1500);
    remove();
    expect((await publication).status).toBe(200);
    await cloud.published();
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect(await cloud.shown(id)).toEqual(artworks);
  });

  it('is asked again by the maintenance function where nobody could reach it', async () => {
    const { id, artworks } = await prepared(1);
    const remove = cloud.inject({ match: ({ action }) => action === 'sqs:SendMessage', respond: 'deny' });
    const publication = cloud.act(id, 'publish');
    await pause(500);
    expect(await cloud.shown(id)).toBe(404);
    await expect(cloud.trigger('EveryMinute')).rejects.toThrow();
    remove();
    await cloud.trigger('EveryMinute');
    expect(await publication).toMatchObject({ status: 200, body: { status: 'published' } });
    expect(await cloud.shown(id)).toEqual(artworks);
  });

  it('withdraws first and deletes then: what cannot be deleted is told, and goes as soon as it can', async () => {
    const { id } = await prepared(2);
    const before = (await cloud.media()).length;
    await cloud.act(id, 'publish');
    const deadLetters = () => cloud.queue('PublisherQueue').deadLetters().length;
    const setAside = deadLetters();
    const remove = cloud.inject({
      match: ({ action }) => action === 's3:DeleteObjects' || action === 's3:DeleteObject',
      respond: 'deny',
    });
    const answer = await cloud.act(id, 'unpublish');
    expect(answer).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
    expect(answer.headers.get('sergi-media-pending')).toBe('true');
    expect(await cloud.shown(id)).toBe(410);
    expect((await cloud.media()).length).toBeGreaterThan(before);
    // After five attempts the message is set aside: the alarm rings, though the maintenance function goes on asking,
    // each minute by another.
    await expect.poll(deadLetters, { timeout: 30_000 }).toBeGreaterThan(setAside);
    remove();
    const afterwards = deadLetters();
    await cloud.trigger('EveryMinute');
    await cloud.published();
    expect((await cloud.media()).length).toBe(before);
    expect(deadLetters()).toBe(afterwards);
  });

  it('deletes the files of all works together, those first that say that the others are there', async () => {
    const { id } = await prepared(3);
    await cloud.act(id, 'publish');
    const begun = cloud.calls.length;
    await cloud.act(id, 'unpublish');
    await cloud.published();
    const deletions = cloud.calls.slice(begun).filter(({ action }) => action === 's3:DeleteObjects');
    const isOfDescriptions = deletions.map(({ resources }) => resources.every((one) => one.endsWith('/info.json')));
    expect(isOfDescriptions).toEqual([true, false]);
  });

  it('sets a message aside that it cannot read, and goes on with the next', async () => {
    const letters = cloud.queue('PublisherQueue').deadLetters().length;
    for (const body of ['poison', '{}', '{"exhibitionId":"../x"}']) cloud.queue('PublisherQueue').send(body);
    cloud.queue('PublisherQueue').send('{"exhibitionId":"01ARZ3NDEKTSV4RRFFQ69G5FAV"}');
    const { id, artworks } = await prepared(1);
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    expect(await cloud.shown(id)).toEqual(artworks);
    await cloud.published();
    expect(cloud.queue('PublisherQueue').deadLetters()).toHaveLength(letters + 3);
  });
});
