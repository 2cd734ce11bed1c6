import type { FeedCard } from '../../shared/contract/public.ts';
import type { Locale } from '../../shared/model/locale.ts';
import type { Site } from '../../shared/model/site.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { readFeed } from '../../shared/showcase/store/read.ts';

/** How many items a page lists. */
export const itemsPerList = 20;

/** The newest items of a category as its feed gives them: one Query. */
export const readNewestItems = async (category: string, locale: Locale, site: Site, now: Date): Promise<FeedCard[]> => {
  const { entries } = await readFeed({ locale, category }, { limit: itemsPerList, after: undefined, now });
  return entries.map((entry) => toFeedCard(entry, { locale, site, now }));
};
