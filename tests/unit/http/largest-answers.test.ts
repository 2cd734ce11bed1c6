import { describe, expect, it } from 'vitest';
import { answerBytes } from '../../../shared/http/page-by-size.ts';
import { type Event, eventContentSchema } from '../../../shared/model/events/event.ts';
import { compareVersions } from '../../../shared/model/publication/revision.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { atom } from '../../../shared/public/feeds/atom.ts';
import { icalendar } from '../../../shared/public/feeds/icalendar.ts';
import { jsonFeed } from '../../../shared/public/feeds/json-feed.ts';
import { rss } from '../../../shared/public/feeds/rss.ts';
import { exhibitionCollection } from '../../../shared/public/iiif/iiif-collection.ts';
import { renderMarkdown } from '../../../shared/publishing/markdown/render-markdown.ts';
import { cardSummary, type StoredCard, toFeedCard } from '../../../shared/showcase/store/card.ts';
import { cover, entry, feedOf, id } from '../public/feeds/feed-samples.ts';

/** Most bytes that Lambda answers; what stands beside the body takes a little. */
const bodyBytes = 6 * 1024 * 1024 - 10_000;

const locales = ['az', 'en', 'ru', 'tr'];
const site = { ...defaultSite, locales };
const signs = ['a', '<', '&', '"', '\\', '🎨', '\n\n'];

/** A text as a function gives it back. */
const textBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));

const inEach = <T>(value: T): Record<string, T> => Object.fromEntries(locales.map((locale) => [locale, value]));

describe.each(signs)('with every field at its limit, and of nothing but %j,', (sign) => {
  const filled = (length: number) => sign.repeat(Math.ceil(length / sign.length)).slice(0, length);
  const card: StoredCard = {
    ...{ title: filled(300), locale: 'az', slug: 'a'.repeat(96), category: 'events', campaign: 'c'.repeat(96) },
    ...{ startsAt: '2022-11-18T10:00:00.000Z', endsAt: '2022-11-18T12:00:00.000Z', venue: filled(300) },
    ...{ summary: cardSummary(filled(1_000)), cover: { ...cover, alt: filled(1_000) } },
  };
  const cards = Array.from({ length: 100 }, () => entry(card));

  it('a page of a hundred cards is less than Lambda answers, in every format', () => {
    const now = new Date();
    const items = cards.map((entry) => toFeedCard(entry, { locale: 'az', site, now }));
    expect(answerBytes({ items })).toBeLessThan(bodyBytes);
    const texts = [
      rss(feedOf(cards)),
      atom(feedOf(cards, { format: 'atom' })),
      icalendar(feedOf(cards, { format: 'ics' }), [], site.timeZone),
      JSON.stringify(jsonFeed(feedOf(cards, { format: 'json' }))),
    ];
    for (const text of texts) expect(textBytes(text)).toBeLessThan(bodyBytes);
  });

  it('the collection of a hundred exhibitions is, too', () => {
    const translations = inEach({ title: filled(300), slug: 'a', description: '', summary: filled(1_000) });
    const exhibitions = Array.from({ length: 100 }, () => ({ id, content: { translations }, cover }));
    expect(answerBytes(exhibitionCollection(exhibitions, site))).toBeLessThan(bodyBytes);
  });

  it('so are an event to readers and to staff, and what two versions of it say', () => {
    const text = filled(100_000);
    expect(answerBytes({ body: { markdown: text, html: renderMarkdown(text) } })).toBeLessThan(bodyBytes / 2);
    const translation = { title: filled(300), summary: filled(1_000), body: text, slug: 'a' };
    const event = { id, translations: inEach(translation) } as unknown as Event;
    expect(answerBytes(event)).toBeLessThan(bodyBytes / 2);
    const other = { id, translations: inEach({ ...translation, body: `${text.slice(1)}b` }) } as unknown as Event;
    expect(compareVersions(eventContentSchema, event, other)).toHaveLength(locales.length);
  });
});
