import { useState } from 'react';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { useOnce } from '../ui/use-once.ts';
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
  const [failure, setFailure] = useState<unknown>();
  const once = useOnce();
  const retry = async () => {
    setFailure(undefined);
    try {
      const job = await api.call('retryJob', { params: { id }, body: {} });
      announce(texts.jobRetried);
      onRetried(job);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <button type="button" aria-label={texts.retryOf(label)} onClick={() => void once(retry)}>
        {texts.retry}
      </button>
      {failure !== undefined && <Failure error={failure} words={words} />}
    </>
  );
};
