import { hash } from 'node:crypto';
import { DeleteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { env } from '../../../shared/aws/environment.ts';
import { markProcessing, readUpload, saveIngestOutcome } from '../../../shared/desk/uploads/uploads.ts';
import type { Upload } from '../../../shared/model/files/upload.ts';
import {
  type StaffProcess,
  type StaffRequest,
  type StaffRouteName,
  startStaff,
} from '../../support/cloud/staff-process.ts';

let staff: StaffProcess;

beforeAll(async () => {
  staff = await startStaff(inject('assembly'), { UNUSED_UPLOAD_DAYS: '90' });
});
afterAll(() => staff.stop());

const tableItems = async () => (await dynamodb.send(new ScanCommand({ TableName: env.deskTable }))).Items ?? [];

/** Every test has the table for itself. */
beforeEach(async () => {
  for (const { pk, sk } of await tableItems()) {
    if (pk && sk) await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: { pk, sk } }));
  }
});

const ask = async (name: StaffRouteName, { body, ...request }: Omit<StaffRequest, 'body'> & { body?: object } = {}) => {
  const answer = await staff.call(name, { ...request, ...(body && { body: JSON.stringify(body) }) });
  if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const upload = async (fileName: string, by = 'leyla'): Promise<string> => {
  const file = { fileName, contentType: 'image/jpeg', contentLength: 1_000, sha256: hash('sha256', fileName) };
  return (await ask('createUpload', { body: file, by })).uploadId;
};

const stored = async (id: string): Promise<Upload> => {
  const found = await readUpload(id);
  if (!found) throw new Error(`There is no upload ${id}.`);
  return found;
};

const reject = async (id: string): Promise<void> => {
  await markProcessing(await stored(id), new Date());
  await saveIngestOutcome(await stored(id), { state: 'rejected', rejection: { code: 'damaged', params: {} } });
};

type Query = Readonly<Record<string, string>>;

const listed = async (query: Query, as: StaffRequest['as'] = 'editor', by = 'rauf'): Promise<string[]> => {
  const ids: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await ask('listUploads', { query: { ...query, limit: '2', ...(cursor && { cursor }) }, as, by });
    ids.push(...page.items.map(({ uploadId }: { uploadId: string }) => uploadId));
    if (!page.nextCursor) return ids;
    cursor = page.nextCursor;
  }
};

describe('the list of uploads', () => {
  it('has each once, the newest first, and finds words of names and states', async () => {
    const ids: string[] = [];
    for (const name of ['Uşaq_rəsmi-1.jpg', 'scan 2.jpg', 'Uşaq rəsmi 3.png', 'foto.jpg'])
      ids.unshift(await upload(name));
    expect(await listed({})).toEqual(ids);
    const [foto = '', third, second = '', first] = ids;
    expect(await listed({ q: 'USAQ res' })).toEqual([third, first]);
    expect(await listed({ q: 'usaq 3' })).toEqual([third]);
    expect(await listed({ q: 'jpg' })).toEqual([]);
    await reject(second);
    expect(await listed({ state: 'rejected' })).toEqual([second]);
    expect(await listed({ state: 'awaiting' })).toEqual([foto, third, first]);
    expect(await listed({})).toEqual(ids);
    expect(await listed({ kind: 'picture' })).toEqual(ids);
    expect(await listed({ kind: 'document' })).toEqual([]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 3_600_000 });
    expect(await listed({ state: 'expired', q: 'foto' })).toEqual([foto]);
    expect(await listed({ state: 'expired' })).toEqual([foto, third, first]);
    vi.useRealTimers();
  });

  it('shows contributors their own alone, and says where each is used', async () => {
    const [own, other] = [await upload('own.jpg', 'leyla'), await upload('other.jpg', 'kamal')];
    expect(await listed({}, 'contributor', 'leyla')).toEqual([own]);
    expect(await listed({ q: 'other' }, 'contributor', 'leyla')).toEqual([]);
    expect(await listed({})).toEqual([other, own]);
    const content = { translations: { az: { title: 'Sərgi' } }, pictures: [{ uploadId: own }] };
    const event = await ask('createEvent', { body: content });
    const uses = async () => (await ask('listUploads', { query: { q: 'own' } })).items[0].usedBy;
    expect(await uses()).toEqual([{ kind: 'event', id: event.id, field: 'pictures' }]);
    await ask('updateEvent', { params: { id: event.id }, version: 1, body: { pictures: [] } });
    expect(await uses()).toEqual([]);
    expect(await listed({ unused: 'true', before: '2099-01-01' })).toEqual([other]);
    expect(await listed({ unused: 'true' })).toEqual([]);
  });

  it('has what an earlier release has stored', async () => {
    const unused = await upload('first.jpg');
    const used = await upload('second.jpg');
    await ask('createEvent', { body: { translations: { az: { title: 'Sərgi' } }, pictures: [{ uploadId: used }] } });
    for (const { pk, sk } of await tableItems()) {
      const isNew = pk?.S === 'LISTS' || /^(LIST|OWNER|WORD#|USES#)/.test(sk?.S ?? '');
      if (isNew && pk && sk) await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: { pk, sk } }));
    }
    expect(await listed({})).toEqual([used, unused]);
    expect(await listed({ q: 'second' })).toEqual([used]);
  });
});
