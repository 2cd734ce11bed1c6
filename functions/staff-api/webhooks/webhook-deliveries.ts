import { ulid } from 'ulid';
import { writeTogether } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import { fromIdCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { type Delivery, testType } from '../../../shared/model/webhook.ts';
import { ConflictError, NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import * as desk from '../../../shared/webhooks/delivery/webhook-deliveries.ts';
import { enqueueDelivery } from '../../../shared/webhooks/events/queue.ts';
import { actorOf } from '../actor-of.ts';
import { requireEnabled, requireWebhook, toStaffDelivery } from './staff-webhook.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const listWebhookDeliveries: StaffHandlers['listWebhookDeliveries'] = async ({ params, query }) => {
  const { id } = await requireWebhook(params.id);
  const list = desk.deliveryList(id);
  const { items: deliveries, last } = await desk.readDeliveriesPage(id, query.limit, fromIdCursor(list, query.cursor));
  return { body: { items: deliveries.map(toStaffDelivery), ...(last && { nextCursor: toCursor(list, last) }) } };
};

const requireDelivery = async (webhookId: string, id: string): Promise<desk.StoredDelivery> => {
  const stored = await desk.readDelivery(webhookId, id);
  if (!stored) throw new NotFoundError(reason('deliveryNotFound', { id, webhookId }));
  return stored;
};

export const getWebhookDelivery: StaffHandlers['getWebhookDelivery'] = async ({ params }) => {
  const { id } = await requireWebhook(params.id);
  const { delivery } = await requireDelivery(id, params.deliveryId);
  return { body: { ...toStaffDelivery(delivery), body: delivery.body } };
};

export const testWebhook: StaffHandlers['testWebhook'] = async ({ params }, call) => {
  const webhook = await requireWebhook(params.id);
  requireEnabled(webhook);
  const act = actorOf(call);
  const now = act.now.toISOString();
  const id = ulid(act.now.getTime());
  const body = JSON.stringify({ type: testType, timestamp: now, data: { webhookId: webhook.id } });
  const delivery: Delivery = {
    ...{ id, webhookId: webhook.id, type: testType, body, state: 'pending', createdAt: now, nextAt: now },
    ...{ round: 1, roundAttempts: 0, attempts: [] },
  };
  await writeTogether([auditWrite(act, 'webhook.tested', webhook.id)]);
  await desk.writeDelivery(delivery);
  await enqueueDelivery(webhook.id, id, 1);
  return { body: toStaffDelivery(delivery) };
};

export const resendWebhookDelivery: StaffHandlers['resendWebhookDelivery'] = async ({ params }, call) => {
  const webhook = await requireWebhook(params.id);
  requireEnabled(webhook);
  const stored = await requireDelivery(webhook.id, params.deliveryId);
  const act = actorOf(call);
  const { roundBeganAt: _, ...delivery } = stored.delivery;
  const again: Delivery = {
    ...delivery,
    ...{ state: 'pending', round: delivery.round + 1, roundAttempts: 0, nextAt: act.now.toISOString() },
  };
  await writeTogether([auditWrite(act, 'webhook.resent', webhook.id)]);
  if (!(await desk.writeDelivery(again, stored))) {
    throw new ConflictError(reason('deliveryInProgress', { id: delivery.id }));
  }
  // Where this fails the caller gets an error, and may repeat the request.
  await enqueueDelivery(webhook.id, delivery.id, again.round);
  return { body: toStaffDelivery(again) };
};
