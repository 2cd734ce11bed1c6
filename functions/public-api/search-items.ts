import type { publicRoutes } from '../../shared/contract/public.ts';
import { fromPlaceCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { wantedTerms } from '../../shared/model/search-terms.ts';
import { search } from '../../shared/showcase/search/search.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';
import { requireLocale } from './require-locale.ts';

export const searchItems: Handlers<typeof publicRoutes>['searchItems'] = async ({ query }, { now }) => {
  const site = await readPublicSite();
  const { q, limit, cursor } = query;
  const locale = requireLocale(query.locale, site) ?? site.defaultLocale;
  const terms = wantedTerms(q);
  const list = ['SEARCH', locale, ...terms].join('#');
  const { entries, last } = await search({ locale, terms }, { limit, after: fromPlaceCursor(list, cursor), now });
  return {
    body: {
      items: (await withSlugs(entries)).map((entry) => toFeedCard(entry, { locale, site, now })),
      ...(last && { nextCursor: toCursor(list, last) }),
    },
    headers: { 'content-language': locale },
  };
};
