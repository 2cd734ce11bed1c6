import { useState } from 'react';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { type AnswerOf, RefusedError } from '../api/api.ts';
import { useConsole, useWords } from '../console-context.ts';
import { readKeptForm } from '../drafts/kept-form.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { patchBetween } from '../events/content.ts';
import { mergeForms, type WebhookForm } from './webhook-form.ts';
import { typeWords } from './webhook-words.ts';
import { webhookWords } from './words.ts';

export type Webhook = AnswerOf<'getWebhook'>;

const emptyForm: WebhookForm = { url: '', description: '', events: undefined };

const formOf = ({ url, description = '', events }: Webhook): WebhookForm => ({ url, description, events });

/** A form as the API takes it. */
const contentOf = ({ url, description, events }: WebhookForm) => ({
  url,
  ...(description && { description }),
  ...(events && { events: [...events] }),
});

/** What is written of a webhook, from when it was read until it is saved. What is not saved is kept on the device. */
export const useWebhookForm = (saved: Webhook | undefined) => {
  const { api, person } = useConsole();
  const texts = useWords(webhookWords);
  const types = useWords(typeWords);
  const [base, setBase] = useState(saved ? formOf(saved) : emptyForm);
  const name = `webhook ${saved?.id ?? 'new'}`;
  const [begun] = useState(() => {
    const kept = readKeptForm<WebhookForm>(person.id, name);
    return kept ? mergeForms(kept.base, kept.value, base) : { merged: base, both: [] };
  });
  const [form, setForm] = useState(begun.merged);
  const [isTakenUp, setTakenUp] = useState(!isSameJson(begun.merged, base));
  const [failure, setFailure] = useState<unknown>();
  const changed = patchBetween(contentOf(base), contentOf(form));
  const isDirty = changed !== undefined;

  const { canKeep, forget } = useKeptForm(name, { base, value: form }, isDirty);

  const inWords = (field: keyof WebhookForm, value: WebhookForm): string => {
    if (field !== 'events') return value[field] || texts.nothing;
    return value.events ? value.events.map((type) => types[type]).join(', ') : texts.everything;
  };

  const labels = { url: texts.address, description: texts.description, events: texts.told };

  const saidOf = (both: readonly (keyof WebhookForm)[], theirs: WebhookForm) =>
    Object.fromEntries(both.map((field) => [field, texts.changed(labels[field], inWords(field, theirs))]));

  const [errors, setErrors] = useState<Readonly<Partial<Record<string, string>>>>(() => saidOf(begun.both, base));

  /**
   * What another person has changed meanwhile: it stays, unless it was changed here too, which is said at its field.
   */
  const meet = (theirs: WebhookForm): boolean => {
    const { both } = mergeForms(base, form, theirs);
    setBase(theirs);
    // With what was typed meanwhile.
    setForm((latest) => mergeForms(base, latest, theirs).merged);
    setErrors(saidOf(both, theirs));
    return both.length > 0;
  };

  /** Does something that saves, and puts what the API refuses at its field; true where it was done. */
  const attempt = async (act: () => Promise<void>): Promise<boolean> => {
    setFailure(undefined);
    setErrors({});
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof RefusedError && error.problem.errors) {
        setErrors(Object.fromEntries(error.problem.errors.map(({ path, message }) => [path.split('.')[0], message])));
      } else setFailure(error);
      return false;
    }
  };

  /**
   * Sends what was changed of a webhook; once more, where another person has changed something else meanwhile. `onRead`
   * gets what is stored then; true where what is written here is among it.
   */
  const save = async (webhook: Webhook, onRead: (webhook: Webhook) => void): Promise<boolean> => {
    let meets = false;
    const isDone = await attempt(async () => {
      const params = { id: webhook.id };
      const body = (changed ?? {}) as Parameters<typeof api.call<'updateWebhook'>>[1]['body'];
      let { version } = webhook;
      for (;;) {
        try {
          const saved = await api.call('updateWebhook', { params, version, body });
          setBase(formOf(saved));
          setTakenUp(false);
          // What was typed while it was sent is not saved yet.
          setForm((latest) => mergeForms(form, latest, formOf(saved)).merged);
          return onRead(saved);
        } catch (error) {
          if (!(error instanceof RefusedError) || error.problem.status !== 412) throw error;
          const theirs = await api.call('getWebhook', { params });
          onRead(theirs);
          meets = meet(formOf(theirs));
          if (meets) return;
          ({ version } = theirs);
        }
      }
    });
    return isDone && !meets;
  };

  const change = (changes: Partial<WebhookForm>) => setForm((before) => ({ ...before, ...changes }));
  /** What is written is saved, as something new. */
  const settle = () => setBase(form);
  /** Gives up what was written before the form was opened, and since. */
  const drop = () => {
    setForm(base);
    setErrors({});
    setFailure(undefined);
    setTakenUp(false);
  };
  return {
    ...{ form, errors, failure, isDirty, canKeep, isTakenUp: isTakenUp && isDirty, content: contentOf(form) },
    ...{ change, attempt, save, settle, drop, forget },
  };
};
