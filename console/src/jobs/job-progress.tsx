import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isOpen } from '../../../shared/model/staff/job.ts';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { jobWords } from './words.ts';

type Job = AnswerOf<'getJob'>;

interface JobProgressProps {
  readonly job: Job;
  /** What the job does, as a heading says it. */
  readonly label: string;
  /** Called once, when the job has ended. */
  readonly onEnd?: (job: Job) => void;
}

/** How often a job is looked at, in milliseconds. */
const pause = 1_000;

/** How far a job is: a bar while it works, and what became of it. */
export const JobProgress = ({ job: begun, label, onEnd }: JobProgressProps) => {
  const { api, words } = useConsole();
  const texts = useWords(jobWords);
  const query = useQuery({
    queryKey: ['job', begun.id],
    queryFn: ({ signal }) => api.call('getJob', { params: { id: begun.id }, signal }),
    initialData: begun,
    refetchInterval: ({ state: { data } }) => (!data || isOpen(data) ? pause : false),
  });
  const job = query.data;
  const hasEnded = !isOpen(job);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once, when the job ends
  useEffect(() => {
    if (hasEnded) onEnd?.(job);
  }, [hasEnded]);
  const { state, done, total, errors } = job;
  const line = {
    pending: texts.waits,
    running: texts.runs(done, total),
    succeeded: errors.length > 0 ? texts.succeededExcept(errors.length) : texts.succeeded,
    failed: texts.failed,
  }[state];
  return (
    <section className="note" aria-label={label}>
      <p role="status">
        <strong>{label}</strong> {line}
      </p>
      {!hasEnded && <progress aria-label={label} {...(total > 0 && { value: done, max: total })} />}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ item, path, message }) => (
            <li key={`${item} ${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {query.error && <Failure error={query.error} words={words} retry={() => query.refetch()} />}
    </section>
  );
};
