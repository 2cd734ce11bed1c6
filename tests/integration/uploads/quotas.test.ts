import { hash } from 'node:crypto';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { markProcessing, readUpload } from '../../../shared/desk/uploads/uploads.ts';
import { type StaffAnswer, type StaffProcess, startStaff } from '../../support/cloud/staff-process.ts';

const limits = { uploadsPerDay: 12, uploadGigabytesPerDay: 1, previewsPerHour: 3, draftsPerDay: 4, entriesPerDay: 5 };

let staff: StaffProcess;
let people = 0;
let by: string;

beforeAll(async () => {
  staff = await startStaff(inject('assembly'), { LIMITS: JSON.stringify(limits) });
});
afterAll(() => staff.stop());
beforeEach(() => {
  people += 1;
  by = `person ${people}`;
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T10:50:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const requestUpload = (name: string, contentLength = 1_000, as = by): Promise<StaffAnswer> => {
  const file = { fileName: 'a.jpg', contentType: 'image/jpeg', contentLength, sha256: hash('sha256', name) };
  return staff.call('createUpload', { body: JSON.stringify(file), as: 'contributor', by: as });
};

const draft = async (as = by): Promise<StaffAnswer> => {
  const translations = { az: { title: 'Sərgi' } };
  return staff.call('createEvent', { body: JSON.stringify({ translations }), as: 'contributor', by: as });
};

const preview = (id: string, body: object = { locale: 'az' }, as = by): Promise<StaffAnswer> =>
  staff.call('createPreview', { params: { id }, body: JSON.stringify(body), as: 'contributor', by: as });

/** How many answers have each status. */
const counted = (answers: readonly StaffAnswer[]): Record<number, number> =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, all]) => [status, all.length]));

const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

const expectTooMany = (answer: StaffAnswer, seconds: number, most: string): void => {
  expect(answer).toMatchObject({
    status: 429,
    headers: { 'content-type': 'application/problem+json', 'retry-after': String(seconds) },
    body: { type: 'urn:problem:sergi:too-many-requests', status: 429, detail: expect.stringContaining(most) },
  });
};

describe('a person may ask for so many uploads a day', () => {
  it('and not for one more, however many ask at once', async () => {
    const answers = await times(40, (n) => requestUpload(`${by} ${n}`));
    expect(counted(answers)).toEqual({ 201: 12, 429: 28 });
    expectTooMany(await requestUpload(`${by} more`), (13 * 60 + 10) * 60, '12 files and 1 GB a day');
  });

  it('of which the same file asked for again, or known already, is none', async () => {
    const first = await requestUpload(`${by} known`);
    expect(counted(await times(30, () => requestUpload(`${by} known`)))).toEqual({ 201: 30 });
    await times(11, (n) => requestUpload(`${by} ${n}`));
    expect((await requestUpload(`${by} more`)).status).toBe(429);
    const upload = await readUpload(first.body.uploadId);
    if (upload) await markProcessing(upload, new Date());
    expect((await requestUpload(`${by} known`)).body).toEqual({
      ...{ uploadId: first.body.uploadId, alreadyUploaded: true },
    });
  });

  it('and the same new file asked for by many at once is one', async () => {
    const answers = await times(20, () => requestUpload(`${by} together`));
    expect(new Set(answers.map(({ body }) => body.uploadId)).size).toBe(1);
    expect(counted(await times(20, (n) => requestUpload(`${by} ${n}`)))).toEqual({ 201: 11, 429: 9 });
  });

  it('which together have so many bytes', async () => {
    const largest = 100 * 1024 * 1024;
    expect(counted(await times(12, (n) => requestUpload(`${by} ${n}`, largest)))).toEqual({ 201: 9, 429: 3 });
    expect((await requestUpload(`${by} small`, 1_000_000)).status).toBe(201);
    expect((await requestUpload(`${by} large`, largest)).status).toBe(429);
  });

  it('each on their own, and as many on the next day', async () => {
    await times(12, (n) => requestUpload(`${by} ${n}`));
    expect((await requestUpload(`${by} other`, 1_000, `${by} and another`)).status).toBe(201);
    vi.setSystemTime(new Date('2026-11-28T23:59:59.500Z'));
    expectTooMany(await requestUpload(`${by} late`), 1, 'a day');
    vi.setSystemTime(new Date('2026-11-29T00:00:00Z'));
    expect((await requestUpload(`${by} tomorrow`)).status).toBe(201);
  });

  it('and what was counted is forgotten a day later', async () => {
    await requestUpload(`${by} 0`);
    const Key = { pk: { S: `QUOTA#${by}` }, sk: { S: 'uploads#2026-11-28T00:00:00.000Z' } };
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName: process.env.DESK_TABLE, Key }));
    expect(Item).toMatchObject({ files: { N: '1' }, volume: { N: '1000' } });
    expect(Number(Item?.expiresAt?.N)).toBe(Date.parse('2026-11-30T00:00:00Z') / 1000);
  });
});

describe('a person may make so many previews an hour', () => {
  it('and not one more, whichever the event, and however many are asked for at once', async () => {
    const ids = (await times(2, () => draft())).map(({ body }) => body.id);
    const answers = await times(10, (n) => preview(ids[n % 2] ?? ''));
    expect(counted(answers)).toEqual({ 201: 3, 429: 7 });
    expectTooMany(await preview(ids[0]), 10 * 60, '3 previews an hour');
    const other = `${by} and another`;
    expect((await preview((await draft(other)).body.id, { locale: 'az' }, other)).status).toBe(201);
    vi.setSystemTime(new Date('2026-11-28T11:00:00Z'));
    expect((await preview(ids[0])).status).toBe(201);
  });

  it('of which one that is refused is none', async () => {
    const { body } = await draft();
    expect(counted(await times(5, () => preview(body.id, { locale: 'en' })))).toEqual({ 400: 5 });
    expect(counted(await times(3, () => preview(body.id)))).toEqual({ 201: 3 });
  });
});

describe('a person may create so many', () => {
  it('events and exhibitions a day, together', async () => {
    const answers = await times(8, (n) =>
      n % 2 ? draft() : staff.call('createExhibition', { body: '{}', as: 'contributor', by }),
    );
    expect(counted(answers)).toEqual({ 201: 4, 429: 4 });
    expectTooMany(await draft(), (13 * 60 + 10) * 60, '4 new events and exhibitions a day');
  });

  it('artworks a day', async () => {
    const id = (await staff.call('createExhibition', { body: '{}', by })).body.id;
    const answers = await times(8, () => staff.call('createArtwork', { params: { id }, body: '{}', by }));
    expect(counted(answers)).toEqual({ 201: 5, 429: 3 });
  });
});

describe('the number of an entry', () => {
  let id: string;
  const enter = (entryNumber?: number) =>
    staff.call('createArtwork', { params: { id }, body: JSON.stringify({ entryNumber }), as: 'contributor', by });
  const faultOf = (answer: StaffAnswer) => {
    expect(answer.status, JSON.stringify(answer.body)).toBe(400);
    return answer.body.errors;
  };

  beforeEach(async () => {
    id = (await staff.call('createExhibition', { body: '{}', by })).body.id;
  });

  it('may lie 10,000 above the highest that there is, when it is entered', async () => {
    expect(faultOf(await enter(999_999))).toMatchObject([
      {
        ...{ path: 'entryNumber', message: 'may be at most 10000 now: 10000 above the highest of this exhibition' },
      },
    ]);
    expect(faultOf(await enter(10_001))).toHaveLength(1);
    expect((await enter(10_000)).status).toBe(201);
    expect(faultOf(await enter(20_001))).toHaveLength(1);
    expect((await enter(20_000)).status).toBe(201);
    expect((await enter()).body.entryNumber).toBe(20_001);
    expect((await enter(3)).status).toBe(201);
  });

  it('and when it is changed', async () => {
    const { body } = await enter(7);
    const change = (entryNumber: number | null, version: number) =>
      staff.call('updateArtwork', {
        params: { id, artworkId: body.id },
        body: JSON.stringify({ entryNumber }),
        version,
        as: 'contributor',
        by,
      });
    expect(faultOf(await change(10_008, 1))).toHaveLength(1);
    expect((await change(10_007, 1)).body.entryNumber).toBe(10_007);
    expect((await change(null, 2)).body.entryNumber).toBe(10_007);
  });

  it('is the lowest free one where the highest of all is given', async () => {
    const plant = (entryNumber: number) => {
      const sk = { S: `ENTRY#${String(entryNumber).padStart(6, '0')}` };
      const Item = { pk: { S: `EXHIBITION#${id}` }, sk, artworkId: { S: id } };
      return dynamodb.send(new PutItemCommand({ TableName: process.env.DESK_TABLE, Item }));
    };
    for (const entryNumber of [1, 2, 4, 999_999]) await plant(entryNumber);
    const answers = await times(3, () => enter());
    expect(answers.map(({ body }) => body.entryNumber).sort()).toEqual([3, 5, 6]);
  });
});
