import type { FeedCard } from '../../contract/public.ts';
import type { Locale } from '../../model/locale.ts';
import { categoryLabel, type Site } from '../../model/site.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import { folderUrl, listUrl } from '../../showcase/store/urls.ts';
import { feedLinkElements, languageLinks } from './head.ts';
import { attribute, html, type Markup } from './html.ts';
import { type Page, renderLayout, siteTitle } from './layout.ts';
import { itemList } from './newest.ts';
import { openGraph } from './open-graph.ts';
import { pageWord } from './words.ts';

/** The content of a list page: a page of the feed of a language, of a category there, or of all events or exhibitions. */
interface List {
  readonly locale: Locale;
  readonly category?: string | undefined;
  readonly folder?: 'events' | 'exhibitions';
  readonly items: readonly FeedCard[];
  /** Set where there are older items. */
  readonly nextCursor?: string | undefined;
}

/** The list at its address in a language. */
const addressIn = ({ category, folder }: List, locale: Locale): string =>
  folder ? folderUrl(locale, folder) : listUrl(locale, category);

/** The newest items stand on the institution's own first page, where it has one. */
const canonicalOf = (list: List, site: Site): string =>
  list.folder || list.category || !site.frontend?.home ? addressIn(list, list.locale) : homePageUrl(site, list.locale);

const titleOf = ({ category, folder, locale }: List, site: Site): string => {
  if (folder) return pageWord(folder === 'events' ? 'eventList' : 'exhibitionList', locale);
  return category === undefined ? pageWord('newest', locale) : categoryLabel(site, category, locale);
};

/** The path of the page with older items. */
const olderPath = ({ locale, category, folder, nextCursor: cursor }: List): string | undefined =>
  cursor && `/${locale}${folder ? `/${folder}` : ''}?${new URLSearchParams({ ...(category && { category }), cursor })}`;

const sections = ({ locale, category: current, folder }: List, site: Site): Markup => {
  const link = (category: string | undefined, label: string) =>
    html`<li><a href="${listUrl(locale, category)}"${attribute('aria-current', category === current && !folder ? 'page' : undefined)}>${label}</a></li>`;
  const items = site.categories.map(({ slug }) => link(slug, categoryLabel(site, slug, locale)));
  return html`<nav class="sections" aria-label="${pageWord('categories', locale)}"><ul>${link(undefined, pageWord('all', locale))}${items}</ul></nav>
`;
};

/**
 * The page of the newest items in a language: the name of the institution, and the home page of every feed, link to it.
 */
export const listPage = (list: List, site: Site): Page => {
  const { locale, category, items } = list;
  const title = titleOf(list, site);
  const alternates = site.locales.map((other) => ({ locale: other, url: addressIn(list, other) }));
  const description = `${siteTitle(site, locale)}: ${title}`;
  const older = olderPath(list);
  // The newest that there is to see.
  const cover = site.picture ? undefined : items.find((item) => item.picture)?.picture;
  const head = html`<meta name="description" content="${description}">
<link rel="canonical" href="${canonicalOf(list, site)}">
${
  older &&
  html`<link rel="next" href="${older}">
`
}${languageLinks(alternates, site)}${feedLinkElements(title, locale, category)}${openGraph({ type: 'website', locale, title, description, url: canonicalOf(list, site), alternates, cover }, site)}`;
  const main = html`<h1>${title}</h1>
${sections(list, site)}${
  items.length === 0
    ? html`<p>${pageWord('nothing', locale)}</p>
`
    : itemList({ cards: items, locale, site })
}${
  older &&
  html`<p><a class="older" rel="next" href="${older}">${pageWord('older', locale)}</a></p>
`
}`;
  return renderLayout(site, { locale, title, head, alternates, main });
};
