import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Route } from '../../../shared/contract/route.ts';
import { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { bodyExample } from '../../../shared/openapi/examples.ts';
import { type StaffProcess, type StaffRouteName, startStaff } from '../../support/cloud/staff-process.ts';
import { type CostlyBody, costlyBodies } from '../../support/random/costly-bodies.ts';

const whole = 1_000_000;

/** How many times as much as a quarter of it a whole may cost. */
const most = 6.25;

/** How much of each body is tried at first, how many of the costliest are looked at again, and how often. */
const [part, again, leastRounds, mostRounds] = [100_000, 2, 2, 12];

/** Milliseconds of the processor from which on a ratio says something: less is a matter of the machine. */
const measurable = 12;

const routes = (Object.entries(staffRoutes) as [StaffRouteName, Route][]).filter(
  ([, { body, acceptsJsonLines: lines }]) => body || lines,
);

let staff: StaffProcess;
let ids: Readonly<Record<'event' | 'exhibition' | 'artwork', string>>;

beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
  const create = async (name: StaffRouteName, params = {}, more = {}): Promise<string> => {
    const body = JSON.stringify({ ...(bodyExample(name) as object), ...more });
    const answer = await staff.call(name, { params, body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.id;
  };
  const exhibition = await create('createExhibition', {}, { eventIds: [] });
  const artwork = await create('createArtwork', { id: exhibition }, { uploadId: undefined });
  ids = { event: await create('createEvent', {}, { pictures: [] }), exhibition, artwork };
});
afterAll(() => staff.stop());

/** What a body costs a route, in milliseconds of the processor. */
const costOf = async (name: StaffRouteName, { of, isTaken }: CostlyBody, bytes: number): Promise<number> => {
  const body = of(bytes);
  // What is accepted is not to be published: that takes as long as so many publications do.
  const query = name === 'importArchive' ? { dryRun: 'true' } : undefined;
  const id = staffRoutes[name].path.includes('exhibitions') ? ids.exhibition : ids.event;
  const params = { id, artworkId: ids.artwork, deliveryId: ids.event, version: '1' };
  const before = process.cpuUsage();
  const { status } = await staff.call(name, { params, query, body, version: 1 });
  const { user, system } = process.cpuUsage(before);
  expect(status, name).toBeLessThan(isTaken ? 300 : 500);
  return (user + system) / 1000;
};

/** The least of what each body has cost until now, so that nothing counts that this process did beside it. */
const least = async (name: StaffRouteName, bodies: readonly CostlyBody[], bytes: number, before: readonly number[]) => {
  const costs: number[] = [];
  for (const [n, body] of bodies.entries())
    costs.push(Math.min(before[n] ?? Infinity, await costOf(name, body, bytes)));
  return costs;
};

/** The costliest of some bodies. */
const costliestOf = async (name: StaffRouteName, bodies: readonly CostlyBody[]): Promise<CostlyBody[]> => {
  const tried = [];
  for (const body of bodies) tried.push({ body, cost: await costOf(name, body, part) });
  return tried
    .toSorted((a, b) => b.cost - a.cost)
    .slice(0, again)
    .map(({ body }) => body);
};

const expectLinear = async (name: StaffRouteName, bodies: readonly CostlyBody[]): Promise<void> => {
  const costliest = await costliestOf(name, bodies);
  let [ofWhole, ofQuarter, round]: [number[], number[], number] = [[], [], 0];
  const ratio = () => Math.max(...ofWhole) / Math.max(...ofQuarter);
  // A machine that is busy with other things shows in a few rounds, the square of a length in each.
  for (; round < leastRounds || (round < mostRounds && ratio() >= most); round += 1) {
    ofWhole = await least(name, costliest, whole, ofWhole);
    ofQuarter = await least(name, costliest, whole / 4, ofQuarter);
  }
  const what = costliest.map((body) => body.what).join('; ');
  if (Math.max(...ofWhole) >= measurable) expect(ratio(), what).toBeLessThan(most);
};

describe('four times as much input costs about four times as much', () => {
  it.each(routes)('%s', (name) => expectLinear(name, costlyBodies(name)));

  it('renderText, of texts that it renders', () =>
    expectLinear(
      'renderText',
      costlyBodies('renderText').filter(({ isTaken }) => isTaken),
    ));
});
