/**
 * `node tests/bench/search.ts [texts …]`: what searching, and the first and the thousandth page of a feed, cost in time
 * and read units among so many texts, by turns where several numbers are given; and indexing in write units.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import * as sdk from '@aws-sdk/client-dynamodb';
import { startCloud } from '@sergi/emulator/cloud.ts';
import { termsOf } from '../../shared/model/text/search-terms.ts';
import { postingsOf, toIndexedContent } from '../../shared/showcase/search/search-postings.ts';
import { synthesize } from '../../tools/local/synth.ts';
import { fillDirectly } from './fill-directly.ts';
import { quantile } from './measure.ts';
import { news, searchItems } from './search-content.ts';
import { sized } from './sized.ts';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : sized([1_000, 100_000], [200]);

/**
 * Dollars for a million write units, and for a gigabyte and month with point-in-time recovery (us-east-1, on demand).
 */
const [perMillionWrites, perGigabyte] = [0.625, 0.25 + 0.2];

const publishedAt = '2022-11-18T10:00:00.000Z';
const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const cost = (texts: readonly { readers: string[]; terms: string[] }[]) => {
  const items = [...postingsOf(id, toIndexedContent({ publishedAt, texts: [...texts] })).values()];
  const bytes = items.map(
    (item) =>
      Buffer.byteLength(
        Object.values(item)
          .map((value) => value.S ?? '')
          .join(''),
      ) + 8,
  );
  const units = bytes.reduce((sum, one) => sum + Math.ceil(one / 1024), 0);
  // DynamoDB adds 100 bytes to each item that it stores.
  return { postings: items.length, units, bytes: bytes.reduce((sum, one) => sum + one + 100, 0) };
};
const [az, en] = [termsOf(news.az), termsOf(news.en)];
const everyBeginning = (terms: readonly string[]): number =>
  new Set(terms.flatMap((term) => [2, 3, 4, 5, 6, 7, 8].map((length) => term.slice(0, length)))).size;
const row = (texts: Parameters<typeof cost>[0], plain: number) => {
  const { postings, units, bytes } = cost(texts);
  return {
    'write units': units,
    '$ per 1,000': Number(((units * perMillionWrites) / 1000).toFixed(3)),
    '$ a month for 100,000': Number(((bytes * perGigabyte) / 10_000).toFixed(2)),
    'bytes of a posting': Math.round(bytes / postings - 100),
    'postings of every beginning of 2 to 8, for each reader': plain,
  };
};
console.log(`${az.length} and ${en.length} different words`);
console.table({
  'one language, shown to all': row([{ readers: ['*'], terms: az }], 3 * everyBeginning(az)),
  'two languages of three': row(
    [
      { readers: ['az', 'ru'], terms: az },
      { readers: ['en'], terms: en },
    ],
    2 * everyBeginning(az) + everyBeginning(en),
  ),
});

const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true }));
const assembly = `${folder}/cdk.out`;
await synthesize(assembly);
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const measured = { ReturnConsumedCapacity: 'TOTAL' } as const;

/** A cloud with so many texts. */
const filled = async (texts: number) => {
  const dataDir = `${folder}/${texts}`;
  const cloud = await startCloud({ assembly, dataDir });
  const { endpoint, tableName } = cloud.dynamodb;
  const begun = performance.now();
  const written = fillDirectly(dataDir, tableName('Showcase'), searchItems(texts));
  console.log(`${written} items in ${Math.round((performance.now() - begun) / 1000)} s; load ${loadavg()[0]}`);
  const client = new sdk.DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  const known = new Set<object>();
  /** The calls of the function that answers; others call the tables meanwhile, and write. */
  const newCalls = () =>
    cloud.calls.filter((one) => one.function.startsWith('PublicApi') && !known.has(one) && known.add(one));

  /** What the calls of an answer cost, told by the engine. */
  const readUnits = async (path: string): Promise<{ calls: number; units: number }> => {
    newCalls();
    await (await fetch(cloud.url + path)).text();
    let [calls, units] = [0, 0];
    for (const { action, body } of newCalls()) {
      if (action === 'dynamodb:GetItem') continue;
      calls += 1;
      const { ConsumedCapacity } =
        action === 'dynamodb:Query'
          ? await client.send(new sdk.QueryCommand({ ...(body as sdk.QueryInput), ...measured }))
          : await client.send(new sdk.BatchGetItemCommand({ ...(body as sdk.BatchGetItemInput), ...measured }));
      for (const one of [ConsumedCapacity].flat()) units += one?.CapacityUnits ?? Number.NaN;
    }
    return { calls, units };
  };
  const page = async (path: string) => (await (await fetch(cloud.url + path)).json()) as Page;
  return { texts, readUnits, page, stop: () => cloud.stop() };
};

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor?: string;
}

const clouds: Awaited<ReturnType<typeof filled>>[] = [];
for (const texts of sizes) clouds.push(await filled(texts));

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const queries = {
  'a rare word (2 in 10,000)': 'nadirsöz',
  'a common word (60 %)': 'tədbir',
  'two letters (40 %)': 'mü',
  'a beginning that is not listed (60 %)': 'tədb',
  'two common words (24 %)': 'tədbir müsabiqə',
  'a rare and a common word': 'nadirsöz tədbir',
  'two words that never meet (50 % each)': 'payız yazda',
  'a word that no text has': 'yoxdur',
  'a common word, of exhibitions (2 %)': 'tədbir&kind=exhibition',
  'a common word, of news (98 %)': 'tədbir&kind=news',
  'a common word, of ten days four months ago': `tədbir&from=${daysAgo(130)}&to=${daysAgo(120)}`,
  'a common word, of exhibitions of these days': `tədbir&kind=exhibition&from=${daysAgo(130)}&to=${daysAgo(120)}`,
};
/** The address of the thousandth page of a feed, or of its last. */
const lateInFeed = async ({ page }: (typeof clouds)[number]): Promise<string> => {
  let path = feed;
  for (let number = 1; number < sized(1_000, 3); number += 1) {
    const { nextCursor } = await page(path);
    if (nextCursor === undefined) break;
    path = `${feed}&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return path;
};

const rows: Record<string, object> = {};
const measure = async (what: string, paths: readonly string[], rounds: number): Promise<void> => {
  const times = clouds.map((): number[] => []);
  for (let round = -sized(20, 1); round < rounds; round += 1) {
    for (const [index, { page }] of clouds.entries()) {
      const start = performance.now();
      await page(paths[index] ?? '');
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  for (const [index, { texts, page, readUnits }] of clouds.entries()) {
    const path = paths[index] ?? '';
    const { calls, units } = await readUnits(path);
    let body = await page(path);
    let [pages, found] = [1, body.items.length];
    for (; body.nextCursor && pages < 100 && found < 20; pages += 1) {
      body = await page(`${path}&cursor=${encodeURIComponent(body.nextCursor)}`);
      found += body.items.length;
    }
    rows[`${what}; of ${texts.toLocaleString('en')}`] = {
      'median ms': Number(quantile(times[index] ?? []).toFixed(1)),
      'p99 ms': Number(quantile(times[index] ?? [], 0.99).toFixed(1)),
      'read units': units,
      calls,
      found,
      'pages until 20 or the end': pages,
    };
  }
};
const feed = '/v1/feed?locale=az';
const usual = sized(300, 3);
await measure(
  'the first page of the feed',
  clouds.map(() => feed),
  usual,
);
await measure('its thousandth page, or its last', await Promise.all(clouds.map(lateInFeed)), usual);
for (const [what, q] of Object.entries(queries)) {
  const path = `/v1/search?locale=az&q=${encodeURI(q)}`;
  await measure(
    what,
    clouds.map(() => path),
    q === 'payız yazda' ? sized(60, 3) : usual,
  );
}
console.log(`load ${loadavg()[0]}`);
console.table(rows);
for (const { stop } of clouds) await stop();
