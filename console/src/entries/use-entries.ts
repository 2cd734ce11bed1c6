import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { stageOf } from '../../../shared/model/staff/permissions.ts';
import { useConsole } from '../console-context.ts';
import { may } from '../exhibitions/may.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import type { Entry } from './entry.ts';

interface Page {
  readonly items: readonly Entry[];
  readonly nextCursor?: string | undefined;
}

interface Pages {
  readonly pages: readonly Page[];
  readonly pageParams: readonly unknown[];
}

/** All entries of an exhibition by their numbers: one page after the other, each shown as it comes. */
export const useEntries = ({ id }: Pick<StaffExhibition, 'id'>) => {
  const { api } = useConsole();
  const queries = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['entries', id],
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      api.call('listStaffArtworks', { params: { id }, query: { limit: '100', cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
  const { hasNextPage, isFetching, error, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const entries = useMemo(
    () =>
      (list.data?.pages.flatMap(({ items }) => items) ?? []).toSorted(
        (one, other) => one.entryNumber - other.entryNumber,
      ),
    [list.data],
  );
  /** Puts entries as the API has answered them into the list; new ones are added. */
  const replace = useCallback(
    (changed: readonly Entry[]) => {
      const byId = new Map(changed.map((entry) => [entry.id, entry]));
      queries.setQueryData(['entries', id], (before: Pages | undefined) => {
        if (!before) return before;
        const pages = before.pages.map((page) => ({
          ...page,
          items: page.items.map((entry) => {
            const after = byId.get(entry.id);
            byId.delete(entry.id);
            return after ?? entry;
          }),
        }));
        const [first, ...others] = pages;
        const added = [...byId.values()];
        return { ...before, pages: first ? [{ ...first, items: [...first.items, ...added] }, ...others] : pages };
      });
    },
    [queries, id],
  );
  return { list, entries, replace, isComplete: list.data !== undefined && !hasNextPage };
};

/**
 * What is known beside the entries: which look alike, and how often each was rated, where the person may know and it is
 * not blind.
 */
export const useEntryFacts = (exhibition: StaffExhibition, isComplete: boolean) => {
  const { api, person } = useConsole();
  const { id } = exhibition;
  const stage = stageOf(exhibition as Parameters<typeof stageOf>[0]);
  const { data: likenesses } = useQuery({
    queryKey: ['likenesses', id],
    queryFn: async ({ signal }) => (await api.call('listDuplicates', { params: { id }, signal })).items,
    enabled: isComplete && stage !== 'blind',
  });
  const { data: ratings } = useQuery({
    queryKey: ['rating-counts', id],
    queryFn: async ({ signal }) => {
      const { items } = await api.call('getRanking', { params: { id }, query: { count: '1000' }, signal });
      return new Map(items.flatMap(({ artworkId, ratings }) => (artworkId ? [[artworkId, ratings] as const] : [])));
    },
    enabled: isComplete && stage !== 'blind' && may('readRanking', exhibition, person),
  });
  return { likenesses, ratings };
};
