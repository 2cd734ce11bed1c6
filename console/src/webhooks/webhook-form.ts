import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import type { webhookTypes } from '../../../shared/model/staff/webhook.ts';

/** What is written of a webhook: without `events` it is told of everything. */
export interface WebhookForm {
  readonly url: string;
  readonly description: string;
  readonly events: readonly (typeof webhookTypes)[number][] | undefined;
}

const fieldsOfWebhook = ['url', 'description', 'events'] as const;

/**
 * A form together with what another one has made of the same base, and the fields that both have changed: those are
 * mine.
 */
export const mergeForms = (base: WebhookForm, mine: WebhookForm, theirs: WebhookForm) => {
  const isChanged = (one: WebhookForm, field: keyof WebhookForm) => !isSameJson(one[field], base[field]);
  const own = fieldsOfWebhook.filter((field) => isChanged(mine, field));
  return {
    merged: { ...theirs, ...Object.fromEntries(own.map((field) => [field, mine[field]])) } as WebhookForm,
    both: own.filter((field) => isChanged(theirs, field)),
  };
};
