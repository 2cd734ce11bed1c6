import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateSearchIndex } from '../../../functions/stream-consumer/update-search-index.ts';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { defaultSite, type Site } from '../../../shared/model/site/site.ts';
import { edition, startSearch, withdrawn, word } from '../../support/tables/search-showcase.ts';

let showcase: Awaited<ReturnType<typeof startSearch>>;
beforeAll(async () => {
  showcase = await startSearch();
});
afterAll(() => showcase.stop());

describe('what is published', () => {
  it('is found by readers of each language in the words that they are shown', async () => {
    const [az, en] = [word(), word()];
    const id = await showcase.publish({ az: `Rəsm ${az}`, en: `Drawing ${en}` });
    expect((await showcase.find(az, 'az')).ids).toEqual([id]);
    expect((await showcase.find(en, 'en')).ids).toEqual([id]);
    expect((await showcase.find(en, 'az')).ids).toEqual([]);
    // There is no Russian text: the reader is shown the Azerbaijani one.
    const { ids, entries } = await showcase.find(az, 'ru');
    expect(ids).toEqual([id]);
    expect(entries[0]).toMatchObject({ card: { locale: 'az', title: 'Rəsm' } });
    expect((await showcase.find(en, 'ru')).ids).toEqual([]);
  });

  it('is listed once for all, where it exists in one language', async () => {
    const az = word();
    const id = await showcase.publish({ az });
    for (const locale of defaultSite.locales) expect((await showcase.find(az, locale)).ids).toEqual([id]);
    for (const key of await showcase.postings(id)) expect(key).toMatch(/^SEARCH#\*#/);
  });

  it('is found newest first, by each beginning, whatever the letters', async () => {
    const az = word();
    const older = await showcase.publish({ az: `${az} Qızılgül` }, { publishedAt: '2020-01-01T00:00:00.000Z' });
    const newer = await showcase.publish({ az: `${az} QIZILGÜLLƏR` }, { publishedAt: '2021-01-01T00:00:00.000Z' });
    for (const q of ['qizilgul', 'QIZILGÜL', 'qızılg', 'qizi', 'q'])
      expect((await showcase.find(`${az} ${q}`)).ids, q).toEqual([newer, older]);
    expect((await showcase.find(`${az} qizilgulle`)).ids).toEqual([newer]);
    expect((await showcase.find(`${az} qizilgulleri`)).ids).toEqual([]);
  });

  it('is found when its time comes, and no more when it is over', async () => {
    const az = word();
    const times = { publishedAt: '2040-01-01T00:00:00.000Z', unpublishAt: '2040-02-01T00:00:00.000Z' };
    const id = await showcase.publish({ az }, times);
    expect((await showcase.find(az)).ids).toEqual([]);
    expect((await showcase.find(az, 'az', { now: new Date('2040-01-01T00:00:00Z') })).ids).toEqual([id]);
    expect((await showcase.find(az, 'az', { now: new Date('2040-02-01T00:00:00Z') })).ids).toEqual([]);
    for (const [key, posting] of await showcase.items('SEARCH#'))
      if (key.endsWith(id)) expect(posting.expiresAt).toEqual({ N: String(Date.parse(times.unpublishAt) / 1000) });
  });

  it('is found by the texts of exhibitions too', async () => {
    const [id, az, en] = [ulid(), word(), word()];
    const translations = {
      az: { title: 'Sərgi', summary: az, description: `**Təsvir** ${az}lar`, slug: 'sergi' },
      en: { title: en, description: 'Text', slug: 'exhibition' },
    };
    const rights = 'http://rightsstatements.org/vocab/InC/1.0/';
    await showcase.layExhibition(id, {
      number: 1,
      artworkSetVersion: 1,
      slugHistory: {},
      wasPublic: false,
      publication: {
        content: {
          category: 'exhibitions',
          translations,
          organisers: [],
          eventIds: [],
          pictures: [],
          files: [],
          rights,
        },
        publishedAt: '2022-11-18T10:00:00.000Z',
        feedLocales: defaultSite.locales,
        artworkIds: [],
      },
    });
    await showcase.index(id, 'exhibition');
    expect((await showcase.find(`${az}lar təsvir`)).ids).toEqual([id]);
    expect((await showcase.find(en, 'en')).entries[0]).toMatchObject({ card: { kind: 'exhibition', title: en } });
    await showcase.layExhibition(id, { number: 2, artworkSetVersion: 1, slugHistory: {}, wasPublic: true });
    await showcase.index(id, 'exhibition');
    expect(await showcase.postings(id)).toEqual([]);
  });
});

describe('the index', () => {
  it('forgets words that are no longer in the text, and everything on withdrawal', async () => {
    const [kept, old, added] = [word(), word(), word()];
    const id = await showcase.publish({ az: `${kept} ${old}` });
    await showcase.lay(id, edition({ az: `${kept} ${added}` }, {}, 2));
    expect((await showcase.find(old)).ids).toEqual([]);
    expect((await showcase.find(`${kept} ${added}`)).ids).toEqual([id]);
    await showcase.lay(id, withdrawn(3));
    expect(await showcase.postings(id)).toEqual([]);
    expect(await showcase.record(id)).toBeUndefined();
  });

  it('is not written for a record that comes twice, nor for another edition of the same words', async () => {
    const az = word();
    const id = await showcase.publish({ az });
    const before = await showcase.record(id);
    await showcase.index(id);
    await showcase.layEvent(id, edition({ az }, {}, 2));
    let calls = 0;
    showcase.beforeCalls(() => {
      calls += 1;
    });
    await showcase.index(id);
    showcase.beforeCalls(undefined);
    expect(calls).toBe(3);
    expect((await showcase.record(id))?.stamp).toEqual(before?.stamp);
  });

  it('holds what is public now, whatever order records come in', async () => {
    const [first, second] = [word(), word()];
    const id = ulid();
    await showcase.layEvent(id, edition({ az: first }));
    await showcase.layEvent(id, edition({ az: second }, {}, 2));
    const changes = [2, 1, 1].map((number) => ({
      change: { kind: 'event' as const, id, after: { edition: number } },
      record: {},
    }));
    await updateSearchIndex(changes, () => 60_000);
    await updateSearchIndex(changes.toReversed(), () => 60_000);
    expect((await showcase.find(first)).ids).toEqual([]);
    expect((await showcase.find(second)).ids).toEqual([id]);
  });

  it('follows languages that the site wins or loses, by the rebuilt editions', async () => {
    const [az, en] = [word(), word()];
    const id = await showcase.publish({ az, en });
    const site: Site = { ...defaultSite, locales: ['en', 'tr'], defaultLocale: 'en' };
    await showcase.layEvent(id, edition({ az, en }, { feedLocales: site.locales }, 2), site);
    await showcase.index(id);
    expect((await showcase.find(en, 'tr')).ids).toEqual([id]);
    expect((await showcase.find(az, 'tr')).ids).toEqual([]);
    for (const key of await showcase.postings(id)) expect(key).toMatch(/^SEARCH#\*#/);
  });

  const remove = ({ pk, sk }: Record<string, unknown>) =>
    dynamodb.send(new DeleteItemCommand({ TableName: 'showcase', Key: { pk, sk } as never }));

  it('is made anew where it was lost, or was not brought to its end', async () => {
    const az = word();
    const id = await showcase.publish({ az });
    const own = [...(await showcase.items('SEARCH#'))].filter(([key]) => key.endsWith(id));
    for (const [, posting] of own) await remove(posting);
    const record = (await showcase.record(id)) ?? {};
    await remove(record);
    await showcase.index(id);
    expect((await showcase.find(az)).ids).toEqual([id]);

    for (const [, posting] of own.slice(0, 2)) await remove(posting);
    const unsettled = { ...record, settled: { BOOL: false } } as never;
    await dynamodb.send(new PutItemCommand({ TableName: 'showcase', Item: unsettled }));
    await showcase.index(id);
    expect(await showcase.postings(id)).toHaveLength(own.length);
  });
});
