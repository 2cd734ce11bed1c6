import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ProductCloud;
const metrics: Record<string, unknown>[] = [];

beforeAll(async () => {
  cloud = await startProduct('invalidations', {
    longestBatchingWindow: 2000,
    log: (line) => {
      if (line.startsWith('{"_aws"')) metrics.push(JSON.parse(line));
    },
  });
});
afterAll(() => cloud.end());

let before = 0;
beforeEach(async () => {
  await cloud.followed('InvalidatorFunction');
  // What comes again belongs to the test before.
  cloud.clock.set(41_000);
  await cloud.queue('RepetitionQueue').idle();
  cloud.clock.set(0);
  before = cloud.invalidations.length;
  metrics.length = 0;
});

/** The tags and paths of each invalidation since the test began, once the stream has been followed. */
const invalidated = async (): Promise<(readonly string[])[]> => {
  await cloud.followed('InvalidatorFunction');
  return cloud.invalidations.slice(before).map(({ paths }) => paths);
};

const isInvalidation = ({ action }: { action: string }) => action === 'cloudfront:CreateInvalidation';

describe('an invalidation', () => {
  it('is one for a publication, with what it affects, one for its withdrawal, and one for its files once they are deleted', async () => {
    const id = await cloud.draft(withCover(await cloud.image()));
    await cloud.publish(id);
    const tags = [`#event-${id}`, '#lists'];
    expect(await invalidated()).toEqual([tags]);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await expect.poll(async () => (await invalidated()).length, { timeout: 20_000 }).toBe(3);
    expect((await invalidated()).slice(1).sort()).toEqual([[`#event-${id}`], tags]);
    expect(metrics).toContainEqual(expect.objectContaining({ InvalidationPaths: 2 }));
  });

  it('is one of the whole site where the settings have changed, a page or a notice', async () => {
    const { headers, body } = await cloud.ask('/v1/staff/site');
    const given = {
      method: 'PUT',
      version: Number(JSON.parse(headers.get('etag') ?? '')),
      body: { ...body, title: { ...body.title, az: 'Başqa ad' } },
    };
    expect(await cloud.ask('/v1/staff/site', given)).toMatchObject({ status: 200 });
    expect(await invalidated()).toEqual([['#site']]);
    const notice = { kind: 'notice', translations: { az: { title: 'Bağlıdır' } } };
    await cloud.publish((await cloud.ask('/v1/staff/events', { body: notice })).body.id);
    expect((await invalidated()).slice(1)).toEqual([['#site']]);
  });

  it('comes twice again within a minute, with its tags', async () => {
    const id = await cloud.draft();
    await cloud.publish(id);
    const first = await invalidated();
    const left = () =>
      cloud
        .queue('RepetitionQueue')
        .messages()
        .filter(({ body }) => body.includes(id)).length;
    expect(left()).toBe(2);
    cloud.clock.set(21_000);
    await expect.poll(left).toBe(1);
    cloud.clock.set(41_000);
    await cloud.queue('RepetitionQueue').idle();
    const tags = [`#event-${id}`, '#lists'];
    const all = cloud.invalidations.slice(before).map(({ paths }) => paths);
    expect(first).toContainEqual(tags);
    expect(all.filter((paths) => String(paths) === String(tags))).toHaveLength(3);
    cloud.clock.set(0);
  });

  it('comes once more for lists, once search and calendar have followed a change late', async () => {
    const remove = cloud.inject({ match: (call) => call.function.includes('FollowerFunction'), respond: 'throttle' });
    await cloud.publish(await cloud.draft());
    const asked = () => cloud.calls.filter((call) => call.function.includes('FollowerFunction')).length;
    const first = asked();
    await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(first);
    cloud.clock.set(20_000);
    remove();
    await cloud.followed('FollowerFunction');
    cloud.clock.set(20_000 + 101_000);
    await cloud.queue('RepetitionQueue').idle();
    expect((await invalidated()).filter((paths) => String(paths) === '#lists')).toHaveLength(3);
    cloud.clock.set(0);
  });

  it('is one for all that is published together', async () => {
    const ids = [await cloud.draft(), await cloud.draft(), await cloud.draft()];
    await Promise.all(ids.map((id) => cloud.publish(id)));
    expect(await invalidated()).toHaveLength(1);
  });

  it('comes for what is planned, whose moment answers made before do not know', async () => {
    const id = await cloud.draft();
    await cloud.publish(id, { publishAt: new Date(Date.now() + 86_400_000).toISOString() });
    expect(await invalidated()).toEqual([[`#event-${id}`, '#lists']]);
  });

  it('is none for what only staff can see', async () => {
    await cloud.draft();
    expect(await invalidated()).toEqual([]);
  });

  it('that CloudFront refuses comes again, is seen in a metric, and keeps no other stream consumer waiting', async () => {
    const remove = cloud.inject({ match: isInvalidation, respond: 'throttle' });
    await cloud.publish(await cloud.draft());
    await cloud.followed('FollowerFunction');
    await expect.poll(() => metrics.length, { timeout: 20_000 }).toBeGreaterThan(1);
    expect(metrics[0]).toMatchObject({ InvalidationsFailed: 1, _aws: { CloudWatchMetrics: [{ Namespace: 'Sergi' }] } });
    await cloud.publish(await cloud.draft());
    await cloud.followed('FollowerFunction');
    expect(cloud.invalidations).toHaveLength(before);
    remove();
    expect((await invalidated()).length).toBeGreaterThan(0);
  });

  it('whose answer is lost is not asked for twice', async () => {
    const isFirst = (call: (typeof cloud.calls)[number]) =>
      isInvalidation(call) && call.function.includes('InvalidatorFunction');
    const attempts = () => cloud.calls.filter(isFirst).length;
    const first = attempts();
    // More often than the SDK tries: the batch comes again as a whole.
    cloud.inject({ match: isInvalidation, respond: 'lost', times: 5 });
    await cloud.publish(await cloud.draft());
    expect(await invalidated()).toHaveLength(1);
    expect(attempts() - first).toBe(6);
  });
});
