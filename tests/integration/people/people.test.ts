import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { env } from '../../../shared/aws/environment.ts';
import {
  type StaffProcess,
  type StaffRequest,
  type StaffRouteName,
  startStaff,
} from '../../support/cloud/staff-process.ts';

let staff: StaffProcess;

beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
});
afterAll(() => staff.stop());

const ask = async (name: StaffRouteName, { body, ...request }: Omit<StaffRequest, 'body'> & { body?: object } = {}) =>
  staff.call(name, { ...request, ...(body && { body: JSON.stringify(body) }) });

const draft = async (as: Pick<StaffRequest, 'by' | 'name'>): Promise<string> =>
  (await ask('createEvent', { ...as, body: { translations: { az: { title: 'Sərgi' } } } })).body.id;

describe('the name of a person', () => {
  it('stands beside the id in answers once the person has acted, as the token says it', async () => {
    const id = await draft({ by: 'u-1', name: 'Leyla\n Həsənova' });
    const { version } = (await ask('getStaffEvent', { params: { id } })).body;
    await ask('updateEvent', { params: { id }, version, body: { place: { name: { az: 'Bakı' } } }, by: 'u-2' });
    const leyla = { id: 'u-1', name: 'Leyla Həsənova' };
    expect((await ask('getStaffEvent', { params: { id } })).body).toMatchObject({
      createdBy: leyla,
      updatedBy: { id: 'u-2' },
    });
    expect((await ask('listStaffEvents', { query: { author: 'u-1' } })).body.items).toMatchObject([
      { createdBy: leyla },
    ]);
    expect((await ask('listRevisions', { params: { id } })).body.items[1]).toMatchObject({ createdBy: leyla });
    const revision = await ask('getRevision', { params: { id, version: '1' } });
    expect(revision.body.event).toMatchObject({ createdBy: leyla });
    expect((await ask('listAuditEntries', { query: { item: id } })).body.items[1]).toMatchObject({ createdBy: leyla });
    // Reading is no act, and a later token may say another name.
    await ask('getMe', { by: 'u-2', name: 'Kamal' });
    expect((await ask('getStaffEvent', { params: { id } })).body.updatedBy).toEqual({ id: 'u-2' });
    await draft({ by: 'u-1', name: 'Leyla Quliyeva' });
    expect((await ask('getStaffEvent', { params: { id } })).body.createdBy.name).toBe('Leyla Quliyeva');
  });

  it('is listed with the id, page by page', async () => {
    await draft({ by: 'u-5', name: 'Rauf' });
    await draft({ by: 'u-6', name: 'Aysel' });
    const page = await ask('listPeople', { query: { limit: '1' } });
    const { items } = (await ask('listPeople', { query: { limit: '100' } })).body;
    expect(items).toContainEqual({ id: 'u-5', name: 'Rauf' });
    expect(items).toContainEqual({ id: 'u-6', name: 'Aysel' });
    const next = await ask('listPeople', { query: { limit: '100', cursor: page.body.nextCursor } });
    expect([...page.body.items, ...next.body.items]).toEqual(items);
  });

  it('finds what the person has done in the audit, of one kind too, with what each item is called', async () => {
    const ids = [await draft({ by: 'u-7', name: 'Lalə' }), await draft({ by: 'u-8' }), await draft({ by: 'u-7' })];
    await ask('updateEvent', { params: { id: ids[0] ?? '' }, version: 1, body: { category: 'news' }, by: 'u-7' });
    const found = async (query: Record<string, string>) => (await ask('listAuditEntries', { query })).body;
    const all = await found({ person: 'u-7' });
    expect(all.items.map(({ item, action }: { item: string; action: string }) => [item, action])).toEqual([
      [ids[0], 'event.updated'],
      [ids[2], 'event.created'],
      [ids[0], 'event.created'],
    ]);
    expect(all.items[0]).toMatchObject({
      createdBy: { id: 'u-7', name: 'Lalə' },
      subject: { kind: 'event', title: 'Sərgi' },
    });
    // One after the other, past what others have done.
    const first = await found({ person: 'u-7', action: 'event.created', limit: '1' });
    expect(first.items).toEqual([all.items[1]]);
    const next = { person: 'u-7', action: 'event.created', limit: '1', cursor: first.nextCursor };
    expect((await found(next)).items).toEqual([all.items[2]]);
    expect(await ask('listAuditEntries', { query: { ...next, person: 'u-8' } })).toMatchObject({ status: 400 });
    expect((await found({ item: ids[0] ?? '', action: 'event.updated' })).items).toEqual([all.items[0]]);
    expect(await ask('listAuditEntries', { query: { action: 'event.sung' } })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'action' }] },
    });
  });

  it('is erased by an admin, and kept nowhere then', async () => {
    const id = await draft({ by: 'u-3', name: 'Nigar' });
    const erase = (as: 'editor' | 'admin') => ask('deletePersonName', { params: { personId: 'u-3' }, as });
    expect((await erase('editor')).status).toBe(403);
    expect(await erase('admin')).toMatchObject({ status: 200, body: { id: 'u-3', erased: true } });
    expect((await ask('getStaffEvent', { params: { id } })).body.createdBy).toEqual({ id: 'u-3' });
    const { Items } = await dynamodb.send(new ScanCommand({ TableName: env.deskTable }));
    expect(JSON.stringify(Items)).not.toContain('Nigar');
    await draft({ by: 'u-3', name: 'Nigar' });
    expect((await ask('getStaffEvent', { params: { id } })).body.createdBy.name).toBe('Nigar');
    // By that a name that has come back with a restore of the table is told from one that was kept since.
    const kept = await dynamodb.send(new ScanCommand({ TableName: env.deskTable }));
    const name = kept.Items?.find((item) => item.name?.S === 'Nigar');
    expect(Date.now() - Date.parse(name?.keptSince?.S ?? '')).toBeLessThan(60_000);
  });
});

describe('who asks', () => {
  it('learns the id, the name and the groups that the token says', async () => {
    const me = await ask('getMe', { as: 'editor', by: 'u-1', name: 'Leyla' });
    expect(me.body).toEqual({ id: 'u-1', name: 'Leyla', role: 'editor', groups: ['editor'], getsMail: false });
  });
});

describe('the audit', () => {
  it('of an item is for editors, without addresses', async () => {
    const id = await draft({ by: 'u-1' });
    const asEditor = await ask('listEventAuditEntries', { params: { id }, as: 'editor' });
    expect(asEditor.body.items).toMatchObject([{ action: 'event.created', createdBy: { id: 'u-1' } }]);
    expect(asEditor.body.items[0]).not.toHaveProperty('from');
    expect((await ask('listAuditEntries', { query: { item: id } })).body.items[0].from).toBe('192.0.2.7');
    expect((await ask('listAuditEntries', { query: { item: id }, as: 'editor' })).status).toBe(403);
    expect((await ask('listEventAuditEntries', { params: { id }, as: 'contributor' })).status).toBe(403);
    const unknown = { id: '01J1YQ0ZJ5E4N7V3K8W2T6R9XB' };
    expect((await ask('listEventAuditEntries', { params: unknown, as: 'editor' })).status).toBe(404);
  });

  it('of an exhibition and its artworks is for editors too', async () => {
    const content = { category: 'exhibitions', translations: { az: { title: 'Müsabiqə' } } };
    const { body: exhibition } = await ask('createExhibition', { body: content, as: 'editor' });
    const { id } = exhibition;
    const entry = await ask('createArtwork', { params: { id }, body: { translations: {} }, by: 'u-1' });
    const params = { id, artworkId: entry.body.id };
    const audit = () => ask('listArtworkAuditEntries', { params, as: 'editor' });
    expect((await audit()).body.items).toMatchObject([{ action: 'artwork.entered', createdBy: { id: 'u-1' } }]);
    expect((await ask('listExhibitionAuditEntries', { params: { id }, as: 'editor' })).body.items).toHaveLength(1);
  });
});
