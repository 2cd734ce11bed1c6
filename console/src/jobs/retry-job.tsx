import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { setAsideWords } from './set-aside-words.ts';

interface RetryProps {
  readonly id: string;
  /** What it is, for those who hear the button alone. */
  readonly label: string;
  readonly onRetried: (job: AnswerOf<'getJob'>) => void;
}

/** Has a job begun again that was given up. */
export const RetryJob = ({ id, label, onRetried }: RetryProps) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(setAsideWords);
  const { failure, attempt } = useAttempt();
  const retry = async () => {
    const job = await api.call('retryJob', { params: { id }, body: {} });
    announce(texts.jobRetried);
    onRetried(job);
  };
  return (
    <>
      <button type="button" aria-label={texts.retryOf(label)} onClick={() => void attempt(retry)}>
        {texts.retry}
      </button>
      {failure !== undefined && <Failure error={failure} words={words} />}
    </>
  );
};
