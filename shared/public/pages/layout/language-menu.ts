import type { Locale } from '../../../model/languages/locale.ts';
import type { Site } from '../../../model/site/site.ts';
import { html, type Markup } from '../markup/html.ts';
import { partLanguage } from '../markup/language-attributes.ts';
import { listPath } from '../markup/paths.ts';
import { languageName, pageWord, wordLocale } from '../markup/words.ts';
import type { Alternate } from './alternate.ts';

/**
 * All languages of the site. One that the page is not in leads to its front page, and says so. There is none without
 * `alternates`: the page is shown in one language.
 */
export const languageMenu = (
  site: Site,
  locale: Locale,
  alternates: readonly Alternate[] | undefined,
): Markup | undefined => {
  if (!alternates || site.locales.length < 2) return undefined;
  const items = site.locales.map((its) => {
    const language = partLanguage(its, locale);
    if (its === locale) return html`<li><span aria-current="true">${languageName(its)}</span></li>`;
    const url = alternates.find((alternate) => alternate.locale === its)?.url;
    if (url) return html`<li><a href="${url}"${language} hreflang="${its}">${languageName(its)}</a></li>`;
    const note = html`<small${partLanguage(wordLocale(its), its)}>${pageWord('untranslated', its)}</small>`;
    return html`<li><a href="${listPath(its)}"${language} hreflang="${its}">${languageName(its)} ${note}</a></li>`;
  });
  return html`<nav class="languages" aria-label="${pageWord('languages', locale)}"><ul>${items}</ul></nav>`;
};
