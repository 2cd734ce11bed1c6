import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/model/time/add-days.ts';
import { addMonths } from '../../../shared/model/time/add-months.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { type AskAs, member } from '../../support/clients/staff-members.ts';
import { child, type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;
let contributor: AskAs;
let editor: AskAs;
let admin: AskAs;
let log = '';

beforeAll(async () => {
  cloud = await startExhibitionsInProcess((line) => {
    log += JSON.stringify(line);
  });
  contributor = await member(cloud, 'aysel', 'contributor');
  editor = await member(cloud, 'leyla', 'editor');
  admin = await member(cloud, 'rauf', 'admin');
});
afterAll(() => cloud.end());

const path = '/v1/staff/person-requests';
const today = () => dayOf(new Date().toISOString(), 'Asia/Baku');
const facts = { kind: 'access', receivedOn: today(), channel: 'phone' };

const enter = async (body: object) => {
  const answer = await editor(path, { body: { ...facts, ...body } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};

/** Does something with a request as it is now. */
const act = async (id: string, what: string, body: object, who = editor, method = 'POST') => {
  const { version } = (await who(`${path}/${id}`)).body;
  return who(`${path}/${id}${what}`, { method, body, ...(what !== '/acts' && { version }) });
};

const listed = async (state: string): Promise<{ id: string; dueOn: string }[]> => {
  const items: { id: string; dueOn: string }[] = [];
  let cursor = '';
  do {
    const { status, body } = await editor(`${path}?state=${state}&limit=2${cursor && `&cursor=${cursor}`}`);
    expect(status, JSON.stringify(body)).toBe(200);
    items.push(...body.items);
    cursor = body.nextCursor ?? '';
  } while (cursor);
  return items;
};

const stored = async (): Promise<string> => (await cloud.items('DeskTable')).join('\n');

describe('a request of a person', () => {
  it('has a last day, waits among the open ones by it, and is closed with what was done and by whom', async () => {
    const late = await enter({ name: 'Gecikən Şəxs', receivedOn: addDays(today(), -40) });
    const soon = await enter({ name: 'Tez Şəxs', note: 'Zəng etmək', receivedOn: addDays(today(), -20) });
    const fresh = await enter({ name: 'Yeni Şəxs' });
    expect(fresh.dueOn).toBe(addMonths(today(), 1));
    expect(late.dueOn < today()).toBe(true);
    const open = (await listed('open')).map(({ id }) => id);
    expect(open).toEqual([late.id, soon.id, fresh.id]);

    const done = await act(soon.id, '/acts', { act: 'accessDocument' });
    expect(done.body.acts).toMatchObject([{ act: 'accessDocument', createdBy: { id: 'leyla' } }]);
    const closed = await act(soon.id, '/closing', { result: 'answered', text: 'Sənəd göndərildi.' });
    expect(closed.status, JSON.stringify(closed.body)).toBe(200);
    expect(closed.body).toMatchObject({
      name: 'Tez Şəxs',
      outcome: { result: 'answered', text: 'Sənəd göndərildi.', createdBy: { id: 'leyla' } },
    });
    const days = (Date.parse(closed.body.personUntil) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
    expect((await listed('open')).map(({ id }) => id)).toEqual([late.id, fresh.id]);
    expect((await listed('closed')).map(({ id }) => id)).toEqual([soon.id]);
    for (const again of ['/closing', '/acts'])
      expect((await act(soon.id, again, again === '/acts' ? { act: 'erasure' } : { result: 'answered' })).status).toBe(
        409,
      );
  });

  it('is changed by who has seen it as it is, and its last day follows the day of receipt', async () => {
    const { id, version } = await enter({ name: 'Dəyişən Şəxs' });
    const receivedOn = addDays(today(), -3);
    const changed = await act(id, '', { receivedOn, note: 'Məktub', kind: 'erasure' }, editor, 'PATCH');
    expect(changed.body).toMatchObject({
      ...{ kind: 'erasure', note: 'Məktub', name: 'Dəyişən Şəxs', dueOn: addMonths(receivedOn, 1), version: 2 },
    });
    expect((await editor(`${path}/${id}`, { method: 'PATCH', body: { note: null }, version })).status).toBe(412);
    const future = await act(id, '', { receivedOn: addDays(today(), 2) }, editor, 'PATCH');
    expect([future.status, future.body.errors[0].code]).toEqual([400, 'inTheFuture']);
    const nobody = await editor(path, { body: facts });
    expect([nobody.status, nobody.body.errors[0].path]).toEqual([400, 'name']);
  });

  it('gets two months more once, if the person was told of it in time', async () => {
    const receivedOn = addDays(today(), -10);
    const { id, dueOn } = await enter({ name: 'Uzadılan Şəxs', receivedOn });
    const late = await act(id, '/extension', { reason: 'Arxiv', toldOn: addDays(receivedOn, -1) });
    expect([late.status, late.body.errors[0].code]).toEqual([400, 'before']);
    const named = await act(id, '/extension', { reason: 'Uzadılan Şəxsin arxivi', toldOn: today() });
    expect([named.status, named.body.errors[0].code]).toEqual([400, 'namesPerson']);
    const extended = await act(id, '/extension', { reason: 'Arxiv', toldOn: today() });
    expect(extended.body).toMatchObject({ dueOn: addMonths(receivedOn, 3), extension: { reason: 'Arxiv' } });
    expect(extended.body.dueOn > dueOn).toBe(true);
    expect((await act(id, '/extension', { reason: 'Arxiv', toldOn: today() })).status).toBe(409);
    const old = await enter({ name: 'Köhnə Şəxs', receivedOn: addDays(today(), -60) });
    const over = await act(old.id, '/extension', { reason: 'Arxiv', toldOn: today() });
    expect([over.status, over.body.errors[0].code]).toEqual([400, 'toldTooLate']);
  });

  it('is about nobody whom the reason for its two months names already, by a name or by an entry', async () => {
    const exhibitionId = await cloud.exhibition();
    const artworkId = await cloud.enter(exhibitionId, { artist: child('Nəzrinqa Vəliyeva') });
    const { id } = await enter({ name: 'Yazan Şəxs' });
    const reason = 'Nəzrinqa Vəliyevanın arxivi böyükdür.';
    expect((await act(id, '/extension', { reason, toldOn: today() })).status).toBe(200);
    const entries = [{ exhibitionId, artworkId }];
    const refused = await act(id, '', { name: 'Nəzrinqa Vəliyeva', entries }, editor, 'PATCH');
    const codes = refused.body.errors.map((error: { path: string; code: string }) => `${error.path} ${error.code}`);
    expect([refused.status, ...codes]).toEqual([400, 'name namedInExtension', 'entries namedInExtension']);
    expect((await act(id, '', { name: 'Başqa Adam' }, editor, 'PATCH')).status).toBe(200);
  });

  it('keeps every act, however many are recorded at once', async () => {
    const { id } = await enter({ name: 'Çoxlu Şəxs' });
    const acts = Array.from({ length: 10 }, () => editor(`${path}/${id}/acts`, { body: { act: 'correction' } }));
    expect((await Promise.all(acts)).map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect((await editor(`${path}/${id}`)).body.acts).toHaveLength(10);
  });

  it('is refused with a reason alone, which names nobody', async () => {
    const { id } = await enter({ name: 'Nəzrinqa Vəliyeva' });
    const without = await act(id, '/closing', { result: 'refused' });
    expect([without.status, without.body.errors[0].path]).toEqual([400, 'text']);
    const named = await act(id, '/closing', { result: 'refused', text: 'Vəliyevanın sorğusu əsassızdır.' });
    expect([named.status, named.body.errors[0].code]).toEqual([400, 'namesPerson']);
    expect((await act(id, '/closing', { result: 'refused', text: 'Sorğu əsassızdır.' })).status).toBe(200);
  });

  it('follows the days that the settings say', async () => {
    const settings = await admin('/v1/staff/site');
    const put = (body: object, version: number) => admin('/v1/staff/site', { method: 'PUT', body, version });
    const version = Number(settings.headers.get('etag')?.replaceAll('"', ''));
    expect((await put({ ...settings.body, requestDays: 10 }, version)).status).toBe(200);
    expect((await enter({ name: 'Günlü Şəxs' })).dueOn).toBe(addDays(today(), 10));
    expect((await cloud.items('ShowcaseTable')).join()).not.toContain('requestDays');
    expect((await cloud.ask('/v1/site')).body).not.toHaveProperty('requestDays');
    const after = await admin('/v1/staff/site');
    const next = Number(after.headers.get('etag')?.replaceAll('"', ''));
    expect((await put(settings.body, next)).status).toBe(200);
  });

  it('is for editors and admins, and leaves a name in no log and in no audit', async () => {
    const { id } = await enter({ name: 'Zxqwname Zxqwsurname', note: 'Zxqwnote' });
    await act(id, '/acts', { act: 'correction' }, admin);
    await act(id, '/closing', { result: 'answered' });
    for (const [rest, method, body] of [
      ['', 'GET', undefined],
      ['', 'POST', { ...facts, name: 'Kimsə' }],
      [`/${id}`, 'GET', undefined],
      [`/${id}`, 'PATCH', { note: null }],
      [`/${id}/extension`, 'POST', { reason: 'a', toldOn: today() }],
      [`/${id}/acts`, 'POST', { act: 'erasure' }],
      [`/${id}/closing`, 'POST', { result: 'answered' }],
    ] as const) {
      expect((await contributor(`${path}${rest}`, { method, version: 1, ...(body && { body }) })).status).toBe(403);
    }
    const { items } = (await admin(`/v1/staff/audit?item=${id}`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(
      ['closed', 'acted', 'created'].map((name) => `personRequest.${name}`),
    );
    const audit = (await cloud.items('DeskTable')).filter((item) => item.includes('"pk":"AUDIT'));
    for (const kept of [audit.join(''), log]) expect(kept).not.toMatch(/zxqw/i);
  });
});

describe('whom a request is about', () => {
  it('is forgotten when the person is erased: kind, days and what was done stay', async () => {
    const id = await cloud.exhibition();
    const artworkId = await cloud.enter(id, {
      artist: child('Silinənxq Qasımova', { guardian: 'Valideynxq Qasımova' }),
    });
    const open = await enter({
      ...{ kind: 'erasure', name: 'Valideynxq Qasımova', note: 'Silinənxq haqqında' },
      entries: [{ exhibitionId: id, artworkId }],
    });
    expect(open.entries).toMatchObject([{ artworkId, exhibitionId: id, exhibitionTitle: expect.any(String) }]);
    const closed = await enter({ name: 'Silinənxq Qasımova', entries: [{ exhibitionId: id, artworkId }] });
    await act(closed.id, '/closing', { result: 'answered', text: 'Sənəd verildi.' });
    expect(await stored()).toMatch(/Valideynxq/);

    const gone = await editor(`/v1/staff/exhibitions/${id}/artworks/${artworkId}`, { method: 'DELETE' });
    expect(gone.body.erased).toBe(true);
    expect(await stored()).not.toMatch(/Valideynxq|Silinənxq/);
    const after = (await editor(`${path}/${open.id}`)).body;
    expect(after).toMatchObject({ kind: 'erasure', dueOn: open.dueOn, entries: [] });
    expect([after.name, after.note]).toEqual([undefined, undefined]);
    expect((await editor(`${path}/${closed.id}`)).body).toMatchObject({ outcome: { text: 'Sənəd verildi.' } });
    expect((await act(open.id, '/closing', { result: 'answered', text: 'Silindi.' })).status).toBe(200);
  });

  it('stays forgotten where the request was being changed meanwhile', async () => {
    const exhibitionId = await cloud.exhibition();
    const artworkId = await cloud.enter(exhibitionId, { artist: child('Yarışxq Qasımova') });
    const { id } = await enter({ name: 'Yarışxq Qasımova', entries: [{ exhibitionId, artworkId }] });
    const [isReading, erased] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const release = cloud.inject({
      match: ({ action, body }) => {
        const isMeant = action === 'dynamodb:GetItem' && JSON.stringify(body).includes('"PERSON-REQUEST"');
        if (isMeant) isReading.resolve();
        return isMeant;
      },
      ...{ respond: erased.promise, times: 1 },
    });
    const acting = editor(`${path}/${id}/acts`, { body: { act: 'erasure' } });
    await isReading.promise;
    await editor(`/v1/staff/exhibitions/${exhibitionId}/artworks/${artworkId}`, { method: 'DELETE' });
    erased.resolve();
    expect((await acting).body).toMatchObject({ acts: [{ act: 'erasure' }], entries: [] });
    release();
    expect(await stored()).not.toMatch(/Yarışxq/);
  });

  it('is not told by an entry that is rated blind, and a change takes nothing away that is not seen', async () => {
    const id = await cloud.exhibition({ blindRating: true });
    const artworkId = await cloud.enter(id, { artist: child('Gizlixq Adlıyeva') });
    const entries = [{ exhibitionId: id, artworkId }];
    const request = await enter({ name: 'Gizlixq Adlıyeva', entries });
    await cloud.act(id, 'status', { status: 'selection' });
    for (const who of [editor, admin])
      expect((await who(`${path}/${request.id}`)).body).toMatchObject({ entries: [], hiddenEntries: 1 });
    expect((await act(request.id, '', { entries: [] }, editor, 'PATCH')).body).toMatchObject({ hiddenEntries: 1 });
    expect((await editor(path, { body: { ...facts, name: 'Başqası', entries } })).status).toBe(403);
  });

  it('is forgotten ninety days after the request was closed', async () => {
    const { id } = await enter({ name: 'Müddətlixq Şəxs', note: 'Qeyd' });
    await act(id, '/closing', { result: 'answered' });
    const { tableName, endpoint } = cloud.dynamodb;
    const TableName = tableName('DeskTable');
    const engine = new DynamoDBClient({
      ...{ endpoint, region: 'us-east-1' },
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const Key = { pk: { S: `PERSON-REQUEST#${id}` }, sk: { S: 'PERSON' } };
    const { Item } = await engine.send(new GetItemCommand({ TableName, Key }));
    expect(Math.round((Number(Item?.expiresAt?.N) - Date.now() / 1000) / 86_400)).toBe(90);
    // DynamoDB deletes what has ended within days: until then it is not read.
    const ended = { N: String(Math.floor(Date.now() / 1000)) };
    await engine.send(new PutItemCommand({ TableName, Item: { ...Item, ...Key, expiresAt: ended } }));
    const { body } = await editor(`${path}/${id}`);
    expect([body.name, body.note, body.personUntil]).toEqual([undefined, undefined, undefined]);
    expect(body.outcome.result).toBe('answered');
    expect((await listed('closed')).find((one) => one.id === id)).not.toHaveProperty('name');
  });
});
