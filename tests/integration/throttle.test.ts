import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from './product-cloud.ts';

let cloud: ProductCloud;
let event: string;

beforeAll(async () => {
  cloud = await startProduct('throttle', { throttles: true });
  event = await cloud.draft();
  await cloud.publish(event);
});
afterAll(() => cloud.end());

/** Sends beacons, as many at once as a browser farm would, until the work that is given is done. Gives the status of each. */
const floodWhile = async (work: () => Promise<void>): Promise<number[]> => {
  const statuses: number[] = [];
  let isOver = false;
  const flood = async () => {
    while (!isOver || statuses.length < 1_000) {
      const { status } = await fetch(`${cloud.url}/v1/events/${event}/views`, { method: 'POST' });
      statuses.push(status);
    }
  };
  const floods = Array.from({ length: 8 }, flood);
  await work().finally(() => {
    isOver = true;
  });
  await Promise.all(floods);
  return statuses;
};

const countOf = (statuses: readonly number[], wanted: number) => statuses.filter((status) => status === wanted).length;

describe('a flood of beacons', () => {
  it('is cut off, while readers and staff are served', async () => {
    const began = performance.now();
    const served: number[] = [];
    const statuses = await floodWhile(async () => {
      for (let n = 0; n < 15; n += 1) {
        for (const path of ['/v1/feed?locale=az', `/v1/events/${event}`, `/v1/staff/events/${event}`]) {
          served.push((await cloud.ask(path)).status);
        }
        const { version } = (await cloud.ask(`/v1/staff/events/${event}`)).body;
        const body = { venue: `Bakı ${n}` };
        served.push((await cloud.ask(`/v1/staff/events/${event}`, { method: 'PATCH', version, body })).status);
      }
    });
    const seconds = (performance.now() - began) / 1000;
    expect(served).toEqual(Array.from({ length: 60 }, () => 200));
    expect(new Set(statuses)).toEqual(new Set([202, 429]));
    // A burst of 200, and 100 a second.
    expect(countOf(statuses, 202)).toBeLessThanOrEqual(200 + 100 * seconds + 1);
    expect(countOf(statuses, 202)).toBeGreaterThanOrEqual(200);
    expect(statuses.length - countOf(statuses, 202)).toBeGreaterThan(0);
  });
});

describe('a flood of one staff route', () => {
  it('leaves the others, and readers, as they are', async () => {
    const flood = await Promise.all(Array.from({ length: 200 }, () => cloud.ask('/v1/staff/events')));
    const statuses = flood.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect((await cloud.ask('/v1/staff/events')).status).toBe(429);
    expect((await cloud.ask(`/v1/staff/events/${event}`)).status).toBe(200);
    expect((await cloud.ask('/v1/feed?locale=az')).status).toBe(200);
  });
});
