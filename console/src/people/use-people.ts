import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../console-context.ts';
import { byName } from '../ui/by-name.ts';
import { nameOfAccount } from './account.ts';
import { readNamedPeople } from './use-named-people.ts';

/** Every account by its name, and those whose names are kept though they have none. */
export const usePeople = () => {
  const { api } = useConsole();
  return useQuery({
    queryKey: ['accounts'],
    queryFn: async ({ signal }) => {
      const named = await readNamedPeople(api, signal);
      const { items: accounts } = await api.call('listAccounts', { signal });
      const ids = new Set(accounts.map(({ id }) => id));
      return {
        accounts: accounts.toSorted((one, other) => byName(nameOfAccount(one), nameOfAccount(other))),
        former: named.filter(({ id }) => !ids.has(id)),
      };
    },
  });
};
