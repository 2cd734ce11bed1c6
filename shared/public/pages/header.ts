import type { Locale } from '../../model/locale.ts';
import { categoryLabel, type Site } from '../../model/site.ts';
import type { Alternate } from './alternate.ts';
import { attribute, html, type Markup } from './html.ts';
import { partLanguage } from './language-attributes.ts';
import { languageMenu } from './language-menu.ts';
import { calendarPath, listPath, searchPath } from './paths.ts';
import { siteText } from './site-text.ts';
import { pageWord } from './words.ts';

/** Where a page belongs in the navigation. */
export interface Place {
  /** The section: a category of the site, the calendar or the search. */
  readonly section?: string | undefined;
  /** True where the page is that section itself, not something in it. */
  readonly isSection?: boolean | undefined;
  /** What is searched for. */
  readonly q?: string | undefined;
}

/** The section that is the calendar: no slug of a category has such a sign. */
export const calendarSection = '/calendar';

/** Most sections in the navigation: the front page has all of them. */
const mostSections = 8;

const institution = (site: Site, locale: Locale): Markup => {
  const title = siteText(site.title, locale, site);
  const logo = site.logo && html`<img src="${site.logo.url}" alt="" height="48">`;
  return html`<p class="name"${partLanguage(title?.locale, locale)}><a href="${listPath(locale)}">${logo}<span>${title?.text}</span></a></p>`;
};

const navigation = (site: Site, locale: Locale, { section, isSection }: Place): Markup => {
  const link = (name: string, path: string, label: string) => {
    const current = name === section ? (isSection ? 'page' : 'true') : undefined;
    return html`<li><a href="${path}"${attribute('aria-current', current)}>${label}</a></li>`;
  };
  const shown = site.categories.slice(0, mostSections);
  const items = shown.map(({ slug }) =>
    link(slug, listPath(locale, { category: slug }), categoryLabel(site, slug, locale)),
  );
  const rest =
    site.categories.length > shown.length && link('', `${listPath(locale)}#sections`, pageWord('categories', locale));
  return html`<nav aria-label="${pageWord('categories', locale)}"><ul>${items}${rest}${link(calendarSection, calendarPath(locale), pageWord('calendar', locale))}</ul></nav>`;
};

/** The form that searches, which works without script. */
export const searchForm = (locale: Locale, q: string | undefined, id: string): Markup =>
  html`<form class="search" role="search"${attribute('aria-label', id === 'q' ? undefined : pageWord('find', locale))} action="${searchPath(locale)}" method="get"><label class="unseen" for="${id}">${pageWord('search', locale)}</label><input type="search" id="${id}" name="q" placeholder="${pageWord('search', locale)}" maxlength="100" required${attribute('value', q)}><button>${pageWord('find', locale)}</button></form>`;

/** The header of every page: the institution, the languages, the sections and the search. */
export const pageHeader = (site: Site, locale: Locale, alternates: readonly Alternate[], place: Place): Markup =>
  html`<header><div class="band"><div class="width">${institution(site, locale)}${languageMenu(site, locale, alternates)}</div></div>
<div class="menu"><div class="width">${navigation(site, locale, place)}${place.q === undefined && searchForm(locale, undefined, 'q')}</div></div></header>
`;
