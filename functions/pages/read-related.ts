import type { Locale } from '../../shared/model/languages/locale.ts';
import type { Site } from '../../shared/model/site/site.ts';
import type { PageCard } from '../../shared/public/pages/lists/card.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { type FeedEntry, readFeed } from '../../shared/showcase/store/read.ts';

/** How many related items a page shows. */
const mostRelated = 6;

/** What others are related to. */
interface Item {
  readonly id: string;
  readonly locale: Locale;
  readonly category: { readonly slug: string };
  readonly campaign?: string | undefined;
}

const idIn = ({ sortKey }: FeedEntry): string => sortKey.split('#')[1] ?? '';

/**
 * What is related to an item: the newest of its campaign, and then of its category, those with a picture first, as they
 * were when the page was made: a newer one is there when something on the page changes. A Query of each, of seven
 * cards: together they cost no more than one of twenty.
 */
export const readRelated = async (
  { id, locale, category, campaign }: Item,
  site: Site,
  now: Date,
): Promise<PageCard[]> => {
  const scopes = [...(campaign ? [{ locale, campaign }] : []), { locale, category: category.slug }];
  const read = scopes.map((scope) =>
    readFeed(scope, { limit: mostRelated + 1, after: undefined, now, isBeside: true }),
  );
  const entries = (await Promise.all(read)).flatMap((page) => page.entries);
  const others = new Map(entries.filter((entry) => idIn(entry) !== id).map((entry) => [idIn(entry), entry]));
  const cards = [...others.values()].slice(0, mostRelated).map((entry) => toFeedCard(entry, { locale, site, now }));
  return [...cards.filter(({ picture }) => picture), ...cards.filter(({ picture }) => !picture)];
};
