import { useState } from 'react';
import { useLocation } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { momentInWords } from '../ui/dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DialogActions } from '../ui/dialog-actions.tsx';
import { Failure } from '../ui/failure.tsx';
import { useOnce } from '../ui/use-once.ts';
import { SecretDialog } from './secret-dialog.tsx';
import type { Webhook } from './use-webhook-form.ts';
import { webhookWords } from './words.ts';

interface StateProps {
  readonly webhook: Webhook;
  readonly onChanged: (webhook: Webhook) => void;
}

/** Whether a webhook works, and what can be done with it as a whole. */
export const WebhookState = ({ webhook, onChanged }: StateProps) => {
  const { api, words, language, site, announce } = useConsole();
  const texts = useWords(webhookWords);
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'rotate' | 'delete'>();
  const [secret, setSecret] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const once = useOnce();
  const { id, version, enabled, disabledAt, disabledReason, failingSince, lastDeliveredAt, secretRotatedAt } = webhook;
  const params = { id };
  const moment = (at: string) => momentInWords(at, language, site.timeZone);
  const attempt = async (act: () => Promise<void>) => {
    setFailure(undefined);
    setDialog(undefined);
    await act().catch(async (error: unknown) => {
      setFailure(error);
      // Where another person was faster, the next try is from what is there now.
      onChanged(await api.call('getWebhook', { params }).catch(() => webhook));
    });
  };
  const toggle = () =>
    attempt(async () => {
      onChanged(await api.call('updateWebhook', { params, version, body: { enabled: !enabled } }));
      announce(enabled ? texts.paused : texts.resumed);
    });
  const rotate = () =>
    attempt(async () => {
      const { secret: next, ...changed } = await api.call('rotateWebhookSecret', { params, version, body: {} });
      onChanged(changed);
      setSecret(next);
    });
  const remove = () =>
    attempt(async () => {
      await api.call('deleteWebhook', { params, version });
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
        <button type="button" onClick={() => void once(toggle)}>
          {enabled ? texts.pause : texts.resume}
        </button>
        <button type="button" onClick={() => setDialog('delete')}>
          {texts.remove}
        </button>
      </p>
      <h2>{texts.secret}</h2>
      <p>{texts.secretHelp}</p>
      {secretRotatedAt && <p>{texts.rotatedAt(moment(secretRotatedAt))}</p>}
      <button type="button" onClick={() => setDialog('rotate')}>
        {texts.rotate}
      </button>
      {failure !== undefined && <Failure error={failure} words={words} />}
      {dialog === 'rotate' && (
        <Dialog title={texts.rotate} onClose={() => setDialog(undefined)}>
          <p>{texts.rotateHelp}</p>
          <DialogActions
            label={texts.rotate}
            onConfirm={() => void once(rotate)}
            onClose={() => setDialog(undefined)}
          />
        </Dialog>
      )}
      {dialog === 'delete' && (
        <Dialog title={texts.removeTitle} onClose={() => setDialog(undefined)}>
          <p>{texts.removeHelp}</p>
          <DialogActions
            label={texts.remove}
            onConfirm={() => void once(remove)}
            onClose={() => setDialog(undefined)}
          />
        </Dialog>
      )}
      {secret !== undefined && <SecretDialog {...{ secret }} isNext onClose={() => setSecret(undefined)} />}
    </section>
  );
};
