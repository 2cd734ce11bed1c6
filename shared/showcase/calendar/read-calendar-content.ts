import { getItem, keyOf } from '../../aws/table.ts';
import { cardShowings, storedCardSchema } from '../store/card.ts';
import { feedPartition, feedSortKey } from '../store/feed-keys.ts';
import { headKey } from '../store/head-key.ts';
import { projectedJson } from '../store/projection.ts';
import { type PublicChange, publicSummaryIn } from '../store/public-summary.ts';
import { showcaseTable } from '../store/table.ts';
import { readTags } from '../tags/read-tags.ts';
import { type CalendarContent, toCalendarContent } from './calendar-entries.ts';

const consistent = { isConsistent: true } as const;

/** When an event or an exhibition takes place, and its tags, as it is public now, or will be when its time comes. */
export const readCalendarContent = async (
  { kind, id }: Pick<PublicChange, 'kind' | 'id'>,
  now: Date,
): Promise<CalendarContent | undefined> => {
  // Neither a page nor a notice takes place.
  if (kind === 'page' || kind === 'notice') return undefined;
  const item = await getItem(showcaseTable, headKey({ kind, id }), undefined, consistent);
  const publication = item && !item.gone?.BOOL ? publicSummaryIn(item)?.publication : undefined;
  if (!publication) return undefined;
  const { publishedAt, unpublishAt, slugs, readers = Object.keys(slugs), category, campaign } = publication;
  const [locale] = readers;
  if (locale === undefined || (unpublishAt !== undefined && unpublishAt <= now.toISOString())) return undefined;
  // The cards of all readers say the same of it.
  const cardKey = keyOf(feedPartition({ locale }), feedSortKey(publishedAt, id));
  const card = await getItem(showcaseTable, cardKey, ({ card }) => projectedJson(storedCardSchema, card), consistent);
  // Where there is none, it was published anew meanwhile, and a later change of the stream says so.
  if (!card) return undefined;
  const tags = kind === 'event' ? await readTags(id, slugs) : undefined;
  return toCalendarContent({
    publishedAt,
    ...(unpublishAt && { unpublishAt }),
    category,
    ...(campaign && { campaign }),
    occurrences: cardShowings(card),
    ...(tags && { tags }),
  });
};
