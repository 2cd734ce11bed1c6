import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { webhookWords } from './words.ts';

/** Who is told of changes of the public side, and whether messages arrive there. */
export const WebhookList = () => {
  const { api, words, language, site } = useConsole();
  const texts = useWords(webhookWords);
  const list = useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) => api.call('listWebhooks', { signal }),
    staleTime: 0,
  });
  const moment = (at: string) => momentInWords(at, language, site.timeZone);
  const webhooks = list.data?.items ?? [];
  return (
    <>
      <p>
        <Link href="/operations">{words.menu.operations}</Link>
      </p>
      <div className="heading">
        <h1>{texts.title}</h1>
        <Link className="button primary" href="/webhooks/new">
          {texts.create}
        </Link>
      </div>
      <p>{texts.explanation}</p>
      {list.error && <Failure error={list.error} words={words} retry={() => void list.refetch()} />}
      {list.isPending && <p>{words.loading}</p>}
      {list.data && webhooks.length === 0 && <p>{texts.none}</p>}
      <ul className="list" aria-label={texts.title}>
        {webhooks.map(({ id, url, description, enabled, failingSince, lastDeliveredAt }) => (
          <li key={id}>
            <Link href={`/webhooks/${id}`}>{description ?? url}</Link>
            <span className="marks">
              <span className={`status ${enabled ? 'published' : ''}`}>{enabled ? texts.on : texts.off}</span>
            </span>
            {description && <small>{url}</small>}
            <small>
              {enabled && failingSince
                ? texts.failingSince(moment(failingSince))
                : lastDeliveredAt
                  ? texts.lastDelivered(moment(lastDeliveredAt))
                  : texts.neverDelivered}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
};
