import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { byName } from '../ui/by-name.ts';
import { nameOfAccount } from './account.ts';

type Named = AnswerOf<'listPeople'>['items'][number];

/** Every account by its name, and those whose names are kept though they have none. */
export const usePeople = () => {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['accounts'],
    queryFn: async ({ signal }) => {
      const named: Named[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.call('listPeople', { query: { limit: '100', cursor }, signal });
        named.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      const { items: accounts } = await api.call('listAccounts', { signal });
      const ids = new Set(accounts.map(({ id }) => id));
      return {
        accounts: accounts.toSorted((one, other) => byName(nameOfAccount(one), nameOfAccount(other))),
        former: named.filter(({ id }) => !ids.has(id)).sort((one, other) => byName(one.name, other.name)),
      };
    },
  });
};
