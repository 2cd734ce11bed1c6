/** `npm run bench`: what Sergi costs in time and in units, beside what the design page promises. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as sdk from '@aws-sdk/client-dynamodb';
import { startCloud } from '@sergi/emulator/cloud.ts';
import { functionDefinition } from '@sergi/emulator/lambda/definition.ts';
import { loadTemplate } from '@sergi/emulator/template/template.ts';
import { synthesize } from '../../tools/local/synth.ts';
import { editEvent, fillFeed, writeMeter } from './content.ts';
import { bundlePrograms, call, type Outcome, quantile } from './measure.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const table = new Table();
const note = table.note.bind(table);
const compare = (what: string, [ours = [], theirs = []]: number[][], limit?: number): void => {
  const [a, b] = [quantile(ours), quantile(theirs)];
  note(what, a / b, `(${a.toPrecision(3)} : ${b.toPrecision(3)} ms)`, limit);
};

const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true }));
const assembly = `${folder}/cdk.out`;
const begun = performance.now();
await synthesize(assembly);
const synthesized = performance.now();
const cloud = await startCloud({ assembly });
note('synth', (synthesized - begun) / 1000, 's');
note('start of the embedded cloud after it', (performance.now() - synthesized) / 1000, 's');

const { endpoint, tableName } = cloud.dynamodb;
const credentials = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' };
const client = new sdk.DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
process.env.SHOWCASE_TABLE = tableName('Showcase');
const measured = { ReturnConsumedCapacity: 'TOTAL' } as const;
const known = new Set<object>();
const newCalls = () => cloud.calls.filter((one) => !known.has(one) && known.add(one));
const meter = writeMeter();
await editEvent(cloud, folder, async (step) => {
  const calls = newCalls();
  const { units, items } = meter(calls);
  if (step !== 'read') return note(`${step}: write units`, units, `for ${items} items in transactions`);
  const get = calls.find(({ action }) => action === 'dynamodb:BatchGetItem')?.body as sdk.BatchGetItemInput;
  const { ConsumedCapacity } = await client.send(new sdk.BatchGetItemCommand({ ...get, ...measured }));
  note('event page by slug: read units', ConsumedCapacity?.[0]?.CapacityUnits, `in ${calls.length} calls`);
});

const pageOf = (category?: string) => ({ locale: 'az', limit: '20', ...(category && { category }) });
let query: sdk.QueryInput | undefined;
for (const [what, category] of [['100 events', 'events'], ['long summaries', 'news'], ['100,000 events']] as const) {
  const sizes = await fillFeed(client, category ?? '*', category ? 100 : sized(100_000, 200), {
    withSummary: category === 'news',
  });
  // The stream is on, and who consumes it has all of this behind him.
  await cloud.followed('FollowerFunction');
  // By the API itself: the CDN asks for one key more, to know when the next publication comes.
  await fetch(`${cloud.apiUrl}/v1/feed?${new URLSearchParams(pageOf(category))}`);
  const queries = newCalls().filter((one) => one.function.startsWith('PublicApi') && one.action === 'dynamodb:Query');
  query = queries[0]?.body as sdk.QueryInput;
  const { ConsumedCapacity } = await client.send(new sdk.QueryCommand({ ...query, ...measured }));
  note(`feed, ${what}: stored card`, quantile(sizes), `bytes, 9 of 10 below ${quantile(sizes, 0.9)}`, 600);
  note(`feed, ${what}: Queries`, queries.length, '', 1);
  note(`feed, ${what}: read units of 20`, ConsumedCapacity?.CapacityUnits, '', 1.5);
}

const template = loadTemplate(assembly);
const resource = template.one('AWS::Lambda::Function', 'PublicApi');
const local = { credentials, endpoint, clock: new Float64Array(1), localize: (text: string) => text };
const { environment, start } = functionDefinition({ ...local, template, resource });
const [program, bareEntry, get] = await bundlePrograms(folder);
const event = { routeKey: 'GET /v1/feed', headers: {}, requestContext: { http: { method: 'GET' } } };
const job = (page: object) => ({ entry: start.entry, event: { ...event, queryStringParameters: page } });
const [ours, bare] = [job(pageOf()), { entry: bareEntry, event: query }];
const whole = { entry: get, event: `${cloud.url}/v1/feed?${new URLSearchParams(pageOf())}` };

const alone = (await call(program, {}, [whole], { rounds: sized(2000, 20) })).ms[0] ?? [];
note('feed through the embedded cloud', quantile(alone), `ms, 99 of 100 below ${quantile(alone, 0.99).toFixed(2)}`);
const lots = sized(500, 5);
note(
  'feed through it, 8 at a time',
  (8000 * lots) / (await call(program, {}, [whole], { rounds: lots, lanes: 8 })).all,
  '/s',
);

const warm = await call(program, environment, [ours, bare], { rounds: sized(3000, 20) });
compare('warm feed handler : its Query', warm.ms, 1.25);
compare('warm feed handler : its Query, processor', warm.cpu);
compare(
  'feed, 100,000 : 100 events',
  (await call(program, environment, [ours, job(pageOf('events'))], { rounds: sized(2000, 20) })).ms,
);

const cold: [Outcome[], Outcome[]] = [[], []];
for (let turn = 0; turn < sized(31, 1); turn += 1) {
  cold[0].push(await call(program, environment, [ours]));
  cold[1].push(await call(program, environment, [bare]));
}
const of = (part: 'first' | 'firstCpu' | 'imports') => cold.map((outcomes) => outcomes.map((one) => one[part]));
compare('cold start : of its Query alone', of('first'), 1.3);
compare('cold start : of its Query alone, processor', of('firstCpu'));
compare('cold start : of its Query alone, import only', of('imports'));
note('bundle of the public function', statSync(start.entry).size / 1024, 'KB', 500);
await cloud.stop();
table.print();
