import { addReport, type ImportSummary, type RequestReport, type SentLine } from './import-summary.ts';
import { type LinesJob, reportOfJob } from './report-of-job.ts';

/** A line on its way, with its text as the API takes it. */
export interface ReadyLine extends SentLine {
  readonly text: string;
}

/**
 * What the API has made of a request: of a dry run a report, else a job that has ended, or why it has refused the
 * request as a whole.
 */
export type Sent =
  | { readonly report: RequestReport }
  | { readonly job: LinesJob; readonly why: string }
  | { readonly why: string };

/**
 * Sends lines of JSON, and waits until the job has ended that imports them; `onDone` is told how many are done
 * meanwhile.
 */
export type Send = (texts: readonly string[], onDone: (count: number) => void) => Promise<Sent>;

/** How many of the lines of a request are kept that have become events. */
export const mostKept = 5;

/** Adds what a job has made of lines, and gives those that it never came to, since it was given up. */
const addJob = (summary: ImportSummary, job: LinesJob, lines: readonly ReadyLine[]): ReadyLine[] => {
  addReport(summary, reportOfJob(job), lines);
  const { results = [] } = job;
  const created = results.flatMap(({ outcome, line = 0 }) =>
    outcome === 'created' ? [lines[line - 1]?.text ?? ''] : [],
  );
  summary.imported.push(...created.slice(-mostKept));
  const isReported = new Set(results.map(({ line }) => line));
  return job.state === 'failed' ? lines.filter((_, n) => !isReported.has(n + 1)) : [];
};

/**
 * Sends lines, and adds what became of them. Lines that are refused as a whole, or whose job was given up, are sent one
 * by one.
 */
export const sendLines = async (
  { send, summary }: { readonly send: Send; readonly summary: ImportSummary },
  lines: readonly ReadyLine[],
  onDone: (count: number) => void,
): Promise<void> => {
  const [first, ...others] = lines;
  if (!first) return;
  const sent = await send(
    lines.map(({ text }) => text),
    onDone,
  );
  if ('report' in sent) return addReport(summary, sent.report, lines);
  const left = 'job' in sent ? addJob(summary, sent.job, lines) : lines;
  if (others.length > 0) for (const line of left) await sendLines({ send, summary }, [line], () => {});
  else if (left.length > 0) summary.refused.push({ line: first.number, errors: [{ path: 'line', message: sent.why }] });
};
