import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Failure } from '../ui/failure.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { Delivery, type ListedDelivery } from './delivery.tsx';
import { useAttemptInWords } from './use-attempt-in-words.ts';
import type { Webhook } from './use-webhook-form.ts';
import { webhookWords } from './words.ts';

/** How often deliveries are looked at while one is on its way, in milliseconds. */
const pause = 1_500;

/** What was sent to a webhook and what became of it, and a message that only tries it. */
export const Deliveries = ({ webhook }: { webhook: Webhook }) => {
  const { api, words, announce } = useConsole();
  const texts = useWords(webhookWords);
  const inWords = useAttemptInWords();
  const params = { id: webhook.id };
  const [tested, setTested] = useState<string>();
  const { failure, attempt } = useAttempt();
  const list = useInfiniteQuery({
    queryKey: ['webhook', webhook.id, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      api.call('listWebhookDeliveries', { params, query: { cursor: pageParam, limit: '20' }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(({ state }) => state === 'pending')) ? pause : false,
  });
  const deliveries: readonly ListedDelivery[] = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const test = async () => {
    setTested(undefined);
    const { id } = await api.call('testWebhook', { params, body: {} });
    setTested(id);
    await list.refetch();
  };
  const outcome = deliveries.find(({ id }) => id === tested)?.attempts.at(-1);
  const said = !tested
    ? ''
    : !outcome
      ? texts.testing
      : outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300
        ? texts.testOk(outcome.status, outcome.durationMs)
        : texts.testWrong(inWords(outcome));
  const isOver = outcome !== undefined;
  const say = useEffectEvent(() => announce(said));
  useEffect(() => {
    if (isOver) say();
  }, [isOver]);
  return (
    <section aria-labelledby="webhook-deliveries">
      <div className="heading">
        <h2 id="webhook-deliveries">{texts.deliveries}</h2>
        {webhook.enabled && (
          <button type="button" onClick={() => void attempt(test)}>
            {texts.test}
          </button>
        )}
      </div>
      {said && <p className="note">{said}</p>}
      {failure !== undefined && <Failure error={failure} words={words} />}
      {list.error && <Failure error={list.error} words={words} retry={() => void list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.data && deliveries.length === 0 && <p>{texts.noDeliveries}</p>}
      <ul className="list webhook-deliveries" aria-labelledby="webhook-deliveries">
        {deliveries.map((delivery) => (
          <Delivery
            key={delivery.id}
            delivery={delivery}
            mayResend={webhook.enabled}
            onResent={() => void list.refetch()}
          />
        ))}
      </ul>
      <MoreButton list={list} goesBack />
    </section>
  );
};
