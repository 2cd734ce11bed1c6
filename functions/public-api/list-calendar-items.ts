import type { publicRoutes } from '../../shared/contract/public.ts';
import { fromCalendarCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { calendarList } from '../../shared/showcase/calendar/calendar-list.ts';
import { readCalendarMonth } from '../../shared/showcase/calendar/read-calendar.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { todayIn } from '../../shared/showcase/store/today.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';
import { feedScope, requireCampaign } from './feed-scope.ts';

export const listCalendarItems: Handlers<typeof publicRoutes>['listCalendarItems'] = async ({ query }, { now }) => {
  const site = await readPublicSite();
  const { timeZone } = site;
  const { limit, cursor, month = todayIn(timeZone, now).slice(0, 7), ...wanted } = query;
  const scope = feedScope(wanted, site);
  const list = calendarList(month, scope);
  const after = fromCalendarCursor(list, cursor);
  const { entries, last } = await readCalendarMonth(month, { scope, limit, after, now, timeZone });
  if (entries.length === 0 && !after) await requireCampaign(scope, site, now);
  return {
    body: {
      items: (await withSlugs(entries)).map((entry) => toFeedCard(entry, { locale: scope.locale, site, now })),
      ...(last && { nextCursor: toCursor(list, last) }),
    },
    headers: { 'content-language': scope.locale },
  };
};
