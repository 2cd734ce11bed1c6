import { Logger } from '@aws-lambda-powertools/logger';
import { countMetric } from '../../shared/aws/metric.ts';
import type { Attempt, Delivery, Webhook } from '../../shared/model/staff/webhook.ts';
import { deliveryWithoutErased } from '../../shared/webhooks/delivery/erased-addresses.ts';
import { type PostResult, postWebhook } from '../../shared/webhooks/delivery/post.ts';
import { publicOnlyLookup } from '../../shared/webhooks/delivery/public-only-lookup.ts';
import { allowedReceivers } from '../../shared/webhooks/delivery/receiver.ts';
import { nextAttempt, parseRetryAfter } from '../../shared/webhooks/delivery/schedule.ts';
import { signedHeaders } from '../../shared/webhooks/delivery/signature.ts';
import { readDelivery, type StoredDelivery, writeDelivery } from '../../shared/webhooks/delivery/webhook-deliveries.ts';
import { readSecrets, signingSecretsAt } from '../../shared/webhooks/delivery/webhook-secrets.ts';
import { disableWebhook, readWebhook, recordFailure, recordSuccess } from '../../shared/webhooks/delivery/webhooks.ts';

const logger = new Logger({ serviceName: 'webhooks' });

/** How long a receiver may take, in milliseconds. */
const timeout = 15_000;

/** How long after an attempt without a recorded result it is made again, in milliseconds. */
const attemptLeaseMs = 60_000;

/** How many attempts a record holds. */
const maxRecordedAttempts = 50;

interface Request {
  readonly webhookId: string;
  readonly deliveryId: string;
  readonly round: number;
}

/**
 * Tries a delivery whose time has come, and records the outcome. Returns when to try again; `undefined` where that is
 * never, or another message is responsible.
 */
export const tryDelivery = async ({ webhookId, deliveryId, round }: Request): Promise<Date | undefined> => {
  const [webhook, secrets, stored] = await Promise.all([
    readWebhook(webhookId),
    readSecrets(webhookId),
    readDelivery(webhookId, deliveryId),
  ]);
  // Deleted, or just being deleted: a webhook and its secrets exist together.
  if (!webhook || !secrets) return undefined;
  if (stored?.delivery.state !== 'pending' || stored.delivery.round !== round) return undefined;
  if (!webhook.enabled) {
    await saveAttempt(stored, round, (last) => ({ ...last, state: 'cancelled', nextAt: undefined }));
    return undefined;
  }
  const began = new Date();
  const { nextAt } = stored.delivery;
  if (nextAt && nextAt > began.toISOString()) return new Date(nextAt);
  const delivery = await deliveryWithoutErased(stored.delivery);
  // An attempt records the next one before it starts, in case it crashes; a second worker finds that and leaves.
  const booked = new Date(began.getTime() + attemptLeaseMs);
  const claim = await writeDelivery({ ...delivery, nextAt: booked.toISOString() }, stored);
  if (!claim) return booked;
  const outcome = await attempt(webhook, signingSecretsAt(secrets, began), delivery, began);
  return record(claim, webhook, began, outcome);
};

const attempt = (
  { url }: Webhook,
  secrets: readonly string[],
  { id, body }: Delivery,
  now: Date,
): Promise<PostResult> => {
  const headers = signedHeaders(id, body, secrets, now);
  const reach = allowedReceivers();
  return postWebhook(new URL(url), body, headers, { reach, lookup: publicOnlyLookup(reach), timeout });
};

/** Records the outcome of an attempt; returns the time of the next one. */
const record = async (claim: StoredDelivery, webhook: Webhook, began: Date, outcome: PostResult) => {
  const { round } = claim.delivery;
  const { durationMs, status, error } = outcome;
  const made: Attempt = {
    at: began.toISOString(),
    durationMs,
    ...(status !== undefined && { status }),
    ...(error !== undefined && { error }),
  };
  const isDelivered = status !== undefined && status >= 200 && status < 300;
  const beganAt = claim.delivery.roundBeganAt ?? made.at;
  const roundAttempts = claim.delivery.roundAttempts + 1;
  const retryAfter = parseRetryAfter(outcome.retryAfter, new Date());
  const tried = { beganAt: new Date(beganAt), attempts: roundAttempts, retryAfter };
  const next = isDelivered || status === 410 ? undefined : nextAttempt(tried, new Date(), Math.random());
  const state = isDelivered ? 'succeeded' : next ? 'pending' : 'failed';
  await saveAttempt(
    claim,
    round,
    (last) => ({ ...last, state, roundBeganAt: beganAt, roundAttempts, nextAt: next?.toISOString() }),
    made,
  );
  const ids = { webhookId: webhook.id, deliveryId: claim.delivery.id };
  logger.info('Attempt made', { ...ids, ...made, state });
  countMetric(isDelivered ? 'WebhooksDelivered' : 'WebhookAttemptsFailed');
  if (isDelivered) await recordSuccess(webhook.id, began);
  else await updateHealth(webhook, began, { isGone: status === 410, hasFailed: state === 'failed', beganAt });
  return next;
};

/**
 * Switches off a receiver that answers 410, or all of whose attempts have failed since the start of a delivery that is
 * given up now.
 */
const updateHealth = async (
  { id }: Webhook,
  began: Date,
  { isGone, hasFailed, beganAt }: { isGone: boolean; hasFailed: boolean; beganAt: string },
): Promise<void> => {
  const failingSince = await recordFailure(id, began);
  if (!hasFailed) return;
  countMetric('WebhookDeliveriesDead');
  if (!isGone && failingSince > beganAt) return;
  const act = { by: 'sergi', from: 'webhooks', now: new Date() };
  if (!(await disableWebhook(id, isGone ? 'gone' : 'failing', act))) return;
  countMetric('WebhooksSwitchedOff');
  logger.warn('A webhook was switched off', { webhookId: id, failingSince, isGone });
};

/**
 * Writes a change of a delivery, and an attempt where there was one; where another worker has written meanwhile, to the
 * present record. A delivery that was restarted keeps its state, and only gains the attempt.
 */
const saveAttempt = async (
  stored: StoredDelivery,
  round: number,
  change: (last: Delivery) => Delivery,
  made?: Attempt,
): Promise<void> => {
  let last: StoredDelivery | undefined = stored;
  while (last) {
    const { delivery }: StoredDelivery = last;
    const attempts = [...delivery.attempts, ...(made ? [made] : [])].slice(-maxRecordedAttempts);
    const next = { ...(delivery.round === round ? change(delivery) : delivery), attempts };
    if (await writeDelivery(next, last)) return;
    last = await readDelivery(delivery.webhookId, delivery.id);
  }
};
