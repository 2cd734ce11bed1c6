import type { Locale } from '../../model/locale.ts';
import { type Picture, plainRendition } from '../../model/picture.ts';
import { resolveLocale, type Site } from '../../model/site.ts';
import { feedUrl } from '../../showcase/store/urls.ts';
import { html, type Markup, trusted } from './html.ts';
import { type Alternate, siteTitle } from './layout.ts';

/** The metadata in the head of a page of an event or an exhibition. */
interface HeadParts {
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly alternates: readonly Alternate[];
  readonly category: { readonly slug: string; readonly label: string };
  /** With offset. */
  readonly publishedAt: string;
  readonly cover: Picture | undefined;
  /** The same content in other formats: media types and addresses. */
  readonly programs: readonly { readonly type: string; readonly url: string }[];
  readonly structuredData: object;
  /** The previous and next page of an item that is too large for one. */
  readonly neighbours?: { readonly previous?: string; readonly following?: string };
}

const territories: Readonly<Record<Locale, string>> = { az: 'az_AZ', en: 'en_GB', ru: 'ru_RU' };

/** A language with the territory that Open Graph asks for (https://ogp.me/#optional). */
const openGraphLocale = (locale: Locale): string => {
  const known = territories[locale];
  if (known) return known;
  try {
    const { language, region } = new Intl.Locale(locale).maximize();
    return region ? `${language}_${region}` : language;
  } catch {
    return locale;
  }
};

const property = (name: string, content: string | number): Markup =>
  html`<meta property="${name}" content="${content}">
`;

const openGraph = (parts: HeadParts, site: Site): Markup[] => {
  const { locale, title, description, url, alternates, category, publishedAt, cover } = parts;
  const image = cover && plainRendition(cover.renditions);
  const others = alternates.filter((alternate) => alternate.locale !== locale);
  return [
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', url),
    property('og:site_name', siteTitle(site, locale)),
    property('og:locale', openGraphLocale(locale)),
    ...others.map((alternate) => property('og:locale:alternate', openGraphLocale(alternate.locale))),
    ...(image
      ? [
          property('og:image', image.url),
          property('og:image:type', image.type),
          property('og:image:width', image.width),
          property('og:image:height', image.height),
          property('og:image:alt', cover.alt),
        ]
      : []),
    property('article:published_time', publishedAt),
    property('article:section', category.label),
    html`<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">
`,
  ];
};

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
const programLinks = ({ programs, category, locale }: HeadParts): Markup[] => {
  return [
    ...programs.map(
      ({ type, url }) => html`<link rel="alternate" type="${type}" href="${url}">
`,
    ),
    ...feedLinkElements(category.label, locale, category.slug),
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

/** The head of a page about an event or an exhibition. */
export const headOf = (parts: HeadParts, site: Site): Markup =>
  html`<meta name="description" content="${parts.description}">
<link rel="canonical" href="${parts.url}">
${neighbourLinks(parts)}${languageLinks(parts.alternates, site)}${programLinks(parts)}${openGraph(parts, site)}<script type="application/ld+json">${trusted(jsonInScript(parts.structuredData))}</script>
`;
