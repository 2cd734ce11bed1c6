import type { Locale } from '../../model/languages/locale.ts';
import { categoryLabel, type Site } from '../../model/site/site.ts';
import { dayOf } from '../../model/time/local-time.ts';
import { monthInWords, weekdayInWords } from '../../model/time/month-in-words.ts';
import { isInSupportedYears } from '../../model/time/supported-years.ts';
import { calendarUrl } from '../../showcase/store/urls.ts';
import { languageLinks } from './layout/head.ts';
import { calendarSection } from './layout/header.ts';
import { type Page, renderLayout } from './layout/layout.ts';
import { openGraph } from './layout/open-graph.ts';
import { entryElement, entryStyle } from './lists/calendar-entry.ts';
import type { PageCard } from './lists/card.ts';
import { filterLinks } from './lists/filters.ts';
import { monthLinks } from './lists/month-links.ts';
import { html, type Markup } from './markup/html.ts';
import { calendarPath, feedPath } from './markup/paths.ts';
import { siteTitle } from './markup/site-text.ts';
import { pageWord } from './markup/words.ts';

/** A month of the calendar. */
interface CalendarMonth {
  readonly locale: Locale;
  readonly month: string;
  /** The day that it is in the zone of the site. */
  readonly today: string;
  /** True for the present month without what is over. */
  readonly isFromToday: boolean;
  readonly category?: string | undefined;
  /** By start. */
  readonly items: readonly PageCard[];
  readonly nextCursor?: string | undefined;
}

/** An item with its place among those of the page, by which its picture has an id. */
type Numbered = readonly [card: PageCard, n: number];

/** What stands in a month under no day of its own, since it began before. */
const ongoing = 'ongoing';

/**
 * The day under which an item stands: that of its start, unless it goes on since a day before the month, or before
 * today.
 */
const dayIn = (
  { startsAt = '' }: PageCard,
  { month, today }: CalendarMonth,
  isPast: boolean,
  { timeZone }: Site,
): string => {
  const day = dayOf(startsAt, timeZone);
  const first = isPast || month !== today.slice(0, 7) ? `${month}-01` : today;
  return day < first ? ongoing : day;
};

const isOver = ({ startsAt = '', endsAt = startsAt }: PageCard, today: string, { timeZone }: Site): boolean =>
  dayOf(endsAt, timeZone) < today;

const days = (items: readonly Numbered[], calendar: CalendarMonth, isPast: boolean, site: Site): Markup[] => {
  const { locale } = calendar;
  const byDay = Map.groupBy(items, ([card]) => dayIn(card, calendar, isPast, site));
  return [...byDay].map(
    ([
      day,
      entries,
    ]) => html`<div class="day"><h3>${day === ongoing ? pageWord(ongoing, locale) : weekdayInWords(day, locale)}</h3><ul>
${entries.map(
  ([card, n]) => html`<li class="entry">${entryElement(card, { id: `c${n}`, locale, site })}</li>
`,
)}</ul></div>
`,
  );
};

const part = (id: 'upcoming' | 'past', items: readonly Numbered[], calendar: CalendarMonth, site: Site) =>
  items.length > 0 &&
  html`<section aria-labelledby="${id}">
<h2 id="${id}">${pageWord(id, calendar.locale)}</h2>
${days(items, calendar, id === 'past', site)}</section>
`;

/** The calendar of a month: what is still to come, and what is over, unless it begins with today. */
export const calendarPage = (calendar: CalendarMonth, site: Site): Page => {
  const { locale, month, today, isFromToday, category, items, nextCursor } = calendar;
  const words = monthInWords(month, locale);
  const title = `${pageWord('calendar', locale)}: ${words}`;
  const isPresent = month === today.slice(0, 7);
  const addressIn = (its: Locale) => calendarUrl(its, isPresent ? undefined : month);
  const alternates = site.locales.map((other) => ({ locale: other, url: addressIn(other) }));
  const description = `${siteTitle(site, locale)}: ${title}`;
  const numbered = items.map((card, n): Numbered => [card, n + 1]);
  const [past, upcoming] = [true, false].map((wanted) =>
    numbered.filter(([card]) => isOver(card, today, site) === wanted),
  );
  // The present month begins with today; only the way to its earlier days names it.
  const pathOf = (to: string, of?: string) =>
    calendarPath(locale, { month: to === today.slice(0, 7) ? undefined : to, category: of });
  const hasEarlier = isFromToday && today > `${month}-01`;
  const sections = [
    { path: pathOf(month), label: pageWord('all', locale), isCurrent: !category },
    ...site.categories.map(({ slug }) => ({
      path: pathOf(month, slug),
      label: categoryLabel(site, slug, locale),
      isCurrent: slug === category,
    })),
  ];
  const head = html`<meta name="description" content="${description}">
<link rel="canonical" href="${addressIn(locale)}">
<link rel="alternate" type="text/calendar" title="${pageWord('calendar', locale)}" href="${feedPath('ics', locale, category)}">
${languageLinks(alternates, site)}${openGraph({ type: 'website', locale, title, description, url: addressIn(locale), alternates, cover: undefined }, site)}`;
  const main = html`<h1>${title}</h1>
${monthLinks({ locale, month, has: isInSupportedYears, pathOf: (to) => pathOf(to, category) })}${filterLinks(pageWord('filterSections', locale), sections)}${
  items.length === 0 &&
  !nextCursor &&
  html`<p>${pageWord(hasEarlier ? 'nothingMoreThisMonth' : 'nothingThisMonth', locale)}</p>
`
}${part('upcoming', upcoming ?? [], calendar, site)}${part('past', past ?? [], calendar, site)}<p class="pages">${
    nextCursor &&
    html`<a class="button" rel="next" href="${calendarPath(locale, { month, category, cursor: nextCursor })}">${pageWord('more', locale)}</a>`
  }${hasEarlier && html`<a class="button" rel="prev" href="${calendarPath(locale, { month, category })}">${pageWord('earlierThisMonth', locale)}</a>`}${!isFromToday && html`<a class="button" href="${calendarPath(locale, { category })}">${pageWord('thisMonth', locale)}</a>`}<a class="button" href="${feedPath('ics', locale, category)}">${pageWord('subscribe', locale)}</a></p>
`;
  const style = numbered.map(([card, n]) => entryStyle(card, `c${n}`)).join('');
  return renderLayout(site, {
    ...{ locale, title, head, alternates, main, style },
    place: { section: calendarSection, isSection: true },
  });
};
