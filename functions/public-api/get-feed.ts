import type { publicRoutes } from '../../shared/contract/public.ts';
import { pageOf } from '../../shared/http/page-by-size.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';
import { feedPage } from './feed-page.ts';
import { maxWholeItems, wholeItems } from './whole-items.ts';

export const getFeed: Handlers<typeof publicRoutes>['getFeed'] = async ({ query: { fields, ...query } }, { now }) => {
  const isWhole = fields === 'body';
  const limit = isWhole ? Math.min(query.limit, maxWholeItems) : query.limit;
  const { site, scope, list, entries: found, last, nextCursor } = await feedPage({ ...query, limit }, now);
  const entries = await withSlugs(found);
  const reader = { locale: scope.locale, site, now };
  const headers = { 'content-language': scope.locale };
  if (isWhole) {
    const items = await wholeItems(entries, reader);
    return { body: pageOf(list, items, (n) => entries[n]?.sortKey ?? '', last), headers };
  }
  return {
    body: { items: entries.map((entry) => toFeedCard(entry, reader)), ...(nextCursor && { nextCursor }) },
    headers,
  };
};
