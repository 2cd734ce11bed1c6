import type { pageRoutes } from '../../shared/contract/pages.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import type { Page } from '../../shared/public/pages/layout.ts';
import { listPage } from '../../shared/public/pages/list-page.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { feedPage } from '../public-api/feed-page.ts';
import { itemsPerList } from './read-newest-items.ts';
import { redirectLegacyPath, redirectLegacyPathIfKnown } from './redirect-legacy-path.ts';

type PageHandlers = Handlers<typeof pageRoutes>;

const list = async (
  locale: string,
  { category, cursor }: { category?: string | undefined; cursor?: string | undefined },
  now: Date,
): Promise<Page> => {
  const query = { locale, category, cursor, limit: itemsPerList, translatedOnly: false };
  const { site, entries, nextCursor } = await feedPage(query, now);
  const items = entries.map((entry) => toFeedCard(entry, { locale, site, now }));
  return listPage({ locale, category, items, nextCursor }, site);
};

/** An address that is no language of the site, or has a query, may belong to the earlier site. */
export const getListPage: PageHandlers['getListPage'] = async ({ params: { locale }, query }, { now }) => {
  const { locales } = await readPublicSite();
  if (!locales.includes(locale)) return redirectLegacyPath(locale, query, now);
  if (Object.keys(query).length > 0) await redirectLegacyPathIfKnown(locale, query, now);
  return list(locale, query, now);
};

export const getFrontPage: PageHandlers['getFrontPage'] = async ({ query }, { now }) => {
  if (Object.keys(query).length > 0) await redirectLegacyPathIfKnown('', query, now);
  const { defaultLocale } = await readPublicSite();
  return list(defaultLocale, {}, now);
};
