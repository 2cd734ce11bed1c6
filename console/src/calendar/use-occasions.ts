import { useQuery } from '@tanstack/react-query';
import type { AnswerOf, Api } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { shiftDay } from './month.ts';
import { occasionsByDay } from './occasions.ts';

type StaffEvent = AnswerOf<'listStaffEvents'>['items'][number];

/** Most pages of a list that are asked for: a month with more than a thousand of a kind is shown in part, and says so. */
const mostPages = 10;

/**
 * An event is listed by its first showing: those that began so many days before a month may take place in it again.
 */
const lookBack = 100;

const allOf = async (api: Api, query: Readonly<Record<string, string>>, signal: AbortSignal) => {
  const items: StaffEvent[] = [];
  let cursor: string | undefined;
  for (let n = 0; n === 0 || (cursor !== undefined && n < mostPages); n += 1) {
    const page = await api.call('listStaffEvents', { query: { ...query, limit: '100', cursor }, signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { items, isCut: cursor !== undefined };
};

/** What comes and goes from one day to another, by the day. */
export const useOccasions = (from: string, to: string) => {
  const { api, site } = useConsole();
  return useQuery({
    queryKey: ['events', 'calendar', from, to],
    queryFn: async ({ signal }) => {
      const [starts, ends, takesPlace] = await Promise.all([
        allOf(api, { sort: 'published', status: 'scheduled,published', order: 'ascending', from, to }, signal),
        allOf(api, { sort: 'ends', from, to }, signal),
        allOf(api, { sort: 'starts', from: shiftDay(from, -lookBack), to }, signal),
      ]);
      const lists = { starts: starts.items, ends: ends.items, takesPlace: takesPlace.items };
      return {
        byDay: occasionsByDay(lists, site.timeZone),
        isCut: starts.isCut || ends.isCut || takesPlace.isCut,
      };
    },
  });
};
