import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '../api/api.ts';
import { useCommon } from '../console-context.ts';
import { signedFor } from '../media/signed-for.ts';
import { type ListedWork, workKey } from './use-jury-works.ts';

/** A work, and when its addresses were signed, in milliseconds since 1970. */
type JudgedWork = AnswerOf<'getJuryWork'> & { readonly signedAt: number };

/**
 * A work with its large picture, and what the others think of it. With the next one at hand, going on needs no waiting.
 */
export const useJuryWork = (id: string, listed: ListedWork | undefined) => {
  const { api } = useCommon();
  const queries = useQueryClient();
  const { number = 0, mark = '' } = listed ?? {};
  return useQuery({
    queryKey: workKey(id, mark),
    queryFn: async ({ signal }): Promise<JudgedWork> => {
      const work = await api.call('getJuryWork', { params: { id, number }, signal });
      const before = queries.getQueryData<JudgedWork>(workKey(id, mark));
      const now = Date.now();
      // The same addresses as long as they are good: with others the browser would load the picture again.
      if (before?.image && before.mark === work.mark && now - before.signedAt < signedFor) {
        return { ...work, image: before.image, signedAt: before.signedAt };
      }
      return { ...work, signedAt: now };
    },
    enabled: listed !== undefined,
    staleTime: signedFor,
    refetchInterval: signedFor,
  });
};
