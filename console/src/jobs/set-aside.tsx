import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { AnswerOf } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { useTitle } from '../events/use-title.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { focusMover } from '../ui/move-focus.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { setAsideWords } from './set-aside-words.ts';

type SetAsideList = AnswerOf<'listSetAside'>;
type Message = SetAsideList['items'][number];
type Subject = NonNullable<Message['subject']>;

const paths: Readonly<Record<Subject['kind'], ((id: string) => string) | undefined>> = {
  upload: undefined,
  exhibition: (id) => `/exhibitions/${id}`,
  job: (id) => `/jobs/${id}`,
  event: (id) => `/events/${id}`,
  webhook: (id) => `/webhooks/${id}`,
};

/** What lies set aside, with the reason, and a way to have each or all of it tried again. */
export const SetAside = () => {
  const { api, words, announce } = useConsole();
  const texts = useWords(setAsideWords);
  const { failure, attempt } = useAttempt();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useQuery({
    queryKey: ['set-aside'],
    queryFn: ({ signal }) => api.call('listSetAside', { signal }),
    staleTime: 0,
  });
  const retry = (queue: Message['queue'], message?: string) => {
    // Changes are mended by a rebuild.
    if (queue === 'changes') return;
    const moveFocus = focusMover();
    const redrive = async () => {
      await api.call('redriveQueue', { body: { queue, ...(message !== undefined && { message }) } });
      announce(texts.retried);
      moveFocus(heading.current);
    };
    void attempt(() => redrive().finally(() => list.refetch()), `${queue} ${message ?? ''}`);
  };
  const filled = list.data?.queues.filter(({ count }) => count > 0) ?? [];
  return (
    <section aria-labelledby="set-aside">
      <h2 id="set-aside" ref={heading} tabIndex={-1}>
        {texts.title}
      </h2>
      <p>{texts.help}</p>
      {failure !== undefined && <Failure error={failure} words={words} />}
      {list.error && <Failure error={list.error} words={words} retry={() => void list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.data && filled.length === 0 && <p>{texts.none}</p>}
      {filled.map(({ queue, count }) => {
        const items = list.data?.items.filter((one) => one.queue === queue) ?? [];
        const button = texts.retryAll(count);
        const counted = texts.counted(count, items.length);
        return (
          <section key={queue} aria-labelledby={`set-aside-${queue}`}>
            <div className="heading">
              <h3 id={`set-aside-${queue}`}>{texts.queues[queue]}</h3>
              {queue !== 'changes' && count > 1 && (
                <button
                  type="button"
                  aria-label={texts.retryAllOf(texts.queues[queue], button)}
                  onClick={() => retry(queue)}
                >
                  {button}
                </button>
              )}
            </div>
            {queue === 'changes' && <p>{texts.changesHelp}</p>}
            {counted && <p>{counted}</p>}
            <ul className="list" aria-labelledby={`set-aside-${queue}`}>
              {items.map((message) => (
                <Row
                  key={message.id}
                  message={message}
                  onRetry={queue === 'changes' ? undefined : () => retry(queue, message.id)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
};

const Row = ({ message, onRetry }: { message: Message; onRetry: (() => void) | undefined }) => {
  const { language, site } = useConsole();
  const texts = useWords(setAsideWords);
  const { subject, reason, sentAt, failedAt } = message;
  const moment = (at: string) => momentInWords(at, language, site.timeZone);
  const kind = subject ? texts.kinds[subject.kind] : texts.unknown;
  const path = subject && paths[subject.kind]?.(subject.id);
  return (
    <li>
      <span>
        {path ? <Link href={path}>{kind}</Link> : kind}
        {subject && (subject.kind === 'event' || subject.kind === 'exhibition') && (
          <Title {...subject} kind={subject.kind} />
        )}
        {subject?.kind === 'upload' && ` ${subject.id}`}
      </span>
      {onRetry && (
        <button type="button" aria-label={texts.retryOf(`${kind}, ${texts.sent(moment(sentAt))}`)} onClick={onRetry}>
          {texts.retry}
        </button>
      )}
      <small>{reason ? texts.why(reason) : texts.noReason}</small>
      <small>
        {[texts.sent(moment(sentAt)), failedAt && texts.failed(moment(failedAt))].filter(Boolean).join(', ')}
      </small>
    </li>
  );
};

const Title = ({ kind, id }: { kind: 'event' | 'exhibition'; id: string }) => {
  const title = useTitle(kind, id);
  return title && ` “${title}”`;
};
