import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import type { FeedItem } from '../../shared/contract/public-schemas.ts';
import type { Site } from '../../shared/model/site/site.ts';
import { getPublicEvent, toPublicEvent } from '../../shared/public/answers/event.ts';
import { exhibitionFiles } from '../../shared/public/answers/exhibition-files.ts';
import { publishedExhibitionOf } from '../../shared/public/answers/published-exhibition-of.ts';
import { bodyOf } from '../../shared/public/text-body.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import type { FeedEntry } from '../../shared/showcase/store/read.ts';
import { readWholeItems, type Whole } from '../../shared/showcase/store/read-whole-items.ts';

/** Most whole items of a page. */
export const maxWholeItems = 20;

const concurrency = 8;

/** The exhibition that an event tells of. */
const exhibitionIdOf = (whole: Whole): string | undefined =>
  whole.kind === 'event' ? whole.page.exhibitionId : undefined;

/** The items of cards, whole, as readers of `locale` get them. */
export const wholeItems = async (
  entries: readonly FeedEntry[],
  { locale, site, now }: { readonly locale: string; readonly site: Site; readonly now: Date },
): Promise<FeedItem[]> => {
  const wholes = await readWholeItems(entries);
  const ids = new Set([...wholes.values()].flatMap((whole) => exhibitionIdOf(whole) ?? []));
  const exhibitions = new Map(
    await mapWithConcurrency(
      [...ids],
      concurrency,
      async (id) => [id, await publishedExhibitionOf(id, site, now)] as const,
    ),
  );
  return mapWithConcurrency(entries, concurrency, async (entry) => {
    const card = toFeedCard(entry, { locale, site, now });
    const whole = wholes.get(entry.sortKey);
    if (!whole) return publishedAnew(card, site, now);
    const views = whole.views !== undefined && { views: whole.views };
    if (whole.kind === 'exhibition') {
      const { summary } = whole;
      const files = exhibitionFiles(whole.files, card.locale, site);
      return { ...card, ...(summary !== undefined && { summary }), body: bodyOf(whole, now), files, ...views };
    }
    const { pageBody: _, ...event } = toPublicEvent(site, whole.page, now);
    const exhibition = exhibitions.get(whole.page.exhibitionId ?? '')?.(card.locale);
    return { ...card, ...event, ...(exhibition && { exhibition }), ...views };
  });
};

/** An event that was published anew since its card was read is read as it is now; what is gone stays a card. */
const publishedAnew = async (card: ReturnType<typeof toFeedCard>, site: Site, now: Date): Promise<FeedItem> => {
  const answer = card.kind === 'exhibition' ? undefined : await getPublicEvent(card.id, card.locale, site, now);
  if (answer?.kind !== 'found') return card;
  return { ...card, ...answer.value };
};
