import { ulid } from 'ulid';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { firstVersion, nextVersion } from '../../../shared/desk/store/versions.ts';
import { parse } from '../../../shared/http/parse.ts';
import { Problem } from '../../../shared/http/problem.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';
import { type Webhook, webhookContentSchema } from '../../../shared/model/webhook.ts';
import { newSecret } from '../../../shared/webhooks/delivery/signature.ts';
import { readSecrets, rotated, secretsWrite } from '../../../shared/webhooks/delivery/webhook-secrets.ts';
import * as desk from '../../../shared/webhooks/delivery/webhooks.ts';
import { actOf, explain } from '../explain.ts';
import { logger } from '../logger.ts';
import { wasDone } from '../was-done.ts';
import { answerWebhook, demandReceiver, demandWebhook, toStaffWebhook } from './staff-webhook.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** Most webhooks of a site: each makes a message of every change. */
const most = 20;

export const createWebhook: StaffHandlers['createWebhook'] = async ({ body }, call) => {
  await demandReceiver(body.url);
  const { found, unreadable } = await desk.listWebhooks();
  if (found.length + unreadable.length >= most) {
    throw new Problem('conflict', `There are ${most} webhooks, and there may be no more: delete one first.`);
  }
  const act = actOf(call);
  const webhook: Webhook = { ...body, id: ulid(act.now.getTime()), enabled: true, ...firstVersion(act) };
  const secret = newSecret();
  const secrets = secretsWrite(webhook.id, { current: secret, previous: [] });
  await explain(desk.saveWebhook(webhook, undefined, 'webhook.created', act, [secrets]));
  return {
    body: { ...toStaffWebhook(webhook, {}), secret },
    headers: { etag: `"${webhook.version}"`, location: `/v1/staff/webhooks/${webhook.id}` },
  };
};

export const listWebhooks: StaffHandlers['listWebhooks'] = async () => {
  const { found, unreadable } = await desk.listWebhooks();
  if (unreadable.length > 0) logger.error('Webhooks cannot be read', { unreadable });
  return { body: { items: found.map(({ webhook, health }) => toStaffWebhook(webhook, health)) } };
};

export const readWebhook: StaffHandlers['readWebhook'] = async ({ params }) =>
  answerWebhook(await demandWebhook(params.id));

export const changeWebhook: StaffHandlers['changeWebhook'] = async ({ params, body, version }, call) => {
  const webhook = await demandWebhook(params.id, version);
  const { enabled = webhook.enabled, ...patch } = body;
  const { url, description, events } = webhook;
  const content = parse(webhookContentSchema, mergePatch({ url, description, events }, patch));
  if (content.url !== url) await demandReceiver(content.url);
  const act = actOf(call);
  const { url: _url, description: _description, events: _events, disabledReason, disabledAt, ...rest } = webhook;
  // Who switched it off, and when, holds until somebody decides anew.
  const off =
    enabled === webhook.enabled
      ? { disabledReason, disabledAt }
      : { ...(!enabled && { disabledAt: act.now.toISOString() }) };
  const next = nextVersion<Webhook>({ ...rest, ...content, ...off, enabled }, {}, act);
  const beginsAnew = enabled && (!webhook.enabled || content.url !== url);
  const others = beginsAnew ? [desk.healthReset(webhook.id)] : [];
  await explain(desk.saveWebhook(next, webhook, 'webhook.changed', act, others));
  return answerWebhook(next);
};

export const deleteWebhook: StaffHandlers['deleteWebhook'] = async ({ params, version }, call) => {
  const isThere = (await desk.readWebhook(params.id)) !== undefined;
  if (isThere || !(await wasDone(params.id, 'webhook.deleted'))) {
    const webhook = await demandWebhook(params.id, version);
    await explain(desk.deleteWebhook(webhook, actOf(call)));
  }
  return { body: { id: params.id, deleted: true } };
};

export const rotateWebhookSecret: StaffHandlers['rotateWebhookSecret'] = async ({ params, version }, call) => {
  const webhook = await demandWebhook(params.id, version);
  const secrets = await readSecrets(webhook.id);
  if (!secrets) throw new Error(`The webhook ${webhook.id} has no secrets.`);
  const act = actOf(call);
  const secret = newSecret();
  const next = nextVersion(webhook, { secretRotatedAt: act.now.toISOString() }, act);
  // The version guards the secrets as well: two who rotate at the same time do not lose one.
  const write = secretsWrite(webhook.id, rotated(secrets, secret, act.now));
  await explain(desk.saveWebhook(next, webhook, 'webhook.rotated', act, [write]));
  const answer = await answerWebhook(next);
  return { ...answer, body: { ...answer.body, secret } };
};
