import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useConsole, useWords } from '../../console-context.ts';
import { listWords } from '../../events/list/words.ts';
import { Failure } from '../../ui/failure.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { exhibitionWords } from '../words.ts';
import { ExhibitionFilters } from './exhibition-filters.tsx';
import { ExhibitionRow } from './exhibition-row.tsx';
import { useExhibitionFilter } from './use-exhibition-filter.ts';
import '../../events/list/event-list.css';
import './exhibition-list.css';

const pageSize = '50';

/** All exhibitions, filtered and sorted as the address says. */
export const ExhibitionList = () => {
  const { api, words } = useConsole();
  const texts = useWords(exhibitionWords);
  const { found } = useWords(listWords);
  const filter = useExhibitionFilter();
  const { values, sort, order } = filter;
  const list = useInfiniteQuery({
    queryKey: ['exhibitions', 'list', values],
    queryFn: ({ pageParam, signal }) =>
      api.call('listStaffExhibitions', {
        // What the address says and the API does not know, the API refuses in words.
        query: { ...values, sort, order, cursor: pageParam, limit: pageSize } as object,
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const exhibitions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="heading">
        <h1>{texts.title}</h1>
        <Link className="button primary" href="/exhibitions/new">
          {texts.create}
        </Link>
      </div>
      <ExhibitionFilters filter={filter} counts={list.data?.pages[0]?.counts} />
      {list.error && <Failure error={list.error} words={words} retry={() => list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.data && (
        <p role="status" className="found">
          {exhibitions.length === 0 ? texts.none : found(exhibitions.length, list.hasNextPage)}
        </p>
      )}
      {exhibitions.length > 0 && (
        <ul className="exhibition-list" aria-label={texts.title} aria-busy={list.isFetching}>
          {exhibitions.map((exhibition) => (
            <ExhibitionRow key={exhibition.id} exhibition={exhibition} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </>
  );
};
