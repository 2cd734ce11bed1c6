import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { useAttemptInWords } from './use-attempt-in-words.ts';
import { typeWords } from './webhook-words.ts';
import { webhookWords } from './words.ts';

export type ListedDelivery = AnswerOf<'listWebhookDeliveries'>['items'][number];

interface DeliveryProps {
  readonly delivery: ListedDelivery;
  readonly mayResend: boolean;
  readonly onResent: () => void;
}

/** The body as people read it; as it is where it is no JSON. */
const spaced = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

/** A message to a webhook: its state, each attempt, and what it said. */
export const Delivery = ({ delivery, mayResend, onResent }: DeliveryProps) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(webhookWords);
  const types = useWords(typeWords);
  const inWords = useAttemptInWords();
  const [isOpen, setOpen] = useState(false);
  const { failure, attempt } = useAttempt();
  const { id, webhookId, type, state, createdAt, nextAt, attempts } = delivery;
  const params = { id: webhookId, deliveryId: id };
  const whole = useQuery({
    queryKey: ['delivery', webhookId, id],
    queryFn: ({ signal }) => api.call('getWebhookDelivery', { params, signal }),
    enabled: isOpen,
  });
  const moment = (at: string) => momentInWords(at, language, site.timeZone);
  const when = moment(createdAt);
  const last = attempts.at(-1);
  const resend = async () => {
    await api.call('resendWebhookDelivery', { params, body: {} });
    announce(texts.resent);
    onResent();
  };
  return (
    <li>
      <span>
        <strong>{types[type]}</strong>, {when}
      </span>
      <span className="marks">
        <span className={`status ${state}`}>{texts.states[state]}</span>
        {mayResend && state !== 'pending' && (
          <button type="button" aria-label={texts.resendOf(types[type], when)} onClick={() => void attempt(resend)}>
            {texts.resend}
          </button>
        )}
      </span>
      <small>
        {[
          texts.attempts(attempts.length),
          last && inWords(last),
          state === 'pending' && attempts.length > 0 && nextAt && texts.next(moment(nextAt)),
        ]
          .filter(Boolean)
          .join(', ')}
      </small>
      {failure !== undefined && (
        <div>
          <Failure error={failure} words={words} />
        </div>
      )}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{texts.details(types[type], when)}</summary>
        <ul>
          {attempts.map((attempt) => (
            <li key={attempt.at}>{texts.attempt(moment(attempt.at), inWords(attempt), attempt.durationMs)}</li>
          ))}
        </ul>
        {whole.error && <Failure error={whole.error} words={words} retry={() => void whole.refetch()} />}
        {whole.data && (
          <>
            <p>{texts.body}</p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is cut off is scrolled to with the keyboard */}
            <pre tabIndex={0}>{spaced(whole.data.body)}</pre>
          </>
        )}
      </details>
    </li>
  );
};
