import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { languages } from '../../../shared/refusals/language.ts';
import {
  type StaffProcess,
  type StaffRequest,
  type StaffRouteName,
  startStaff,
} from '../../support/cloud/staff-process.ts';

let staff: StaffProcess;
let id: string;
beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
  id = (await staff.call('createExhibition', { body: '{}' })).body.id;
});
afterAll(() => staff.stop());

const event = (title: string) => ({ translations: { az: { title } } });

const send = (name: StaffRouteName, key: string, body: object, more: StaffRequest = {}) => {
  const headers = { 'idempotency-key': key, ...more.headers };
  return staff.call(name, { params: { id }, body: JSON.stringify(body), ...more, headers });
};

const quoted = (key: string = randomUUID()): string => `"${key}"`;

/** What each route that takes a key makes, and another content for it. */
const creations = {
  createEvent: [event('Günəş'), event('Ay')],
  createExhibition: [event('Günəş'), event('Ay')],
  createArtwork: [event('Günəş'), event('Ay')],
  createPersonRequest: [
    { kind: 'access', receivedOn: '2022-03-01', channel: 'email', name: 'Leyla' },
    { kind: 'access', receivedOn: '2022-03-02', channel: 'email', name: 'Leyla' },
  ],
} as const satisfies Partial<Record<StaffRouteName, readonly [object, object]>>;

it('tries every route that takes a key', () => {
  const taking = Object.entries(staffRoutes).filter(([, route]) => 'takesIdempotencyKey' in route);
  expect(taking.map(([name]) => name).sort()).toEqual(Object.keys(creations).sort());
});

describe.each(Object.entries(creations))('%s with a key', (route, [content, other]) => {
  const name = route as keyof typeof creations;

  it('makes one thing of a request that is sent again, and answers as before', async () => {
    const key = quoted();
    const first = await send(name, key, content);
    const second = await send(name, key, content);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(second.headers.location).toBe(first.headers.location);
    expect((await send(name, quoted(), content)).body.id).not.toBe(first.body.id);
  });

  it('makes one thing of requests at the same moment, which all get it', async () => {
    const key = quoted();
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(name, key, content)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('makes one thing of two contents at the same moment, and refuses the other one', async () => {
    const key = quoted();
    const answers = await Promise.all([content, other].map((one) => send(name, key, one)));
    const [made, refused] = answers.sort((one, another) => one.status - another.status);
    expect([made?.status, refused?.status, refused?.body.createdId]).toEqual([201, 422, made?.body.id]);
  });

  it('refuses another content, in the language of the caller, and says what was made', async () => {
    const key = quoted();
    const { body } = await send(name, key, content);
    const details = new Set<string>();
    for (const language of languages) {
      const refused = await send(name, key, other, { headers: { 'accept-language': language } });
      expect(refused).toMatchObject({ status: 422, body: { code: 'idempotencyKeyReused', createdId: body.id } });
      details.add(refused.body.detail);
    }
    expect(details.size).toBe(languages.length);
  });

  it('takes the same key of another person for another one', async () => {
    const key = quoted();
    const mine = await send(name, key, content, { by: 'u-1' });
    const theirs = await send(name, key, other, { by: 'u-2' });
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('remembers no key of a request that was refused', async () => {
    const key = quoted();
    expect((await send(name, key, { colour: 'red' })).status).toBe(400);
    expect((await send(name, key, content)).status).toBe(201);
  });
});

describe('a key', () => {
  it('gives what was made as it is now', async () => {
    const key = quoted();
    const made = await send('createEvent', key, event('Günəş'));
    const changed = JSON.stringify({ translations: { az: { title: 'Günəş və ay' } } });
    await staff.call('updateEvent', { params: { id: made.body.id }, version: 1, body: changed });
    const again = await send('createEvent', key, event('Günəş'));
    expect(again).toMatchObject({ status: 201, headers: { etag: '"2"' }, body: { id: made.body.id, version: 2 } });
  });

  it('counts once among what a person may make in a day', async () => {
    const by = 'u-quota';
    const key = quoted();
    for (let n = 0; n < 5; n += 1) await send('createEvent', key, event('Günəş'), { by });
    const page = await staff.call('listStaffEvents', { query: { author: by } });
    expect(page.body.items).toHaveLength(1);
  });

  it('makes nothing anew of what was erased', async () => {
    const key = quoted();
    const { body } = await send('createArtwork', key, event('Günəş'));
    const erased = await staff.call('deleteArtwork', { params: { id, artworkId: body.id }, version: 1 });
    expect(erased.status, JSON.stringify(erased.body)).toBe(200);
    const again = await send('createArtwork', key, event('Günəş'));
    expect(again).toMatchObject({ status: 404, body: { code: 'erasedMeanwhile' } });
  });

  it('of one operation is refused for another', async () => {
    const key = quoted();
    await send('createEvent', key, event('Günəş'));
    expect((await send('createExhibition', key, event('Günəş'))).status).toBe(422);
  });

  it('may come without quotes and in capitals, and the order of names does not matter', async () => {
    const key = randomUUID();
    const [one, other] = [
      { title: 'Günəş', summary: 'İsti' },
      { summary: 'İsti', title: 'Günəş' },
    ];
    const first = await send('createEvent', quoted(key), { translations: { az: one, en: { title: 'Sun' } } });
    const second = await send('createEvent', key.toUpperCase(), { translations: { en: { title: 'Sun' }, az: other } });
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  });

  it.each(['', 'abc', '"', '"8e03978e-40d5-43e8-bc93-6894a57f9324', '{8e03978e}', `${randomUUID()}, ${randomUUID()}`])(
    'is refused where it is no UUID: %j',
    async (key) => {
      const refused = await send('createEvent', key, event('Günəş'));
      expect(refused).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'Idempotency-Key', code: 'invalidIdempotencyKey' }] },
      });
    },
  );
});
