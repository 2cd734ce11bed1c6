import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { useOnce } from '../ui/use-once.ts';
import { SecretDialog } from './secret-dialog.tsx';
import type { Webhook } from './use-webhook-form.ts';
import { webhookWords } from './words.ts';

interface StateProps {
  readonly webhook: Webhook;
  readonly onChanged: (webhook: Webhook) => void;
  /** Called before its page is left. */
  readonly onDeleted: () => void;
}

/** Whether a webhook works, and what can be done with it as a whole. */
export const WebhookState = ({ webhook, onChanged, onDeleted }: StateProps) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(webhookWords);
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'rotate' | 'delete'>();
  const [secret, setSecret] = useState<string>();
  const { failure, attempt } = useAttempt();
  const once = useOnce();
  /** At once, and not when React draws next: another act may follow in this version. */
  const latest = useRef(webhook);
  latest.current = webhook;
  const { id, enabled, disabledAt, disabledReason, failingSince, lastDeliveredAt, secretRotatedAt } = webhook;
  const params = { id };
  const moment = (at: string) => momentInWords(at, language, site.timeZone);
  const take = (changed: Webhook) => {
    latest.current = changed;
    onChanged(changed);
  };
  /** In its turn: each act on the webhook makes another version. */
  const carryOut = (what: string, act: (version: number) => Promise<void>) =>
    once(
      () =>
        act(latest.current.version).catch(async (error: unknown) => {
          // Where another person was faster, the next try is from what is there now.
          take(await api.call('getWebhook', { params }).catch(() => latest.current));
          throw error;
        }),
      what,
    );
  const toggle = () =>
    attempt(() =>
      carryOut('toggle', async (version) => {
        take(await api.call('updateWebhook', { params, version, body: { enabled: !enabled } }));
        announce(enabled ? texts.paused : texts.resumed);
      }),
    );
  const rotate = () =>
    carryOut('rotate', async (version) => {
      const { secret: next, ...changed } = await api.call('rotateWebhookSecret', { params, version, body: {} });
      take(changed);
      setDialog(undefined);
      setSecret(next);
    });
  const remove = () =>
    carryOut('delete', async (version) => {
      await api.call('deleteWebhook', { params, version });
      onDeleted();
      announce(texts.removed);
      navigate('/webhooks', { replace: true });
    });
  return (
    <section className="facts" aria-labelledby="webhook-state">
      <h2 id="webhook-state">{texts.state}</h2>
      {!enabled && disabledAt && <p>{texts.why[disabledReason ?? 'person'](moment(disabledAt))}</p>}
      {enabled && failingSince && <p className="failure">{texts.failingSince(moment(failingSince))}</p>}
      <p>{lastDeliveredAt ? texts.lastDelivered(moment(lastDeliveredAt)) : texts.neverDelivered}</p>
      <p className="help">{texts.pauseHelp}</p>
      <p className="actions">
        <button type="button" onClick={() => void toggle()}>
          {enabled ? texts.pause : texts.resume}
        </button>
        <button type="button" onClick={() => setDialog('delete')}>
          {texts.remove}
        </button>
      </p>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <h2>{texts.secret}</h2>
      <p>{texts.secretHelp}</p>
      {secretRotatedAt && <p>{texts.rotatedAt(moment(secretRotatedAt))}</p>}
      <button type="button" onClick={() => setDialog('rotate')}>
        {texts.rotate}
      </button>
      {dialog === 'rotate' && (
        <ConfirmDialog title={texts.rotate} label={texts.rotate} act={rotate} onClose={() => setDialog(undefined)}>
          <p>{texts.rotateHelp}</p>
        </ConfirmDialog>
      )}
      {dialog === 'delete' && (
        <ConfirmDialog title={texts.removeTitle} label={texts.remove} act={remove} onClose={() => setDialog(undefined)}>
          <p>{texts.removeHelp}</p>
        </ConfirmDialog>
      )}
      {secret !== undefined && <SecretDialog {...{ secret }} isNext onClose={() => setSecret(undefined)} />}
    </section>
  );
};
