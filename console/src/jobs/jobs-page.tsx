import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { isOpen } from '../../../shared/model/staff/job.ts';
import { useConsole, useWords } from '../console-context.ts';
import { actorName } from '../people/actor-name.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Rebuild } from './rebuild.tsx';
import { RetryJob } from './retry-job.tsx';
import { SetAside } from './set-aside.tsx';
import { jobWords } from './words.ts';

/** How often the list is looked at while something is at work, in milliseconds. */
const pause = 3_000;

/** The long work of the last days, newest first. */
export const JobsPage = () => {
  const { api, words, language, site, person } = useConsole();
  const texts = useWords(jobWords);
  const list = useInfiniteQuery({
    queryKey: ['jobs'],
    queryFn: ({ pageParam, signal }) => api.call('listJobs', { query: { cursor: pageParam, limit: '50' }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some((job) => isOpen(job))) ? pause : false,
  });
  const jobs = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <p>
        <Link href="/operations">{words.menu.operations}</Link>
      </p>
      <div className="heading">
        <h1>{texts.title}</h1>
      </div>
      <p>{texts.kept}</p>
      {list.error && <Failure error={list.error} words={words} retry={() => list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.data && jobs.length === 0 && <p>{texts.none}</p>}
      <ul className="list" aria-label={texts.title}>
        {jobs.map(({ id, kind, state, done, total, createdAt, createdBy, errors }) => (
          <li key={id}>
            <Link href={`/jobs/${id}`}>{texts.kinds[kind]}</Link>
            <span className="marks">
              <span className={`status ${state}`}>{texts.states[state]}</span>
              {state === 'failed' && (
                <RetryJob id={id} label={texts.kinds[kind]} onRetried={() => void list.refetch()} />
              )}
              {total > 0 && (
                <span>
                  {done} / {total}
                </span>
              )}
            </span>
            <small>
              {texts.begun(actorName(createdBy, language), momentInWords(createdAt, language, site.timeZone))}
              {errors[0] && `: ${errors[0].message}`}
            </small>
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
      {person.role === 'admin' && (
        <>
          <SetAside />
          <Rebuild onBegun={() => void list.refetch()} />
        </>
      )}
    </>
  );
};
