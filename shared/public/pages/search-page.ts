import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { languageFor } from '../../refusals/language.ts';
import { searchUrl } from '../../showcase/store/urls.ts';
import type { PageCard } from './card.ts';
import { cardGrid, type StyledPart } from './card-grid.ts';
import { searchForm } from './header.ts';
import { html } from './html.ts';
import { partLanguage } from './language-attributes.ts';
import { type Page, renderLayout } from './layout.ts';
import { searchPath } from './paths.ts';
import { pageWord } from './words.ts';

/** What a search has found, or why it could not search. */
export interface FoundItems {
  readonly items: readonly PageCard[];
  readonly refusal?: string;
  /** Set where there may be more. */
  readonly nextCursor?: string;
}

/** A search: its words, and what they have found; nothing before there are words. */
interface Search {
  readonly locale: Locale;
  readonly q: string;
  readonly found: FoundItems | undefined;
}

const results = ({ locale, q, found }: Search, site: Site): StyledPart => {
  if (!found) return { markup: undefined, style: '' };
  const { items, refusal, nextCursor } = found;
  if (refusal !== undefined) {
    const language = partLanguage(languageFor([locale]), locale);
    return { markup: html`<p role="status"><strong>${q}</strong>: <span${language}>${refusal}</span></p>`, style: '' };
  }
  const grid = cardGrid({ cards: items, locale, site, prefix: 'c', heading: 'h3', seen: 3 });
  const more =
    nextCursor &&
    html`<p class="pages"><a class="button" href="${searchPath(locale, { q, cursor: nextCursor })}">${pageWord('more', locale)}</a></p>
`;
  // A page may be empty and more may follow.
  const nothing = items.length === 0 && !nextCursor && html`<p role="status">${pageWord('nothingFound', locale)}</p>`;
  return {
    markup: html`<section aria-labelledby="found">
<h2 id="found">${pageWord('found', locale)}</h2>
${nothing}${grid.markup}${more}</section>
`,
    style: grid.style,
  };
};

/** The page that searches. Search engines need not list what others have searched for. */
export const searchPage = (search: Search, site: Site): Page => {
  const { locale, q } = search;
  const title = pageWord('search', locale);
  const alternates = site.locales.map((other) => ({ locale: other, url: searchUrl(other) }));
  const { markup, style } = results(search, site);
  const head = html`<link rel="canonical" href="${searchUrl(locale)}">
<meta name="robots" content="noindex">
`;
  const main = html`<h1>${title}</h1>
${searchForm(locale, q, 'words')}
${markup}`;
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
