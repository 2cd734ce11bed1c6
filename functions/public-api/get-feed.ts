import type { publicRoutes } from '../../shared/contract/public.ts';
import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { sentCard } from '../../shared/showcase/card.ts';
import { feedPartition } from '../../shared/showcase/feed-keys.ts';
import { readFeed } from '../../shared/showcase/read.ts';
import { readPublicSite } from '../../shared/showcase/site.ts';
import { demandKnown } from './demand-known.ts';

export const getFeed: Handlers<typeof publicRoutes>['getFeed'] = async ({ query }, { now }) => {
  const site = await readPublicSite();
  const { locale = site.defaultLocale, category, campaign, translatedOnly, limit, cursor } = query;
  demandKnown('locale', locale, site.locales);
  if (category)
    demandKnown(
      'category',
      category,
      site.categories.map(({ slug }) => slug),
    );
  const scope = { locale, category, campaign, translatedOnly };
  const list = feedPartition(scope);
  const { entries, last } = await readFeed(scope, { limit, after: fromCursor(list, cursor), now });
  return {
    body: {
      items: entries.map(({ card, sortKey }) => sentCard(card, sortKey, locale, site, now)),
      ...(last && { nextCursor: toCursor(list, last) }),
    },
    headers: { 'content-language': locale },
  };
};
