import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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

const ask = (name: StaffRouteName, { body, ...request }: Omit<StaffRequest, 'body'> & { body?: object } = {}) =>
  staff.call(name, { ...request, ...(body && { body: JSON.stringify(body) }) });

const leyla = { as: 'contributor', by: 'leyla' } as const;
const nigar = { as: 'editor', by: 'nigar' } as const;
const tural = { as: 'editor', by: 'tural' } as const;

const content = { category: 'events', translations: { az: { title: 'Sərgi', body: 'Mətn' } } };
const create = async (as: Pick<StaffRequest, 'as' | 'by'>, body: object = content): Promise<{ id: string }> => ({
  id: (await ask('createEvent', { ...as, body })).body.id,
});

describe('a review', () => {
  it('shows the note of each step to the other, keeps it in its version, and ends with the publication', async () => {
    const params = await create(leyla);
    const move = (as: typeof leyla | typeof nigar, status: string, note: string) =>
      ask('updateEventStatus', { ...as, params, body: { status, note } });
    expect((await move(leyla, 'inReview', 'Please look at the date.')).body).toMatchObject({
      status: 'inReview',
      review: { step: 'asked', note: 'Please look at the date.', createdBy: { id: 'leyla' } },
    });
    expect((await move(nigar, 'draft', 'It is on Friday.')).body).toMatchObject({
      status: 'draft',
      review: { step: 'returned', note: 'It is on Friday.', createdBy: { id: 'nigar' } },
    });
    expect((await move(leyla, 'inReview', 'x'.repeat(1_001))).body.errors).toMatchObject([
      { path: 'note', code: 'tooLong' },
    ]);
    expect((await ask('publishEvent', { ...nigar, params, body: {} })).body.review).toBeUndefined();
    const { items } = (await ask('listRevisions', { ...nigar, params })).body;
    expect(items.map(({ action, note }: { action: string; note?: string }) => [action, note])).toEqual([
      ['published', undefined],
      ['recalled', 'It is on Friday.'],
      ['submitted', 'Please look at the date.'],
      ['created', undefined],
    ]);
  });

  it('is over where the event is archived: back from there, it is asked for no more', async () => {
    for (const back of ['unarchiveEvent', 'restoreRevision'] as const) {
      const params = await create(leyla);
      const body = { status: 'inReview', note: 'Please look at it.' };
      await ask('updateEventStatus', { ...leyla, params, body });
      expect((await ask('archiveEvent', { ...nigar, params, version: 2 })).status).toBe(200);
      const ofVersion = { ...params, ...(back === 'restoreRevision' && { version: '1' }) };
      const event = (await ask(back, { ...nigar, params: ofVersion, version: 3, body: {} })).body;
      expect(event).toMatchObject({ status: 'draft', version: 4 });
      expect(event.review).toBeUndefined();
    }
  });

  it('is over without a word where it is taken back by the one who has asked for it', async () => {
    const params = await create(leyla);
    await ask('updateEventStatus', { ...leyla, params, body: { status: 'inReview' } });
    const { body } = await ask('updateEventStatus', { ...leyla, params, body: { status: 'draft' } });
    expect(body).toMatchObject({ status: 'draft' });
    expect(body.review).toBeUndefined();
  });
});

describe('a site of four eyes', () => {
  beforeAll(async () => {
    const { body: site, headers } = await ask('getStaffSite');
    const version = Number(/\d+/.exec(String(headers.etag))?.[0]);
    expect((await ask('updateSite', { version, body: { ...site, fourEyes: true } })).status).toBe(200);
  });

  it('lets nobody publish what they have changed last, by one route or by another', async () => {
    const params = await create(nigar);
    const publish = (as: typeof nigar | typeof tural) => ask('publishEvent', { ...as, params, body: {} });
    const refused = await ask('publishEvent', {
      ...{ ...nigar, params, body: {} },
      headers: { 'accept-language': 'az' },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'ownChange' } });
    expect(refused.body.detail).toContain('başqa əməkdaş');
    expect((await publish(tural)).status).toBe(200);
    const { version } = (await ask('getStaffEvent', { params })).body;
    await ask('updateEvent', { ...tural, params, version, body: { tags: [{ az: 'rəsm' }] } });
    expect((await publish(tural)).status).toBe(403);
    expect((await publish(nigar)).status).toBe(200);
    // There is nothing new in it.
    const planned = { unpublishAt: '2999-01-01T00:00:00Z' };
    expect((await ask('publishEvent', { ...tural, params, body: planned })).status).toBe(200);
    await ask('restoreRevision', {
      ...tural,
      params: { ...params, version: '1' },
      version: version + 3,
      body: {},
    });
    expect((await publish(tural)).status).toBe(403);
  });

  it('refuses the same among many events that a job publishes', async () => {
    const { actOnEvent } = await import('../../../shared/publishing/events/act-on-event.ts');
    const item = { ...(await create(nigar)), version: 1 };
    const publishAs = (by: string) =>
      actOnEvent('publish', item, { by, role: 'editor', from: 'job', now: new Date(), logger: console });
    await expect(publishAs('nigar')).rejects.toMatchObject({ code: 'ownChange' });
    expect((await publishAs('tural')).status).toBe('published');
  });

  it('keeps that to the staff', async () => {
    const { publicRoutes } = await import('../../../shared/contract/public.ts');
    expect(publicRoutes.getSite.response.shape).not.toHaveProperty('fourEyes');
  });
});

describe('what an event lacks for publication', () => {
  it('is told by field before one tries, in the words of the reader, and nothing is published', async () => {
    const params = await create(leyla, {
      translations: { az: { title: 'Sərgi', body: 'Mətn' }, en: { title: 'Exhibition' } },
    });
    const check = () => ask('getEventPublicationCheck', { ...leyla, params, headers: { 'accept-language': 'en' } });
    expect((await check()).body).toMatchObject({
      version: 1,
      errors: [
        { path: 'category', code: 'required' },
        { path: 'translations.en.body', code: 'required' },
      ],
      warnings: [],
    });
    const patch = { category: 'events', translations: { en: { body: 'Text' } } };
    await ask('updateEvent', { ...leyla, params, version: 1, body: patch });
    expect((await check()).body).toEqual({ version: 2, errors: [], warnings: [] });
    expect((await ask('getStaffEvent', { params })).body.publishedLocales).toEqual([]);
  });
});

describe('what is public of an event', () => {
  it('is the text as it was published, with its address in each language; 404 where nothing is', async () => {
    const params = await create(tural);
    expect((await ask('getEventPublication', { ...leyla, params })).status).toBe(404);
    await ask('publishEvent', { ...nigar, params, body: {} });
    const body = { translations: { az: { title: 'Başqa sərgi' } } };
    await ask('updateEvent', { ...tural, params, version: 2, body });
    const { body: found } = await ask('getEventPublication', { ...leyla, params });
    expect(found.content.translations).toEqual({ az: { title: 'Sərgi', body: 'Mətn', slug: expect.any(String) } });
    expect(found.addresses.az).toMatch(new RegExp(`/az/events/${found.content.translations.az.slug}$`));
    await ask('unpublishEvent', { ...nigar, params, body: {} });
    expect((await ask('getEventPublication', { ...leyla, params })).body.code).toBe('eventNotPublic');
  });
});
