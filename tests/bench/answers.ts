/** What each public answer costs: calls of the table, read units, bytes. `node tests/bench/answers.ts` */
import { setTimeout as pause } from 'node:timers/promises';
import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { startProduct } from './images/product.ts';
import { grainyScan } from './images/scans.ts';
import { sized } from './sized.ts';

const product = await startProduct({ redeliveryDelay: 1_000 });
const { cloud, ask } = product;
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const dynamodb = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });

/** The functions that answer the public. */
const answering = /^(PublicApi|Syndication|Pages|Openapi)/;

/** The units of a read that was seen on its way, by doing it again. */
const unitsOf = async (action: string, body: unknown): Promise<number> => {
  const again = <T extends object>(input: T) => ({ ...input, ReturnConsumedCapacity: 'TOTAL' as const });
  const answer =
    action === 'dynamodb:Query'
      ? await dynamodb.send(new QueryCommand(again(body as QueryCommandInput)))
      : action === 'dynamodb:GetItem'
        ? await dynamodb.send(new GetItemCommand(again(body as GetItemCommandInput)))
        : await dynamodb.send(new BatchGetItemCommand(again(body as BatchGetItemCommandInput)));
  return [answer.ConsumedCapacity].flat().reduce((sum, one) => sum + (one?.CapacityUnits ?? 0), 0);
};

const text = (title: string) => ({ title, summary: 'Rəsm müsabiqəsi', body: 'Yüzə yaxın şagird. '.repeat(100) });
const translations = { az: text('Müsabiqə'), en: text('A competition'), ru: text('Конкурс') };
const upload = await product.send(await grainyScan(1240, 1754));
await product.settled(upload);
const works = { az: { title: 'Əsər', alt: 'Rəsm' }, en: { title: 'A work', alt: 'A drawing' } };
const exhibition = await ask('exhibitions', {
  translations: {
    az: { title: 'Sərgi', description: 'Rəsmlər' },
    en: { title: 'Exhibition', description: 'Drawings' },
  },
  opensOn: '2024-10-01',
});
await ask(`exhibitions/${exhibition.id}/status`, { status: 'open' });
const artwork = await ask(`exhibitions/${exhibition.id}/artworks`, {
  uploadId: upload,
  translations: works,
  artist: { name: 'Leyla Əliyeva', isMinor: false },
});
await ask(`exhibitions/${exhibition.id}/status`, { status: 'selection' });
await ask(`exhibitions/${exhibition.id}/selection`, { artworkIds: [artwork.id] });
await ask(`exhibitions/${exhibition.id}/publish`, {});
let event = { id: '', translations: { az: { slug: '' } } };
for (let n = 0; n < sized(25, 2); n += 1) {
  event = (await ask('events', { category: 'events', translations, showings: [{ startsAt: '2030-05-01' }] })) as never;
  event = (await ask(`events/${event.id}/publish`, {})) as never;
}
// The index follows the table's stream.
await pause(sized(5_000, 500));

const index = await (await fetch(`${cloud.url}/sitemap.xml`)).text();
// Named after its first item, where that begins one.
const sitemapPath = /\/sitemap-(?!lists|artworks)[\w-]+\.xml/.exec(index)?.[0];
const rows: Record<string, { calls: number; 'read units': number; bytes: number }> = {};
const paths = [
  ...['/v1/site', '/v1/feed', '/v1/feed.rss', '/v1/feed.atom', '/v1/feed.json', '/v1/feed.ics'],
  ...[`/v1/events/${event.id}`, `/v1/events/${event.translations.az.slug}`, '/v1/exhibitions'],
  ...[`/v1/exhibitions/${exhibition.id}`, `/v1/exhibitions/${exhibition.id}/artworks/${artwork.id}`],
  ...[`/v1/exhibitions/${exhibition.id}/manifest`, '/v1/iiif/collection', '/v1/search?q=musabi'],
  ...[`/az/events/${event.translations.az.slug}`, '/sitemap.xml', `${sitemapPath}`, '/v1/openapi.json'],
];
for (const path of paths) {
  // The settings are read once in ten seconds, and are no part of what the next answer costs.
  await fetch(`${cloud.url}${path}`);
  const before = new Set(cloud.calls);
  const response = await fetch(`${cloud.url}${path}`, { headers: { 'accept-encoding': 'identity' } });
  const bytes = (await response.arrayBuffer()).byteLength;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // The stream's consumer and the maintenance of every minute call the tables meanwhile, and write.
  const calls = cloud.calls.filter((call) => !before.has(call) && answering.test(call.function));
  let units = 0;
  for (const { action, body } of calls) units += await unitsOf(action, body);
  const name = path.replace(/[0-9A-Z]{26}/g, '{id}').replace(event.translations.az.slug, '{slug}');
  rows[name] = { calls: calls.length, 'read units': units, bytes };
}
await product.stop();
console.table(rows);
