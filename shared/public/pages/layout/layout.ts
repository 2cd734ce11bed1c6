import type { Locale } from '../../../model/languages/locale.ts';
import { attribute, type Content, html, type Markup, trusted } from '../markup/html.ts';
import { pageLanguage, partLanguage } from '../markup/language-attributes.ts';
import { siteTitle } from '../markup/site-text.ts';
import { pageWord, wordLocale } from '../markup/words.ts';
import { fontStyle } from '../styles/font.ts';
import type { Alternate } from './alternate.ts';
import { pageFooter } from './footer.ts';
import type { PageSite } from './frame.ts';
import { type NavigationPlace, pageHeader } from './header.ts';
import { noticeList } from './notices.ts';
import { pageHeaders } from './policy.ts';
import { pageScript } from './script.ts';
import { coloursStyle, minified, pageStyle } from './style.ts';
import type { ViewCounter } from './view-counter.ts';

/** The parts of a page that differ between pages. */
interface PageParts {
  readonly locale: Locale;
  /** The name of the page; of the front page there is none but that of the institution. */
  readonly title?: string;
  /** The elements of the head after the title. */
  readonly head?: Content;
  readonly alternates?: readonly Alternate[];
  /** Where it belongs in the navigation. */
  readonly place?: NavigationPlace;
  /** The style of this page's pictures. */
  readonly style?: string | undefined;
  readonly main: Content;
  readonly views?: ViewCounter;
  /** A script of this page alone, which may load others. */
  readonly script?: string | undefined;
  /** Set for what is not published: the page says so. Pictures may come from this origin too. */
  readonly draft?: { readonly pictures: string | undefined };
}

/** A page: its text, and the headers that go with it. */
export interface Page {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const icon = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="${colour}" d="M1 2h14v12H1z"/><path fill="#fff" d="M3 4h10v8H3z"/></svg>`,
  )}`;

/** What the script is told of views. */
const attributes = ({ path, weight, counts }: ViewCounter): Markup =>
  html`${attribute('data-views', path)}${attribute('data-weight', weight > 1 ? String(weight) : undefined)}${attribute('data-counts', counts)}`;

const draftNote = (locale: Locale): Markup =>
  html`<div class="draft" role="status"><div class="width"><p><strong>${pageWord('draft', locale)}</strong></p></div></div>
`;

/** The whole page around its parts, with its styles and one script, all inline; it works without them. */
export const renderLayout = (site: PageSite, parts: PageParts): Page => {
  const { locale, title, head, alternates = [], place = {}, style, main, views, script, draft } = parts;
  // A preview is of one language: the addresses of the others are not public, or show what is.
  const shown = draft ? undefined : alternates;
  const institution = siteTitle(site, locale);
  // Our own texts are in English where the page's language has no translation.
  const wordLanguage = partLanguage(wordLocale(locale), locale);
  const styles = [
    pageStyle,
    ...(site.font ? [minified(fontStyle(site.font))] : []),
    ...(site.colours ? [coloursStyle(site.colours)] : []),
    ...(style ? [style] : []),
  ];
  const scripts = [pageScript, ...(script ? [script] : [])];
  const page = html`<!doctype html>
<html${pageLanguage(locale)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title && `${title} · `}${institution}</title>
<link rel="icon" href="${icon(site.colours?.accent ?? '#0b4a6f')}">
${head}${styles.map(
  (text) => html`<style>${trusted(text)}</style>
`,
)}</head>
<body>
<a class="skip" href="#main"${wordLanguage}>${pageWord('skip', locale)}</a>
${draft && draftNote(locale)}${pageHeader(site, locale, shown, place)}${noticeList(site.frame?.notices ?? [], locale, site)}<main id="main" tabindex="-1">
${main}</main>
${pageFooter(site, locale)}<script${views && attributes(views)}>${trusted(pageScript)}</script>
${
  script &&
  html`<script>${trusted(script)}</script>
`
}</body>
</html>
`;
  const pictures = [site.logo && new URL(site.logo.url).origin, draft?.pictures].filter(
    (origin) => origin !== undefined,
  );
  const policy = pageHeaders(styles, scripts, {
    loads: script !== undefined,
    pictures,
    hasFonts: site.font !== undefined,
  });
  return { body: page.text, headers: { 'content-language': locale, ...policy } };
};
