import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { fromIdCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { requireDelivery, requireWebhook } from '../../../shared/webhooks/delivery/require-webhook.ts';
import { resendDelivery } from '../../../shared/webhooks/delivery/resend-delivery.ts';
import { sendTestEvent } from '../../../shared/webhooks/delivery/send-test-event.ts';
import { deliveryList, readDeliveriesPage } from '../../../shared/webhooks/delivery/webhook-deliveries.ts';
import { actorOf } from '../actor-of.ts';
import { toStaffDelivery } from './staff-webhook.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const listWebhookDeliveries: StaffHandlers['listWebhookDeliveries'] = async ({ params, query }) => {
  const { id } = await requireWebhook(params.id);
  const list = deliveryList(id);
  const { items: deliveries, last } = await readDeliveriesPage(id, query.limit, fromIdCursor(list, query.cursor));
  return { body: { items: deliveries.map(toStaffDelivery), ...(last && { nextCursor: toCursor(list, last) }) } };
};

export const getWebhookDelivery: StaffHandlers['getWebhookDelivery'] = async ({ params }) => {
  const { id } = await requireWebhook(params.id);
  const { delivery } = await requireDelivery(id, params.deliveryId);
  return { body: { ...toStaffDelivery(delivery), body: delivery.body } };
};

export const testWebhook: StaffHandlers['testWebhook'] = async ({ params }, call) => ({
  body: toStaffDelivery(await sendTestEvent(params.id, actorOf(call))),
});

export const resendWebhookDelivery: StaffHandlers['resendWebhookDelivery'] = async ({ params }, call) => ({
  body: toStaffDelivery(await resendDelivery(params.id, params.deliveryId, actorOf(call))),
});
