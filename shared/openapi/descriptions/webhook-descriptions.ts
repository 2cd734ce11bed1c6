import { staffRoutes } from '../../contract/staff/routes.ts';
import {
  staffDeliverySchema,
  staffWebhookSchema,
  staffWebhookWithSecretSchema,
} from '../../contract/staff/webhooks.ts';
import {
  attemptSchema,
  webhookContentSchema,
  webhookPayloadSchema,
  webhookTestPayloadSchema,
} from '../../model/staff/webhook.ts';
import { describeObject } from './describe-object.ts';

const content = describeObject(webhookContentSchema, {
  url: 'The address that messages are sent to: HTTPS and public, up to 2,000 characters.',
  description: 'What the receiver is for: one line, up to 200 characters.',
  events: 'What the receiver is told of. Absent: of everything.',
});

const webhook = describeObject(
  staffWebhookSchema,
  {
    id: 'The id of the webhook. It never changes.',
    enabled: 'False where it is switched off: by staff, or after it failed for a day.',
    disabledReason:
      'Why Sergi switched it off: `failing` for a day, or `gone` since the receiver answered 410. Absent where staff did.',
    disabledAt: 'When it was switched off.',
    secretRotatedAt: 'When it last got a new secret.',
    failingSince: 'Since when no message has come through. Absent where the last attempt succeeded.',
    lastDeliveredAt: 'When a message last came through. Absent where none has.',
  },
  content,
);

const delivery = describeObject(staffDeliverySchema, {
  id: 'The id of the message, sent as `webhook-id`: the same for every receiver and every attempt.',
  webhookId: 'The webhook that it is for.',
  type: 'What it tells of.',
  state:
    '`pending`: it is tried again. `succeeded`: the receiver answered 2xx. `failed`: given up after a day, or the receiver answered 410. `cancelled`: the webhook was switched off meanwhile.',
  createdAt: 'When the message was made.',
  nextAt: 'When it is tried next. There while it is pending.',
  attempts: 'Each attempt, oldest first. Of more than 50 the last 50.',
});

const data = webhookPayloadSchema.shape.data;

/** Receivers on other machines, and what they are sent. */
export const webhookDescriptions = [
  content,
  webhook,
  delivery,
  describeObject(
    staffWebhookWithSecretSchema,
    { secret: 'The key that messages are signed with, `whsec_…`. Copy it: no other answer shows it.' },
    webhook,
  ),
  describeObject(staffRoutes.updateWebhook.body, { enabled: 'False switches it off, true on again.' }, content),
  describeObject(staffRoutes.deleteWebhook.response, {
    id: 'The id of the webhook.',
    deleted: 'Always true: it is gone.',
  }),
  describeObject(
    staffRoutes.getWebhookDelivery.response,
    {
      body: 'The body, byte for byte as it is signed and sent. Addresses that were erased since are left out, and are not sent any more.',
    },
    delivery,
  ),
  describeObject(attemptSchema, {
    at: 'When it began.',
    durationMs: 'How long it took, in milliseconds: at most 15,000.',
    status: 'The HTTP status that the receiver answered. Absent where it answered none.',
    error: 'What went wrong before it answered, such as a refused connection. Absent where it answered.',
  }),
  describeObject(webhookPayloadSchema, {
    type: 'What happened.',
    timestamp: 'When it happened. The time of sending is in the header `webhook-timestamp`.',
    data: 'What it happened to. It says nothing that the public cannot read.',
  }),
  describeObject(data, {
    id: 'The id of the event, the exhibition, the page or the notice.',
    kind: 'Which of them it is.',
    locales: 'The languages in which it is, or was, public.',
    urls: 'Its page in each of these languages; none of a notice. After `unpublished` they answer 410.',
    category: 'The slug of its category. Absent of a page and a notice, which have none.',
    campaign: 'The slug of its campaign. Absent where it belongs to none.',
    publishedAt: 'When it became public.',
    removed: 'What the update took out of the public. Absent where it took nothing.',
  }),
  describeObject(data.shape.removed.unwrap(), {
    locales: 'The languages in which it is public no longer.',
    urls: 'The addresses that are its own no longer, by language: in one that stays it redirects, in another it answers 410.',
  }),
  describeObject(webhookTestPayloadSchema, {
    type: 'Always `webhook.test`.',
    timestamp: 'When the message was asked for.',
    data: 'Which webhook is tried.',
  }),
  describeObject(webhookTestPayloadSchema.shape.data, { webhookId: 'The id of the webhook that is tried.' }),
];
