import type { publicRoutes } from '../../shared/contract/public.ts';
import { wantedTerms } from '../../shared/domain/search-terms.ts';
import { fromPlaceCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { sentCard } from '../../shared/showcase/card.ts';
import { search } from '../../shared/showcase/search.ts';
import { readPublicSite } from '../../shared/showcase/site.ts';
import { demandKnown } from './demand-known.ts';

export const getSearch: Handlers<typeof publicRoutes>['getSearch'] = async ({ query }, { now }) => {
  const site = await readPublicSite();
  const { q, locale = site.defaultLocale, limit, cursor } = query;
  demandKnown('locale', locale, site.locales);
  const terms = wantedTerms(q);
  const list = ['SEARCH', locale, ...terms].join('#');
  const { entries, last } = await search({ locale, terms }, { limit, after: fromPlaceCursor(list, cursor), now });
  return {
    body: {
      items: entries.map(({ card, sortKey }) => sentCard(card, sortKey, locale, site, now)),
      ...(last && { nextCursor: toCursor(list, last) }),
    },
    headers: { 'content-language': locale },
  };
};
