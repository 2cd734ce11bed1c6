import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { quiet } from '../../support/clients/receiver.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { base, idsOf, type Kept, published, tried, webhooksOn } from '../../support/webhook-listener.ts';

let cloud: ProductCloud;
const logs: string[] = [];

beforeAll(async () => {
  cloud = await startProductInProcess((line) => logs.push(line));
});
afterAll(() => cloud.end());

const { listener, announce, goTo, clear } = webhooksOn(() => cloud);

afterEach(clear);

describe('a receiver that fails', () => {
  it('is tried for a day ever more rarely, and switched off with a notice when nothing has come through', async () => {
    const { id, receiver, delivery, read, deliveries } = await listener();
    receiver.answer({ status: 500 });
    announce(published());
    let kept = await delivery(tried(1));
    while (kept.nextAt) {
      const count = kept.attempts.length + 1;
      expect((await read()).failingSince).toBe(kept.attempts[0]?.at);
      await goTo(Date.parse(kept.nextAt));
      kept = await delivery(tried(count));
    }
    expect(kept.state).toBe('failed');
    const began = Date.parse(kept.attempts[0]?.at ?? '');
    const after = kept.attempts.map(({ at }) => (Date.parse(at) - began) / 1000);
    const planned = [0, 5, 305, 2105, 9305, 27_305, 63_305, 86_400];
    expect(after).toHaveLength(planned.length);
    for (const [n, seconds] of after.entries()) {
      expect(seconds).toBeGreaterThanOrEqual(planned[n] ?? 0);
      // Up to a tenth later by chance, and what the machine needs.
      expect(seconds).toBeLessThan((planned[n] ?? 0) * 1.1 + 60);
    }
    expect(new Set(idsOf(receiver)).size).toBe(1);
    const stamps = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect((stamps.at(-1) ?? 0) - (stamps[0] ?? 0)).toBeGreaterThanOrEqual(86_400);

    await cloud.queue('WebhookQueue').idle();
    const webhook = await read();
    expect(webhook).toMatchObject({ enabled: false, disabledReason: 'failing', disabledAt: expect.any(String) });
    const { body: audit } = await cloud.ask(`/v1/staff/audit?item=${id}`);
    expect(audit.items[0]).toMatchObject({
      action: 'webhook.disabled',
      createdBy: { id: 'sergi' },
      from: 'webhooks',
      version: 2,
    });
    expect(logs.filter((line) => line.includes('"WebhooksSwitchedOff":1'))).toHaveLength(1);

    const before = receiver.received.length;
    announce(published());
    await cloud.queue('WebhookQueue').idle();
    expect(receiver.received).toHaveLength(before);
    expect(await deliveries()).toHaveLength(1);

    // Mended, switched on again, and what was missed sent again.
    receiver.answer({});
    const on = await cloud.ask(`${base}/${id}`, { method: 'PATCH', version: 2, body: { enabled: true } });
    expect(on.body).toMatchObject({ enabled: true });
    for (const name of ['failingSince', 'disabledReason', 'disabledAt']) expect(on.body).not.toHaveProperty(name);
    await cloud.ask(`${base}/${id}/deliveries/${kept.id}/resend`, { body: {} });
    expect((await delivery(({ state }) => state === 'succeeded')).attempts).toHaveLength(9);
  });

  it('and then answers has the message, and is not failing any more', async () => {
    const { receiver, delivery, read } = await listener();
    receiver.answer({ status: 503 }, { status: 404 }, { status: 200 });
    announce(published());
    for (let count = 1; count < 3; count += 1) await goTo(Date.parse((await delivery(tried(count))).nextAt ?? ''));
    const kept = await delivery(({ state }) => state === 'succeeded');
    expect(kept.attempts).toMatchObject([{ status: 503 }, { status: 404 }, { status: 200 }]);
    await cloud.queue('WebhookQueue').idle();
    expect(await read()).not.toHaveProperty('failingSince');
  });

  it('and says 410 is switched off at once', async () => {
    const { receiver, delivery, read } = await listener();
    receiver.answer({ status: 500 }, { status: 410 });
    announce(published());
    const waiting = await delivery(tried(1));
    announce(published());
    await delivery(({ state }) => state === 'failed');
    await goTo(Date.parse(waiting.nextAt ?? ''));
    await cloud.queue('WebhookQueue').idle();
    expect(await read()).toMatchObject({ enabled: false, disabledReason: 'gone' });
    expect(receiver.received).toHaveLength(2);
  });

  it('and asks for time is given it', async () => {
    const { receiver, delivery } = await listener();
    receiver.answer({ status: 429, headers: { 'retry-after': '1200' } });
    announce(published());
    const { attempts, nextAt = '' } = await delivery(tried(1));
    const asked = Date.parse(nextAt) - Date.parse(attempts[0]?.at ?? '');
    expect(asked).toBeGreaterThanOrEqual(1_200_000);
    expect(asked).toBeLessThan(1_320_000);
  });

  it('stays on where another message has come through meanwhile', async () => {
    const { receiver, deliveries, delivery, read } = await listener();
    receiver.answer({ status: 500 });
    announce(published());
    let kept = await delivery(tried(1));
    const { id } = kept;
    await goTo(Date.parse(kept.nextAt ?? ''));
    await delivery(tried(2));
    receiver.answer({ status: 200 }, { status: 500 });
    announce(published());
    await delivery((newest) => newest.id !== id && newest.state === 'succeeded');
    const first = async () => (await deliveries()).find((one: Kept) => one.id === id);
    for (kept = await first(); kept.nextAt; kept = await first()) {
      await goTo(Date.parse(kept.nextAt));
      await quiet(cloud);
    }
    expect(kept.state).toBe('failed');
    await cloud.queue('WebhookQueue').idle();
    expect(await read()).toMatchObject({ enabled: true, failingSince: expect.any(String) });
  });
});

describe('a receiver that is slow', () => {
  it('holds back no other', async () => {
    const slow = await listener({ events: ['event.published'] });
    slow.receiver.answer({ hold: true });
    for (let n = 0; n < 180; n += 1) announce(published());
    await slow.receiver.wait(20);
    const quick = await listener();
    await cloud.ask(`${base}/${quick.id}/test`, { body: {} });
    await quick.receiver.wait(1);
    // Fifty are on their way at the same time, and as many may have taken their place. Had it come after all the
    // others, most of them would have been sent.
    expect(slow.receiver.received.length).toBeLessThan(120);
  });
});
