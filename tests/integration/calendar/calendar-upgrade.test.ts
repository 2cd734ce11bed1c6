import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineOf, itemsOf, loadFixture } from '../../fixtures/fixture.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { deskTable } from '../../support/tables/desk-table.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const hour = 3_600_000;

let cloud: ProductCloud;
let hours = 0;

/** The maintenance at the next full hour, and all that it has asked for. */
const maintained = async (): Promise<void> => {
  hours += 1;
  cloud.clock.set(Math.ceil(Date.now() / hour) * hour - Date.now() + hours * hour);
  await cloud.trigger('EveryMinute');
  await cloud.queue('PublisherQueue').idle();
  await cloud.followed('Follower');
};

const rebuilds = async (): Promise<{ id: string; state: string; createdBy: { id: string } }[]> =>
  (await cloud.ask('/v1/staff/jobs')).body.items.filter(({ kind }: { kind: string }) => kind === 'rebuild');

const titles = async (month: string): Promise<string[]> =>
  (await cloud.ask(`/v1/calendar?locale=az&month=${month}`)).body.items.map(({ title }: { title: string }) => title);

/** A site that a release has filled; the stream that told of it has ended long ago, so that nothing of it is listed. */
const load = async (release: string): Promise<void> => {
  cloud = await startProductInProcess();
  await loadFixture(cloud, join(fixtures, release));
  await cloud.followed('Follower');
  const TableName = cloud.dynamodb.tableName('ShowcaseTable');
  for (const { pk, sk } of await itemsOf(cloud, 'ShowcaseTable')) {
    if (!pk?.S?.startsWith('CALENDAR') || !sk) continue;
    await engineOf(cloud).send(new DeleteItemCommand({ TableName, Key: { pk, sk } }));
  }
};

/** Sets the mark as if an earlier version of the list had been made last. */
const lowerMark = async (): Promise<void> => {
  const desk = deskTable(cloud);
  const mark = (await desk.items()).find(({ sk }) => sk?.S === 'CALENDAR-MADE');
  expect(mark).toBeDefined();
  await desk.put({ ...mark, calendar: { N: '0' } });
};

describe('the calendar of a site that 0.1.0 has filled', () => {
  beforeAll(() => load('v0.1.0'));
  afterAll(() => cloud.end());

  it('is made by the maintenance, once, without anybody asking for it', async () => {
    expect(await titles('2098-11')).toEqual([]);
    await maintained();
    const made = await titles('2098-11');
    expect(made.length).toBeGreaterThan(1);
    expect(await rebuilds()).toMatchObject([{ state: 'succeeded', createdBy: { id: 'sergi' } }]);
    await maintained();
    expect(await rebuilds()).toHaveLength(1);
    await cloud.rebuild();
    await cloud.followed('Follower');
    expect(await titles('2098-11')).toEqual(made);
  });

  it('is made anew where a later version lists it otherwise, but not beside a rebuild that runs', async () => {
    const before = (await rebuilds()).length;
    await lowerMark();
    await maintained();
    expect(await rebuilds()).toHaveLength(before + 1);
    await maintained();
    expect(await rebuilds()).toHaveLength(before + 1);
  });
});

it('the calendar of a new site needs no rebuild', async () => {
  cloud = await startProductInProcess();
  await maintained();
  expect(await rebuilds()).toEqual([]);
  await cloud.publish(await cloud.draft());
  await maintained();
  expect(await rebuilds()).toEqual([]);
  await cloud.end();
});

it.each(globSync('v*', { cwd: fixtures }))('the calendar of what %s has stored needs one rebuild', async (release) => {
  await load(release);
  await maintained();
  await maintained();
  expect(await rebuilds()).toHaveLength(1);
  expect((await titles('2098-11')).length).toBeGreaterThan(1);
  await cloud.end();
});
