import type { pageRoutes } from '../../shared/contract/pages.ts';
import { languagesOfCaller } from '../../shared/http/language-of-caller.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { lookUpLocale } from '../../shared/model/languages/look-up-locale.ts';
import { monthSchema } from '../../shared/model/time/month.ts';
import { inLanguageAt, movedTo } from '../../shared/public/answers/answer.ts';
import { frontPage } from '../../shared/public/pages/front-page.ts';
import type { PageSite } from '../../shared/public/pages/layout/frame.ts';
import type { Page } from '../../shared/public/pages/layout/layout.ts';
import { listPage } from '../../shared/public/pages/list-page.ts';
import { parseInput } from '../../shared/refusals/parse-input.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { pageUrl } from '../../shared/showcase/store/urls.ts';
import { feedPage } from '../public-api/feed-page.ts';
import { getSitemap, sitemapName } from './get-sitemap.ts';
import { pagePath } from './page-path.ts';
import { readFront } from './read-front.ts';
import { eventsPage, exhibitionsPage, itemsPerList, taggedPage } from './read-lists.ts';
import { readMonths } from './read-months.ts';
import { readPageSite } from './read-page-site.ts';
import { redirectLegacyPath, redirectLegacyPathIfKnown } from './redirect-legacy-path.ts';

type PageHandlers = Handlers<typeof pageRoutes>;

/** The month that a list is narrowed to; an empty field of the form is none. Throws a 400 for what is no month. */
const monthIn = ({ month }: { readonly month?: string | undefined }): string | undefined =>
  month ? parseInput(monthSchema, month, 'month') : undefined;

type ListQuery = Readonly<Partial<Record<'category' | 'campaign' | 'month' | 'cursor', string | undefined>>>;

const list = async (
  locale: string,
  { category, campaign, cursor, ...rest }: ListQuery,
  site: PageSite,
  now: Date,
): Promise<Page> => {
  const month = monthIn(rest);
  const query = { locale, category, campaign, month, cursor, limit: itemsPerList, translatedOnly: false };
  const [{ entries, nextCursor }, months] = await Promise.all([
    feedPage(query, now),
    readMonths({ locale, category, campaign }, site, now),
  ]);
  const items = entries.map((entry) => toFeedCard(entry, { locale, site, now }));
  return listPage({ locale, category, campaign, month, months, items, cursor, nextCursor }, site);
};

/**
 * Makes sure that a list is asked for at its own address: throws the redirect from another spelling of its language, or
 * from an address of the earlier site, which may be of the same form or have the same path and a query.
 */
export const requireOwnPath = async (path: string, rawQuery: string, now: Date): Promise<void> => {
  const { locales } = await readPublicSite();
  const own = pagePath(path, locales);
  if (own !== path) {
    await redirectLegacyPathIfKnown(path, rawQuery, now);
    if (own !== undefined) throw movedTo(pageUrl(own, rawQuery));
    await redirectLegacyPath(path, rawQuery, now);
  }
  if (rawQuery !== '') await redirectLegacyPathIfKnown(path, rawQuery, now);
};

export const getListPage: PageHandlers['getListPage'] = async ({ params: { locale }, query }, { now, rawQuery }) => {
  if (sitemapName(locale) !== undefined) return getSitemap(locale, now);
  await requireOwnPath(locale, rawQuery, now);
  const site = await readPageSite(now);
  if (query.category || query.campaign || query.month || query.cursor) return list(locale, query, site, now);
  return frontPage({ locale, ...(await readFront(locale, site, now)) }, site);
};

/** Longest tag that is looked for, in UTF-16 units; none is longer. */
const longestTag = 120;

/** The newest events, those of a month, or those with a tag. */
export const getEventsPage: PageHandlers['getEventsPage'] = async (
  { params: { locale }, query },
  { now, rawQuery },
) => {
  const { tag, cursor } = query;
  await requireOwnPath(`${locale}/events`, rawQuery, now);
  const site = await readPageSite(now);
  if (!tag) {
    const month = monthIn(query);
    const [part, months] = await Promise.all([
      eventsPage({ locale, month, cursor }, site, now),
      readMonths({ locale }, site, now),
    ]);
    return listPage({ locale, folder: 'events', month, months, cursor, ...part }, site);
  }
  // No tag has any of these, and a page that shows one is no well-formed document.
  const shown = tag
    .slice(0, longestTag)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ');
  const part = await taggedPage({ locale, tag: shown, cursor }, site, now);
  return listPage({ locale, folder: 'events', tag: shown, cursor, ...part }, site);
};

export const getExhibitionsPage: PageHandlers['getExhibitionsPage'] = async (
  { params: { locale }, query },
  { now, rawQuery },
) => {
  await requireOwnPath(`${locale}/exhibitions`, rawQuery, now);
  const site = await readPageSite(now);
  const { cursor } = query;
  const part = await exhibitionsPage({ locale, cursor }, site, now);
  return listPage({ locale, folder: 'exhibitions', cursor, ...part }, site);
};

/**
 * The front page speaks the language of the reader: it leads to the list in that of the site's languages which the
 * reader likes best.
 */
export const getFrontPage: PageHandlers['getFrontPage'] = async (_, { now, rawQuery, headers }) => {
  if (rawQuery !== '') await redirectLegacyPathIfKnown('', rawQuery, now);
  const { defaultLocale, locales } = await readPublicSite();
  const [locale = defaultLocale] = languagesOfCaller(headers['accept-language']).flatMap(
    (range) => lookUpLocale(range, locales) ?? [],
  );
  throw inLanguageAt(pageUrl(locale, rawQuery));
};
