import { type Picture, plainRendition } from '../../../model/files/picture.ts';
import type { Locale } from '../../../model/languages/locale.ts';
import type { Site } from '../../../model/site/site.ts';
import { html, type Markup } from '../markup/html.ts';
import { siteText, siteTitle } from '../markup/site-text.ts';
import type { Alternate } from './alternate.ts';

/** What messengers and social networks show beside a link to a page (https://ogp.me). */
interface SharedPage {
  readonly type: 'article' | 'website';
  readonly locale: Locale;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly alternates: readonly Alternate[];
  /** The picture of the page itself; that of the settings stands in for it. */
  readonly cover: Picture | undefined;
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

const pictureOf = (cover: Picture | undefined, locale: Locale, site: Site): Markup[] => {
  const image = cover && plainRendition(cover.renditions);
  if (image) {
    return [
      property('og:image', image.url),
      property('og:image:type', image.type),
      property('og:image:width', image.width),
      property('og:image:height', image.height),
      property('og:image:alt', cover.alt),
    ];
  }
  const { picture } = site;
  if (!picture) return [];
  const alt = siteText(picture.alt, locale, site)?.text;
  return [property('og:image', picture.url), ...(alt ? [property('og:image:alt', alt)] : [])];
};

/** The properties of a page, with `more` of its type. */
export const openGraph = (
  page: SharedPage,
  site: Site,
  more: readonly (readonly [string, string])[] = [],
): Markup[] => {
  const { type, locale, title, description, url, alternates, cover } = page;
  const others = alternates.filter((alternate) => alternate.locale !== locale);
  const picture = pictureOf(cover, locale, site);
  return [
    property('og:type', type),
    property('og:title', title),
    property('og:description', description),
    property('og:url', url),
    property('og:site_name', siteTitle(site, locale)),
    property('og:locale', openGraphLocale(locale)),
    ...others.map((alternate) => property('og:locale:alternate', openGraphLocale(alternate.locale))),
    ...picture,
    ...more.map(([name, content]) => property(name, content)),
    html`<meta name="twitter:card" content="${picture.length > 0 ? 'summary_large_image' : 'summary'}">
`,
  ];
};
