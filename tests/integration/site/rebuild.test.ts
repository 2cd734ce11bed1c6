import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { withCover } from '../../support/files/with-cover.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

/** The text of a public answer, byte for byte, with what identifies it. */
const publicText = async (path: string): Promise<string> => {
  const response = await cloud.fetch(`${cloud.url}${path}`, { redirect: 'manual' });
  const headers = ['etag', 'content-language', 'location'].map((name) => response.headers.get(name));
  return `${response.status} ${headers.join(' ')} ${await response.text()}`;
};

describe('the showcase', () => {
  it('is made again from the desk, byte for byte', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) {
      const translations = {
        az: { title: `Yenidən ${n}`, body: '| a |\n|---|\n| b |' },
        ...(n % 2 && { en: { title: `Again ${n}`, body: 'B' } }),
      };
      const id = await cloud.draft({
        campaign: 'rebuild',
        showings: [{ startsAt: '2099-05-01T10:00:00Z' }],
        translations,
        ...(n < 2 && withCover(await cloud.image())),
      });
      await cloud.publish(id);
      ids.push(id);
    }
    const [moved = '', withdrawn = ''] = ids;
    const { body } = await cloud.ask(`/v1/staff/events/${moved}`);
    await cloud.ask(`/v1/staff/events/${moved}`, {
      method: 'PATCH',
      version: body.version,
      body: { translations: { az: { slug: 'kocuruldu' } } },
    });
    await cloud.publish(moved);
    await cloud.ask(`/v1/staff/events/${withdrawn}/unpublish`, { body: {} });
    const line = {
      externalId: 'r',
      publishedAt: '2020-01-01',
      category: 'news',
      translations: { az: { title: 'Köhnə', body: 'B' } },
      views: 7,
      redirectsFrom: ['/old/1.html'],
    };
    expect((await cloud.importArchive([line])).body.created).toBe(1);

    const paths = [
      '/v1/site',
      ...['az', 'en', 'ru'].flatMap((locale) => [
        `/v1/feed?locale=${locale}&limit=100`,
        `/v1/feed?locale=${locale}&campaign=rebuild`,
        `/v1/feed?locale=${locale}&translatedOnly=true`,
        ...['rss', 'atom', 'json', 'ics'].map((format) => `/v1/feed.${format}?locale=${locale}`),
      ]),
      ...ids.flatMap((id) => [`/v1/events/${id}`, `/v1/events/${id}?locale=en`]),
      ...['yeniden-0', 'yeniden-1', 'yeniden-2', 'again-1', 'again-3', 'kocuruldu', 'kohne'].map(
        (slug) => `/v1/events/${slug}`,
      ),
      '/old/1.html',
      ...['/v1/search?q=yenid', '/v1/search?q=again&locale=en', '/v1/search?q=yeniden+0&locale=ru'],
    ];
    await cloud.followed('FollowerFunction');
    const before = await Promise.all(paths.map(publicText));
    expect(before.join('\n')).toMatch(/301 .*kocuruldu/);
    expect(before.join('\n')).toContain('"status":410');
    expect(before.join('\n')).toContain('STATUS:CANCELLED');
    expect(before.at(-3)).toContain('Yenidən 4');

    const engine = new DynamoDBClient({
      endpoint: cloud.dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const TableName = cloud.dynamodb.tableName('ShowcaseTable');
    let ExclusiveStartKey: ScanCommand['input']['ExclusiveStartKey'];
    do {
      const { Items = [], LastEvaluatedKey } = await engine.send(new ScanCommand({ TableName, ExclusiveStartKey }));
      for (const { pk, sk } of Items)
        await engine.send(new DeleteItemCommand({ TableName, Key: { pk: pk as never, sk: sk as never } }));
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
    expect((await cloud.ask('/v1/feed?campaign=rebuild')).status).toBe(404);
    expect((await cloud.ask('/v1/search?q=yenid')).body.items).toEqual([]);

    expect((await cloud.rebuild()).state).toBe('succeeded');
    await cloud.followed('FollowerFunction');
    expect(await Promise.all(paths.map(publicText))).toEqual(before);
  });

  it('gets no address back that staff erase while it is made again', async () => {
    const id = await cloud.draft({ translations: { az: { title: 'T', slug: 'kohne-unvan', body: 'B' } } });
    await cloud.publish(id);
    const body = { translations: { az: { slug: 'yeni-unvan' } } };
    const { version } = (await cloud.ask(`/v1/staff/events/${id}`)).body;
    await cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version, body });
    await cloud.publish(id);
    const former = () => cloud.fetch(`${cloud.url}/az/events/kohne-unvan`, { redirect: 'manual' });
    expect((await former()).status).toBe(301);
    let isHeld = false;
    const stop = cloud.inject({
      match: ({ action, function: name, body: sent }) => {
        const isFormer = action === 'dynamodb:TransactWriteItems' && JSON.stringify(sent).includes('kohne-unvan');
        isHeld ||= isFormer && name.includes('Publisher');
        return isFormer && name.includes('Publisher');
      },
      respond: 1500,
      times: 1,
    });
    const rebuilt = cloud.rebuild();
    await expect.poll(() => isHeld, { timeout: 10_000 }).toBe(true);
    const address = { locale: 'az', slug: 'kohne-unvan' };
    expect((await cloud.ask(`/v1/staff/events/${id}/slugs/erase`, { body: address })).status).toBe(200);
    expect((await rebuilt).state).toBe('succeeded');
    stop();
    expect((await former()).status).toBe(410);
  });
});
