import type { publicRoutes } from '../../shared/contract/public.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { feedPage } from './feed-page.ts';

export const getFeed: Handlers<typeof publicRoutes>['getFeed'] = async ({ query }, { now }) => {
  const { site, scope, entries, nextCursor } = await feedPage(query, now);
  return {
    body: {
      items: entries.map((entry) => toFeedCard(entry, { locale: scope.locale, site, now })),
      ...(nextCursor && { nextCursor }),
    },
    headers: { 'content-language': scope.locale },
  };
};
