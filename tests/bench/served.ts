/**
 * How many pages of a feed are served a second, kept and not, beside `node:http` alone in the same minute. `node
 * tests/bench/served.ts`
 */
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { DynamoDBClient, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { startCloud } from '@sergi/emulator/cloud.ts';
import { functionDefinition } from '@sergi/emulator/lambda/definition.ts';
import { loadTemplate } from '@sergi/emulator/template/template.ts';
import { synthesize } from '../../tools/local/synth.ts';
import { fillFeed } from './content.ts';
import { quantile } from './measure.ts';
import type { Answers } from './served/bare.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true }));
const assembly = `${folder}/cdk.out`;
await synthesize(assembly);
const cloud = await startCloud({ assembly, caches: true });

const { endpoint, tableName } = cloud.dynamodb;
const credentials = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' };
process.env.SHOWCASE_TABLE = tableName('Showcase');
await fillFeed(new DynamoDBClient({ endpoint, region: 'us-east-1', credentials }), '*', 100, { withSummary: false });
await cloud.followed('FollowerFunction');

const page = '/v1/feed?locale=az&limit=20';
const headers = { 'accept-encoding': 'br' };
await fetch(cloud.apiUrl + page);
const query = cloud.calls.findLast(
  (one) => one.function.startsWith('PublicApi') && one.action === 'dynamodb:Query',
)?.body;
const template = loadTemplate(assembly);
const resource = template.one('AWS::Lambda::Function', 'PublicApi');
const local = { credentials, endpoint, clock: new Float64Array(1), localize: (text: string) => text };
const { environment, start } = functionDefinition({ ...local, template, resource });
const { searchParams, pathname } = new URL(page, cloud.url);
await fetch(cloud.url + page, { headers });
const keptPage = await fetch(cloud.url + page, { headers });
/** Those that node:http adds by itself. */
const added = ['connection', 'content-length', 'date', 'keep-alive'];
const answers: Answers = {
  page: brotliCompressSync(await keptPage.arrayBuffer()).toString('base64'),
  headers: Object.fromEntries([...keptPage.headers].filter(([name]) => !added.includes(name))),
  query: query as QueryCommandInput,
  entry: start.entry,
  event: {
    ...{ routeKey: `GET ${pathname}`, headers, queryStringParameters: Object.fromEntries(searchParams) },
    requestContext: { http: { method: 'GET', path: pathname } },
  },
};
const bare = fork(join(import.meta.dirname, 'served', 'bare.ts'), [JSON.stringify(answers)], { env: environment });
const [{ port }] = await once(bare, 'message');
const cpuOfBare = async (): Promise<number> => {
  const answered = once(bare, 'message');
  bare.send('cpu');
  return (await answered)[0];
};
const cpuOfCloud = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const server = (address: string, cpu: () => number | Promise<number>) => ({
  ...{ address, cpu },
  ...{ rates: [] as number[], costs: [] as number[] },
});
const kept = server(cloud.url + page, cpuOfCloud);
const notKept = server(cloud.apiUrl + page, cpuOfCloud);
const bareServer = (path: string) => server(`http://127.0.0.1:${port}/${path}`, cpuOfBare);
const [fixed, fixedAsKept] = [bareServer('fixed'), bareServer('fixed-as-kept')];
const [handled, queried] = [bareServer('handler'), bareServer('query')];
const servers = [kept, fixed, fixedAsKept, notKept, handled, queried];

/** By many short turns, the first to warm up: what else the machine does is the same for all. */
const [turns, time] = [sized(30, 1), sized(500, 200)];
for (let turn = sized(-1, 0); turn < turns; turn += 1) {
  for (const { address, cpu, rates, costs } of servers) {
    const before = await cpu();
    const load = [join(import.meta.dirname, 'served', 'load.ts'), address, `${time}`];
    const count = Number((await promisify(execFile)(process.execPath, load)).stdout);
    if (turn < 0) continue;
    rates.push((count / time) * 1_000);
    costs.push(((await cpu()) - before) / count);
  }
}

const table = new Table();
const compare = (what: string, ours: typeof kept, theirs: typeof kept, limit?: number): void => {
  const [a, b] = [quantile(ours.rates), quantile(theirs.rates)];
  table.note(what, b / a, `(${a.toFixed(0)} : ${b.toFixed(0)} a second)`, limit);
  const [cpuOfA, cpuOfB] = [quantile(ours.costs), quantile(theirs.costs)];
  const ms = `(${cpuOfA.toPrecision(3)} : ${cpuOfB.toPrecision(3)} ms)`;
  table.note(`${what}, processor`, cpuOfA / cpuOfB, ms);
};
compare('a page that is kept : node:http alone', kept, fixed, 1.25);
compare('a page that is kept : node:http alone, with its headers', kept, fixedAsKept);
compare('a page that is not kept : its handler behind node:http', notKept, handled, 1.43);
compare('its handler : its Query, behind node:http', handled, queried);
table.print();
bare.kill();
await cloud.stop();
