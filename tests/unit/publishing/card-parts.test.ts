import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type Edition, guidLocaleOf } from '../../../shared/model/publication/edition.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { atom } from '../../../shared/public/feeds/atom.ts';
import { jsonFeed } from '../../../shared/public/feeds/json-feed.ts';
import { rss } from '../../../shared/public/feeds/rss.ts';
import { uuidUrnOf } from '../../../shared/public/feeds/uuid-of-ulid.ts';
import { eventItems } from '../../../shared/publishing/editions/event-items.ts';
import { toFeedCard } from '../../../shared/showcase/store/card.ts';
import { feedOf, id } from '../public/feeds/feed-samples.ts';

const translations = {
  az: { title: 'Rəsm', body: 'x', slug: 'resm' },
  en: { title: 'Drawing', body: 'x', slug: 'drawing' },
};

const editionOf = (
  over: Partial<Edition>,
  locales: readonly (keyof typeof translations)[] = ['az', 'en'],
): Edition => ({
  ...{ number: 1, slugHistory: {}, redirectsFrom: [], ...over },
  publication: {
    content: {
      category: 'events',
      translations: Object.fromEntries(locales.map((locale) => [locale, translations[locale]])),
      ...{ pictures: [], files: [], showings: [], organisers: [], tags: [] },
    },
    publishedAt: '2022-11-18T08:00:00.000Z',
    feedLocales: ['az', 'en', 'ru'],
  },
});

/** The entry of an edition in the feed of a language. */
const entryOf = (edition: Edition, locale: string) => {
  const item = eventItems(id, edition, defaultSite).find(({ pk }) => pk.S === `FEED#${locale}#*`);
  return { sortKey: item?.sk.S ?? '', card: JSON.parse(item?.card?.S ?? 'null') };
};

const parser = new XMLParser({ ignoreAttributes: false });

const guidOf = (edition: Edition, locale: string): string =>
  parser.parse(rss(feedOf([entryOf(edition, locale)], { locale }))).rss.channel.item.guid['#text'];

const jsonIdOf = (edition: Edition, locale: string): string => {
  const [item] = JSON.parse(jsonFeed(feedOf([entryOf(edition, locale)], { locale, format: 'json' }))).items;
  expect(item._sergi.id).toBe(id);
  return item.id;
};

const atomIdOf = (edition: Edition, locale: string): string =>
  parser.parse(atom(feedOf([entryOf(edition, locale)], { locale, format: 'atom' }))).feed.entry.id;

describe('what names an item in feeds', () => {
  const first = editionOf(guidLocaleOf(undefined, defaultSite));

  it('is its id in the language that was the first of the site, and another name in each other', () => {
    expect(['az', 'en', 'ru'].map((locale) => guidOf(first, locale))).toEqual([id, `${id}.en`, `${id}.ru`]);
    expect(['az', 'en', 'ru'].map((locale) => jsonIdOf(first, locale))).toEqual([id, `${id}.en`, `${id}.ru`]);
    const names = ['az', 'en', 'ru'].map((locale) => atomIdOf(first, locale));
    expect(names[0]).toBe(uuidUrnOf(id));
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('stays when it is published again, also by a site with another default language, and as translations come', () => {
    const english = { ...defaultSite, defaultLocale: 'en' };
    const again = editionOf({ number: 2, ...guidLocaleOf(first, english) });
    const untranslated = editionOf(guidLocaleOf(undefined, defaultSite), ['az']);
    for (const locale of ['az', 'en', 'ru']) {
      expect(jsonIdOf(again, locale)).toBe(jsonIdOf(first, locale));
      expect(guidOf(again, locale)).toBe(guidOf(first, locale));
      expect(guidOf(untranslated, locale)).toBe(guidOf(first, locale));
    }
  });

  it('stays what it was of what version 0.1.0 has published', () => {
    const old = editionOf({});
    const again = editionOf({ number: 2, ...guidLocaleOf(old, defaultSite) });
    for (const edition of [old, again]) {
      expect(['az', 'en', 'ru'].map((locale) => guidOf(edition, locale))).toEqual([id, id, id]);
      expect(['az', 'en', 'ru'].map((locale) => atomIdOf(edition, locale))).toEqual(Array(3).fill(uuidUrnOf(id)));
      expect(['az', 'en', 'ru'].map((locale) => jsonIdOf(edition, locale))).toEqual([id, id, id]);
    }
  });

  it('stays its id in JSON Feeds of what version 0.2.0 has published', () => {
    const old = editionOf({ guidLocale: 'az' });
    for (const edition of [old, editionOf({ number: 2, ...guidLocaleOf(old, defaultSite) })]) {
      expect(['az', 'en'].map((locale) => jsonIdOf(edition, locale))).toEqual([id, id]);
      expect(['az', 'en'].map((locale) => guidOf(edition, locale))).toEqual([id, `${id}.en`]);
    }
  });
});

describe('a card', () => {
  it('leads to the other languages, in their order', () => {
    const sent = (locale: string) =>
      toFeedCard(entryOf(editionOf({}), locale), { locale, site: defaultSite, now: new Date() });
    const alternates = [
      { locale: 'az', slug: 'resm', url: 'https://sergi.example/az/events/resm' },
      { locale: 'en', slug: 'drawing', url: 'https://sergi.example/en/events/drawing' },
    ];
    expect(sent('en')).toMatchObject({ locale: 'en', slug: 'drawing', alternates });
    expect(sent('ru')).toMatchObject({ locale: 'az', slug: 'resm', alternates });
  });

  it('of version 0.1.0 leads to its own, until it is made anew', () => {
    const { sortKey, card } = entryOf(editionOf({}), 'az');
    const { slugs: _, ...old } = card;
    const sent = toFeedCard({ sortKey, card: old }, { locale: 'az', site: defaultSite, now: new Date() });
    expect(sent.alternates.map(({ locale }) => locale)).toEqual(['az']);
  });
});
