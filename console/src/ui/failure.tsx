import { OfflineError, RefusedError } from '../api/api.ts';
import { OutcomeError } from '../api/outcome-error.ts';
import { SignedOutError } from '../session/session.ts';
import { RejectedFileError } from '../uploads/file-errors.ts';
import type { Words } from '../words/words.ts';

/** What a failure says to a person: the API's own words, where it has refused something. */
export const failureText = (error: unknown, words: Words): string => {
  if (error instanceof SignedOutError) return words.signIn.ended;
  if (error instanceof RejectedFileError) return error.message;
  if (error instanceof OutcomeError) {
    const { unknownOutcome, notDone, overtaken, overtakenByOwn } = words.failures;
    if (error.outcome === 'overtaken') return error.by === undefined ? overtakenByOwn : overtaken(error.by);
    return error.outcome === 'notDone' ? notDone : unknownOutcome;
  }
  if (error instanceof RefusedError) {
    const { errors = [], detail } = error.problem;
    return errors.length > 0 ? errors.map(({ message }) => message).join(' ') : detail || words.failures.unknown;
  }
  return error instanceof OfflineError ? words.failures.offline : words.failures.unknown;
};

export const Failure = ({ error, words, retry }: { error: unknown; words: Words; retry?: () => void }) => (
  <div role="alert" className="failure">
    <p>{failureText(error, words)}</p>
    {retry && (
      <button type="button" onClick={retry}>
        {words.retry}
      </button>
    )}
  </div>
);
