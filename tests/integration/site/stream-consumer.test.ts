import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
const lines: string[] = [];

beforeAll(async () => {
  cloud = await startProductInProcess((line, { function: name }) => {
    if (name.includes('FollowerFunction')) lines.push(line);
  });
});
afterAll(() => cloud.end());

/** The changes of each invocation so far. */
const followed = async (): Promise<unknown[][]> => {
  await cloud.followed('FollowerFunction');
  return lines.map((line) => JSON.parse(line)).flatMap(({ changes }) => (changes ? [changes] : []));
};

describe('the stream consumer of the showcase', () => {
  it('is invoked once for a publication, a change of it and its withdrawal, and for nothing else', async () => {
    const id = await cloud.draft();
    await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version: 1, body: { category: 'events' } });
    expect(await followed()).toEqual([]);
    await cloud.publish(id);
    expect(await followed()).toEqual([[{ kind: 'event', id, after: 1 }]]);
    await cloud.ask(`/v1/events/${id}`);
    await cloud.ask('/v1/feed?locale=az');
    await cloud.publish(id);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect((await followed()).slice(1).flat()).toEqual([
      { kind: 'event', id, before: 1, after: 2 },
      { kind: 'event', id, before: 2, after: 3 },
    ]);
  });
});
