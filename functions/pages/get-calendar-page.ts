import type { pageRoutes } from '../../shared/contract/pages.ts';
import { fromCalendarCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { monthSchema } from '../../shared/model/time/month.ts';
import { calendarPage } from '../../shared/public/pages/calendar-page.ts';
import { parseInput } from '../../shared/refusals/parse-input.ts';
import { calendarList } from '../../shared/showcase/calendar/calendar-list.ts';
import { readCalendarMonth } from '../../shared/showcase/calendar/read-calendar.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { todayIn } from '../../shared/showcase/store/today.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';
import { feedScope } from '../public-api/feed-scope.ts';
import { requireOwnPath } from './get-list-page.ts';
import { readPageSite } from './read-page-site.ts';

/** Most entries of a month on one page. */
const entriesPerPage = 60;

/**
 * What takes place in a month: what `GET /v1/calendar` reads. Without a month it is the present one, from today on:
 * what is over by then is on the page that names the month.
 */
export const getCalendarPage: Handlers<typeof pageRoutes>['getCalendarPage'] = async (
  { params: { locale }, query },
  { now, rawQuery },
) => {
  await requireOwnPath(`${locale}/calendar`, rawQuery, now);
  const site = await readPageSite(now);
  const { timeZone } = site;
  const today = todayIn(timeZone, now);
  const month = query.month === undefined ? today.slice(0, 7) : parseInput(monthSchema, query.month, 'month');
  const isFromToday = query.month === undefined && query.cursor === undefined;
  const scope = feedScope({ locale, category: query.category }, site);
  const list = calendarList(month, scope);
  const after = fromCalendarCursor(list, query.cursor);
  const since = isFromToday ? today : undefined;
  const asked = { scope, limit: entriesPerPage, after, now, timeZone, since };
  const { entries, last } = await readCalendarMonth(month, asked);
  const items = (await withSlugs(entries)).map((entry) => toFeedCard(entry, { locale, site, now }));
  const nextCursor = last && toCursor(list, last);
  return calendarPage({ locale, month, today, isFromToday, category: query.category, items, nextCursor }, site);
};
