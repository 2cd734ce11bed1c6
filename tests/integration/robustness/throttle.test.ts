import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;
let event: string;

beforeAll(async () => {
  cloud = await startProduct('throttle', { throttles: true });
  event = await cloud.draft();
  await cloud.publish(event);
});
afterAll(() => cloud.end());

/**
 * Calls, as many at once as a farm of browsers would, until the work that is given is done. Gives the status of each.
 * The first five hundred come together, which is more than a burst may have, however slow the machine is.
 */
const floodWhile = async (call: () => Promise<{ status: number }>, work: () => Promise<void>): Promise<number[]> => {
  const statuses: number[] = [];
  let isOver = false;
  const flood = async () => {
    while (!isOver || statuses.length < 1_000) statuses.push((await call()).status);
  };
  const burst = Array.from({ length: 500 }, async () => statuses.push((await call()).status));
  const floods = [...burst, ...Array.from({ length: 8 }, flood)];
  await work().finally(() => {
    isOver = true;
  });
  await Promise.all(floods);
  return statuses;
};

const beacon = () => fetch(`${cloud.url}/v1/events/${event}/views`, { method: 'POST' });

const countOf = (statuses: readonly number[], wanted: number) => statuses.filter((status) => status === wanted).length;

describe('a flood of beacons', () => {
  it('is cut off, while readers and staff are served', async () => {
    const began = performance.now();
    const served: number[] = [];
    const statuses = await floodWhile(beacon, async () => {
      for (let n = 0; n < 15; n += 1) {
        for (const path of ['/v1/feed?locale=az', `/v1/events/${event}`, `/v1/staff/events/${event}`]) {
          served.push((await cloud.ask(path)).status);
        }
        const { version } = (await cloud.ask(`/v1/staff/events/${event}`)).body;
        const body = { place: { name: { az: `Bakı ${n}` } } };
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
    const served: number[] = [];
    const statuses = await floodWhile(
      () => cloud.ask('/v1/staff/events'),
      async () => {
        for (let n = 0; n < 10; n += 1) {
          served.push((await cloud.ask(`/v1/staff/events/${event}`)).status);
          served.push((await cloud.ask('/v1/feed?locale=az')).status);
        }
      },
    );
    expect(served).toEqual(Array.from({ length: 20 }, () => 200));
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});
