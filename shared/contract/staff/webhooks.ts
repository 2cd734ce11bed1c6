import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { deliverySchema, webhookContentSchema, webhookSchema } from '../../model/staff/webhook.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { page, pageQuery } from '../list.ts';
import { personSchema } from '../person.ts';
import type { Route } from '../route.ts';
import { byId, nullablePartial } from './schemas.ts';

/** A webhook as staff see it: never with a secret. */
export const staffWebhookSchema = webhookSchema.extend({
  createdBy: personSchema,
  updatedBy: personSchema,
  failingSince: instantSchema.optional(),
  lastDeliveredAt: instantSchema.optional(),
});

export type StaffWebhook = z.output<typeof staffWebhookSchema>;

/** The one answer that a secret is in. */
export const staffWebhookWithSecretSchema = staffWebhookSchema.extend({ secret: z.string() });

/** A change of a webhook: what is absent stays, what is `null` goes. */
export const webhookPatchSchema = nullablePartial(webhookContentSchema).extend({ enabled: z.boolean().optional() });

/** A delivery as staff see it, with each attempt, oldest first. */
export const staffDeliverySchema = deliverySchema.omit({
  body: true,
  round: true,
  roundAttempts: true,
  roundBeganAt: true,
});

const byDelivery = byId.extend({ deliveryId: idSchema });

/**
 * Who is told of what becomes public, is changed there, or leaves it: receivers on other machines, such as the builder
 * of a static site.
 */
export const webhookRoutes = {
  createWebhook: {
    method: 'POST',
    path: '/v1/staff/webhooks',
    access: 'admin',
    summary: 'Create a webhook',
    body: webhookContentSchema,
    status: 201,
    response: staffWebhookWithSecretSchema,
  },
  listWebhooks: {
    method: 'GET',
    path: '/v1/staff/webhooks',
    access: 'admin',
    summary: 'List webhooks',
    status: 200,
    response: page(staffWebhookSchema),
  },
  getWebhook: {
    method: 'GET',
    path: '/v1/staff/webhooks/{id}',
    access: 'admin',
    summary: 'Get a webhook',
    params: byId,
    status: 200,
    response: staffWebhookSchema,
  },
  updateWebhook: {
    method: 'PATCH',
    path: '/v1/staff/webhooks/{id}',
    access: 'admin',
    summary: 'Update a webhook',
    params: byId,
    body: webhookPatchSchema,
    ifMatch: 'required',
    status: 200,
    response: staffWebhookSchema,
  },
  deleteWebhook: {
    method: 'DELETE',
    path: '/v1/staff/webhooks/{id}',
    access: 'admin',
    summary: 'Delete a webhook',
    params: byId,
    ifMatch: 'required',
    status: 200,
    response: z.strictObject({ id: idSchema, deleted: z.literal(true) }),
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/v1/staff/webhooks/{id}/secret',
    access: 'admin',
    summary: 'Rotate the secret of a webhook',
    params: byId,
    body: z.strictObject({}),
    ifMatch: 'optional',
    status: 200,
    response: staffWebhookWithSecretSchema,
  },
  testWebhook: {
    method: 'POST',
    path: '/v1/staff/webhooks/{id}/test',
    access: 'admin',
    summary: 'Send a test message',
    params: byId,
    body: z.strictObject({}),
    status: 202,
    response: staffDeliverySchema,
  },
  listWebhookDeliveries: {
    method: 'GET',
    path: '/v1/staff/webhooks/{id}/deliveries',
    access: 'admin',
    summary: 'List the deliveries of a webhook',
    params: byId,
    query: z.strictObject(pageQuery),
    status: 200,
    response: page(staffDeliverySchema),
  },
  getWebhookDelivery: {
    method: 'GET',
    path: '/v1/staff/webhooks/{id}/deliveries/{deliveryId}',
    access: 'admin',
    summary: 'Get a delivery',
    params: byDelivery,
    status: 200,
    response: staffDeliverySchema.extend({ body: z.string() }),
  },
  resendWebhookDelivery: {
    method: 'POST',
    path: '/v1/staff/webhooks/{id}/deliveries/{deliveryId}/resend',
    access: 'admin',
    summary: 'Send a message again',
    params: byDelivery,
    body: z.strictObject({}),
    status: 202,
    response: staffDeliverySchema,
  },
} as const satisfies Record<string, Route>;
