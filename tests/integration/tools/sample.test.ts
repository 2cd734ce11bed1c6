import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedSample } from '../../../tools/local/sample.ts';
import { type ProductCloud, startProduct } from '../../support/product-cloud.ts';

let cloud: ProductCloud;
const data = mkdtempSync(join(tmpdir(), 'sergi-sample-'));
beforeAll(async () => {
  cloud = await startProduct('sample');
});
afterAll(async () => {
  await cloud.end();
  rmSync(data, { recursive: true });
});

it('the sample of npm start is filled in once, and shows events and an exhibition in every language', async () => {
  // Ingest runs already, and has forbidden this process to read SVG, as where an upload has waited for `npm start`.
  await cloud.image();
  await seedSample(cloud, data);
  await seedSample(cloud, data);
  for (const locale of ['az', 'en', 'ru']) {
    const { items } = (await cloud.ask(`/v1/feed?locale=${locale}`)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['news', 'news', 'exhibition', 'event']);
    for (const { url } of items) expect((await fetch(url)).status, url).toBe(200);
  }
  const [{ id }] = (await cloud.ask('/v1/exhibitions')).body.items;
  const { artworks } = (await cloud.ask(`/v1/exhibitions/${id}`)).body;
  expect(artworks.map(({ artist }: { artist: object }) => artist)).toMatchObject([
    { name: 'Aysel' },
    { name: 'Elvin' },
    { name: 'Nigar' },
  ]);
});
