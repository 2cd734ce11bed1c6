import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
beforeAll(async () => {
  cloud = await startProduct('search');
});
afterAll(() => cloud.end());

/** The ids that a search finds when the stream consumer has worked on every change. */
const find = async (q: string, locale = 'az'): Promise<string[]> => {
  await cloud.followed('FollowerFunction');
  const { status, body } = await cloud.ask(`/v1/search?${new URLSearchParams({ q, locale })}`);
  expect(status).toBe(200);
  return body.items.map(({ id }: { id: string }) => id);
};

const publish = async (az: string, body: object = {}): Promise<string> => {
  const id = await cloud.draft({ translations: { az: { title: az, body: `${az} mətni` } } });
  expect((await cloud.publish(id, body)).status).toBe(200);
  return id;
};

describe('the search, kept by the stream', () => {
  it('follows publications, changes and withdrawals', async () => {
    const id = await publish('Xəzər');
    expect(await find('xezer', 'en')).toEqual([id]);
    const { body } = await cloud.ask(`/v1/staff/events/${id}`);
    const translations = { az: { title: 'Abşeron', body: 'Abşeron' } };
    await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version: body.version, body: { translations } });
    await cloud.publish(id);
    expect(await find('xezer')).toEqual([]);
    expect(await find('abs')).toEqual([id]);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect(await find('abs')).toEqual([]);
  });

  it('finds what was scheduled from its moment on, without being told again', async () => {
    const id = await publish('Novruz', { publishAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await find('novruz')).toEqual([]);
    cloud.clock.set(3_601_000);
    expect(await find('novruz')).toEqual([id]);
    cloud.clock.set(0);
  });

  it.each(['deny', 'error', 'throttle', 'reset'] as const)(
    'is complete after calls of the stream consumer were answered by %s, wherever it was',
    async (respond) => {
      for (const action of ['GetItem', 'BatchGetItem', 'PutItem', 'BatchWriteItem']) {
        const isItsCall = (call: { function: string; action: string }) =>
          call.function.includes('Follower') && call.action === `dynamodb:${action}`;
        const remove = cloud.inject({ match: isItsCall, respond, times: 2 });
        const words = `${respond}${action}`;
        const id = await publish(words);
        expect(await find(words)).toEqual([id]);
        remove();
      }
    },
  );
});
