import { describe, expect, it } from 'vitest';
import { readStored } from '../../../shared/model/json/read-stored.ts';
import { auditEntrySchema } from '../../../shared/model/staff/audit.ts';
import { deliverySchema, webhookContentSchema, webhookSchema } from '../../../shared/model/staff/webhook.ts';
import { webhookMessageSchema } from '../../../shared/webhooks/events/queue.ts';

const id = '01M8GKBVVTGPXTZVH1S783VFHA';
const at = '2026-11-28T08:11:52.570Z';
const made = { version: 1, createdAt: at, createdBy: 'rauf', updatedAt: at, updatedBy: 'rauf' };
const webhook = { id, url: 'https://example.org/hook', enabled: true, ...made };
const bodyOf = (type: string) =>
  `{"type":"${type}","timestamp":"${at}","data":{"kind":"event","category":"event.withdrawn"}}`;
const delivery = { id, webhookId: id, createdAt: at, round: 1, roundAttempts: 0, attempts: [] };
const event = { id, kind: 'event', subject: id, actedAt: at, at };

describe('what 0.1.0 has stored of webhooks', () => {
  it.each([
    ['a subscription', ['event.withdrawn', 'exhibition.withdrawn', 'event.updated']],
    ['a present one', ['event.unpublished', 'exhibition.unpublished', 'event.updated']],
  ])('%s asks for the events by their present names', (_, events) => {
    expect(readStored(webhookSchema, { ...webhook, events })).toEqual({
      ...webhook,
      events: ['event.unpublished', 'exhibition.unpublished', 'event.updated'],
    });
  });

  it('a subscription to everything stays one', () => {
    expect(readStored(webhookSchema, webhook)).toEqual(webhook);
  });

  it.each([
    ['waiting', 'pending'],
    ['delivered', 'succeeded'],
    ['dead', 'failed'],
    ['dropped', 'cancelled'],
    ['pending', 'pending'],
    ['cancelled', 'cancelled'],
  ])('a delivery that was %s is %s', (stored, state) => {
    const body = bodyOf('event.published');
    const old = { ...delivery, type: 'event.published', state: stored, body };
    expect(readStored(deliverySchema, old)).toEqual({ ...old, state });
  });

  it('a message that still waits is sent with the present type, and one that was sent stays as it was', () => {
    const old = { ...delivery, type: 'event.withdrawn', body: bodyOf('event.withdrawn') };
    expect(readStored(deliverySchema, { ...old, state: 'waiting' })).toMatchObject({
      type: 'event.unpublished',
      body: bodyOf('event.unpublished'),
    });
    expect(readStored(deliverySchema, { ...old, state: 'delivered' })).toMatchObject({
      type: 'event.unpublished',
      body: bodyOf('event.withdrawn'),
    });
  });

  it('a message in the queue is understood, and keeps its id', () => {
    const announce = { ...event, type: 'event.withdrawn', body: bodyOf('event.withdrawn') };
    expect(readStored(webhookMessageSchema, { announce })).toEqual({
      announce: { ...event, type: 'event.unpublished', body: bodyOf('event.unpublished') },
    });
    const deliver = { webhookId: id, deliveryId: id, round: 1 };
    expect(readStored(webhookMessageSchema, { deliver })).toEqual({ deliver });
  });
});

it('a client cannot subscribe by the old names', () => {
  const parsed = webhookContentSchema.safeParse({ url: webhook.url, events: ['event.withdrawn'] });
  expect(parsed.error?.issues[0]?.path).toEqual(['events', 0]);
});

it.each([
  ['event.withdrawn', 'event.unpublished'],
  ['site.changed', 'site.updated'],
  ['queue.replayed', 'queue.redriven'],
  ['exhibition.closed', 'exhibition.closed'],
  ['artwork.lookedUp', 'artwork.lookedUp'],
])('the audit entry %s reads as %s', (stored, action) => {
  const entry = { at, by: 'rauf', from: '192.0.2.7', item: id };
  expect(readStored(auditEntrySchema, { ...entry, action: stored })).toMatchObject({ action });
});
