import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { exhibitionStatuses } from '../../../../shared/model/exhibition-status.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { titleOf } from '../../events/title-of.ts';
import { shortMoment } from '../../ui/dates.ts';
import { Failure } from '../../ui/failure.tsx';
import { Choice } from '../../ui/field.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { ExhibitionStatus } from '../exhibition-status.tsx';
import { exhibitionWords } from '../words.ts';

/** The exhibitions of a status, the last changed first. */
export const ExhibitionList = () => {
  const context = useConsole();
  const { api, words, language, site } = context;
  const texts = useWords(exhibitionWords);
  const [search, set] = useAddress();
  const status = exhibitionStatuses.find((one) => one === search.get('status')) ?? 'draft';
  const list = useInfiniteQuery({
    queryKey: ['exhibitions', status],
    queryFn: ({ pageParam, signal }) =>
      api.call('listStaffExhibitions', { query: { status, cursor: pageParam, limit: '50' }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const exhibitions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="heading">
        <h1>{texts.title}</h1>
      </div>
      <Choice
        label={texts.status}
        value={status}
        onChange={(chosen) => set({ status: chosen })}
        options={exhibitionStatuses.map((one) => [one, texts.statuses[one]] as const)}
      />
      {list.error && <Failure error={list.error} words={words} retry={() => list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.data && exhibitions.length === 0 && <p role="status">{texts.none}</p>}
      <ul className="list" aria-label={texts.title}>
        {exhibitions.map((exhibition) => (
          <li key={exhibition.id}>
            <Link href={`/exhibitions/${exhibition.id}`}>{titleOf(exhibition, context)}</Link>
            <ExhibitionStatus exhibition={exhibition} />
            <small>{shortMoment(exhibition.updatedAt, language, site.timeZone)}</small>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {words.events.more}
        </button>
      )}
    </>
  );
};
