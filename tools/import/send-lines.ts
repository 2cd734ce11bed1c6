import { importReportSchema } from '../../shared/contract/staff-schemas.ts';
import { ApiError, type ApiTarget, callApi } from '../api.ts';
import { followJob, type StaffJob, sayJobFailed } from '../await-job.ts';
import { mostAwaited } from './await-search.ts';
import { addReport, type ImportSummary, type SentLine } from './import-report.ts';
import { reportOfJob } from './report-of-job.ts';

/** A line on its way, with its text as the API takes it. */
export interface ReadyLine extends SentLine {
  readonly text: string;
}

/** How lines are sent, and where what becomes of them is added. */
export interface Sending {
  readonly site: ApiTarget;
  readonly isDryRun: boolean;
  readonly isUpdate: boolean;
  readonly ignoresCase: boolean;
  readonly summary: ImportSummary;
}

const refuse = ({ summary }: Sending, { number }: ReadyLine, message: string): void => {
  summary.refused.push({ line: number, errors: [{ path: 'line', message }] });
};

/** Adds what a job has made of lines, and gives those that it never came to, since it was given up. */
const addJob = ({ summary }: Sending, job: StaffJob, lines: readonly ReadyLine[]): ReadyLine[] => {
  const report = reportOfJob(job);
  addReport(summary, report, lines);
  const { results = [] } = job;
  const created = results.flatMap(({ outcome, line = 0 }) =>
    outcome === 'created' ? [lines[line - 1]?.text ?? ''] : [],
  );
  summary.imported.push(...created.slice(-mostAwaited));
  const isReported = new Set(results.map(({ line }) => line));
  return job.state === 'failed' ? lines.filter((_, n) => !isReported.has(n + 1)) : [];
};

/**
 * Sends lines, waits for the job that imports them, and adds what became of them; `onDone` is told how many are done
 * meanwhile. Lines that are refused as a whole, or whose job was given up, are sent one by one.
 */
export const sendLines = async (
  sending: Sending,
  lines: readonly ReadyLine[],
  onDone: (count: number) => void,
): Promise<void> => {
  const { site, isDryRun, isUpdate, ignoresCase, summary } = sending;
  const query = `dryRun=${isDryRun}&update=${isUpdate}&ignoreCase=${ignoresCase}`;
  const body = lines.map(({ text }) => text).join('\n');
  const [first, ...others] = lines;
  let left: readonly ReadyLine[] = lines;
  let why = '';
  try {
    const answer = await callApi(site, `/imports?${query}`, { body, type: 'application/jsonl' });
    if (isDryRun) return addReport(summary, importReportSchema.parse(answer), lines);
    const job = await followJob(site, answer, ({ done }) => onDone(done));
    left = addJob(sending, job, lines);
    why = sayJobFailed(job);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    why = error.message;
  }
  if (others.length > 0) for (const line of left) await sendLines(sending, [line], () => {});
  else if (first && left.length > 0) refuse(sending, first, why);
};
