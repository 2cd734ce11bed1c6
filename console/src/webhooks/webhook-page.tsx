import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { KeptNotes } from '../drafts/kept-notes.tsx';
import { ActButton } from '../ui/act-button.tsx';
import { Failure } from '../ui/failure.tsx';
import { useOnce } from '../ui/use-once.ts';
import { Deliveries } from './deliveries.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { useWebhookForm, type Webhook } from './use-webhook-form.ts';
import { WebhookFields } from './webhook-fields.tsx';
import { WebhookState } from './webhook-state.tsx';
import './webhooks.css';
import { webhookWords } from './words.ts';

/** A webhook, or the beginning of one. */
export const WebhookPage = ({ id }: { id: string | undefined }) => {
  const { api, words } = useConsole();
  const texts = useWords(webhookWords);
  const query = useQuery({
    queryKey: ['webhook', id],
    queryFn: ({ signal }) => api.call('getWebhook', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    staleTime: 0,
    // What is written in the form stays what it is.
    refetchOnReconnect: false,
  });
  return (
    <>
      <p>
        <Link href="/webhooks">{texts.back}</Link>
      </p>
      {query.error && <Failure error={query.error} words={words} retry={() => void query.refetch()} />}
      {id === undefined && <NewWebhook />}
      {id !== undefined && query.isPending && <p>{words.loading}</p>}
      {query.data && <SavedWebhook read={query.data} />}
    </>
  );
};

const NewWebhook = () => {
  const { api, words } = useConsole();
  const texts = useWords(webhookWords);
  const [, navigate] = useLocation();
  const { form, errors, failure, canKeep, isTakenUp, content, change, attempt, settle, drop } =
    useWebhookForm(undefined);
  const [made, setMade] = useState<{ readonly id: string; readonly secret: string }>();
  const once = useOnce();
  const create = () =>
    attempt(async () => {
      const created = await api.call('createWebhook', { body: content });
      settle();
      setMade(created);
    });
  return (
    <>
      <div className="heading">
        <h1 tabIndex={-1}>{texts.create}</h1>
      </div>
      <KeptNotes {...{ canKeep, isTakenUp }} onDrop={drop} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void once(create);
        }}
      >
        <WebhookFields {...{ form, errors }} onChange={change} />
        {failure !== undefined && <Failure error={failure} words={words} />}
        <button type="submit" className="primary">
          {texts.make}
        </button>
      </form>
      {made && (
        <SecretDialog
          secret={made.secret}
          isNext={false}
          onClose={() => navigate(`/webhooks/${made.id}`, { replace: true })}
        />
      )}
    </>
  );
};

const SavedWebhook = ({ read }: { read: Webhook }) => {
  const { words, announce } = useConsole();
  const texts = useWords(webhookWords);
  const [webhook, setWebhook] = useState(read);
  const { form, errors, failure, isDirty, canKeep, isTakenUp, change, save, drop, forget } = useWebhookForm(webhook);
  const once = useOnce();
  const submit = async () => {
    if (await save(webhook, setWebhook)) announce(texts.saved);
  };
  return (
    <>
      <div className="heading">
        <h1 tabIndex={-1}>{webhook.description ?? webhook.url}</h1>
        <span className={`status ${webhook.enabled ? 'published' : ''}`}>{webhook.enabled ? texts.on : texts.off}</span>
      </div>
      <KeptNotes {...{ canKeep, isTakenUp }} onDrop={drop} />
      <div className="columns">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void once(submit);
          }}
        >
          <WebhookFields {...{ form, errors }} onChange={change} />
          {failure !== undefined && <Failure error={failure} words={words} />}
          <ActButton type="submit" className="primary" isOff={!isDirty}>
            {texts.save}
          </ActButton>
        </form>
        <WebhookState webhook={webhook} onChanged={setWebhook} onDeleted={forget} />
      </div>
      <Deliveries webhook={webhook} />
    </>
  );
};
