import { describe, expect, it } from 'vitest';
import { endOf } from '../../../shared/model/events/showing.ts';
import {
  exhibitionCancellation,
  publishedExhibitionSchema,
} from '../../../shared/model/exhibitions/exhibition-edition.ts';
import type { Edition, Publication } from '../../../shared/model/publication/edition.ts';
import { defaultSite, type Site } from '../../../shared/model/site/site.ts';
import { eventEditionWrites, eventItems } from '../../../shared/publishing/editions/event-items.ts';
import {
  erasedSlugWrites,
  exhibitionEditionWrites,
  exhibitionItems,
} from '../../../shared/publishing/editions/exhibition-items.ts';
import { cover, id } from '../public/feeds/feed-samples.ts';

const site: Site = { ...defaultSite, locales: ['az', 'en', 'ru', 'tr'] };

const publication = (over: Partial<Publication> = {}, content: Partial<Publication['content']> = {}): Publication => ({
  content: {
    category: 'events',
    campaign: 'spring',
    showings: [{ startsAt: '2030-05-01', endsAt: '2030-05-03' }],
    place: { name: { az: 'Bakı' } },
    ...{ organisers: [], tags: [] },
    translations: Object.fromEntries(
      site.locales.map((locale) => [locale, { title: `Sirr ${locale}`, slug: `sirr-${locale}`, body: 'Sirr' }]),
    ),
    ...{ pictures: [], files: [] },
    ...content,
  },
  publishedAt: '2026-01-01T00:00:00.000Z',
  feedLocales: site.locales,
  cover,
  ...over,
});

const edition = (over: Partial<Edition>): Edition => ({
  number: 1,
  publishCount: 1,
  slugHistory: {},
  redirectsFrom: [],
  ...over,
});

const slugHistory = Object.fromEntries(site.locales.map((locale) => [locale, [`sirr-${locale}`]]));
const cancelled = {
  startsAt: '2030-05-01',
  endsAt: '2030-05-03',
  category: 'events',
  campaign: 'spring',
  locales: ['az'],
};
const withdrawn = edition({ number: 5, publishCount: 2, actedAt: '2026-02-01T00:00:00.000Z', slugHistory, cancelled });

const told = (its: Edition) => eventItems(id, its, site).filter(({ cancelled: told }) => told);

describe('what calendars are told of a withdrawal', () => {
  it('stands in each calendar that had the event, without a word of it, until it would have ended', () => {
    const items = told(withdrawn);
    expect(items.map(({ pk }) => pk.S)).toEqual([
      ...['CANCELLED#*', 'CANCELLED#events', 'CANCELLED#*#spring', 'CANCELLED#events#spring'],
    ]);
    for (const { sk, cancelled: text, expiresAt } of items) {
      expect(sk.S).toBe(`2030-05-04T12:00:00.000Z#${id}`);
      expect(JSON.parse(text?.S ?? '')).toEqual({
        ...{ startsAt: '2030-05-01', endsAt: '2030-05-03', locales: ['az'] },
        ...{ at: '2026-02-01T00:00:00.000Z', sequence: 2 },
      });
      expect(Number(expiresAt?.N)).toBe(Date.parse('2030-05-04T12:00:00Z') / 1000);
    }
  });

  it('says the title in each language, where that may be said', () => {
    const titles = { az: 'Sirr az', en: 'Sirr en' };
    const [item] = told({ ...withdrawn, cancelled: { ...cancelled, titles } });
    expect(JSON.parse(item?.cancelled?.S ?? '').titles).toEqual(titles);
    const [leaving] = told(edition({ publication: publication({ unpublishAt: '2030-05-02T00:00:00.000Z' }) }));
    expect(JSON.parse(leaving?.cancelled?.S ?? '').titles).toMatchObject({ az: 'Sirr az', tr: 'Sirr tr' });
  });

  it('is laid out in advance where an event leaves by itself before it has ended', () => {
    const leaving = edition({ publication: publication({ unpublishAt: '2030-05-02T00:00:00.000Z' }) });
    expect(told(leaving).map(({ cancelled: text }) => JSON.parse(text?.S ?? ''))).toMatchObject(
      Array(4).fill({ at: '2030-05-02T00:00:00.000Z', sequence: 1 }),
    );
    expect(told(edition({ publication: publication({ unpublishAt: '2031-01-01T00:00:00.000Z' }) }))).toEqual([]);
    expect(told(edition({ publication: publication() }))).toEqual([]);
  });

  it('is taken back by the next publication', () => {
    const next = edition({ number: 6, publishCount: 3, publication: publication(), slugHistory });
    const removed = eventEditionWrites(id, next, withdrawn, site).filter(({ Delete }) => Delete);
    expect(removed.map(({ Delete }) => Delete?.Key?.pk?.S)).toEqual(told(withdrawn).map(({ pk }) => pk.S));
  });

  it('leaves room in a transaction where everything changes at once', () => {
    const before = edition({ publication: publication({ unpublishAt: '2030-05-02T00:00:00.000Z' }), slugHistory });
    const translations = Object.fromEntries(
      site.locales.map((locale) => [locale, { title: 'Yeni', slug: `yeni-${locale}`, body: 'Yeni' }]),
    );
    const after = edition({
      number: 2,
      publication: publication(
        { publishedAt: '2026-01-02T00:00:00.000Z', unpublishAt: '2030-05-01T18:00:00.000Z' },
        {
          category: 'news',
          campaign: 'autumn',
          showings: [{ startsAt: '2030-05-01', endsAt: '2030-05-04' }],
          translations,
        },
      ),
      slugHistory,
    });
    // Beside it: the event, a revision, its audit, the edition, a claim for each slug, and records of two covers.
    expect(eventEditionWrites(id, after, before, site).length + 4 + 4 + 2).toBeLessThanOrEqual(100);
  });
});

describe('an exhibition', () => {
  const content = publishedExhibitionSchema.parse({
    ...{ place: { name: { az: 'Foye' } }, opensOn: '2030-05-01', closesOn: '2030-05-31' },
    translations: { az: { title: 'Sərgi', slug: 'sergi', description: 'Sirr' } },
  });
  const shown = { content, publishedAt: '2026-01-01T00:00:00.000Z', feedLocales: ['az', 'en', 'ru'], artworkIds: [] };
  const base = {
    number: 2,
    publishCount: 2,
    actedAt: '2026-02-01T00:00:00.000Z',
    artworkSetVersion: 1,
    slugHistory: {},
    wasPublic: true,
  };
  const cards = (prefix: string) =>
    exhibitionItems(id, { ...base, publication: shown }, undefined, defaultSite)
      .filter(({ pk }) => pk.S.startsWith(prefix))
      .map(({ card }) => JSON.parse(card?.S ?? ''));

  it('does not write again what was erased before: a transaction has no room for all of it', () => {
    const previous = { ...base, publication: shown, erasedSlugs: ['a', 'b'] };
    const next = { ...previous, number: 3, erasedSlugs: ['a', 'b', 'c'] };
    const writes = exhibitionEditionWrites(id, { next, previous }, defaultSite);
    const erased = writes.filter(({ Put }) => Put?.Item?.pk?.S?.startsWith('ERASED-SLUG#'));
    expect(erased.map(({ Put }) => Put?.Item?.pk?.S)).toEqual(['ERASED-SLUG#c']);
    expect(writes.filter(({ Delete }) => Delete)).toEqual([]);
    expect(erasedSlugWrites(next)).toHaveLength(3);
  });

  it('takes place in feeds on the days that it is open, and where', () => {
    for (const card of cards('FEED#')) {
      expect(card).toMatchObject({ startsAt: '2030-05-01', endsAt: '2030-05-31', venue: 'Foye', publishCount: 2 });
    }
    for (const card of cards('EXHIBITIONS#')) {
      expect(card).toMatchObject({ opensOn: '2030-05-01', closesOn: '2030-05-31', venue: 'Foye' });
      expect(card).not.toHaveProperty('startsAt');
    }
  });

  it('is cancelled where it is withdrawn before its last day was over', () => {
    const at = '2030-05-31T20:00:00.000Z';
    const left = exhibitionCancellation(shown, at);
    expect(left).toMatchObject({ startsAt: '2030-05-01', endsAt: '2030-05-31', locales: ['az'] });
    const items = exhibitionItems(
      id,
      { ...base, actedAt: at, ...(left && { cancelled: left }) },
      undefined,
      defaultSite,
    );
    expect(items.map(({ pk }) => pk.S)).toEqual([...[`EXHIBITION#${id}`, 'CANCELLED#*', 'CANCELLED#exhibitions']]);
    expect(JSON.stringify(items)).not.toMatch(/Sirr|Foye/);
    expect(left?.titles).toEqual({ az: 'Sərgi' });
    expect(exhibitionCancellation(shown, '2030-06-01T12:00:00.000Z')).toBeUndefined();
    expect(exhibitionCancellation(shown, '2025-12-31T00:00:00.000Z')).toBeUndefined();
  });
});

describe('the end of what takes place', () => {
  it.each([
    [{ startsAt: '2022-11-18T06:00:00.000Z' }, '2022-11-18T06:00:00.000Z'],
    [{ startsAt: '2022-11-18T06:00:00.000Z', endsAt: '2022-11-18T08:00:00.000Z' }, '2022-11-18T08:00:00.000Z'],
    [{ startsAt: '2022-11-18' }, '2022-11-19T12:00:00.000Z'],
  ])('of %j is %s: a day lasts as long as it is that day anywhere', (occasion, end) => {
    expect(endOf(occasion)).toBe(end);
  });
});
