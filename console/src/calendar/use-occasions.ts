import { useQuery } from '@tanstack/react-query';
import { addDays } from '../../../shared/model/time/add-days.ts';
import { useConsole } from '../console-context.ts';
import { occasionsByDay } from './occasions.ts';

/**
 * Most pages of a list that are asked for: a month with more than a thousand of a kind is shown in part, and says so.
 */
const mostPages = 10;

/** An event is listed by its first showing: those that began so many days before a month may take place in it again. */
const lookBack = 100;

/** An exhibition is listed by its first day: one that opened so many days before a month may close in it. */
const longestExhibition = 400;

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string | undefined;
}

/** The pages of a list, one after the other. */
const allOf = async <T>(ask: (page: { limit: string; cursor: string | undefined }) => Promise<Page<T>>) => {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let n = 0; n === 0 || (cursor !== undefined && n < mostPages); n += 1) {
    const page: Page<T> = await ask({ limit: '100', cursor });
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
      const published = { sort: 'published', status: 'scheduled,published', order: 'ascending', from, to } as const;
      const ending = { sort: 'ends', from, to } as const;
      const events = (query: typeof published | typeof ending | { sort: 'starts'; from: string; to: string }) =>
        allOf((page) => api.call('listStaffEvents', { query: { ...query, ...page }, signal }));
      const exhibitions = (query: typeof published | typeof ending | { sort: 'opens'; from: string; to: string }) =>
        allOf((page) => api.call('listStaffExhibitions', { query: { ...query, ...page }, signal }));
      const [starts, ends, takesPlace, shown, withdrawn, opens] = await Promise.all([
        events(published),
        events(ending),
        events({ sort: 'starts', from: addDays(from, -lookBack), to }),
        exhibitions(published),
        exhibitions(ending),
        exhibitions({ sort: 'opens', from: addDays(from, -longestExhibition), to }),
      ]);
      const found = {
        events: { starts: starts.items, ends: ends.items, takesPlace: takesPlace.items },
        exhibitions: { starts: shown.items, ends: withdrawn.items, takesPlace: opens.items },
      };
      return {
        byDay: occasionsByDay(found, site.timeZone),
        isCut: [starts, ends, takesPlace, shown, withdrawn, opens].some(({ isCut }) => isCut),
      };
    },
  });
};
