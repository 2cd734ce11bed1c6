import type { Locale } from '../../model/locale.ts';
import { resolveLocale, type Site } from '../../model/site.ts';
import { attribute, type Content, html, type Markup, trusted } from './html.ts';
import { pageHeaders } from './policy.ts';
import { pageScript } from './script.ts';
import { pageStyle } from './style.ts';
import { languageName, pageWord, wordLocale } from './words.ts';

/** The page in a language. */
export interface Alternate {
  readonly locale: Locale;
  readonly url: string;
}

/** The parts of a page that differ between pages. */
interface PageParts {
  readonly locale: Locale;
  readonly title: string;
  /** The elements of the head after the title. */
  readonly head?: Content;
  readonly alternates?: readonly Alternate[];
  /** The style of this page's pictures. */
  readonly style?: string;
  readonly main: Content;
  /** Displayed below the content, and not printed. */
  readonly below?: Content;
  /** The address that counts a view of the page. */
  readonly viewsPath?: string | undefined;
  /** A script of this page alone, which may load others. */
  readonly script?: string | undefined;
}

/** A page: its text, and the headers that go with it. */
export interface Page {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b4a6f" d="M1 2h14v12H1z"/><path fill="#fff" d="M3 4h10v8H3z"/></svg>',
)}`;

/** A text of the site in a language, or in the one that it has. */
const siteText = <T>(
  texts: Readonly<Record<Locale, T>>,
  locale: Locale,
  site: Site,
): { text: T; lang?: Locale } | undefined => {
  const its = resolveLocale(site, locale, Object.keys(texts));
  const text = its === undefined ? undefined : texts[its];
  if (its === undefined || text === undefined) return undefined;
  return { text, ...(its !== locale && { lang: its }) };
};

/** The name of the institution, in a language or in the one that it has. */
export const siteTitle = (site: Site, locale: Locale): string => siteText(site.title, locale, site)?.text ?? '';

const quotation = ({ quotation: texts = {}, ...site }: Site, locale: Locale): Markup | undefined => {
  const found = siteText(texts, locale, site);
  if (!found) return undefined;
  const { text, speaker } = found.text;
  return html`<aside class="quotation" aria-label="${pageWord('quotation', locale)}"><figure${attribute('lang', found.lang)}><blockquote><p>${text}</p></blockquote><figcaption>${speaker}</figcaption></figure></aside>
`;
};

const languages = (alternates: readonly Alternate[], locale: Locale): Markup | undefined => {
  if (alternates.length < 2) return undefined;
  const items = alternates.map(({ locale: its, url }) =>
    its === locale
      ? html`<li><span lang="${its}" aria-current="true">${languageName(its)}</span></li>`
      : html`<li><a href="${url}" lang="${its}" hreflang="${its}">${languageName(its)}</a></li>`,
  );
  return html`<nav aria-label="${pageWord('languages', locale)}"><ul>${items}</ul></nav>`;
};

/** The whole page around its parts, with one style and one script, both inline; it works without them. */
export const renderLayout = (site: Site, parts: PageParts): Page => {
  const { locale, title, head, alternates = [], style, main, below, viewsPath, script } = parts;
  const institution = siteText(site.title, locale, site);
  // Our own texts are in English where the page's language has no translation.
  const wordLang = wordLocale(locale) === locale ? undefined : wordLocale(locale);
  const styles = [pageStyle, ...(style ? [style] : [])];
  const scripts = [pageScript, ...(script ? [script] : [])];
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}${institution && ` · ${institution.text}`}</title>
<link rel="icon" href="${icon}">
${head}${styles.map(
  (text) => html`<style>${trusted(text)}</style>
`,
)}</head>
<body>
<a class="skip" href="#main"${attribute('lang', wordLang)}>${pageWord('skip', locale)}</a>
<header class="top"><div class="site"><p${attribute('lang', institution?.lang)}><a href="/${locale}">${institution?.text}</a></p>${languages(alternates, locale)}</div></header>
${quotation(site, locale)}<main id="main" tabindex="-1">
${main}${below}</main>
<script${attribute('data-views', viewsPath)}>${trusted(pageScript)}</script>
${
  script &&
  html`<script>${trusted(script)}</script>
`
}</body>
</html>
`;
  return {
    body: page.text,
    headers: { 'content-language': locale, ...pageHeaders(styles, scripts, script !== undefined) },
  };
};
