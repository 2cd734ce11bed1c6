import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Publication } from '../../../shared/model/publication/edition.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { eventItems } from '../../../shared/publishing/editions/event-items.ts';
import { slugCandidate } from '../../../shared/publishing/shared/slug-candidates.ts';
import { cardSummary, maxCardSummaryLength, type StoredCard, toFeedCard } from '../../../shared/showcase/store/card.ts';

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

const cover = {
  width: 3508,
  height: 4961,
  widths: [320, 640, 1280, 2560],
  placeholder: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A',
  color: '#a48c6e',
  media: 'AbCdEfGhIjKlMnOpQrStUv',
};

/** Size of an item as DynamoDB counts it: names and values in UTF-8. */
const size = (item: Record<string, { S?: string }>): number =>
  Object.entries(item).reduce((sum, [name, { S = '' }]) => sum + Buffer.byteLength(name) + Buffer.byteLength(S), 0);

type Texts = Record<string, { title: string; body: string; summary?: string }>;

const cards = (texts: Texts, alt: Record<string, string> = {}) => {
  const translations = Object.fromEntries(
    Object.entries(texts).map(([locale, text]) => [locale, { ...text, slug: slugCandidate(text.title, { id }, 0) }]),
  );
  const publication: Publication = {
    content: {
      ...{ category: 'events', translations, pictures: [{ uploadId: id, alt, focalPoint: { x: 0.333, y: 0.25 } }] },
      ...{ files: [], showings: [], organisers: [], tags: [] },
    },
    publishedAt: '2022-11-18T08:00:00.000Z',
    feedLocales: ['az', 'en', 'ru'],
    cover,
  };
  return eventItems(id, { number: 1, publication, slugHistory: {}, redirectsFrom: [] }, defaultSite).filter(
    (item) => item.card,
  ) as unknown as Record<string, { S?: string }>[];
};

describe('a stored feed card', () => {
  it('takes less than 600 bytes at the median, and 20 of them 1.5 read units, for items like those of the ministry', () => {
    const archive: Record<string, { title?: string; body: string }>[] = readFileSync(
      join(import.meta.dirname, '../../acceptance/archive.jsonl'),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).translations);
    const sizes = archive.flatMap((translations) =>
      cards(
        Object.fromEntries(
          Object.entries(translations).map(([locale, { title = 'Başlıqsız', body }]) => [locale, { title, body }]),
        ),
        Object.fromEntries(
          ['az', 'en', 'ru'].map((locale) => [locale, 'Məktəblinin rəsmi: əl-ələ tutmuş uşaqlar günəşin altında']),
        ),
      ).map(size),
    );
    const sorted = sizes.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(600);
    const page = sizes.slice(0, 20).reduce((sum, bytes) => sum + bytes, 0);
    expect(Math.ceil(page / 4096) / 2).toBeLessThanOrEqual(1.5);
  });

  it('has the point of its picture that a crop keeps, and is read without', () => {
    const [{ card: { S: text = '' } = {}, sk } = {}] = cards({ az: { title: 'Bir', body: 'B' } });
    const card: StoredCard = JSON.parse(text);
    expect(card.cover?.focus).toEqual([33, 25]);
    const sent = (stored: StoredCard) =>
      toFeedCard({ card: stored, sortKey: sk?.S ?? '' }, { locale: 'az', site: defaultSite, now: new Date() }).picture;
    expect(sent(card)).toMatchObject({ focalPoint: { x: 0.33, y: 0.25 } });
    expect(sent({ ...card, cover: { ...cover, alt: '' } })).not.toHaveProperty('focalPoint');
  });

  it('is listed once in each feed of each language, and in those without fallbacks of its own', () => {
    const keys = cards({ az: { title: 'Bir', body: 'B' } }).map(({ pk }) => pk?.S);
    expect(keys.sort()).toEqual(
      ['az', 'az!', 'en', 'ru'].flatMap((feed) => [`FEED#${feed}#*`, `FEED#${feed}#events`]).sort(),
    );
  });
});

describe('the summary of a card', () => {
  it('is the whole where that is short', () => {
    expect(cardSummary('Qısa.')).toBe('Qısa.');
  });

  it('is cut at a word and never inside a character', () => {
    const summary = cardSummary('Müsabiqədə iştirak edən uşaqlar '.repeat(9));
    expect([...summary].length).toBeLessThanOrEqual(maxCardSummaryLength);
    expect(summary).toMatch(/ (edən|iştirak|uşaqlar|Müsabiqədə)…$/);
    expect(cardSummary('🎨'.repeat(500)).isWellFormed()).toBe(true);
  });
});
