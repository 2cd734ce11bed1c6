/** `node tests/bench/search.ts [texts]`: what searching costs in time and read units among 100,000 texts, and indexing in write units. */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import * as sdk from '@aws-sdk/client-dynamodb';
import { startCloud } from '@sergi/emulator/cloud.ts';
import { termsOf } from '../../shared/model/search-terms.ts';
import { postingsOf, toIndexedContent } from '../../shared/showcase/search/search-postings.ts';
import { synthesize } from '../../tools/local/synth.ts';
import { quantile } from './measure.ts';
import { fillSearch, news } from './search-content.ts';
import { sized } from './sized.ts';

const texts = Number(process.argv[2] ?? sized(100_000, 200));

/** Dollars for a million write units, and for a gigabyte and month with point-in-time recovery (us-east-1, on demand). */
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
const cloud = await startCloud({ assembly });
const { endpoint, tableName } = cloud.dynamodb;
const begun = performance.now();
const written = await fillSearch(endpoint, tableName('Showcase'), texts);
await cloud.followed('FollowerFunction');
console.log(`${written} items in ${Math.round((performance.now() - begun) / 1000)} s; load ${loadavg()[0]}`);

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const client = new sdk.DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
const known = new Set<object>();
/** The calls of the function that answers; others call the tables meanwhile, and write. */
const newCalls = () =>
  cloud.calls.filter((one) => one.function.startsWith('PublicApi') && !known.has(one) && known.add(one));
const measured = { ReturnConsumedCapacity: 'TOTAL' } as const;

/** What the calls of a search cost, told by the engine. */
const readUnits = async (): Promise<{ calls: number; units: number }> => {
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

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const queries = {
  'the feed, to compare with': '',
  'a rare word (20 texts)': 'nadirsöz',
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
const rows: Record<string, object> = {};
for (const [what, q] of Object.entries(queries)) {
  const path = q ? `search?locale=az&q=${encodeURI(q)}` : 'feed?locale=az';
  const url = `${cloud.url}/v1/${path}`;
  const times: number[] = [];
  const rounds = sized(q === 'payız yazda' ? 60 : 300, 3);
  let body: { items: unknown[]; nextCursor?: string } = { items: [] };
  for (let round = -sized(20, 1); round < rounds; round += 1) {
    const start = performance.now();
    body = (await (await fetch(url)).json()) as typeof body;
    if (round >= 0) times.push(performance.now() - start);
  }
  newCalls();
  await (await fetch(url)).text();
  const { calls, units } = await readUnits();
  let [pages, found, cursor] = [1, body.items.length, body.nextCursor];
  for (; cursor && pages < 100 && found < 20; pages += 1) {
    body = (await (await fetch(`${url}&cursor=${cursor}`)).json()) as typeof body;
    found += body.items.length;
    cursor = body.nextCursor;
  }
  rows[what] = {
    'median ms': Number(quantile(times).toFixed(1)),
    'p99 ms': Number(quantile(times, 0.99).toFixed(1)),
    'read units': units,
    calls,
    found,
    'pages until 20 or the end': pages,
  };
}
console.log(`load ${loadavg()[0]}`);
console.table(rows);
await cloud.stop();
