import type { Picture } from '../../../model/files/picture.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import { resolveLocale, type Site } from '../../../model/site/site.ts';
import { feedUrl } from '../../../showcase/store/urls.ts';
import { html, type Markup, trusted } from '../markup/html.ts';
import { siteTitle } from '../markup/site-text.ts';
import type { Alternate } from './alternate.ts';
import { openGraph } from './open-graph.ts';

/** The metadata in the head of a page of one item. */
interface HeadParts {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly alternates: readonly Alternate[];
  /** None of an editors' page, which has no date either. */
  readonly category?: { readonly slug: string; readonly label: string };
  /** With offset. */
  readonly publishedAt?: string;
  readonly cover: Picture | undefined;
  /** The same content in other formats: media types and addresses. */
  readonly programs: readonly { readonly type: string; readonly url: string }[];
  readonly structuredData: object;
  /** The previous and next page of an item that is too large for one. */
  readonly neighbours?: { readonly previous?: string; readonly following?: string };
}

/**
 * The address in each language, and for readers of any other
 * (https://html.spec.whatwg.org/multipage/links.html#rel-alternate).
 */
export const languageLinks = (alternates: readonly Alternate[], site: Site): Markup[] => {
  const known = alternates.map(({ locale }) => locale);
  const xDefaultLocale = resolveLocale(site, site.defaultLocale, known);
  const others = alternates.find(({ locale }) => locale === xDefaultLocale);
  return [...alternates, ...(others ? [{ locale: 'x-default', url: others.url }] : [])].map(
    ({ locale, url }) => html`<link rel="alternate" hreflang="${locale}" href="${url}">
`,
  );
};

const feeds = [
  ['rss', 'application/rss+xml', 'RSS'],
  ['atom', 'application/atom+xml', 'Atom'],
  ['json', 'application/feed+json', 'JSON Feed'],
] as const;

/** The feeds of a language, or of a category there, for feed readers to discover. */
export const feedLinkElements = (label: string, locale: Locale, category: string | undefined): Markup[] => {
  const query = new URLSearchParams({ locale, ...(category && { category }) }).toString();
  return feeds.map(
    ([
      extension,
      type,
      name,
    ]) => html`<link rel="alternate" type="${type}" title="${label} (${name})" href="${feedUrl(extension, query)}">
`,
  );
};

/** The same content in other formats, and the feeds that contain it. */
const programLinks = ({ programs, category, locale }: HeadParts, site: Site): Markup[] => {
  return [
    ...programs.map(
      ({ type, url }) => html`<link rel="alternate" type="${type}" href="${url}">
`,
    ),
    ...feedLinkElements(category?.label ?? siteTitle(site, locale), locale, category?.slug),
  ];
};

/** JSON inside a script element: no tag can begin in it. */
const jsonInScript = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const neighbourLinks = ({ neighbours: { previous, following } = {} }: HeadParts): Markup[] =>
  [['prev', previous] as const, ['next', following] as const].flatMap(([rel, url]) =>
    url
      ? [
          html`<link rel="${rel}" href="${url}">
`,
        ]
      : [],
  );

/** The head of a page about one item. */
export const headOf = (parts: HeadParts, site: Site): Markup =>
  html`<meta name="description" content="${parts.description}">
<link rel="canonical" href="${parts.url}">
${neighbourLinks(parts)}${languageLinks(parts.alternates, site)}${programLinks(parts, site)}${openGraph(
  { type: parts.publishedAt ? 'article' : 'website', ...parts },
  site,
  [
    ...(parts.publishedAt ? [['article:published_time', parts.publishedAt] as const] : []),
    ...(parts.category ? [['article:section', parts.category.label] as const] : []),
  ],
)}<script type="application/ld+json">${trusted(jsonInScript(parts.structuredData))}</script>
`;
