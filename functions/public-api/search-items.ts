import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { searchResults } from '../../shared/public/answers/search-results.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { feedScope } from './feed-scope.ts';

export const searchItems: Handlers<typeof publicRoutes>['searchItems'] = async ({ query }, { now }) => {
  const site = await readPublicSite();
  const { limit, cursor, ...wanted } = query;
  const { locale } = feedScope({ locale: wanted.locale, category: wanted.category }, site);
  return {
    body: await searchResults({ ...wanted, locale }, { limit, cursor, site, now }),
    headers: { 'content-language': locale },
  };
};
