import { afterAll, beforeAll, expect, it } from 'vitest';
import { worksPath as works } from '../../support/blind-rating.ts';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import {
  type ExhibitionCloud,
  exhibitionPath as path,
  startExhibitionsInProcess,
} from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let juror: AskAs;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
  juror = await member(cloud, 'nigar', 'juror');
});
afterAll(() => cloud.end());

/** An exhibition that is rated with names, with so many entries and a juror. */
const rated = async (count: number) => {
  const id = await cloud.exhibition();
  await cloud.act(id, 'status', { status: 'open' });
  const artworkIds = await cloud.enterMany(id, count);
  expect((await cloud.ask(path(id, '/jurors/nigar'), { method: 'PUT', body: {} })).status).toBe(200);
  expect((await cloud.act(id, 'status', { status: 'selection' })).status).toBe(200);
  return { id, artworkIds };
};

const rate = (id: string, number: number) =>
  juror(works(id, `/${number}/rating`), { method: 'PATCH', body: { score: 8 } });

it('goes on once entries were taken again: that drops the selection which had ended it', async () => {
  const { id, artworkIds } = await rated(2);
  expect((await rate(id, 1)).status).toBe(200);
  expect((await cloud.act(id, 'selection', { artworkIds: artworkIds.slice(0, 1) })).status).toBe(200);
  expect((await rate(id, 2)).status).toBe(409);
  expect((await cloud.act(id, 'status', { status: 'open' })).body).not.toHaveProperty('selection');
  await cloud.enter(id);
  const closed = await cloud.act(id, 'status', { status: 'selection' });
  expect([closed.status, closed.body.selection]).toEqual([200, undefined]);
  const { items } = (await juror(works(id))).body;
  expect(items.map(({ myScore }: { myScore?: number }) => myScore)).toEqual([8, undefined, undefined]);
  expect((await rate(id, 3)).status).toBe(200);
});

it('stores no points that were given to another work which had the number before', async () => {
  const { id, artworkIds } = await rated(2);
  const [, before] = (await juror(works(id))).body.items;
  expect((await cloud.ask(path(id, `/artworks/${artworkIds[1]}`), { method: 'DELETE' })).status).toBe(200);
  await cloud.enter(id);
  const [, after] = (await juror(works(id))).body.items;
  expect([before.number, after.number]).toEqual([2, 2]);
  const give = (body: object) => juror(works(id, '/2/rating'), { method: 'PATCH', body });
  const refused = await give({ score: 10, mark: before.mark });
  expect([refused.status, refused.body.code]).toEqual([409, 'numberMeansAnother']);
  expect((await juror(works(id, '/2'))).body).not.toHaveProperty('myScore');
  expect((await give({ score: 5, mark: after.mark })).body).toEqual({ number: 2, score: 5 });
  expect((await give({ score: 6 })).body).toEqual({ number: 2, score: 6 });
});

it('goes on where the only work that was selected is erased', async () => {
  const { id, artworkIds } = await rated(2);
  expect((await cloud.act(id, 'selection', { artworkIds: artworkIds.slice(0, 1) })).status).toBe(200);
  expect((await juror(works(id))).status).toBe(409);
  expect((await cloud.ask(path(id, `/artworks/${artworkIds[0]}`), { method: 'DELETE' })).status).toBe(200);
  expect((await cloud.ask(path(id))).body.selection.artworkIds).toEqual([]);
  expect((await rate(id, 2)).status).toBe(200);
});
