import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';

type Hall = AnswerOf<'listHallWorks'>;

/** All works for the hall in a language, as the public may know of them. */
export const useHall = ({ id, version }: StaffExhibition, locale: string) => {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['hall', id, version, locale],
    queryFn: async ({ signal }): Promise<Hall> => {
      const ask = (cursor?: string) => api.call('listHallWorks', { params: { id }, query: { locale, cursor }, signal });
      let page = await ask();
      const items = [...page.items];
      while (page.nextCursor) {
        page = await ask(page.nextCursor);
        items.push(...page.items);
      }
      return { ...page, items };
    },
    staleTime: 0,
  });
};
