import type { SearchKind } from '../../contract/public-schemas.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { languageFor } from '../../refusals/language.ts';
import { searchUrl } from '../../showcase/store/urls.ts';
import type { PageSite } from './layout/frame.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import type { PageCard } from './lists/card.ts';
import { cardGrid, sectionHead } from './lists/card-grid.ts';
import { filterLinks } from './lists/filters.ts';
import { attribute, html, type Markup } from './markup/html.ts';
import { partLanguage } from './markup/language-attributes.ts';
import { calendarPath, folderPath, type SearchPageQuery, searchPath } from './markup/paths.ts';
import type { StyledPart } from './markup/styled-part.ts';
import { type PageWord, pageWord } from './markup/words.ts';

/** What a search has found, or why it could not search. */
export interface FoundItems {
  readonly items: readonly PageCard[];
  /** Artworks that stand beside what else was found; `more` where there are others. */
  readonly artworks?: { readonly items: readonly PageCard[]; readonly more: boolean };
  /** What was given, and why it cannot be searched for. */
  readonly refusal?: { readonly given: string; readonly words: string };
  /** Set where there may be more. */
  readonly nextCursor?: string;
}

/** A search: its words and filters, and what they have found; nothing before there are words. */
interface Search extends SearchPageQuery {
  readonly locale: Locale;
  readonly q: string;
  readonly found: FoundItems | undefined;
}

/** The kinds in the words of the page. */
const kindWords: Readonly<Record<SearchKind, PageWord>> = {
  news: 'newsKind',
  event: 'eventKind',
  exhibition: 'exhibitionList',
  artwork: 'artworks',
  page: 'pageKind',
};

/** The words and the days; a kind that was chosen stays. */
const form = ({ locale, q, kind, from, to }: Search): Markup => {
  const day = (name: 'from' | 'to', label: PageWord, value: string | undefined) =>
    html`<label>${pageWord(label, locale)} <input type="date" name="${name}"${attribute('value', value)}></label>`;
  return html`<form class="search finder" role="search" action="${searchPath(locale)}" method="get"><label class="unseen" for="words">${pageWord('search', locale)}</label><input type="search" id="words" name="q" placeholder="${pageWord('search', locale)}" maxlength="100" required${attribute('value', q)}>${day('from', 'fromDay', from)}${day('to', 'toDay', to)}${
    kind && html`<input type="hidden" name="kind" value="${kind}">`
  }<button>${pageWord('find', locale)}</button></form>
`;
};

const kindLinks = ({ locale, q, kind, from, to }: Search): Markup | undefined =>
  filterLinks(pageWord('kinds', locale), [
    { path: searchPath(locale, { q, from, to }), label: pageWord('all', locale), isCurrent: !kind },
    ...Object.entries(kindWords).map(([one, word]) => ({
      path: searchPath(locale, { q, kind: one, from, to }),
      label: pageWord(word, locale),
      isCurrent: one === kind,
    })),
  ]);

/** What to try where nothing was found. */
const advice = ({ locale, q, kind, from, to }: Search): Markup => {
  const ways = [
    ...(kind || from || to ? [{ path: searchPath(locale, { q }), word: 'searchWithoutFilters' as const }] : []),
    { path: folderPath(locale, 'events'), word: 'eventList' as const },
    { path: folderPath(locale, 'exhibitions'), word: 'exhibitionList' as const },
    { path: calendarPath(locale), word: 'calendar' as const },
  ];
  const links = ways.map(({ path, word }) => html`<a class="button" href="${path}">${pageWord(word, locale)}</a>`);
  return html`<p role="status">${pageWord('nothingFound', locale)}</p>
<p class="pages">${links}</p>
`;
};

/** The first artworks, before all else: they are seen at a glance. */
const artworksPart = ({ locale, q, from, to, found }: Search, site: PageSite): StyledPart => {
  const { items = [], more } = found?.artworks ?? {};
  if (items.length === 0) return { markup: undefined, style: '' };
  const all = more
    ? { path: searchPath(locale, { q, kind: 'artwork', from, to }), label: pageWord('allArtworks', locale) }
    : undefined;
  const grid = cardGrid({ cards: items, locale, site, prefix: 'a', heading: 'h3' });
  return {
    markup: html`<section aria-labelledby="artworks">
${sectionHead('artworks', pageWord('artworks', locale), all)}${grid.markup}</section>
`,
    style: grid.style,
  };
};

const results = (search: Search, site: PageSite): StyledPart => {
  const { locale, q, kind, from, to, found } = search;
  if (!found) return { markup: undefined, style: '' };
  const { items, refusal, nextCursor } = found;
  if (refusal !== undefined) {
    const language = partLanguage(languageFor([locale]), locale);
    return {
      markup: html`<p role="status"><strong>${refusal.given}</strong>: <span${language}>${refusal.words}</span></p>`,
      style: '',
    };
  }
  const grid = cardGrid({ cards: items, locale, site, prefix: 'c', heading: 'h3', seen: 3 });
  const artworks = artworksPart(search, site);
  const more =
    nextCursor &&
    html`<p class="pages"><a class="button" href="${searchPath(locale, { q, kind, from, to, cursor: nextCursor })}">${pageWord('more', locale)}</a></p>
`;
  // A page may be empty and more may follow.
  const isEmpty = items.length === 0 && !nextCursor && !artworks.markup;
  const list =
    (grid.markup || more) &&
    html`<section aria-labelledby="found">
<h2 id="found">${pageWord('found', locale)}</h2>
${grid.markup}${more}</section>
`;
  return {
    markup: html`${kindLinks(search)}${isEmpty && advice(search)}${list}${artworks.markup}`,
    style: grid.style + artworks.style,
  };
};

/** The page that searches. Search engines need not list what others have searched for. */
export const searchPage = (search: Search, site: PageSite): Page => {
  const { locale, q } = search;
  const title = pageWord('search', locale);
  const alternates = site.locales.map((other) => ({ locale: other, url: searchUrl(other) }));
  const { markup, style } = results(search, site);
  const head = html`<link rel="canonical" href="${searchUrl(locale)}">
<meta name="robots" content="noindex">
`;
  const main = html`<h1>${title}</h1>
${form(search)}${markup}`;
  return renderLayout(site, {
    locale,
    title: q ? `${q} · ${title}` : title,
    head,
    alternates,
    main,
    style,
    place: { q },
  });
};
