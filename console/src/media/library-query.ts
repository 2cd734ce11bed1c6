import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AnswerOf } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import { now } from '../session/clock.ts';
import type { ListedUpload } from './upload.ts';

/** How many uploads are asked for at a time. */
const pageSize = '48';

/** Which uploads to look for; what is empty does not matter. */
interface LibraryFilter {
  readonly q?: string;
  readonly state?: string;
  readonly kind?: string;
  /** Only what nothing has ever used. */
  readonly unused?: boolean;
}

/** The uploads that match, page by page. */
export const useLibrary = ({ q, state, kind, unused }: LibraryFilter) => {
  const { api } = useConsole();
  // A cursor is bound to this moment too.
  const [before] = useState(() => now().toISOString());
  const list = useInfiniteQuery({
    queryKey: ['uploads', { q, state, kind, unused }],
    queryFn: ({ pageParam, signal }) =>
      api.call('listUploads', {
        query: {
          q: q?.trim(),
          // The API says which of these it knows.
          state: state as ListedUpload['state'],
          kind: kind as ListedUpload['kind'],
          ...(unused && { unused: 'true', before }),
          cursor: pageParam,
          limit: pageSize,
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (shown) => shown,
  });
  const uploads = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const { hasNextPage, isFetching, fetchNextPage } = list;
  // A page may be short, or empty, with more behind it.
  const isShort = uploads.length === 0 && hasNextPage && !isFetching;
  useEffect(() => {
    if (isShort) void fetchNextPage();
  }, [isShort, fetchNextPage]);
  return { list, uploads };
};

type Pages = InfiniteData<AnswerOf<'listUploads'>>;

/** Takes uploads that are deleted out of what is shown at once, and asks for the lists again. */
export const useForgetUploads = () => {
  const queries = useQueryClient();
  return (gone: readonly string[]): void => {
    queries.setQueriesData<Pages>(
      { queryKey: ['uploads'] },
      (shown) =>
        shown && {
          ...shown,
          pages: shown.pages.map(({ items, ...page }) => ({
            ...page,
            items: items.filter(({ uploadId }) => !gone.includes(uploadId)),
          })),
        },
    );
    void queries.invalidateQueries({ queryKey: ['uploads'] });
  };
};
