import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

describe('editions, languages and addresses, as a red team would have them', () => {
  const edit = async (id: string, body: object) => {
    const { version } = (await cloud.ask(`/v1/staff/events/${id}`)).body;
    return cloud.ask(`/v1/staff/events/${id}`, { method: 'PATCH', version, body });
  };
  const delayed = (call: string) =>
    cloud.inject({
      match: ({ action, function: name }) => action === call && name.includes('StaffApi'),
      respond: 1500,
      times: 1,
    });
  const settings = async (locales: string[]) => {
    const { body, headers } = await cloud.ask('/v1/staff/site');
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    const prune = (label: Record<string, string>) =>
      Object.fromEntries(Object.entries(label).filter(([locale]) => locales.includes(locale)));
    const categories = body.categories.map(({ slug, label }: { slug: string; label: Record<string, string> }) => ({
      slug,
      label: prune(label),
    }));
    const answer = await cloud.ask('/v1/staff/site', {
      method: 'PUT',
      body: { ...body, title: prune(body.title), categories, locales },
      version,
    });
    return answer.status === 202 ? { ...answer, body: await cloud.job(answer) } : answer;
  };
  const cardsOf = async (id: string): Promise<string[]> => {
    const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
    const engine = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });
    const { Items = [] } = await engine.send(new ScanCommand({ TableName: cloud.dynamodb.tableName('ShowcaseTable') }));
    const partitions = Items.filter(({ sk }) => sk?.S?.endsWith(`#${id}`)).map(({ pk }) => pk?.S ?? '');
    // The index of searches follows the table's stream, a moment later.
    return partitions.filter((pk) => pk.startsWith('FEED#'));
  };

  it('a language that is added while an event is withdrawn or published leaves nothing behind and misses nothing', async () => {
    await settings(['az', 'en', 'ru']);
    const withdrawn = await cloud.draft({ campaign: 'race-1' });
    await cloud.publish(withdrawn);
    const one = delayed('dynamodb:TransactWriteItems');
    const withdrawal = cloud.ask(`/v1/staff/events/${withdrawn}/unpublish`, { body: {} });
    await pause(300);
    const [answer, site] = await Promise.all([withdrawal, settings(['az', 'en', 'ru', 'tr'])]);
    one();
    expect([answer.status, site.status]).toEqual([200, 202]);
    expect(await cardsOf(withdrawn)).toEqual([]);

    await settings(['az', 'en', 'ru']);
    const published = await cloud.draft({ campaign: 'race-2' });
    const two = delayed('dynamodb:TransactWriteItems');
    const publication = cloud.publish(published);
    await pause(300);
    await Promise.all([publication, settings(['az', 'en', 'ru', 'tr'])]);
    two();
    expect((await publication).status).toBe(200);
    expect(await cardsOf(published)).toContain('FEED#tr#*');
    await settings(['az', 'en', 'ru']);
  });

  it('a slug can be changed any number of times, and every old one leads to the newest', async () => {
    const id = await cloud.draft({
      translations: {
        az: { title: 'Many', slug: 'many-0', body: 'B' },
        en: { title: 'Many', slug: 'many-en-0', body: 'B' },
      },
    });
    await cloud.publish(id);
    for (let n = 1; n <= 40; n += 1) {
      await edit(id, { translations: { az: { slug: `many-${n}` }, en: { slug: `many-en-${n}` } } });
      expect((await cloud.publish(id)).status).toBe(200);
    }
    for (const n of [0, 20, 39]) {
      expect((await cloud.ask(`/v1/events/many-${n}`)).headers.get('location')).toContain('/many-40?locale=az');
      expect((await cloud.ask(`/v1/events/many-en-${n}?locale=az`)).headers.get('location')).toContain(
        '/many-40?locale=az',
      );
    }
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    expect((await cloud.ask('/v1/events/many-3')).status).toBe(410);
    expect((await cloud.rebuild()).state).toBe('succeeded');
    expect((await cloud.ask('/v1/events/many-3')).status).toBe(410);
  });

  it('an address that was public stays known while the event waits for its next time', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const id = await cloud.draft({ translations: { az: { title: 'Once', slug: 'once-a', body: 'B' } } });
    await cloud.publish(id);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
    await cloud.publish(id, { publishAt: later });
    expect([(await cloud.ask('/v1/events/once-a')).status, (await cloud.ask(`/v1/events/${id}`)).status]).toEqual([
      410, 410,
    ]);
    await edit(id, { translations: { az: { slug: 'once-b' } } });
    await cloud.publish(id, { publishAt: later });
    expect((await cloud.ask('/v1/events/once-a')).status).toBe(410);
    expect((await cloud.ask('/v1/events/once-b')).status).toBe(404);
    await cloud.publish(id);
    expect((await cloud.ask('/v1/events/once-a')).headers.get('location')).toContain('once-b');
  });

  it('publishing one language neither shows what is planned for later nor brings back what has ended', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const texts = { az: { title: 'Planned', body: 'B' }, ru: { title: 'План', body: 'B' } };
    const id = await cloud.draft({ translations: texts });
    await cloud.publish(id, { publishAt: later, locales: ['az'] });
    expect((await cloud.publish(id, { locales: ['ru'] })).body.publishedAt).toBe(later);
    expect((await cloud.ask(`/v1/events/${id}`)).status).toBe(404);

    const ended = await cloud.draft({ translations: texts });
    await cloud.publish(ended, { unpublishAt: later, locales: ['az'] });
    expect((await cloud.publish(ended, { locales: ['ru'] })).body.unpublishAt).toBe(later);
    cloud.clock.set(2 * 3_600_000);
    const refused = await cloud.publish(ended, { locales: ['ru'] });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'unpublishAt' }] } });
    expect((await cloud.publish(ended, { unpublishAt: null })).body).not.toHaveProperty('unpublishAt');
    cloud.clock.set(0);
  });

  it('a language that is removed from the site takes its texts along, and brings them back', async () => {
    const id = await cloud.draft({
      campaign: 'removed',
      translations: { ru: { title: 'Только русский', slug: 'only-ru', body: 'B' } },
    });
    await cloud.publish(id);
    await settings(['az', 'en']);
    expect((await cloud.ask('/v1/feed?locale=az&campaign=removed')).status).toBe(404);
    expect((await edit(id, { place: { name: { az: 'Bakı' } } })).status).toBe(200);
    await settings(['az', 'en', 'ru']);
    expect((await cloud.ask('/v1/feed?locale=az&campaign=removed')).body.items).toMatchObject([{ id, locale: 'ru' }]);
  });

  it('a category stays as long as anything public is in it', async () => {
    const id = await cloud.draft({ category: 'exhibitions', translations: { az: { title: 'Moved', body: 'B' } } });
    await cloud.publish(id);
    await edit(id, { category: 'events' });
    const { body, headers } = await cloud.ask('/v1/staff/site');
    const categories = body.categories.filter(({ slug }: { slug: string }) => slug !== 'exhibitions');
    const version = Number(headers.get('etag')?.replaceAll('"', ''));
    const answer = await cloud.ask('/v1/staff/site', { method: 'PUT', body: { ...body, categories }, version });
    expect(answer).toMatchObject({
      status: 409,
      body: { errors: [{ message: expect.stringContaining('in use by 1 item') }] },
    });
  });

  it('an address of any length is answered', async () => {
    expect((await cloud.ask(`/${'a'.repeat(2100)}`)).status).toBe(404);
    expect((await cloud.ask(`/x?q=${'a'.repeat(2100)}`)).status).toBe(404);
  });

  it('an import takes one address twice in a line as one, and refuses one that is too long', async () => {
    const line = (externalId: string, redirectsFrom: string[]) => ({
      externalId,
      publishedAt: '2020-01-01',
      category: 'news',
      translations: { az: { title: externalId, body: 'B' } },
      redirectsFrom,
    });
    const { body } = await cloud.importArchive([
      line('twice', ['/twice', '/twice/']),
      line('long', [`/${'語'.repeat(800)}`]),
      line('fine', ['/fine']),
    ]);
    expect(body).toMatchObject({
      created: 2,
      refused: [{ line: 2, errors: [{ path: 'redirectsFrom.0' }] }],
    });
  });
});
