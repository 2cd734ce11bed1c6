import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useCommon, useWords } from '../console-context.ts';
import type { Titled } from '../drafts/title-in.ts';
import { titleOf } from '../events/title-of.ts';
import { Failure } from '../ui/failure.tsx';
import { useAddress } from '../ui/use-address.ts';
import { JuryWork } from './jury-work.tsx';
import { KeyHelp } from './key-help.tsx';
import { RefusedRating } from './refused-rating.tsx';
import { useJuryWorks } from './use-jury-works.ts';
import { useMyRatings } from './use-my-ratings.ts';
import { juryWords } from './words.ts';
import { nextWhere } from './work-order.ts';
import { WorksOverview } from './works-overview.tsx';
import './juries.css';

/** What an exhibition is called whose works are rated: a member of the jury may read nothing else of it. */
const useJuryTitle = (id: string): string | undefined => {
  const context = useCommon();
  const { api, person } = context;
  const { data } = useQuery({
    queryKey: ['jury-title', id],
    queryFn: async ({ signal }): Promise<Titled> => {
      const { items } = await api.call('listJuries', { query: { limit: '100' }, signal });
      const mine = items.find(({ exhibitionId }) => exhibitionId === id);
      // Editors rate without being on the jury.
      if (mine || !person.role) return mine ?? { translations: {} };
      return api.call('getStaffExhibition', { params: { id }, signal });
    },
  });
  return data && titleOf(data, context);
};

/** The works of a jury: one at a time, or all of them. The address says which. */
export const JuryPage = ({ id }: { id: string }) => {
  const { words } = useCommon();
  const texts = useWords(juryWords);
  const title = useJuryTitle(id);
  const list = useJuryWorks(id);
  const works = list.data ?? [];
  const mine = useMyRatings(id, works);
  const [search, set] = useAddress();
  const isAll = search.get('view') === 'all';
  const asked = Number(search.get('work') ?? Number.NaN);
  const shown = works.find(({ number }) => number === asked);
  const isThere = shown !== undefined;
  const first = nextWhere(works, undefined, (work) => mine.scoreOf(work) === undefined) ?? works[0];
  // What is rated stays in sight: the address says which it is, not that it is the first without points.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` is another one each time
  useEffect(() => {
    if (!isAll && !isThere && first) set({ work: String(first.number) });
  }, [isAll, isThere, first]);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasAll = useRef(false);
  useEffect(() => {
    wasAll.current = isAll;
  }, [isAll]);
  const rated = works.filter((work) => mine.scoreOf(work) !== undefined).length;
  return (
    <>
      <p>
        <Link href="/juries">{texts.back}</Link>
      </p>
      <div className="heading">
        <h1 ref={heading} tabIndex={-1}>
          {title ?? words.loading}
        </h1>
        {works.length > 0 && (
          <>
            <p>{texts.progress(rated, works.length)}</p>
            <nav className="jury-views" aria-label={texts.view}>
              <Link
                href={isThere ? `/juries/${id}?work=${asked}` : `/juries/${id}`}
                aria-current={isAll ? undefined : 'page'}
              >
                {texts.oneByOne}
              </Link>
              <Link
                href={`/juries/${id}?view=all${isThere ? `&work=${asked}` : ''}`}
                aria-current={isAll ? 'page' : undefined}
              >
                {texts.all}
              </Link>
            </nav>
          </>
        )}
      </div>
      {works.length > 0 && (
        <progress
          className="jury-progress"
          value={rated}
          max={works.length}
          aria-label={texts.progress(rated, works.length)}
        />
      )}
      {list.error && !list.data && <Failure error={list.error} words={words} retry={() => void list.refetch()} />}
      {list.isPending && !list.error && <p>{list.isPaused ? words.failures.offline : words.loading}</p>}
      {list.data &&
        mine.ofWorksGone.map((kept) => (
          <RefusedRating
            key={kept.mark}
            kept={kept}
            isOfWorkGone
            onDrop={() => {
              mine.drop(kept);
              heading.current?.focus();
            }}
          />
        ))}
      {list.data?.length === 0 && <p>{texts.empty}</p>}
      {works.length > 0 && rated === 0 && <p className="note">{texts.how}</p>}
      {rated > 0 && rated === works.length && <p className="note">{texts.done}</p>}
      {works.length > 0 && isAll && (
        <WorksOverview id={id} works={works} mine={mine} at={isThere ? asked : undefined} />
      )}
      {!isAll && shown && (
        <JuryWork
          {...{ id, works, mine }}
          listed={shown}
          onGo={(number) => set({ work: String(number) })}
          isChosen={wasAll}
        />
      )}
      {works.length > 0 && !isAll && <KeyHelp />}
    </>
  );
};
