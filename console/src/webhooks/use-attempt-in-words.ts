import type { Attempt } from '../../../shared/model/staff/webhook.ts';
import { useWords } from '../console-context.ts';
import { attemptErrorWords } from './webhook-words.ts';
import { webhookWords } from './words.ts';

/** Gives what became of an attempt, in words. */
export const useAttemptInWords = (): ((attempt: Attempt) => string) => {
  const texts = useWords(webhookWords);
  const errors = useWords(attemptErrorWords);
  return ({ status, error = '' }) => (status === undefined ? (errors[error] ?? error) : texts.answered(status));
};
