import type { Locale } from '../../model/languages/locale.ts';
import { categoryLabel, type Site } from '../../model/site/site.ts';
import { monthInWords } from '../../model/time/month-in-words.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import { folderUrl, listUrl, tagUrl } from '../../showcase/store/urls.ts';
import { feedLinkElements, languageLinks } from './layout/head.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { openGraph } from './layout/open-graph.ts';
import type { PageCard } from './lists/card.ts';
import { cardGrid } from './lists/card-grid.ts';
import { filterLinks } from './lists/filters.ts';
import { monthFilter } from './lists/month-filter.ts';
import { monthLinks } from './lists/month-links.ts';
import { html, type Markup } from './markup/html.ts';
import { calendarPath, folderPath, type ItemFolder, listPath, searchPath, tagPath } from './markup/paths.ts';
import { siteText, siteTitle } from './markup/site-text.ts';
import { pageWord } from './markup/words.ts';

/**
 * The content of a list page: a page of the feed of a language, of a category, campaign, month or tag there, or of all
 * events or exhibitions.
 */
interface List {
  readonly locale: Locale;
  readonly category?: string | undefined;
  readonly campaign?: string | undefined;
  readonly folder?: ItemFolder;
  /** With the folder of events: only what has this tag in the language. */
  readonly tag?: string | undefined;
  /** Only what was published in it. */
  readonly month?: string | undefined;
  /** The months that a reader may choose, the newest first; none of a list that has no such filter. */
  readonly months?: readonly string[];
  readonly items: readonly PageCard[];
  /** Where this page begins, where it is not the first. */
  readonly cursor?: string | undefined;
  /** Set where there are older items. */
  readonly nextCursor?: string | undefined;
}

/** The list at its address in a language. */
const addressIn = ({ category, campaign, folder, tag, month }: List, locale: Locale): string => {
  if (tag !== undefined) return tagUrl(locale, tag);
  return folder ? folderUrl(locale, folder, month) : listUrl(locale, category, campaign, month);
};

/** The newest items stand on the institution's own first page, where it has one. */
const canonicalOf = (list: List, site: Site): string =>
  list.folder || list.category || list.campaign || list.month || !site.frontend?.home
    ? addressIn(list, list.locale)
    : homePageUrl(site, list.locale);

const campaignLabel = (site: Site, slug: string, locale: Locale): string =>
  siteText(site.campaigns.find((campaign) => campaign.slug === slug)?.label, locale, site)?.text ?? slug;

const nameOf = ({ category, campaign, folder, tag, locale }: List, site: Site): string => {
  if (tag !== undefined) return tag;
  if (folder) return pageWord(folder === 'events' ? 'eventList' : 'exhibitionList', locale);
  const parts = [category && categoryLabel(site, category, locale), campaign && campaignLabel(site, campaign, locale)];
  return parts.filter(Boolean).join(': ') || pageWord('newest', locale);
};

const titleOf = (list: List, site: Site): string =>
  [nameOf(list, site), ...(list.month ? [monthInWords(list.month, list.locale)] : [])].join(': ');

const pathWith = ({ locale, folder, tag, category, campaign, month }: List, cursor: string | undefined): string => {
  if (tag !== undefined) return tagPath(locale, tag, cursor);
  return folder
    ? folderPath(locale, folder, { month, cursor })
    : listPath(locale, { category, campaign, month, cursor });
};

/** By section, and by campaign where the site has any; the calendar has what takes place by month. */
const filters = ({ locale, category, campaign, folder, tag, month }: List, site: Site): Markup => {
  const sections = [
    {
      path: folderPath(locale, 'events', { month }),
      label: pageWord('all', locale),
      isCurrent: folder === 'events' && !tag,
    },
    ...site.categories.map(({ slug }) => ({
      path: listPath(locale, { category: slug, campaign, month }),
      label: categoryLabel(site, slug, locale),
      isCurrent: slug === category,
    })),
    { path: calendarPath(locale, { category }), label: pageWord('calendar', locale), isCurrent: false },
  ];
  const campaigns = [
    {
      path: category ? listPath(locale, { category, month }) : folderPath(locale, 'events', { month }),
      label: pageWord('all', locale),
      isCurrent: !campaign,
    },
    ...site.campaigns.map(({ slug }) => ({
      path: listPath(locale, { category, campaign: slug, month }),
      label: campaignLabel(site, slug, locale),
      isCurrent: slug === campaign,
    })),
  ];
  return html`${filterLinks(pageWord('filterSections', locale), sections)}${!folder && filterLinks(pageWord('campaigns', locale), campaigns)}`;
};

/** By month of publication: any of them, and those beside the one that is shown. */
const monthFilters = (list: List): Markup | undefined => {
  const { locale, folder, category, campaign, months = [], month } = list;
  const form =
    (months.length > 0 || month !== undefined) &&
    monthFilter({
      ...{ locale, months, month, others: { category, campaign } },
      path: folder ? folderPath(locale, folder) : listPath(locale),
    });
  const beside =
    month !== undefined &&
    monthLinks({
      ...{ locale, month, has: (one) => months.includes(one) },
      pathOf: (to) => pathWith({ ...list, month: to }, undefined),
    });
  return html`${form}${beside}`;
};

/** What an empty list says. */
const nothing = ({ locale, tag, month }: List): Markup =>
  html`<p>${pageWord(month === undefined ? 'nothing' : 'nothingThisMonth', locale)}${tag !== undefined && html` <a href="${searchPath(locale, { q: tag })}">${pageWord('search', locale)}</a>`}</p>
`;

/** Ways to the page after this one, and back to the first. */
const pages = (list: List, older: string | undefined): Markup | undefined =>
  older || list.cursor
    ? html`<p class="pages">${list.cursor && html`<a class="button" href="${pathWith(list, undefined)}">${pageWord('toFirst', list.locale)}</a>`}${
        older && html`<a class="button" rel="next" href="${older}">${pageWord('older', list.locale)}</a>`
      }</p>
`
    : undefined;

/** A page of a list. */
export const listPage = (list: List, site: Site): Page => {
  const { locale, category, folder, items, nextCursor } = list;
  const title = titleOf(list, site);
  // A tag is a word of one language.
  const locales = list.tag === undefined ? site.locales : [locale];
  const alternates = locales.map((other) => ({ locale: other, url: addressIn(list, other) }));
  const description = `${siteTitle(site, locale)}: ${title}`;
  const older = nextCursor === undefined ? undefined : pathWith(list, nextCursor);
  // The newest that there is to see.
  const cover = site.picture ? undefined : items.find((item) => item.picture)?.picture;
  const isEmpty = items.length === 0 && nextCursor === undefined;
  // Anybody may write any word or month into the address: search engines need not list it.
  const robots =
    (list.tag ?? list.month) !== undefined &&
    isEmpty &&
    html`<meta name="robots" content="noindex">
`;
  const head = html`${robots}<meta name="description" content="${description}">
<link rel="canonical" href="${canonicalOf(list, site)}">
${
  older &&
  html`<link rel="next" href="${older}">
`
}${languageLinks(alternates, site)}${feedLinkElements(nameOf(list, site), locale, category)}${openGraph({ type: 'website', locale, title, description, url: canonicalOf(list, site), alternates, cover }, site)}`;
  const grid = cardGrid({ cards: items, locale, site, prefix: 'c', heading: 'h2', seen: 3 });
  const main = html`<h1>${list.tag !== undefined && html`<span class="kind">${pageWord('tag', locale)}</span> `}${title}</h1>
${filters(list, site)}${monthFilters(list)}${grid.markup ?? nothing(list)}${pages(list, older)}`;
  const place = { section: folder === 'exhibitions' ? 'exhibitions' : category, isSection: !folder };
  return renderLayout(site, { locale, title, head, alternates, main, place, style: grid.style });
};
