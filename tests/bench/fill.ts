import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { slugCandidate } from '../../shared/publication/slug-candidates.ts';
import { cardSummary } from '../../shared/showcase/card.ts';
import { feedSortKey } from '../../shared/showcase/feed-keys.ts';
import { cardWrite } from '../../shared/showcase/write.ts';
import { type Item, itemSize } from './units.ts';

const archive: { translations: Record<string, { title?: string }> }[] = readFileSync(
  join(import.meta.dirname, '../acceptance/archive.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const titles = archive.flatMap(({ translations }) =>
  Object.entries(translations).map(([locale, { title = 'Başlıqsız' }]) => ({ locale, title })),
);
const alts: Readonly<Record<string, readonly string[]>> = {
  az: ['Məktəblinin rəsmi: əl-ələ tutmuş uşaqlar günəşin altında', 'Qaliblər nazirliyin foyesində', 'Sərginin açılışı'],
  en: ['A child’s drawing: a house, the sun and two children holding hands', 'The winners in the hall', 'The opening'],
};
const summary =
  'Müsabiqədə 100-ə yaxın şagird iştirak edib, 10 rəsm seçilərək nazirliyin foyesində nümayiş etdirilib. Tədbir səfirliklə birgə keçirilib.';
const image = { width: 3508, height: 4961, widths: [320, 640, 1280, 2560], color: '#a48c6e' };

/** The stored card of the nth newest event: titles as the ministry's are, a cover for nine of ten. */
const card = (feed: string, n: number, withSummary: boolean): Item => {
  const { locale, title } = titles[n % titles.length] ?? { locale: 'az', title: '' };
  const time = Date.now() - n * 3_600_000;
  const id = ulid(time);
  const media = Buffer.from(id).toString('base64url').slice(-22);
  const alt = alts[locale]?.[n % 3] ?? '';
  const cover = { ...image, placeholder: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A', media, alt };
  const write = cardWrite(feed, feedSortKey(new Date(time).toISOString(), id), {
    ...{ title, locale, slug: slugCandidate(title, id, 0), category: 'events' },
    ...(withSummary && { summary: cardSummary(summary) }),
    ...(n % 10 !== 9 && { cover }),
  });
  return write.Put?.Item ?? {};
};

/** Puts cards into a feed as publication would, and gives their sizes in bytes. */
export const fillFeed = async (
  client: DynamoDBClient,
  { table, feed, count, withSummary = false }: { table: string; feed: string; count: number; withSummary?: boolean },
): Promise<number[]> => {
  const sizes: number[] = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const items = Array.from({ length: Math.min(25, count - next) }, (_, index) =>
        card(feed, next + index, withSummary),
      );
      next += items.length;
      sizes.push(...items.map(itemSize));
      const requests = items.map((Item) => ({ PutRequest: { Item } }));
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [table]: requests } }),
      );
      if (UnprocessedItems?.[table]) throw new Error('The engine did not take every card.');
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return sizes;
};
