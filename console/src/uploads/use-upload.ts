import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../api/api.ts';
import { useConsole } from '../console-context.ts';

/** How often to ask about a file that is being prepared, in milliseconds. */
const askAgainAfter = 2_000;

/** What is known of an upload; undefined until it has been asked for. */
export const useUpload = (uploadId: string): AnswerOf<'getUpload'> | undefined => {
  const { api } = useConsole();
  const { data } = useQuery({
    queryKey: ['upload', uploadId],
    queryFn: ({ signal }) => api.call('getUpload', { params: { id: uploadId }, signal }),
    // The addresses of renditions are signed for some minutes.
    staleTime: 5 * 60_000,
    refetchInterval: ({ state: { data: found } }) =>
      found?.state === 'awaiting' || found?.state === 'processing' ? askAgainAfter : false,
  });
  return data;
};
