/**
 * `node tests/bench/feeds.ts`: what a page of 20 costs in each format of the feed that has pages, in bytes and time,
 * with few events and many. The calendar has none: it holds what is not over.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startCloud } from '@sergi/emulator/cloud.ts';
import { functionDefinition } from '@sergi/emulator/lambda/definition.ts';
import { loadTemplate } from '@sergi/emulator/template/template.ts';
import { synthesize } from '../../tools/local/synth.ts';
import { fillFeed } from './content.ts';
import { bundlePrograms, call, type Job, quantile } from './measure.ts';
import { sized } from './sized.ts';

const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true }));
const assembly = `${folder}/cdk.out`;
await synthesize(assembly);
const cloud = await startCloud({ assembly });

const { endpoint, tableName } = cloud.dynamodb;
const credentials = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' };
const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
process.env.SHOWCASE_TABLE = tableName('Showcase');
/** Feeds of so many events each; what they hold last is the same. */
const feeds = sized<Record<number, string>>(
  { 100: 'events', 10000: 'news', 200000: 'announcements' },
  { 100: 'events', 200: 'news' },
);
for (const [count, category] of Object.entries(feeds))
  await fillFeed(client, category, Number(count), { withSummary: true, isDated: true });

const template = loadTemplate(assembly);
const local = { credentials, endpoint, clock: new Float64Array(1), localize: (text: string) => text };
const definition = (name: string) =>
  functionDefinition({ ...local, template, resource: template.one('AWS::Lambda::Function', name) });
const [json, others] = [definition('PublicApi'), definition('Syndication')];
const formats = { '': json, '.rss': others, '.atom': others, '.json': others };
const [program] = await bundlePrograms(folder);

const rows: Record<string, Record<string, string | number>> = {};
const jobs: [string, string, Job][] = [];
for (const [format, { start }] of Object.entries(formats)) {
  for (const [count, category] of Object.entries(feeds)) {
    const query = { locale: 'az', category, limit: '20' };
    const path = `/v1/feed${format}`;
    const rawQueryString = new URLSearchParams(query).toString();
    const known = cloud.calls.length;
    const body = Buffer.from(await (await fetch(`${cloud.url}${path}?${rawQueryString}`)).arrayBuffer());
    const queries = cloud.calls.slice(known).filter(({ action }) => action === 'dynamodb:Query').length;
    const http = { method: 'GET', sourceIp: '127.0.0.1' };
    const event = { routeKey: `GET ${path}`, headers: {}, rawQueryString, requestContext: { http } };
    jobs.push([path, count, { entry: start.entry, event: { ...event, queryStringParameters: query } }]);
    const sizes = { bytes: body.length, gzip: gzipSync(body).length, brotli: brotliCompressSync(body).length };
    rows[`${path}, ${count} events`] = { ...sizes, queries };
  }
}
const environment = { ...json.environment, ...others.environment };
const { ms, cpu } = await call(
  program,
  environment,
  jobs.map(([, , job]) => job),
  { rounds: sized(400, 4) },
);
for (const [index, [path, count]] of jobs.entries()) {
  const row = rows[`${path}, ${count} events`] ?? {};
  row.ms = Number(quantile(ms[index] ?? []).toFixed(2));
  row['ms of the processor'] = Number(quantile(cpu[index] ?? []).toFixed(2));
}
console.table(rows);
console.log(`bundle of the function: ${(statSync(others.start.entry).size / 1024).toFixed(0)} KB`);
await cloud.stop();
