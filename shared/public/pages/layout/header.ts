import type { Locale } from '../../../model/languages/locale.ts';
import { categoryLabel, type Site } from '../../../model/site/site.ts';
import type { FrameEntry } from '../../../showcase/store/frame.ts';
import { toPageCard } from '../../answers/editors-page.ts';
import { attribute, html, type Markup } from '../markup/html.ts';
import { partLanguage } from '../markup/language-attributes.ts';
import { calendarPath, listPath, searchPath } from '../markup/paths.ts';
import { siteText } from '../markup/site-text.ts';
import { pageWord } from '../markup/words.ts';
import type { Alternate } from './alternate.ts';
import type { PageSite } from './frame.ts';
import { languageMenu } from './language-menu.ts';

/** Where a page belongs in the navigation. */
export interface NavigationPlace {
  /** The section: a category of the site, an editors' page by its id, the calendar or the search. */
  readonly section?: string | undefined;
  /** True where the page is that section itself, not something in it. */
  readonly isSection?: boolean | undefined;
  /** What is searched for. */
  readonly q?: string | undefined;
}

/** The section that is the calendar: no slug of a category has such a sign. */
export const calendarSection = '/calendar';

/** Most sections in a navigation that staff have not put in order: the front page has all of them. */
const mostSections = 8;

/** Something that the navigation leads to, in the language that it has. */
interface Entry {
  readonly name: string;
  readonly path: string;
  readonly label: string;
  readonly locale: Locale;
}

const institution = (site: Site, locale: Locale): Markup => {
  const title = siteText(site.title, locale, site);
  const logo = site.logo && html`<img src="${site.logo.url}" alt="" height="48">`;
  return html`<p class="name"${partLanguage(title?.locale, locale)}><a href="${listPath(locale)}">${logo}<span>${title?.text}</span></a></p>`;
};

const sectionEntry = (slug: string, locale: Locale, site: Site): Entry => ({
  ...{ name: slug, path: listPath(locale, { category: slug }), label: categoryLabel(site, slug, locale), locale },
});

const pageEntry = (page: FrameEntry, locale: Locale, site: Site): Entry[] => {
  const card = toPageCard(page, locale, site);
  return card ? [{ name: card.id, path: card.url, label: card.title, locale: card.locale }] : [];
};

/**
 * The sections and pages that staff have chosen, as far as they are public; else the first sections and then all pages.
 */
const entriesOf = (site: PageSite, locale: Locale): Entry[] => {
  const pages = site.frame?.pages ?? [];
  if (!site.navigation) {
    const rest = { name: '', path: `${listPath(locale)}#sections`, label: pageWord('categories', locale), locale };
    return [
      ...site.categories.slice(0, mostSections).map(({ slug }) => sectionEntry(slug, locale, site)),
      ...(site.categories.length > mostSections ? [rest] : []),
      ...pages.flatMap((page) => pageEntry(page, locale, site)),
    ];
  }
  return site.navigation.flatMap((one) =>
    'category' in one
      ? [sectionEntry(one.category, locale, site)]
      : pages.filter(({ id }) => id === one.page).flatMap((page) => pageEntry(page, locale, site)),
  );
};

const navigation = (site: PageSite, locale: Locale, { section, isSection }: NavigationPlace): Markup => {
  const calendar = {
    ...{ name: calendarSection, path: calendarPath(locale), label: pageWord('calendar', locale), locale },
  };
  const items = [...entriesOf(site, locale), calendar].map(({ name, path, label, locale: its }) => {
    const current = name === section ? (isSection ? 'page' : 'true') : undefined;
    return html`<li><a href="${path}"${attribute('aria-current', current)}${partLanguage(its, locale)}${attribute('hreflang', its === locale ? undefined : its)}>${label}</a></li>`;
  });
  return html`<nav aria-label="${pageWord('menu', locale)}"><ul>${items}</ul></nav>`;
};

/** The form that searches, which works without script. */
const searchForm = (locale: Locale, q: string | undefined, id: string): Markup =>
  html`<form class="search" role="search"${attribute('aria-label', id === 'q' ? undefined : pageWord('find', locale))} action="${searchPath(locale)}" method="get"><label class="unseen" for="${id}">${pageWord('search', locale)}</label><input type="search" id="${id}" name="q" placeholder="${pageWord('search', locale)}" maxlength="100" required${attribute('value', q)}><button type="submit">${pageWord('find', locale)}</button></form>`;

/** The header of every page: the institution, the languages, the sections and the search. */
export const pageHeader = (
  site: PageSite,
  locale: Locale,
  alternates: readonly Alternate[] | undefined,
  place: NavigationPlace,
): Markup =>
  html`<header><div class="band"><div class="width">${institution(site, locale)}${languageMenu(site, locale, alternates)}</div></div>
<div class="menu"><div class="width">${navigation(site, locale, place)}${place.q === undefined && searchForm(locale, undefined, 'q')}</div></div></header>
`;
