import { BatchWriteItemCommand, PutItemCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { batchesOf } from '../../../shared/aws/batches-of.ts';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { env } from '../../../shared/aws/environment.ts';
import { endingEventsList } from '../../../shared/desk/events/event-list-place.ts';
import { type StaffProcess, startStaff } from '../../support/cloud/staff-process.ts';
import {
  cutShort,
  emptyTable,
  eventListsOn,
  type Item,
  type Query,
  removeAll,
  tableItems,
  titled,
} from '../../support/event-lists.ts';

let staff: StaffProcess;

beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
});
afterAll(() => staff.stop());

/** Every test has the table for itself. */
beforeEach(emptyTable);

const { ask, draft, act, published, listed, counts } = eventListsOn(() => staff);

describe('a list of events', () => {
  it('finds words of titles in every language, or their beginnings, in drafts and in what is public', async () => {
    const one = await draft();
    const other = await published({ translations: { ...titled('Konsert'), ...titled('Drawings of children', 'en') } });
    expect(await listed({ q: 'RESM ser' })).toEqual([one]);
    expect(await listed({ q: 'draw' })).toEqual([other]);
    expect(await listed({ q: 'konsert children' })).toEqual([other]);
    expect(await listed({ q: 'konsert resm' })).toEqual([]);
    expect(await listed({ q: 'draw', status: 'draft' })).toEqual([]);
    // Another title is found, the former one is not, and nothing of it is left.
    await act('updateEvent', one, { translations: titled('Payız') });
    expect(await listed({ q: 'payiz' })).toEqual([one]);
    expect(await listed({ q: 'resm' })).toEqual([]);
    expect(JSON.stringify(await tableItems())).not.toContain('WORD#resm');
    expect((await staff.call('listStaffEvents', { query: { q: '…' } })).status).toBe(400);
  });

  it('lets each filter through alone, and several at once', async () => {
    const plain = await draft();
    const news = await draft({ category: 'news' }, 'kamal');
    const inCampaign = await draft({ campaign: 'usaq-gozu', translations: titled('Children', 'en') });
    const open = await published();
    const planned = await published({}, { publishAt: '2099-01-01T00:00:00.000Z' });
    await act('archiveEvent', plain);
    expect(await listed({ status: 'draft,archived', sort: 'changed' })).toEqual([plain, inCampaign, news]);
    expect(await listed({ category: 'news' })).toEqual([news]);
    expect(await listed({ campaign: 'usaq-gozu' })).toEqual([inCampaign]);
    expect(await listed({ author: 'kamal' })).toEqual([news]);
    expect(await listed({ author: 'leyla', category: 'events', status: 'published' })).toEqual([open]);
    expect(await listed({ missing: 'az' })).toEqual([inCampaign]);
    expect(await listed({ missing: 'en' })).toEqual([planned, open, news]);
    expect(await listed({ status: 'scheduled', sort: 'published' })).toEqual([planned]);
    expect(await listed({ status: 'scheduled,published', author: 'leyla' })).toEqual([planned, open]);
    expect(await listed({ author: 'rauf' })).toEqual([]);
    expect(await listed({ missing: 'true', status: 'draft' })).toEqual([inCampaign, news]);
    const wrong: Query[] = [
      { status: 'draft,gone' },
      { sort: 'title' },
      { missing: 'Azerbaijani' },
      { tag: '…' },
      { changed: 'yes' },
    ];
    for (const query of wrong) {
      expect((await staff.call('listStaffEvents', { query })).status).toBe(400);
    }
  });

  it('finds tags in every language, and what was handed to somebody', async () => {
    const tagged = await draft({ tags: [{ az: 'Uşaq rəsmi', en: 'Drawing' }, { az: 'Sülh' }] });
    const handed = await draft({ tags: [{ az: 'Rəsm' }] });
    await act('assignContributors', handed, { handedTo: ['kamal'] });
    expect(await listed({ tag: 'usaq RƏSMİ' })).toEqual([tagged]);
    expect(await listed({ tag: 'drawing' })).toEqual([tagged]);
    expect(await listed({ tag: 'rəsm', category: 'events' })).toEqual([handed]);
    expect(await listed({ handedTo: 'kamal' })).toEqual([handed]);
    expect(await listed({ handedTo: 'leyla' })).toEqual([]);
    // As version 0.2.0 has entered them, they are looked up.
    for (const item of await tableItems()) {
      if (!item.facts?.S) continue;
      const { tags: _, handedTo: __, ...facts } = JSON.parse(item.facts.S);
      const Item = { ...item, facts: { S: JSON.stringify(facts) } };
      await dynamodb.send(new PutItemCommand({ TableName: env.deskTable, Item }));
    }
    expect(await listed({ tag: 'Sülh' })).toEqual([tagged]);
    expect(await listed({ handedTo: 'kamal' })).toEqual([handed]);
  });

  it('knows what has changed since it was published, and which translation is older than the original', async () => {
    const translations = { ...titled('Sərgi'), ...titled('Exhibition', 'en'), ...titled('Выставка', 'ru') };
    const id = await published({ translations });
    await published();
    expect(await listed({ changed: 'true' })).toEqual([]);
    expect(await listed({ outdated: 'true' })).toEqual([]);
    await act('updateEvent', id, { translations: titled('Rəsmlər') });
    expect(await ask('getStaffEvent', { params: { id } })).toMatchObject({
      hasUnpublishedChanges: true,
      outdatedLocales: ['en', 'ru'],
    });
    expect(await listed({ changed: 'true' })).toEqual([id]);
    expect(await listed({ outdated: 'true' })).toEqual([id]);
    await act('updateEvent', id, { translations: titled('Drawings', 'en') });
    expect(await listed({ outdated: 'en' })).toEqual([]);
    expect(await listed({ outdated: 'ru' })).toEqual([id]);
    await act('updateEvent', id, { translations: titled('Рисунки', 'ru') });
    expect(await listed({ outdated: 'true' })).toEqual([]);
    await act('publishEvent', id);
    expect(await listed({ changed: 'true' })).toEqual([]);
    expect(await listed({ changed: 'false', status: 'published' })).toHaveLength(2);
    // A new slug is no new text.
    await act('updateEvent', id, { translations: { az: { slug: 'yeni' } } });
    expect(await listed({ outdated: 'true' })).toEqual([]);
    // A slip of the pen put right, which says the same.
    await act('updateEvent', id, { translations: titled('Rəsmlər!') });
    await act('updateEvent', id, { upToDateLocales: ['en'] });
    expect(await ask('getStaffEvent', { params: { id } })).toMatchObject({ outdatedLocales: ['ru'] });
    expect(await listed({ outdated: 'en' })).toEqual([]);
  });

  it('is sorted by the last change, the publication or the beginning, either way, from one day to another', async () => {
    const starting = async (startsAt: string, publishAt: string) =>
      published({ showings: [{ startsAt }] }, { publishAt });
    const a = await starting('2022-11-20', '2022-11-03T08:00:00.000Z');
    const b = await starting('2022-11-18T15:00:00.000Z', '2022-11-01T08:00:00.000Z');
    const c = await starting('2022-11-18', '2022-11-02T08:00:00.000Z');
    const without = await draft();
    expect(await listed({ sort: 'changed' })).toEqual([without, c, b, a]);
    expect(await listed({ sort: 'changed', order: 'ascending' })).toEqual([a, b, c, without]);
    expect(await listed({ sort: 'published' })).toEqual([a, c, b]);
    expect(await listed({ sort: 'starts' })).toEqual([c, b, a]);
    expect(await listed({ sort: 'starts', q: 'resm', order: 'descending' })).toEqual([a, b, c]);
    // Baku's 2 November began at 20:00 UTC the day before.
    expect(await listed({ sort: 'published', from: '2022-11-02', to: '2022-11-02' })).toEqual([c]);
    expect(await listed({ sort: 'published', to: '2022-11-01T08:00:00.000Z' })).toEqual([b]);
    expect(await listed({ sort: 'starts', from: '2022-11-19' })).toEqual([a]);
    expect(await listed({ sort: 'starts', to: '2022-11-18' })).toEqual([c, b]);
    expect(await listed({ sort: 'starts', from: '2023-01-01', to: '2022-01-01' })).toEqual([]);
  });

  it('is sorted by the planned end of publications, and holds nothing that has none', async () => {
    const ending = (unpublishAt: string, content: object = {}) => published(content, { unpublishAt });
    const late = await ending('2098-06-02T08:00:00.000Z');
    const early = await ending('2098-06-01T08:00:00.000Z', { category: 'news' });
    const planned = await published(
      {},
      { publishAt: '2097-01-01T00:00:00.000Z', unpublishAt: '2098-06-03T00:00:00.000Z' },
    );
    const gone = await ending('2098-06-04T00:00:00.000Z');
    await act('unpublishEvent', gone);
    const page = await ending('2098-06-05T00:00:00.000Z', { kind: 'page', category: undefined });
    await published();
    expect(await listed({ sort: 'ends' })).toEqual([early, late, planned]);
    expect(await listed({ sort: 'ends', order: 'descending' }, 1)).toEqual([planned, late, early]);
    expect(await listed({ sort: 'ends', status: 'published', to: '2098-06-02' })).toEqual([early, late]);
    expect(await listed({ sort: 'ends', category: 'events', from: '2098-06-02' })).toEqual([late, planned]);
    expect(await listed({ sort: 'ends', kind: 'page' })).toEqual([page]);
  });

  it('has each event once, page by page, whatever the length of a page', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 9; n += 1) ids.unshift(n % 3 ? await draft() : await published());
    const queries: Query[] = [{ q: 'resm' }, { author: 'leyla' }, { status: 'draft,published', sort: 'changed' }];
    for (const query of queries) {
      for (const limit of [1, 2, 4, 9]) expect(await listed(query, limit), JSON.stringify(query)).toEqual(ids);
      expect(await listed({ ...query, order: 'ascending' }, 2)).toEqual(ids.toReversed());
    }
    const { nextCursor: cursor } = await ask('listStaffEvents', { query: { q: 'resm', limit: '1' } });
    expect((await staff.call('listStaffEvents', { query: { q: 'ser', limit: '1', cursor } })).status).toBe(400);
  });

  it('reads at most 2,000 keys of the index for a request, and goes on from there', async () => {
    const first = await draft({ translations: titled('Ən birinci') }, 'kamal');
    // What others have, entered as the act itself enters it.
    const items = await tableItems();
    const entry = items.find(({ sk }) => sk?.S === 'LIST#all-changed');
    const author = items.find(({ sk }) => sk?.S === 'LIST#author');
    const copies = Array.from({ length: 2_100 }, (_, n): Item[] => {
      const id = `01J1YQ0ZJ5E4N7V3K8W2T${String(n).padStart(5, '0')}`;
      const at = { pk: { S: `EVENT#${id}` }, listSk: { S: `2099-01-01T00:00:00.000Z#${id}` } };
      return [{ ...entry, ...at }, ...(n < 1_100 ? [{ ...author, ...at }] : [])];
    });
    for (const batch of batchesOf(copies.flat(), 25)) {
      const puts = batch.map((Item) => ({ PutRequest: { Item } }));
      await dynamodb.send(new BatchWriteItemCommand({ RequestItems: { [env.deskTable]: puts } }));
    }
    const sent = vi.spyOn(dynamodb, 'send');
    try {
      const query = { author: 'kamal', missing: 'en' };
      const page = await ask('listStaffEvents', { query });
      expect(page.items).toEqual([]);
      expect(page.nextCursor).toBeDefined();
      const limits = sent.mock.calls
        .map(([{ input }]) => input as QueryCommandInput)
        .filter(
          ({ IndexName, ProjectionExpression }) => IndexName === 'lists' && ProjectionExpression?.includes('facts'),
        )
        .map(({ Limit = 0 }) => Limit);
      expect(limits.reduce((sum, limit) => sum + limit, 0)).toBeLessThanOrEqual(2_000);
      expect(await listed(query)).toEqual([first]);
    } finally {
      sent.mockRestore();
    }
  });
});

describe('the withdrawn events', () => {
  it('are all listed, once, also where the size of some cuts a list short', async () => {
    const byStaff = [await published(), await published()];
    for (const id of byStaff) await act('unpublishEvent', id);
    const byClock = [
      await published({}, { unpublishAt: '2098-06-15T10:00:00.000Z' }),
      await published({}, { unpublishAt: '2098-06-16T10:00:00.000Z' }),
    ];
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2098-07-01T00:00:00.000Z') });
    const end = cutShort(endingEventsList);
    expect(await listed({ status: 'withdrawn' })).toEqual([...byClock.toReversed(), ...byStaff.toReversed()]);
    end();
    vi.useRealTimers();
  });
});

describe('the counts', () => {
  it('follow every act, and the clock', async () => {
    const none = { draft: 0, inReview: 0, scheduled: 0, published: 0, withdrawn: 0, archived: 0 };
    expect(await counts()).toEqual(none);
    const id = await draft();
    await draft();
    await act('updateEventStatus', id, { status: 'inReview' });
    expect(await counts()).toEqual({ ...none, draft: 1, inReview: 1 });
    await act('publishEvent', id);
    await published({}, { publishAt: '2099-01-01T00:00:00.000Z' });
    const ending = await published({}, { unpublishAt: '2098-06-15T10:00:00.000Z' });
    expect(await counts()).toEqual({ ...none, draft: 1, published: 2, scheduled: 1 });
    for (const [now, published, withdrawn] of [
      ['2098-06-15T09:59:59.000Z', 2, 0],
      ['2098-06-15T10:00:00.000Z', 1, 1],
      ['2098-06-16T00:00:00.000Z', 1, 1],
      ['2098-07-01T00:00:00.000Z', 1, 1],
    ] as const) {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
      expect(await counts(), now).toEqual({ ...none, draft: 1, published, withdrawn, scheduled: 1 });
      expect(await listed({ status: 'withdrawn', sort: 'changed' })).toEqual(withdrawn ? [ending] : []);
      vi.useRealTimers();
    }
    await act('unpublishEvent', id);
    await act('archiveEvent', id);
    expect(await counts()).toEqual({ ...none, draft: 1, published: 1, scheduled: 1, archived: 1 });
    await act('eraseEvent', id);
    expect(await counts()).toEqual({ ...none, draft: 1, published: 1, scheduled: 1 });
  });

  it('are right after many acts at once', async () => {
    await Promise.all(Array.from({ length: 30 }, () => draft()));
    expect((await counts()).draft).toBe(30);
  });
});

describe('an event that is erased', () => {
  it('leaves no word of its title, in no list', async () => {
    const id = await draft({ translations: titled('Nadirsöz') });
    await act('archiveEvent', id);
    await act('eraseEvent', id);
    expect(JSON.stringify(await tableItems())).not.toMatch(/nadirsoz/i);
    expect(await listed({ q: 'nadirsoz', status: 'archived' })).toEqual([]);
  });
});

describe('events of an earlier release, which are entered in no list', () => {
  /** Takes away what this release keeps beside an event. */
  const asBefore = async (): Promise<void> => {
    const isNew = ({ pk, sk }: Item) => /^(LIST|WORD)#/.test(sk?.S ?? '') || /^(COUNTS#|LISTS$)/.test(pk?.S ?? '');
    await removeAll((await tableItems()).filter(isNew));
  };

  it('are in every list and count, once, before the first is answered', async () => {
    const [one, other] = [await draft(), await published({ campaign: 'usaq-gozu' })];
    await asBefore();
    expect(await listed({ q: 'resm' })).toEqual([other, one]);
    expect(await listed({ campaign: 'usaq-gozu', sort: 'published' })).toEqual([other]);
    expect(await counts()).toMatchObject({ draft: 1, published: 1 });
  });

  it('are entered by the act that changes one', async () => {
    const id = await draft();
    await asBefore();
    await act('updateEvent', id, { place: { name: { az: 'Bakı' } } });
    await act('publishEvent', id);
    expect(await listed({ q: 'resm' })).toEqual([id]);
    expect(await counts()).toMatchObject({ draft: 0, published: 1 });
  });
});
