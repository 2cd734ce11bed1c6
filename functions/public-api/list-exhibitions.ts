import type { publicRoutes } from '../../shared/contract/public.ts';
import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { exhibitionsPartition } from '../../shared/showcase/store/exhibition.ts';
import { readPublicExhibitionsPage } from '../../shared/showcase/store/read-exhibition.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';
import { requireLocale } from './require-locale.ts';

export const listExhibitions: Handlers<typeof publicRoutes>['listExhibitions'] = async ({ query }, { now }) => {
  const site = await readPublicSite();
  const { limit, cursor } = query;
  const locale = requireLocale(query.locale, site) ?? site.defaultLocale;
  const list = exhibitionsPartition(locale);
  const { items: entries, last } = await readPublicExhibitionsPage(locale, limit, fromCursor(list, cursor), now);
  return {
    body: {
      items: (await withSlugs(entries)).map((entry) => toFeedCard(entry, { locale, site, now })),
      ...(last && { nextCursor: toCursor(list, last) }),
    },
    headers: { 'content-language': locale },
  };
};
