import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { textIn } from '../../../shared/model/languages/in-languages.ts';
import { isBlind } from '../../../shared/model/staff/permissions.ts';
import type { AnswerOf } from '../api/api.ts';
import { useConsole } from '../console-context.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { signedFor } from '../media/signed-for.ts';
import { drawOf } from './draw-of.ts';

/** What a person may see of an entry beside its ratings. */
export interface Work {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  /** Whose it is; undefined while the rating is blind. */
  readonly artist?: string | undefined;
  readonly picture?: { readonly src: string; readonly width: number; readonly height: number } | undefined;
}

type Entry = AnswerOf<'listJuryWorks'>['items'][number] | AnswerOf<'listStaffArtworks'>['items'][number];

interface Page {
  readonly items: readonly Entry[];
  readonly nextCursor?: string | undefined;
}

type Picture = NonNullable<AnswerOf<'listJuryWorks'>['items'][number]['image']>;

const smallestOf = ({ renditions }: Picture): Work['picture'] => {
  const found = renditions.findLast(({ type }) => type === 'image/jpeg') ?? renditions[0];
  return found && { src: found.url, width: found.width, height: found.height };
};

/** The entries of an exhibition by the keys that they are selected by. They arrive a hundred at a time. */
export const useWorks = (exhibition: StaffExhibition): ReadonlyMap<string, Work> => {
  const { api, language, site } = useConsole();
  const { id } = exhibition;
  const hidden = isBlind(exhibition);
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['selection-works', id, drawOf(exhibition)],
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const input = { params: { id }, query: { cursor: pageParam, limit: '100' }, signal };
      return hidden ? api.call('listJuryWorks', input) : api.call('listStaffArtworks', input);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: signedFor,
    refetchInterval: signedFor,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return useMemo(() => {
    const works = (data?.pages ?? []).flatMap(({ items }) =>
      items.map((item): Work => {
        const { translations, image } = item;
        const titles = Object.fromEntries(
          Object.entries(translations).map(([locale, { title }]) => [locale, title ?? '']),
        );
        const number = 'number' in item ? item.number : item.entryNumber;
        return {
          ...{ key: 'id' in item ? item.id : String(number), number },
          title: textIn(titles, language, site) ?? '',
          artist: item.artist?.name,
          picture: image && smallestOf(image),
        };
      }),
    );
    return new Map(works.map((work) => [work.key, work]));
  }, [data, language, site]);
};
