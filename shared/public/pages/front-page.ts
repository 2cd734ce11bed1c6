import type { Locale } from '../../model/languages/locale.ts';
import { categoryLabel, type Site } from '../../model/site/site.ts';
import { homePageUrl } from '../../showcase/store/page-urls.ts';
import { listUrl } from '../../showcase/store/urls.ts';
import { feedLinkElements, languageLinks } from './layout/head.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { openGraph } from './layout/open-graph.ts';
import type { PageCard } from './lists/card.ts';
import { cardGrid, sectionHead } from './lists/card-grid.ts';
import { html, type Markup } from './markup/html.ts';
import { calendarPath, folderPath, listPath } from './markup/paths.ts';
import { siteTitle } from './markup/site-text.ts';
import type { StyledPart } from './markup/styled-part.ts';
import { pageWord } from './markup/words.ts';

/** What the front page shows, in its order. */
interface Front {
  readonly locale: Locale;
  /** What is on now, and next. */
  readonly ahead: readonly PageCard[];
  readonly newest: readonly PageCard[];
  /** Exhibitions that are open now. */
  readonly exhibitions: readonly PageCard[];
}

const part = (head: Markup, { markup, style }: StyledPart, id: string): StyledPart => ({
  markup:
    markup &&
    html`<section aria-labelledby="${id}">
${head}${markup}</section>
`,
  style,
});

const sections = (locale: Locale, site: Site): Markup => {
  const links = site.categories.map(
    ({ slug }) =>
      html`<li><a href="${listPath(locale, { category: slug })}">${categoryLabel(site, slug, locale)}</a></li>`,
  );
  return html`<section aria-labelledby="sections">
${sectionHead('sections', pageWord('categories', locale))}<div class="filters"><ul>${links}</ul></div>
</section>
`;
};

/** The front page of a language. */
export const frontPage = ({ locale, ahead, newest, exhibitions }: Front, site: Site): Page => {
  const title = siteTitle(site, locale);
  const url = homePageUrl(site, locale);
  const alternates = site.locales.map((other) => ({ locale: other, url: listUrl(other) }));
  const cover = site.picture ? undefined : [...ahead, ...newest].find((card) => card.picture)?.picture;
  const grid = { locale, site, heading: 'h3' } as const;
  const parts = [
    part(
      sectionHead('ahead', pageWord('onNow', locale), {
        path: calendarPath(locale),
        label: pageWord('wholeCalendar', locale),
      }),
      cardGrid({ ...grid, cards: ahead, prefix: 'a', seen: 1, hasLead: true }),
      'ahead',
    ),
    part(
      sectionHead('exhibitions', pageWord('currentExhibitions', locale), {
        path: folderPath(locale, 'exhibitions'),
        label: pageWord('allExhibitions', locale),
      }),
      cardGrid({ ...grid, cards: exhibitions, prefix: 'e' }),
      'exhibitions',
    ),
    part(
      sectionHead('latest', pageWord('latest', locale), {
        path: folderPath(locale, 'events'),
        label: pageWord('everything', locale),
      }),
      cardGrid({ ...grid, cards: newest, prefix: 'n', seen: ahead.length > 0 ? 0 : 1, hasLead: ahead.length === 0 }),
      'latest',
    ),
  ];
  const isEmpty = ahead.length + newest.length + exhibitions.length === 0;
  const head = html`<meta name="description" content="${title}">
<link rel="canonical" href="${url}">
${languageLinks(alternates, site)}${feedLinkElements(title, locale, undefined)}${openGraph({ type: 'website', locale, title, description: title, url, alternates, cover }, site)}`;
  const main = html`<h1 class="unseen">${title}</h1>
${parts.map(({ markup }) => markup)}${
  isEmpty &&
  html`<p>${pageWord('nothing', locale)}</p>
`
}${sections(locale, site)}`;
  return renderLayout(site, { locale, head, alternates, main, style: parts.map(({ style }) => style).join('') });
};
