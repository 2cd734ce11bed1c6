import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawAll } from '../../../tools/local/sample/draw-all.ts';
import { drawings } from '../../../tools/local/sample/drawings.ts';
import { seedSample } from '../../../tools/local/sample.ts';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';
import { smallPictures } from '../../support/files/small-pictures.ts';

let cloud: ProductCloud;
const data = mkdtempSync(join(tmpdir(), 'sergi-sample-'));
beforeAll(async () => {
  cloud = await startProduct('sample');
});
afterAll(async () => {
  await cloud.end();
  rmSync(data, { recursive: true });
});

const counts = async (locale: string) => {
  const { items } = (await cloud.ask(`/v1/feed?locale=${locale}&limit=50`)).body;
  for (const { url } of items) expect((await fetch(url)).status, url).toBe(200);
  return Object.groupBy(items as { kind: string; picture?: object }[], ({ kind }) => kind);
};

/** As where Sergi is stopped after some pictures. */
async function* interrupted() {
  let left = 10;
  for await (const drawn of smallPictures()) {
    if (left === 0) throw new Error('Stopped.');
    left -= 1;
    yield drawn;
  }
}

it('the sample can be read before its pictures are there, and goes on where it was interrupted', async () => {
  const first = await seedSample(cloud, data, interrupted);
  const stopped = expect(first?.complete).rejects.toThrow('Stopped.');
  expect((await counts('az')).event).toHaveLength(8);
  await stopped;
  await (await seedSample(cloud, data, smallPictures))?.complete;
  for (const locale of ['az', 'en', 'ru']) {
    const { event = [], news = [], exhibition = [] } = await counts(locale);
    expect([event.length, news.length, exhibition.length]).toEqual([8, 4, 2]);
    expect([...event, ...news].filter(({ picture }) => picture)).toHaveLength(8);
  }
  expect(JSON.parse(readFileSync(join(data, 'seeding.json'), 'utf8')).done.length).toBeGreaterThan(20);
  // Forty pictures and two exhibitions take their time where others keep the processor busy.
}, 240_000);

it('the exhibitions have twelve works each, children by their given names', async () => {
  for (const { id, title } of (await cloud.ask('/v1/exhibitions?locale=en')).body.items) {
    const { artworks } = (await cloud.ask(`/v1/exhibitions/${id}`)).body;
    expect(artworks).toHaveLength(12);
    const names = artworks.map(({ artist }: { artist: { name: string } }) => artist.name);
    if (title.includes('children')) expect(names.slice(0, 3)).toEqual(['Aysel', 'Elvin', 'Nigar']);
  }
});

it('a jury has works to rate, of which none is public', async () => {
  const { items } = (await cloud.ask('/v1/staff/juries', { as: 'juror' })).body;
  expect(items).toMatchObject([{ displayTitle: 'Mənim şəhərim', blindRating: true, state: 'rating' }]);
  const works = (await cloud.ask(`/v1/staff/juries/${items[0].exhibitionId}/works`, { as: 'juror' })).body.items;
  expect(works).toHaveLength(8);
  expect(works.every(({ image }: { image?: object }) => image)).toBe(true);
  expect((await cloud.ask(`/v1/exhibitions/${items[0].exhibitionId}`)).status).toBe(404);
});

it('the sample is filled in once', async () => {
  expect(await seedSample(cloud, data, smallPictures)).toBeUndefined();
});

it('each picture is drawn, also where ingest has forbidden this process to read SVG', async () => {
  await cloud.image();
  const names: string[] = [];
  for await (const [name, bytes] of drawAll()) {
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    names.push(name);
  }
  expect(names).toEqual(drawings().map(([name]) => name));
  expect(new Set(names).size).toBe(40);
});
