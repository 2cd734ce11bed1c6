import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { byName } from '../ui/by-name.ts';

export type KnownJuror = AnswerOf<'listKnownJurors'>['items'][number];

/** Who may be put on juries, whether or not they have written anything yet. */
export const useKnownJurors = (): readonly KnownJuror[] => {
  const { api } = useConsole();
  const { data = [] } = useQuery({
    queryKey: ['known-jurors'],
    queryFn: async ({ signal }) => {
      const { items } = await api.call('listKnownJurors', { signal });
      return items.sort((one, other) => byName(one.name, other.name));
    },
    staleTime: 0,
  });
  return data;
};
