import { queryPage } from '../../aws/table.ts';
import { noteEnd } from '../../freshness/answer-facts.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { StoredCard } from '../store/card.ts';
import { feedPartition } from '../store/feed-keys.ts';
import { getItems } from '../store/get-items.ts';
import { noteList } from '../store/note-list.ts';
import type { FeedEntry } from '../store/read.ts';
import { showcaseTable } from '../store/table.ts';
import { tagPartition } from './tag-items.ts';

interface TagQuery {
  readonly locale: Locale;
  readonly tag: string;
  /** At most 100. */
  readonly limit: number;
  /** The sort key to go on after. */
  readonly after: string | undefined;
  readonly now: Date;
}

/**
 * What has a tag in a language, the newest first: one Query, and one BatchGetItem of its cards. What was withdrawn has
 * no card and is left out, so that a page may be short; `last` is where to go on.
 */
export const readTagged = async ({
  locale,
  tag,
  limit,
  after,
  now,
}: TagQuery): Promise<{ entries: FeedEntry[]; last?: string | undefined }> => {
  const time = now.toISOString();
  // '$' follows '#', so that what is published at this very millisecond is included.
  const upTo = `${time}$`;
  const before = after !== undefined && after < upTo ? after : upTo;
  const pk = tagPartition(locale, tag);
  const [{ items: keys, last }] = await Promise.all([
    queryPage(showcaseTable, { pk, before, order: 'descending', limit }, ({ sk }) => sk?.S ?? ''),
    noteList(before === upTo ? pk : undefined, now),
  ]);
  if (keys.length === 0) return { entries: [] };
  const feed = { S: feedPartition({ locale }) };
  const cards = await getItems(keys.map((key) => ({ pk: feed, sk: { S: key } })));
  for (const { unpublishAt } of cards) noteEnd(unpublishAt?.S);
  const visible = cards.filter(({ unpublishAt }) => (unpublishAt?.S ?? '~') > time);
  const texts = new Map(visible.map(({ sk, card }) => [sk?.S, card?.S]));
  const entries = keys.flatMap((sortKey): FeedEntry[] => {
    const text = texts.get(sortKey);
    return text === undefined ? [] : [{ sortKey, card: JSON.parse(text) as StoredCard }];
  });
  return { entries, last };
};
