import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../api/api.ts';
import { useCommon } from '../console-context.ts';
import { signedFor } from '../media/signed-for.ts';
import type { KeptRating } from './kept-ratings.ts';

export type ListedWork = AnswerOf<'listJuryWorks'>['items'][number];

const worksKey = (id: string) => ['jury-works', id] as const;

export const workKey = (id: string, number: number) => ['jury-work', id, number] as const;

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
  });
};

/** Takes what was sent into the works that are shown; what the others think of them is asked for again. */
export const takeRatings = (queries: QueryClient, sent: readonly KeptRating[]): void => {
  for (const { exhibitionId, number, score, comment } of sent) {
    queries.setQueryData<ListedWork[]>(worksKey(exhibitionId), (works) =>
      works?.map((work) =>
        work.number === number ? { ...work, myScore: score, myComment: comment.trim() || undefined } : work,
      ),
    );
    void queries.invalidateQueries({ queryKey: workKey(exhibitionId, number) });
  }
};
