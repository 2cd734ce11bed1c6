import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { idSchema } from '../id.ts';
import { enforcing } from '../json/enforced.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { localeSchema } from '../languages/locale.ts';
import { slugSchema } from '../text/slug.ts';
import { lineOfText } from '../text/text.ts';
import { instantSchema } from '../time/instant.ts';
import { upgradeDelivery } from '../upgrade/upgrade-delivery.ts';
import { upgradeWebhook } from '../upgrade/upgrade-webhook.ts';

/** What a receiver can be told of: what became public, was changed in public, or left the public. */
export const webhookTypes = [
  ...(['event.published', 'event.updated', 'event.unpublished'] as const),
  ...(['exhibition.published', 'exhibition.updated', 'exhibition.unpublished'] as const),
  ...(['page.published', 'page.updated', 'page.unpublished'] as const),
  ...(['notice.published', 'notice.updated', 'notice.unpublished'] as const),
] as const;

/** What a message can be about. */
export const webhookKinds = ['event', 'exhibition', 'page', 'notice'] as const;

/** The type of the message that only tries whether a receiver answers. */
export const testType = 'webhook.test';

const anyTypeSchema = z.enum([...webhookTypes, testType]);

type WebhookType = z.output<typeof anyTypeSchema>;

const isAddress = (text: string): boolean => URL.canParse(text);

/**
 * The address of a receiver in its final form. Whether it may be one is decided elsewhere: that takes a look at where
 * it leads.
 */
const addressSchema = enforcing(
  z
    .string()
    .max(2_000, { abort: true })
    .refine(isAddress, { error: issueCode('invalidUrl', { example: 'https://example.org/hooks/sergi' }), abort: true })
    .overwrite((text) => new URL(text).href),
  { format: 'uri' },
);

/** What staff write of a webhook. */
export const webhookContentSchema = z.strictObject({
  url: addressSchema,
  description: lineOfText(200).optional(),
  events: z
    .array(z.enum(webhookTypes))
    .min(1)
    .refine((types) => new Set(types).size === types.length, issueCode('duplicates'))
    .optional(),
});

export type WebhookContent = z.output<typeof webhookContentSchema>;

/** Why a webhook was switched off: nothing came through for a day, or the receiver answered 410 Gone. */
const disabledReasons = ['failing', 'gone'] as const;

/** A receiver of messages, as the desk keeps it; its secrets are kept apart. */
export const webhookSchema = withUpgrade(
  webhookContentSchema.extend({
    id: idSchema,
    enabled: z.boolean(),
    disabledReason: z.enum(disabledReasons).optional(),
    disabledAt: instantSchema.optional(),
    secretRotatedAt: instantSchema.optional(),
    version: z.int().positive(),
    createdAt: instantSchema,
    createdBy: z.string(),
    updatedAt: instantSchema,
    updatedBy: z.string(),
  }),
  upgradeWebhook,
);

export type Webhook = z.output<typeof webhookSchema>;

/** True where a webhook is to be told of something. */
export const listensTo = ({ enabled, events }: Webhook, type: WebhookType): boolean =>
  enabled && (type === testType || !events || events.includes(type));

/** What a message of a change says: nothing that the public cannot read as well. */
export const webhookPayloadSchema = z.strictObject({
  type: z.enum(webhookTypes),
  timestamp: instantSchema,
  data: z.strictObject({
    id: idSchema,
    kind: z.enum(webhookKinds),
    locales: z.array(localeSchema),
    urls: z.record(localeSchema, z.string()),
    category: slugSchema.optional(),
    campaign: slugSchema.optional(),
    publishedAt: instantSchema,
    removed: z
      .strictObject({
        locales: z.array(localeSchema),
        urls: z.record(localeSchema, z.string()),
      })
      .optional(),
  }),
});

export type WebhookPayload = z.output<typeof webhookPayloadSchema>;

/** The message by which an admin tries a receiver. */
export const webhookTestPayloadSchema = z.strictObject({
  type: z.literal(testType),
  timestamp: instantSchema,
  data: z.strictObject({ webhookId: idSchema }),
});

export type WebhookTestPayload = z.output<typeof webhookTestPayloadSchema>;

/** One try to send a message: the status that the receiver answered, or what went wrong before it did. */
export const attemptSchema = z.strictObject({
  at: instantSchema,
  durationMs: z.int().nonnegative(),
  status: z.int().optional(),
  error: z.string().optional(),
});

export type Attempt = z.output<typeof attemptSchema>;

/** `failed`: tried for a day in vain, or the receiver is gone. `cancelled`: the webhook was switched off meanwhile. */
const deliveryStates = ['pending', 'succeeded', 'failed', 'cancelled'] as const;

/** A message on its way to one receiver. */
export const deliverySchema = withUpgrade(
  z.strictObject({
    id: idSchema,
    webhookId: idSchema,
    type: anyTypeSchema,
    state: z.enum(deliveryStates),
    /** The body, byte for byte. */
    body: z.string(),
    createdAt: instantSchema,
    /** Raised each time staff have it sent again: then a new day of attempts begins. */
    round: z.int().positive(),
    /** How many of the attempts belong to this round, and when the first one began. */
    roundAttempts: z.int().nonnegative(),
    roundBeganAt: instantSchema.optional(),
    nextAt: instantSchema.optional(),
    /** Oldest first; of very many the last. */
    attempts: z.array(attemptSchema),
  }),
  upgradeDelivery,
);

export type Delivery = z.output<typeof deliverySchema>;
