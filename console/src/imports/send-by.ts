import type { Send, Sent } from '../../../shared/model/import/send-lines.ts';
import { isOpen } from '../../../shared/model/staff/job.ts';
import { type Api, OfflineError, RefusedError } from '../api/api.ts';
import { isPassingRefusal } from '../api/is-passing.ts';
import { failureText } from '../ui/failure.tsx';
import type { Words } from '../words/words.ts';

interface SendOptions {
  readonly isDryRun: boolean;
  readonly isUpdate: boolean;
  readonly ignoresCase: boolean;
}

/** How often a job is looked at, and how long to wait before what has failed is tried again, in milliseconds. */
const [pause, longPause] = [400, 3_000];

/** How often a server that fails is asked again. A connection that is lost is waited for however long it takes. */
const mostTries = 5;

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** Who may not import has nothing to be told of a line. */
const isNotForLines = ({ problem: { status } }: RefusedError): boolean => status === 401 || status === 403;

/**
 * Does something until it is done or refused for good. What it does may be done again: lines that are imported already
 * stay as they are.
 */
const insistently = async <T>(act: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof OfflineError) tries = 0;
      else if (!isPassingRefusal(error) || tries >= mostTries) throw error;
      await wait(longPause);
    }
  }
};

/** A way to send lines to the site. */
export const sendBy = (
  { api, words }: { readonly api: Api; readonly words: Words },
  { isDryRun, isUpdate, ignoresCase }: SendOptions,
): Send => {
  const query = { dryRun: String(isDryRun), update: String(isUpdate), ignoreCase: String(ignoresCase) };
  return async (lines, onDone): Promise<Sent> => {
    try {
      const { body, job: begun } = await insistently(() => api.ask('importArchive', { query, lines }));
      if (body) return { report: body };
      if (!begun) throw new Error('An import was answered with neither a report nor a job.');
      let job = begun;
      while (isOpen(job)) {
        await wait(pause);
        job = await insistently(() => api.call('getJob', { params: { id: begun.id } }));
        onDone(job.done);
      }
      return { job, why: job.errors.map(({ message }) => message).join(' ') };
    } catch (error) {
      if (!(error instanceof RefusedError) || isNotForLines(error)) throw error;
      return { why: failureText(error, words) };
    }
  };
};
