import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { changeWebhook } from '../../../shared/webhooks/delivery/change-webhook.ts';
import * as create from '../../../shared/webhooks/delivery/create-webhook.ts';
import * as remove from '../../../shared/webhooks/delivery/delete-webhook.ts';
import { requireWebhook } from '../../../shared/webhooks/delivery/require-webhook.ts';
import * as rotate from '../../../shared/webhooks/delivery/rotate-webhook-secret.ts';
import { readWebhooks } from '../../../shared/webhooks/delivery/webhooks.ts';
import { actorOf } from '../actor-of.ts';
import { logger } from '../logger.ts';
import { toStaffWebhook, toWebhookResponse } from './staff-webhook.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createWebhook: StaffHandlers['createWebhook'] = async ({ body }, call) => {
  const { webhook, secret } = await create.createWebhook(body, actorOf(call));
  return {
    body: { ...toStaffWebhook(webhook, {}), secret },
    headers: { etag: `"${webhook.version}"`, location: `/v1/staff/webhooks/${webhook.id}` },
  };
};

export const listWebhooks: StaffHandlers['listWebhooks'] = async () => {
  const { found, unreadable } = await readWebhooks();
  if (unreadable.length > 0) logger.error('Webhooks cannot be read', { unreadable });
  return { body: { items: found.map(({ webhook, health }) => toStaffWebhook(webhook, health)) } };
};

export const getWebhook: StaffHandlers['getWebhook'] = async ({ params }) =>
  toWebhookResponse(await requireWebhook(params.id));

export const updateWebhook: StaffHandlers['updateWebhook'] = async ({ params: { id }, body, version }, call) =>
  toWebhookResponse(await changeWebhook({ id, version, patch: body }, actorOf(call)));

export const deleteWebhook: StaffHandlers['deleteWebhook'] = async ({ params: { id }, version }, call) => {
  await remove.deleteWebhook(id, version, actorOf(call));
  return { body: { id, deleted: true } };
};

export const rotateWebhookSecret: StaffHandlers['rotateWebhookSecret'] = async ({ params: { id }, version }, call) => {
  const { webhook, secret } = await rotate.rotateWebhookSecret(id, version, actorOf(call));
  const { body, headers } = await toWebhookResponse(webhook);
  return { body: { ...body, secret }, headers };
};
