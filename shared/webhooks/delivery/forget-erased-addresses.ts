import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readErasedAddresses, type Subject, withoutErasedAddresses } from './erased-addresses.ts';
import { changeScheduledEvent, readScheduledEvents } from './scheduled-webhook-events.ts';
import { readDelivery, readDeliveryIdsAbout, writeDelivery } from './webhook-deliveries.ts';
import { readWebhookIds } from './webhooks.ts';

/** How many webhooks are gone through at the same time. */
const concurrency = 5;

/** Later than anything that can be planned. */
const always = new Date('9999-12-31T23:59:59Z');

/**
 * Takes the addresses of something that were erased out of the messages about it: those that are kept, sent or not, of
 * deleted webhooks as well, and those that are planned. A message goes on without them. Called again it completes what
 * broke off.
 */
export const forgetErasedAddresses = async (subject: Subject): Promise<void> => {
  const isErased = await readErasedAddresses(subject);
  if (!isErased) return;
  const clean = (body: string): string => withoutErasedAddresses(body, isErased);
  // What is planned becomes a delivery: so it comes first.
  const { found } = await readScheduledEvents(always);
  for (const plan of found.filter((one) => one.subject === subject.id)) {
    const body = clean(plan.body);
    if (body !== plan.body) await changeScheduledEvent({ ...plan, body });
  }
  await mapWithConcurrency(await readWebhookIds(), concurrency, async (webhookId) => {
    for await (const ids of readDeliveryIdsAbout(webhookId, subject.id))
      for (const id of ids) await cleanDelivery(webhookId, id, clean);
  });
};

/** Written again where an attempt is recorded at the same moment. */
const cleanDelivery = async (webhookId: string, id: string, clean: (body: string) => string): Promise<void> => {
  for (;;) {
    const stored = await readDelivery(webhookId, id);
    if (!stored) return;
    const body = clean(stored.delivery.body);
    if (body === stored.delivery.body || (await writeDelivery({ ...stored.delivery, body }, stored))) return;
  }
};
