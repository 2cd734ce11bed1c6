import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import type { FeedItem } from '../../shared/contract/public.ts';
import type { Site } from '../../shared/model/site.ts';
import { getPublicEvent } from '../../shared/public/answers/event.ts';
import { publishedExhibitionOf } from '../../shared/public/answers/published-exhibition-of.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import type { FeedEntry } from '../../shared/showcase/store/read.ts';
import { readWholeTexts } from '../../shared/showcase/store/read-whole-items.ts';

/** Most whole items of a page. */
export const maxWholeItems = 20;

const concurrency = 8;

/** The items of cards with their whole texts, as readers of `locale` get them. */
export const wholeItems = async (
  entries: readonly FeedEntry[],
  { locale, site, now }: { readonly locale: string; readonly site: Site; readonly now: Date },
): Promise<FeedItem[]> => {
  const texts = await readWholeTexts(entries);
  const ids = [...new Set([...texts.values()].flatMap(({ exhibitionId }) => exhibitionId ?? []))];
  const exhibitions = new Map(
    await mapWithConcurrency(ids, concurrency, async (id) => [id, await publishedExhibitionOf(id, site, now)] as const),
  );
  return mapWithConcurrency(entries, concurrency, async (entry) => {
    const card = toFeedCard(entry, { locale, site, now });
    const text = texts.get(entry.sortKey);
    if (!text) return publishedAnew(card, site, now);
    const { exhibitionId, summary, body, views } = text;
    const exhibition = exhibitionId && exhibitions.get(exhibitionId)?.(card.locale);
    return {
      ...card,
      ...(summary !== undefined && { summary }),
      body,
      ...(exhibition && { exhibition }),
      ...(views !== undefined && { views }),
    };
  });
};

/** An event that was published anew since its card was read is read as it is now; what is gone stays a card. */
const publishedAnew = async (card: ReturnType<typeof toFeedCard>, site: Site, now: Date): Promise<FeedItem> => {
  const answer = card.kind === 'exhibition' ? undefined : await getPublicEvent(card.id, card.locale, site, now);
  if (answer?.kind !== 'found') return card;
  const { locale, slug, title, summary, body, exhibition, views, url, alternates } = answer.value;
  return { ...card, ...{ locale, slug, title, summary, body, exhibition, views, url, alternates } };
};
