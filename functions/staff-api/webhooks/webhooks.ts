import { ulid } from 'ulid';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { hasAuditedAction } from '../../../shared/desk/store/audited-action.ts';
import { firstVersion, nextVersion } from '../../../shared/desk/store/versions.ts';
import { parse } from '../../../shared/http/parse.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';
import { type Webhook, webhookContentSchema } from '../../../shared/model/webhook.ts';
import { ConflictError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { newSecret } from '../../../shared/webhooks/delivery/signature.ts';
import { readSecrets, secretsWrite, withNewSecret } from '../../../shared/webhooks/delivery/webhook-secrets.ts';
import * as desk from '../../../shared/webhooks/delivery/webhooks.ts';
import { actorOf } from '../actor-of.ts';
import { logger } from '../logger.ts';
import { requirePublicReceiver, requireWebhook, toStaffWebhook, toWebhookResponse } from './staff-webhook.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** Most webhooks of a site: each causes a message for every change. */
const most = 20;

export const createWebhook: StaffHandlers['createWebhook'] = async ({ body }, call) => {
  await requirePublicReceiver(body.url);
  const { found, unreadable } = await desk.readWebhooks();
  if (found.length + unreadable.length >= most) {
    throw new ConflictError(reason('tooManyWebhooks', { max: most }));
  }
  const context = actorOf(call);
  const webhook: Webhook = { ...body, id: ulid(context.now.getTime()), enabled: true, ...firstVersion(context) };
  const secret = newSecret();
  const secrets = secretsWrite(webhook.id, { current: secret, previous: [] });
  await desk.saveWebhook({ webhook, previous: undefined, action: 'webhook.created', others: [secrets] }, context);
  return {
    body: { ...toStaffWebhook(webhook, {}), secret },
    headers: { etag: `"${webhook.version}"`, location: `/v1/staff/webhooks/${webhook.id}` },
  };
};

export const listWebhooks: StaffHandlers['listWebhooks'] = async () => {
  const { found, unreadable } = await desk.readWebhooks();
  if (unreadable.length > 0) logger.error('Webhooks cannot be read', { unreadable });
  return { body: { items: found.map(({ webhook, health }) => toStaffWebhook(webhook, health)) } };
};

export const getWebhook: StaffHandlers['getWebhook'] = async ({ params }) =>
  toWebhookResponse(await requireWebhook(params.id));

export const updateWebhook: StaffHandlers['updateWebhook'] = async ({ params, body, version }, call) => {
  const webhook = await requireWebhook(params.id, version);
  const { enabled = webhook.enabled, ...patch } = body;
  const { url, description, events } = webhook;
  const content = parse(webhookContentSchema, mergePatch({ url, description, events }, patch));
  if (content.url !== url) await requirePublicReceiver(content.url);
  const context = actorOf(call);
  const { url: _url, description: _description, events: _events, disabledReason, disabledAt, ...rest } = webhook;
  // Who switched it off, and when, stays until the next change of `enabled`.
  const off =
    enabled === webhook.enabled
      ? { disabledReason, disabledAt }
      : { ...(!enabled && { disabledAt: context.now.toISOString() }) };
  const next = nextVersion<Webhook>({ ...rest, ...content, ...off, enabled }, {}, context);
  const beginsAnew = enabled && (!webhook.enabled || content.url !== url);
  const others = beginsAnew ? [desk.healthResetWrite(webhook.id)] : [];
  await desk.saveWebhook({ webhook: next, previous: webhook, action: 'webhook.updated', others }, context);
  return toWebhookResponse(next);
};

export const deleteWebhook: StaffHandlers['deleteWebhook'] = async ({ params, version }, call) => {
  const isThere = (await desk.readWebhook(params.id)) !== undefined;
  if (isThere || !(await hasAuditedAction(params.id, 'webhook.deleted'))) {
    const webhook = await requireWebhook(params.id, version);
    await desk.deleteWebhookAndSecrets(webhook, actorOf(call));
  }
  return { body: { id: params.id, deleted: true } };
};

export const rotateWebhookSecret: StaffHandlers['rotateWebhookSecret'] = async ({ params, version }, call) => {
  const webhook = await requireWebhook(params.id, version);
  const secrets = await readSecrets(webhook.id);
  if (!secrets) throw new Error(`The webhook ${webhook.id} has no secrets.`);
  const context = actorOf(call);
  const secret = newSecret();
  const next = nextVersion(webhook, { secretRotatedAt: context.now.toISOString() }, context);
  // The version guards the secrets as well: of two rotations at the same time neither is lost.
  const write = secretsWrite(webhook.id, withNewSecret(secrets, secret, context.now));
  await desk.saveWebhook({ webhook: next, previous: webhook, action: 'webhook.rotated', others: [write] }, context);
  const answer = await toWebhookResponse(next);
  return { ...answer, body: { ...answer.body, secret } };
};
