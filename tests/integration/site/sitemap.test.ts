import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sitemapItems } from '../../../shared/showcase/sitemap/sitemap.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());
afterEach(() => cloud.clock.set(0));

const get = async (path: string) => {
  const response = await cloud.fetch(path.startsWith('http') ? path : `${cloud.url}${path}`);
  return { status: response.status, text: await response.text() };
};

const addresses = (xml: string): string[] => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url);

/** Lays items of the sitemap out, one per hour from 2020 on, as their publication would. */
const layOut = async (count: number): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const engine = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });
  const items = Array.from({ length: count }, (_, n) => {
    const publishedAt = new Date(Date.UTC(2020, 0, 1, n)).toISOString();
    return sitemapItems(ulid(), { publishedAt }, { slugs: { az: `a-${n}`, en: `e-${n}` } });
  }).flat();
  const table = cloud.dynamodb.tableName('ShowcaseTable');
  for (let from = 0; from < items.length; from += 25) {
    const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await engine.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
};

describe('the sitemap', () => {
  it('has nothing but the lists before anything is published', async () => {
    expect(addresses((await get('/sitemap.xml')).text)).toEqual([`${cloud.url}/sitemap-lists.xml`]);
    expect((await get('/sitemap-first.xml')).status).toBe(404);
  });

  it('leads from where its files were in 0.1.0 to where they are', async () => {
    const { status, headers } = await cloud.fetch(`${cloud.url}/sitemaps/first.xml`, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([301, `${cloud.url}/sitemap-first.xml`]);
  });

  it('shows what is scheduled from its second on, and nothing of it before', async () => {
    const id = await cloud.draft({ translations: { az: { title: 'Gələcək', body: 'Mətn' } } });
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body } = await cloud.publish(id, {
      publishAt,
      unpublishAt: new Date(Date.now() + 7_200_000).toISOString(),
    });
    const { slug } = body.translations.az;
    expect((await get('/sitemap-first.xml')).status).toBe(404);
    cloud.clock.set(3_600_000);
    expect((await get('/sitemap-first.xml')).text).toContain(`/az/events/${slug}</loc><lastmod>${publishAt}</lastmod>`);
    cloud.clock.set(7_200_000);
    expect((await get('/sitemap-first.xml')).status).toBe(404);
    await cloud.ask(`/v1/staff/events/${id}/unpublish`, { body: {} });
  });

  it('has every page once, in files that take a bounded number of reads', async () => {
    await layOut(1_000);
    // The settings of the site are read once in ten seconds; others work on what was published meanwhile.
    const queriesSince = (begun: number): string[] =>
      cloud.calls
        .slice(begun)
        .filter(({ function: name, action }) => name.includes('PagesFunction') && action !== 'dynamodb:GetItem')
        .map(({ action }) => action);
    const begun = cloud.calls.length;
    const [lists, ...files] = addresses((await get('/sitemap.xml')).text);
    expect(lists).toBe(`${cloud.url}/sitemap-lists.xml`);
    expect(files.length).toBeGreaterThan(4);
    // The starts of files, the first item, and the exhibitions, whose artworks have files of their own; and when there
    // are more of both, for the CDN.
    expect(queriesSince(begun)).toEqual(Array.from({ length: 5 }, () => 'dynamodb:Query'));

    const pages: string[] = [];
    for (const file of files) {
      const before = cloud.calls.length;
      pages.push(...addresses((await get(file)).text));
      // Only to the last one more may come.
      const count = file === files.at(-1) ? 3 : 2;
      expect(queriesSince(before)).toEqual(Array.from({ length: count }, () => 'dynamodb:Query'));
    }
    const wanted = Array.from({ length: 1_000 }, (_, n) => [`az/events/a-${n}`, `en/events/e-${n}`]).flat();
    expect(pages).toEqual(wanted.map((path) => `${cloud.url}/${path}`));

    // A file that begins later is not there yet.
    cloud.clock.set(Date.UTC(2019, 11, 31) - Date.now());
    expect((await get(files.at(-1) ?? '')).status).toBe(404);
  });

  it.each(['other.xml', '20200101T000000000Z-01J00000000000000000000000.xml', 'first'])(
    'has no file %s',
    async (file) => {
      expect((await get(`/sitemap-${file}`)).status).toBe(404);
    },
  );
});
