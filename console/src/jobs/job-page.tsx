import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { actorName } from '../people/actor-name.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { EventLink } from './event-link.tsx';
import { JobProgress } from './job-progress.tsx';
import { RetryJob } from './retry-job.tsx';
import { jobWords } from './words.ts';

/** One piece of long work: how far it is, and what became of each item. */
export const JobPage = ({ id }: { id: string }) => {
  const { api, words, language, site } = useConsole();
  const texts = useWords(jobWords);
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => api.call('getJob', { params: { id }, signal }),
  });
  const job = query.data;
  return (
    <>
      <p>
        <Link href="/jobs">{texts.back}</Link>
      </p>
      {query.error && <Failure error={query.error} words={words} retry={() => query.refetch()} />}
      {query.isPending && <p>{words.loading}</p>}
      {job && (
        <>
          <div className="heading">
            <h1>{texts.kinds[job.kind]}</h1>
          </div>
          <p>
            {texts.begun(actorName(job.createdBy, language), momentInWords(job.createdAt, language, site.timeZone))}
          </p>
          <JobProgress job={job} label={texts.kinds[job.kind]} />
          {job.state === 'failed' && (
            <RetryJob
              id={id}
              label={texts.kinds[job.kind]}
              onRetried={(again) => queries.setQueryData(['job', id], again)}
            />
          )}
          {job.results && (
            <section aria-labelledby="results">
              <h2 id="results">{texts.results}</h2>
              <ul className="list" aria-labelledby="results">
                {job.results.map(({ item, line, outcome, errors = [], warnings = [] }) => (
                  <li key={`${line} ${item}`}>
                    {job.kind === 'events' ? <EventLink id={item} /> : item}
                    <span className="marks">
                      {line !== undefined && texts.line(line)}
                      <span className="status">{texts.outcomes[outcome]}</span>
                    </span>
                    {[...errors, ...warnings].length > 0 && (
                      <small>{[...errors, ...warnings].map(({ message }) => message).join(' ')}</small>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </>
  );
};
