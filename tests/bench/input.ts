/**
 * What the costliest input costs that we can think of: a body of 1 MB and of 500 KB for each route of the staff API,
 * and the comparison of all images of an exhibition. In one process, on a real table: `node tests/bench/input.ts`.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Route } from '../../shared/contract/route.ts';
import { staffRoutes } from '../../shared/contract/staff/routes.ts';
import { synthesize } from '../../tools/local/synth.ts';
import { type StaffRequest, type StaffRouteName, startStaff } from '../support/cloud/staff-process.ts';
import { plantEntries } from '../support/entries/planted-entries.ts';
import { costlyBodies } from '../support/random/costly-bodies.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const assembly = mkdtempSync(`${tmpdir()}/sergi-bench-`);
await synthesize(assembly);
const staff = await startStaff(assembly);
const table = new Table();

/** Seconds of the processor that a call takes: the least of `times`. */
const seconds = async (name: StaffRouteName, request: StaffRequest, times: number): Promise<number> => {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < times; n += 1) {
    const before = process.cpuUsage();
    const { status, body } = await staff.call(name, request);
    const { user, system } = process.cpuUsage(before);
    if (status >= 500) throw new Error(`${name}: ${JSON.stringify(body)}`);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
};

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const params = { id, artworkId: id, deliveryId: id, version: '1' };
const megabyte = sized(1_000_000, 2_000);

for (const [name, route] of Object.entries(staffRoutes) as [StaffRouteName, Route][]) {
  if (!route.body && !route.acceptsJsonLines) continue;
  const request = { params, version: 1, ...(route.acceptsJsonLines && { query: { dryRun: 'true' } }) };
  let [worst, half] = [0, 0];
  for (const { of } of costlyBodies(name)) {
    const took = await seconds(name, { ...request, body: of(megabyte) }, 2);
    if (took < worst) continue;
    worst = took;
    half = await seconds(name, { ...request, body: of(megabyte / 2) }, 2);
  }
  table.note(`${name}: the costliest 1 MB`, worst, `s, ${(worst / half).toFixed(1)} x 500 KB`, 1);
}

const random = (): string => randomBytes(32).toString('hex');
const same = random();
for (const [what, prints] of [
  ['6,000 different', Array.from({ length: sized(6_000, 6) }, random)],
  ['3,000 different', Array.from({ length: sized(3_000, 3) }, random)],
  ['3,000 alike', Array.from({ length: sized(3_000, 3) }, () => same)],
] as const) {
  const exhibition = (await staff.call('createExhibition', { body: '{}' })).body.id;
  await plantEntries(exhibition, prints);
  const before = process.memoryUsage().rss;
  const took = await seconds('listDuplicates', { params: { id: exhibition } }, 3);
  const grown = (process.memoryUsage().rss - before) / 1e6;
  table.note(`duplicates among ${what} entries`, took, `s, ${grown.toFixed(0)} MB more memory`, 1);
}
table.print();
await staff.stop();
rmSync(assembly, { recursive: true });
