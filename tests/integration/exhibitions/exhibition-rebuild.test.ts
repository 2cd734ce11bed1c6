import { setTimeout as pause } from 'node:timers/promises';
import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExhibitionCloud, startExhibitionsInProcess } from '../../support/cloud/exhibition-cloud.ts';

let cloud: ExhibitionCloud;

beforeAll(async () => {
  cloud = await startExhibitionsInProcess();
});
afterAll(() => cloud.end());

const publish = async (content: object = {}, count = 3) => {
  const id = await cloud.exhibition(content);
  const artworks = await cloud.enterMany(id, count);
  await cloud.act(id, 'selection', { artworkIds: artworks.toReversed() });
  expect((await cloud.act(id, 'publish')).status).toBe(200);
  return { id, artworks };
};

const rebuild = async (): Promise<void> => {
  expect(await cloud.rebuild()).toMatchObject({ state: 'succeeded', errors: [] });
};

/** What readers of exhibitions are answered from, without the number of the edition: a rebuild makes one. */
const exhibitionItems = async (): Promise<string[]> => {
  const items = (await cloud.items('ShowcaseTable')).map((item) => JSON.parse(item));
  const read = items.filter(({ pk }) => /^(EXHIBITION|FEED)/.test(pk));
  return read.map(({ face: _, ...item }) => JSON.stringify(item)).sort();
};

/** Empties the showcase, as if it had been lost. */
const lose = async (): Promise<void> => {
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  const engine = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });
  const TableName = cloud.dynamodb.tableName('ShowcaseTable');
  for (const item of await cloud.items('ShowcaseTable')) {
    const { pk, sk } = JSON.parse(item);
    await engine.send(new DeleteItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } } }));
  }
};

const settings = async (locales: string[]): Promise<void> => {
  const { body, headers } = await cloud.ask('/v1/staff/site');
  const prune = (label: Record<string, string>) =>
    Object.fromEntries(Object.entries(label).filter(([locale]) => locales.includes(locale)));
  const categories = body.categories.map(({ slug, label }: { slug: string; label: Record<string, string> }) => ({
    slug,
    label: prune(label),
  }));
  const version = Number(headers.get('etag')?.replaceAll('"', ''));
  const site = { ...body, title: prune(body.title), categories, locales };
  await cloud.job(await cloud.ask('/v1/staff/site', { method: 'PUT', body: site, version }));
};

describe('the showcase', () => {
  it('gets no address back that staff erase while it is made again', async () => {
    const { id } = await publish({
      translations: { az: { title: 'Sərgi', description: 'Mətn', slug: 'kohne-sergi' } },
    });
    const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
    const body = { translations: { az: { slug: 'yeni-sergi' } } };
    await cloud.ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body });
    await cloud.act(id, 'publish');
    await cloud.published();
    const former = () => cloud.fetch(`${cloud.url}/az/exhibitions/kohne-sergi`, { redirect: 'manual' });
    expect((await former()).status).toBe(301);
    let isHeld = false;
    const stop = cloud.inject({
      match: ({ action, function: name, body: sent }) => {
        const text = JSON.stringify(sent ?? {});
        const isOfPublisher = action === 'dynamodb:TransactWriteItems' && name.includes('Publisher');
        // After the edition: its former addresses.
        const isIt = isOfPublisher && text.includes('kohne-sergi') && !text.includes('EXHIBITION-EDITIONS');
        isHeld ||= isIt;
        return isIt;
      },
      respond: 1500,
      times: 1,
    });
    const rebuilt = rebuild();
    await expect.poll(() => isHeld, { timeout: 10_000 }).toBe(true);
    const address = { locale: 'az', slug: 'kohne-sergi' };
    expect((await cloud.ask(`/v1/staff/exhibitions/${id}/slugs/erase`, { body: address })).status).toBe(200);
    await rebuilt;
    stop();
    expect((await former()).status).toBe(410);
  });

  it('holds the same of exhibitions, item by item, when it is made again from the desk', async () => {
    const { id, artworks } = await publish({
      campaign: 'rebuild',
      organisers: [{ role: 'host', name: { az: 'Nazirlik' } }],
      translations: {
        az: { title: 'Yenidən', description: '| a |\n|---|\n| b |' },
        en: { title: 'Again', description: 'B' },
      },
    });
    // One left with its consent, one keeps less of its name; the address is another one than before.
    const { version } = (await cloud.ask(`/v1/staff/exhibitions/${id}`)).body;
    const renamed = { translations: { az: { slug: 'basqa-unvan' } } };
    await cloud.ask(`/v1/staff/exhibitions/${id}`, { method: 'PATCH', version, body: renamed });
    expect((await cloud.act(id, 'publish')).status).toBe(200);
    await cloud.changeArtwork(id, artworks[0] ?? '', { artist: { consent: { image: false } } });
    await cloud.changeArtwork(id, artworks[1] ?? '', { artist: { consent: { name: 'none' } } });
    const withdrawn = await publish();
    await cloud.act(withdrawn.id, 'unpublish');
    await cloud.published();
    const before = await exhibitionItems();
    expect(before.length).toBeGreaterThan(20);
    await lose();
    expect(await cloud.shown(id)).toBe(404);
    await rebuild();
    expect(await exhibitionItems()).toEqual(before);
    expect((await cloud.ask('/v1/exhibitions/yeniden')).headers.get('location')).toContain('/basqa-unvan?locale=az');
    expect(await cloud.shown(withdrawn.id)).toBe(410);
  });

  it('does not get an artwork back whose consent is taken back while it is made again', async () => {
    const { id, artworks } = await publish();
    const remove = cloud.inject({
      match: ({ action, body }) =>
        action === 'dynamodb:TransactWriteItems' &&
        JSON.stringify(body).includes('"ConditionCheck"') &&
        JSON.stringify(body).includes(`SHOWN#`),
      respond: 1500,
      times: 1,
    });
    const rebuilding = rebuild();
    await pause(300);
    expect((await cloud.changeArtwork(id, artworks[2] ?? '', { artist: null })).status).toBe(200);
    await rebuilding;
    remove();
    expect(await cloud.shown(id)).toEqual([artworks[1], artworks[0]]);
    expect((await cloud.items('ShowcaseTable')).filter((item) => item.includes(artworks[2] ?? '-'))).toEqual([]);
  });

  it('lists an exhibition in a language that was added while it was being published', async () => {
    const id = await cloud.exhibition();
    const artworkIds = await cloud.enterMany(id, 1);
    await cloud.act(id, 'selection', { artworkIds });
    let isCopying = false;
    const remove = cloud.inject({
      match: ({ action, function: name }) => {
        isCopying ||= action === 's3:CopyObject' && name.includes('Publisher');
        return action === 'dynamodb:TransactWriteItems' && name.includes('Publisher');
      },
      respond: 4000,
      times: 1,
    });
    const publication = cloud.act(id, 'publish');
    while (!isCopying) await pause(20);
    await settings(['az', 'en', 'ru', 'tr']);
    expect((await publication).status).toBe(200);
    remove();
    await cloud.published();
    const places = (await cloud.items('ShowcaseTable'))
      .map((item) => JSON.parse(item))
      .filter(({ sk }) => sk.endsWith(`#${id}`));
    const partitions = places.map(({ pk }) => pk);
    expect(partitions).toContain('FEED#tr#exhibitions');
    expect(partitions).toContain('EXHIBITIONS#tr');
    await settings(['az', 'en', 'ru']);
    const left = (await cloud.items('ShowcaseTable')).filter((item) => item.includes(id) && item.includes('#tr'));
    expect(left).toEqual([]);
  });
});
