import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { AwsCall } from '@sergi/emulator/endpoint/aws-call.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countsKey } from '../../../shared/showcase/counts/counts-key.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36';
const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

let cloud: ProductCloud;
let batches = 0;

beforeAll(async () => {
  cloud = await startProductInProcess((line) => {
    if (line.includes('Batch counted')) batches += 1;
  });
});
afterAll(() => cloud.end());

const beacon = (id: string, headers: Record<string, string> = {}, body?: string): Promise<Response> =>
  cloud.fetch(`${cloud.apiUrl}/v1/events/${id}/views`, {
    method: 'POST',
    headers: { 'user-agent': browser, ...headers },
    ...(body !== undefined && { body }),
  });

/** Puts views into the queue, as the function that takes note of them does. */
const send = (id: string, times: number): void => {
  for (let n = 0; n < times; n += 1) cloud.queue('ViewsQueue').send(id);
};

const counted = () => cloud.queue('ViewsQueue').idle();

const published = async (): Promise<string> => {
  const id = await cloud.draft();
  expect((await cloud.publish(id)).status).toBe(200);
  return id;
};

const viewsOf = async (id: string): Promise<number | undefined> => (await cloud.ask(`/v1/events/${id}`)).body.views;

interface Update {
  Key: { pk: { S: string } };
  ExpressionAttributeValues: { ':count': { N: string } };
}

const isWriteOf =
  (id: string) =>
  ({ function: fn, action, body }: AwsCall): boolean =>
    fn.includes('ViewCounter') && action === 'dynamodb:UpdateItem' && (body as Update).Key.pk.S === `EVENT#${id}`;

/** What each write added to the views of an event. */
const writesOf = (id: string): number[] =>
  cloud.calls.filter(isWriteOf(id)).map(({ body }) => Number((body as Update).ExpressionAttributeValues[':count'].N));

/** Kills the counter when it writes the views of an event: the write is made, and its answer never heard. */
const killAtWriteOf = (id: string, times: number): (() => void) => {
  let left = times;
  return cloud.inject({
    match: (call) => {
      if (isWriteOf(id)(call) && left > 0) {
        left -= 1;
        void cloud.crash('ViewCounter');
      }
      return false;
    },
    respond: 'error',
  });
};

describe('a thousand beacons', () => {
  it('are all counted, at the price of one write per event and batch, and name no reader', async () => {
    const hot = await published();
    const others = await Promise.all([published(), published(), published()]);
    const ids = [...Array(1_000).fill(hot), ...others, ...others];
    const statuses = new Set<number>();
    const before = batches;
    const lane = async (): Promise<void> => {
      for (let id = ids.pop(); id; id = ids.pop()) statuses.add((await beacon(id, {}, 'v')).status);
    };
    await Promise.all(Array.from({ length: 20 }, lane));
    await counted();

    expect([...statuses]).toEqual([202]);
    expect(await viewsOf(hot)).toBe(1_000);
    for (const id of others) expect(await viewsOf(id)).toBe(2);
    expect(writesOf(hot).reduce((sum, count) => sum + count)).toBe(1_000);
    expect(writesOf(hot).length).toBeLessThanOrEqual(batches - before);
    const isNote = ({ action, function: fn }: AwsCall) => action === 'sqs:SendMessage' && fn.includes('ViewsViewsF');
    expect(cloud.calls.filter(isNote)).not.toEqual([]);
    for (const { body } of cloud.calls.filter(isNote)) {
      expect(Object.keys(body as object).sort()).toEqual(['MessageBody', 'QueueUrl']);
    }
  });

  it('that wait together cost one write', async () => {
    const hot = await published();
    send(hot, 1_000);
    await counted();
    expect(writesOf(hot)).toEqual([1_000]);
    expect(await viewsOf(hot)).toBe(1_000);
  });
});

describe('a beacon that speaks for several readers', () => {
  it('is believed where as many views were counted here, and counts one reader where they were not', async () => {
    const id = await published();
    const weighed = async (weight: number) => {
      const { status } = await cloud.fetch(`${cloud.apiUrl}/v1/events/${id}/views?weight=${weight}`, {
        method: 'POST',
        headers: { 'user-agent': browser },
      });
      await counted();
      return status;
    };
    expect([await weighed(10), await weighed(100), await viewsOf(id)]).toEqual([202, 202, 2]);
    expect(await weighed(7)).toBe(400);
    send(id, 998);
    await counted();
    // As a page that was made before says it, and one that says too much.
    send(id, 1);
    expect([await weighed(10), await weighed(100), await viewsOf(id)]).toEqual([202, 202, 1_021]);
    const page = await (await cloud.fetch((await cloud.ask(`/v1/events/${id}`)).body.url)).text();
    expect(page).toContain(
      `<script data-views="/v1/events/${id}/views" data-weight="10" data-counts="/${countsKey(id)}">`,
    );
    expect(JSON.stringify((await cloud.ask(`/v1/events/${id}`)).body)).not.toContain('weight');
  });

  it('is not asked for where an archive has brought the views along', async () => {
    const line = {
      ...{ externalId: 'weights', publishedAt: '2022-11-18', category: 'news', views: 200_000 },
      translations: { az: { title: 'Baxış', body: 'B', slug: 'cox-baxilan' } },
    };
    expect((await cloud.importArchive([line])).body).toMatchObject({ created: 1 });
    const { id, url } = (await cloud.ask('/v1/events/cox-baxilan')).body;
    expect(await (await cloud.fetch(url)).text()).toContain(
      `<script data-views="/v1/events/${id}/views" data-counts="/${countsKey(id)}">`,
    );
  });
});

describe('a beacon', () => {
  it('may have any body that a beacon may have, and shows an event without views as one without', async () => {
    const id = await published();
    expect(await viewsOf(id)).toBeUndefined();
    const [none, text, form] = [undefined, '{"x', 'a=b'];
    const answers = [
      await beacon(id, {}, none),
      await beacon(id, { 'content-type': 'text/plain;charset=UTF-8' }, text),
      await beacon(id, { 'content-type': 'application/x-www-form-urlencoded' }, form),
      await beacon(id, {}, 'x'.repeat(65_536)),
    ];
    for (const answer of answers) {
      expect([answer.status, await answer.text()]).toEqual([202, '']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('content-type')).toBeNull();
    }
    await counted();
    expect(await viewsOf(id)).toBe(4);
  });

  it('is refused where it is longer than that, or names no id', async () => {
    expect((await beacon(unknown, {}, 'x'.repeat(65_537))).status).toBe(413);
    const answer = await beacon('some-slug');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'id' }] });
  });

  it('answers 503 where the queue is out of reach', async () => {
    const remove = cloud.inject({ match: ({ action }) => action === 'sqs:SendMessage', respond: 'throttle' });
    expect((await beacon(unknown)).status).toBe(503);
    remove();
  });

  it('for what nobody has published is answered like any other, and leaves nothing behind', async () => {
    const [draft, scheduled, withdrawn] = [await cloud.draft(), await cloud.draft(), await published()];
    await cloud.publish(scheduled, { publishAt: '2999-01-01T00:00:00Z' });
    await cloud.ask(`/v1/staff/events/${withdrawn}/unpublish`, { body: {} });
    const junk = Array.from({ length: 20 }, (_, n) => unknown.slice(0, 24) + String(n).padStart(2, '0'));
    const ids = [unknown, draft, scheduled, withdrawn, ...junk];
    for (const id of ids) expect((await beacon(id)).status).toBe(202);
    await counted();
    for (const id of ids) expect(writesOf(id)).toEqual([]);
    const engine = new DynamoDBClient({
      endpoint: cloud.dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const { Items = [] } = await engine.send(new ScanCommand({ TableName: cloud.dynamodb.tableName('ShowcaseTable') }));
    const keys = Items.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`);
    for (const id of ids) expect(keys).not.toContain(`EVENT#${id} VIEWS`);
  });
});

describe('the number of views', () => {
  it('continues the imported one, and survives editions, withdrawal and a rebuild', async () => {
    const line = {
      externalId: 'views',
      publishedAt: '2022-11-18',
      category: 'news',
      views: 719,
      translations: { az: { title: 'Baxış', body: 'B', slug: 'baxis' } },
    };
    expect((await cloud.importArchive([line])).body).toMatchObject({ created: 1 });
    const { id, views } = (await cloud.ask('/v1/events/baxis')).body;
    expect(views).toBe(719);

    send(id, 3);
    await counted();
    expect(await viewsOf('baxis')).toBe(722);
    expect(await viewsOf(id)).toBe(722);

    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await cloud.publish(id);
    expect((await cloud.rebuild()).state).toBe('succeeded');
    expect(await viewsOf(id)).toBe(722);
  });

  it('costs an answer one small read more', async () => {
    const id = await published();
    send(id, 1);
    await counted();
    const begun = cloud.calls.length;
    await viewsOf(id);
    const reads = cloud.calls.slice(begun).filter(({ action }) => action.startsWith('dynamodb:'));
    const ofViews = reads.filter(({ body }) => JSON.stringify(body).includes('"VIEWS"'));
    expect(ofViews.map(({ action }) => action)).toEqual(['dynamodb:GetItem']);
  });
});

describe('a batch that fails', () => {
  it('in part comes again in that part, and nothing is lost or doubled', async () => {
    const [failing, fine] = [await published(), await published()];
    const remove = cloud.inject({ match: isWriteOf(failing), respond: 'deny', times: 2 });
    send(failing, 7);
    send(fine, 5);
    await counted();
    remove();
    expect(writesOf(failing)).toEqual([7, 7, 7]);
    expect(await viewsOf(failing)).toBe(7);
    expect(writesOf(fine)).toEqual([5]);
    expect(await viewsOf(fine)).toBe(5);
  });

  it('for a moment is tried again within the call', async () => {
    const id = await published();
    const remove = cloud.inject({ match: isWriteOf(id), respond: 'throttle', times: 2 });
    send(id, 4);
    await counted();
    remove();
    expect(await viewsOf(id)).toBe(4);
  });

  it('waits for somebody once it has failed five times, and is counted when it is sent back to work', async () => {
    const id = await published();
    const remove = cloud.inject({ match: isWriteOf(id), respond: 'deny' });
    send(id, 3);
    await counted();
    remove();
    expect(cloud.queue('ViewsQueue').deadLetters()).toHaveLength(3);
    expect(await viewsOf(id)).toBeUndefined();
    const { body } = await cloud.ask('/v1/staff/replay', { body: { queue: 'views' } });
    expect(body).toEqual({ queue: 'views', count: 3 });
    await counted();
    expect(await viewsOf(id)).toBe(3);
  });
});

describe('a counter that dies between its write and its answer', () => {
  it('counts once what comes again as it was', async () => {
    const id = await published();
    const remove = killAtWriteOf(id, 2);
    send(id, 10);
    await counted();
    remove();
    expect(writesOf(id)).toEqual([10, 10, 10]);
    expect(await viewsOf(id)).toBe(10);
  });

  it('counts again at most what it had written, where that comes again among other views', async () => {
    const id = await published();
    const remove = killAtWriteOf(id, 1);
    send(id, 10);
    await expect.poll(() => writesOf(id)).toEqual([10]);
    send(id, 1);
    await counted();
    remove();
    const views = (await viewsOf(id)) ?? 0;
    expect(views).toBeGreaterThanOrEqual(11);
    expect(views).toBeLessThanOrEqual(11 + 10);
  });
});
