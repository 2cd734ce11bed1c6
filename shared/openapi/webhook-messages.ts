import { testType, webhookPayloadSchema, webhookTestPayloadSchema, webhookTypes } from '../model/staff/webhook.ts';
import { schemaOf } from './schemas.ts';

const types = [...webhookTypes, testType] as const;

type MessageType = (typeof types)[number];

const descriptions: Readonly<Record<MessageType, string>> = {
  'event.published': 'An event became public that was not, by itself where that was planned.',
  'event.updated':
    'An event that is public was published again, or shows less: the permission for a picture has ended.',
  'event.unpublished': 'An event left the public side, by itself where that was planned.',
  'exhibition.published': 'An exhibition became public that was not.',
  'exhibition.updated':
    'An exhibition that is public was published again, or shows less: a consent was narrowed, or has ended.',
  'exhibition.unpublished': 'An exhibition left the public side.',
  'page.published': "An editors' page became public that was not, by itself where that was planned.",
  'page.updated': "An editors' page that is public was published again.",
  'page.unpublished': "An editors' page left the public side, by itself where that was planned.",
  'notice.published': 'A notice appeared on every page, by itself where that was planned.',
  'notice.updated': 'A notice that is public was published again.',
  'notice.unpublished': 'A notice left the pages, by itself where that was planned.',
  'webhook.test': 'An admin tries the receiver. It announces nothing; answer it as the others.',
};

const header = (name: string, description: string, example: string) => ({
  ...{ name, in: 'header', required: true, description, schema: { type: 'string' }, example },
});

const parameters = [
  header(
    'webhook-id',
    'The id of the message: the same for each attempt. One that was handled may come again.',
    '01J1YQ5N9R2T6V0X3Z7B1D4F8G',
  ),
  header('webhook-timestamp', 'When this attempt was sent, in seconds since 1970.', '1668758400'),
  header(
    'webhook-signature',
    'HMAC-SHA256 of id, timestamp and body by the secret, in base64: `v1,…`. For a day after a rotation two, with a space between.',
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  ),
];

const messageOf = (type: MessageType) => ({
  operationId: `on${type.replace(/(?:^|\.)(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
  summary: `${type} (message to a receiver)`,
  description: `${descriptions[type]} Signed as Standard Webhooks asks for (https://www.standardwebhooks.com). Messages may come twice, and in another order.`,
  tags: ['Staff: webhooks' as const],
  security: [],
  parameters,
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: schemaOf(type === testType ? webhookTestPayloadSchema : webhookPayloadSchema, 'output'),
      },
    },
  },
  responses: {
    '2XX': { description: 'The message was taken. Answer within 15 seconds, and work on it afterwards.' },
    '410': { description: 'The receiver is gone for good: the webhook is switched off.' },
  },
});

/**
 * What Sergi sends to receivers, as the webhooks of the document
 * (https://spec.openapis.org/oas/v3.1.1.html#oas-webhooks).
 */
export const webhookMessages = () => Object.fromEntries(types.map((type) => [type, { post: messageOf(type) }]));
