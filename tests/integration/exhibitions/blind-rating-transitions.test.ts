import { brotliDecompressSync } from 'node:zlib';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocument } from '../../../shared/aws/document.ts';
import { markOf } from '../../../shared/desk/juries/numbered-works.ts';
import { type BlindRating, startBlindRating, worksPath as works } from '../../support/blind-rating.ts';
import type { AskAs } from '../../support/clients/staff-members.ts';
import { type ExhibitionCloud, exhibitionPath as path } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let own: AskAs;
let editor: AskAs;
let admin: AskAs;
let juror: AskAs;
let blind: BlindRating['blind'];
let numbersOf: BlindRating['numbersOf'];

beforeAll(async () => {
  ({ cloud, own, editor, admin, juror, blind, numbersOf } = await startBlindRating());
});
afterAll(() => cloud.end());

describe('a blind rating that ends while it is rated', () => {
  it('takes a score before the reveal or refuses it, and none after', async () => {
    const { id } = await blind(3);
    const numbers = await numbersOf(id, juror);
    expect((await editor(path(id, '/selection'), { body: { numbers: numbers.slice(0, 1) } })).status).toBe(200);
    const rate = (number: number) => juror(works(id, `/${number}/rating`), { method: 'PUT', body: { score: 7 } });
    const [revealed, ...rated] = await Promise.all([editor(path(id, '/reveal'), { body: {} }), ...numbers.map(rate)]);
    expect(revealed?.status).toBe(200);
    for (const { status } of rated) expect([200, 404, 409]).toContain(status);
    const given = async () => (await editor(path(id, '/jurors'))).body.items;
    const before = await given();
    for (const number of numbers) expect((await rate(number)).status).toBe(409);
    expect(await given()).toEqual(before);
  });
});

describe('a blind rating that is begun again', () => {
  it('takes no points that were given to a work of the earlier one, whichever number it had', async () => {
    const { id, entries } = await blind(2);
    const marksOf = async (): Promise<string[]> =>
      (await juror(works(id))).body.items.map(({ mark }: { mark: string }) => mark);
    const before = await marksOf();
    expect(new Set(before).size).toBe(3);
    expect((await admin(path(id, '/status'), { body: { status: 'open' } })).status).toBe(200);
    expect((await editor(path(id, '/status'), { body: { status: 'selection' } })).status).toBe(200);
    const after = await marksOf();
    expect(after.filter((mark) => before.includes(mark))).toEqual([]);
    // Nobody who knows the id of an entry can tell its mark from that.
    const known = new Set(entries.map(({ artworkId }) => markOf({ artworkId })));
    expect(after.filter((mark) => known.has(mark))).toEqual([]);
    const [number] = await numbersOf(id, juror);
    const give = (mark: string | undefined) =>
      juror(works(id, `/${number}/rating`), { method: 'PATCH', body: { score: 9, mark } });
    for (const mark of before) expect((await give(mark)).body.code).toBe('numberMeansAnother');
    expect((await juror(works(id, `/${number}`))).body).not.toHaveProperty('myScore');
    expect((await give(after[0])).status).toBe(200);
  });
});

describe('a blind rating whose selection has lost its only work', () => {
  it('is not revealed, and goes on', async () => {
    const { id, entries } = await blind(1);
    const { artworkId } = entries[0] ?? {};
    const [found] = (await admin(path(id, '/lookup'), { body: { entryNumber: 1 } })).body.items;
    expect(found).toMatchObject({ id: artworkId });
    expect((await editor(path(id, '/selection'), { body: { numbers: [found.number] } })).status).toBe(200);
    expect((await admin(path(id, `/artworks/${artworkId}`), { method: 'DELETE' })).status).toBe(200);
    expect((await editor(path(id))).body.selection.numbers).toEqual([]);
    const refused = await editor(path(id, '/reveal'), { body: {} });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('select')]);
    const [left] = await numbersOf(id, juror);
    expect((await juror(works(id, `/${left}/rating`), { method: 'PUT', body: { score: 8 } })).status).toBe(200);
    expect((await editor(path(id, '/selection'), { body: { numbers: [left] } })).status).toBe(200);
    expect((await editor(path(id, '/reveal'), { body: {} })).status).toBe(200);
  });
});

describe('an entry that comes in the moment in which entries are closed', () => {
  it('is refused, or has a number as all others have', async () => {
    const { id } = (await editor('/v1/staff/exhibitions', { body: { blindRating: true } })).body;
    await editor(path(id, '/status'), { body: { status: 'open' } });
    const enter = () => own(path(id, '/artworks'), { body: {} });
    const [closed, ...entered] = await Promise.all([
      editor(path(id, '/status'), { body: { status: 'selection' } }),
      ...Array.from({ length: 8 }, enter),
    ]);
    expect(closed?.status).toBe(200);
    const taken = entered.filter(({ status }) => status === 201);
    for (const { status } of entered) expect([201, 403, 409, 503]).toContain(status);
    await expect.poll(() => numbersOf(id), { timeout: 20_000 }).toHaveLength(taken.length);
    expect((await enter()).status).toBe(409);
  });
});

describe('a blind rating that an earlier release has begun', () => {
  /** Changes an exhibition as it is stored. */
  const restore = async (id: string, change: (stored: object) => object) => {
    const key = { pk: { S: `EXHIBITION#${id}` }, sk: { S: 'WORKING' } };
    const engine = new DynamoDBClient({
      endpoint: cloud.dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const TableName = cloud.dynamodb.tableName('DeskTable');
    const { Item = {} } = await engine.send(new GetItemCommand({ TableName, Key: key }));
    const stored = JSON.parse(brotliDecompressSync(Item.doc?.B ?? new Uint8Array()).toString());
    await engine.send(new PutItemCommand({ TableName, Item: { ...Item, doc: toDocument(change(stored)) } }));
  };
  const decision = { decidedBy: 'leyla', decidedAt: '2022-12-01T08:00:00.000Z' };
  const withoutRating = ({ rating: _, ...stored }: { rating?: object }) => stored;

  it('has numbers drawn when an editor closes entries once more', async () => {
    const { id } = await blind(2);
    await restore(id, withoutRating);
    expect((await juror(works(id))).status).toBe(409);
    expect((await editor(path(id, '/ratings'))).status).toBe(409);
    expect((await editor(path(id, '/artworks'))).status).toBe(403);
    expect((await editor(path(id, '/status'), { body: { status: 'selection' } })).body.rating).not.toHaveProperty(
      'namesSeen',
    );
    expect(await numbersOf(id, juror)).toHaveLength(3);
  });

  it('leaves a mark for the next one, where it was ended by a selection and is reopened', async () => {
    const { id, entries } = await blind(1);
    const selection = { artworkIds: [entries[0]?.artworkId], ...decision };
    await restore(id, (stored) => ({ ...withoutRating(stored), selection }));
    const reopened = await admin(path(id, '/status'), { body: { status: 'open' } });
    expect(reopened.body).not.toHaveProperty('selection');
    const closed = await editor(path(id, '/status'), { body: { status: 'selection' } });
    expect(closed.body.rating).toMatchObject({ namesSeen: true });
  });

  it('drops the selection that was kept when it was reopened', async () => {
    const { id, entries } = await blind(1);
    const selection = { artworkIds: [entries[0]?.artworkId], ...decision };
    expect((await admin(path(id, '/status'), { body: { status: 'open' } })).status).toBe(200);
    await restore(id, (stored) => ({ ...stored, selection }));
    expect((await editor(path(id, '/status'), { body: { status: 'selection' } })).status).toBe(200);
    expect((await editor(path(id))).body).not.toHaveProperty('selection');
  });

  it('is followed by one with names that drops the selection, too', async () => {
    const id = await cloud.exhibition();
    expect((await editor(path(id, '/status'), { body: { status: 'open' } })).status).toBe(200);
    const selection = { artworkIds: [await cloud.enter(id)], ...decision };
    await restore(id, (stored) => ({ ...stored, selection }));
    const closed = await editor(path(id, '/status'), { body: { status: 'selection' } });
    expect([closed.status, closed.body.selection]).toEqual([200, undefined]);
  });
});
