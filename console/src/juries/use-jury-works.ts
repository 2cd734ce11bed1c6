import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../api/api.ts';
import { useCommon } from '../console-context.ts';
import { signedFor } from '../media/signed-for.ts';
import { changesOf, type KeptRating } from './kept-ratings.ts';

export type ListedWork = AnswerOf<'listJuryWorks'>['items'][number];

/** After how many milliseconds of absence a juror's works are read again. */
const away = 30_000;

const worksKey = (id: string) => ['jury-works', id] as const;

export const workKey = (id: string, mark: string) => ['jury-work', id, mark] as const;

/** All works that the person rates in an exhibition, in the order of their numbers. */
export const useJuryWorks = (id: string) => {
  const { api } = useCommon();
  return useQuery({
    queryKey: worksKey(id),
    queryFn: async ({ signal }) => {
      const works: ListedWork[] = [];
      let cursor: string | undefined;
      do {
        const { items, nextCursor } = await api.call('listJuryWorks', {
          ...{ params: { id }, query: { limit: '100', cursor }, signal },
        });
        works.push(...items);
        cursor = nextCursor;
      } while (cursor);
      return works;
    },
    staleTime: signedFor,
    refetchInterval: signedFor,
    // The person may have rated on another device while they were away.
    refetchOnWindowFocus: ({ state }) => Date.now() - state.dataUpdatedAt > away && 'always',
  });
};

/** Reads the works of an exhibition again. */
export const readWorksAgain = (queries: QueryClient, exhibitionId: string): void =>
  void queries.invalidateQueries({ queryKey: worksKey(exhibitionId) });

/** Takes what was sent into the works that are shown; what the others think of it is asked for again. */
export const takeRating = (queries: QueryClient, sent: KeptRating): void => {
  const { exhibitionId, mark } = sent;
  const { score, comment } = changesOf(sent);
  queries.setQueryData<ListedWork[]>(worksKey(exhibitionId), (works) =>
    works?.map((work) =>
      work.mark === mark
        ? {
            ...work,
            ...(score !== undefined && { myScore: score }),
            ...(comment !== undefined && { myComment: comment?.trim() || undefined }),
          }
        : work,
    ),
  );
  // What is being read may be from before.
  if (queries.isFetching({ queryKey: worksKey(exhibitionId) }) > 0) readWorksAgain(queries, exhibitionId);
  void queries.invalidateQueries({ queryKey: workKey(exhibitionId, mark) });
};
