import { useQuery } from '@tanstack/react-query';
import { useConsole } from '../../console-context.ts';
import type { Content } from '../content.ts';

/** The tags of the events that have changed last, each once, the most frequent first; none before they are `wanted`. */
export const useKnownTags = (isWanted: boolean): readonly Content['tags'][number][] => {
  const { api } = useConsole();
  const { data = [] } = useQuery({
    queryKey: ['tags'],
    queryFn: async ({ signal }) => {
      const query = { sort: 'changed', limit: '100' } as const;
      const { items } = await api.call('listStaffEvents', { query, signal });
      const same = Map.groupBy(
        items.flatMap(({ tags }) => tags),
        (tag) => JSON.stringify(Object.values(tag).sort()),
      );
      return [...same.values()].toSorted((one, other) => other.length - one.length).flatMap((tags) => tags.slice(0, 1));
    },
    enabled: isWanted,
    staleTime: 5 * 60_000,
  });
  return data;
};
