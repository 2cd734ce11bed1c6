/**
 * `node tests/bench/imports.ts [lines] [words]`: how fast an archive comes in, how far search is behind it, and what
 * both cost the later batches. Streams are on, as they are on AWS.
 */
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { imported } from '../support/entries/import-lines.ts';
import { startProduct } from './images/product.ts';
import { quantile } from './measure.ts';
import { news } from './search-content.ts';
import { sized } from './sized.ts';

const lines = Number(process.argv[2] ?? sized(20_000, 40));
/** How many words of a news item a line has: 60 beside a title. */
const words = Number(process.argv[3] ?? 60);
/** Fewer than the command sends: on a busy machine a request must still end within the 30 s of the API. */
const perRequest = 50;

const product = await startProduct({ redeliveryDelay: 200 });
const { cloud } = product;
const authorization = `Bearer ${await cloud.token({ groups: ['admin'] })}`;

const vocabulary = [...new Set(news.az.split(/\s+/))];
const line = (n: number): string => {
  const word = (m: number) => vocabulary[(n * 31 + m * m * 7 + m) % vocabulary.length];
  const text = Array.from({ length: words }, (_, m) => word(m)).join(' ');
  const publishedAt = new Date(Date.UTC(2010, 0, 1) + n * 3_600_000).toISOString();
  const translations = { az: { title: `Xəbər nömrə${n} ${word(n)}`, body: text } };
  return JSON.stringify({ externalId: `line-${n}`, publishedAt, category: 'news', translations });
};

/** An address of the API as an admin reads it. */
const read = async (path: string) => {
  const answer = await fetch(new URL(path, cloud.url), { headers: { authorization } });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
};

const isFound = async (n: number): Promise<boolean> => {
  const answer = await fetch(`${cloud.url}/v1/search?q=n%C3%B6mr%C9%99${n}&locale=az`);
  return ((await answer.json()) as { items: unknown[] }).items.length > 0;
};

/**
 * How many of the lines of an import are found, and lines more at last: by halving, as they are indexed in their order.
 */
const foundUpTo = async (last: number): Promise<number> => {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await isFound(middle - 1)) low = middle;
    else high = middle - 1;
  }
  return low;
};

const begun = performance.now();
const seconds = () => (performance.now() - begun) / 1000;
const batches: number[] = [];
const cpu = process.cpuUsage();
const rows: Record<string, object> = {};
for (let at = 0; at < lines; at += perRequest) {
  const body = Array.from({ length: Math.min(perRequest, lines - at) }, (_, n) => line(at + n)).join('\n');
  const start = performance.now();
  const headers = { authorization, 'content-type': 'application/jsonl' };
  const answer = await fetch(`${cloud.url}/v1/staff/imports`, { method: 'POST', headers, body });
  const { status, headers: given } = answer;
  const { body: report } = await imported(read, { status, headers: given, body: await answer.json() });
  if (report.created === undefined) throw new Error(JSON.stringify(report));
  batches.push(performance.now() - start);
  const sent = Math.min(at + perRequest, lines);
  if (sent % (lines / 5) !== 0 && sent < lines) continue;
  rows[`${sent} lines`] = {
    'lines a second': Math.round(sent / seconds()),
    'ms for the last 10 batches': Math.round(quantile(batches.slice(-10))),
    'search behind by lines': sent - (await foundUpTo(sent)),
    'seconds since the start': Math.round(seconds()),
  };
}
const importedAfter = seconds();
while (!(await isFound(lines - 1))) await pause(100);
const { user, system } = process.cpuUsage(cpu);
console.table(rows);
console.log(
  `${lines} lines in ${importedAfter.toFixed(1)} s; search had caught up ${(seconds() - importedAfter).toFixed(1)} s later; ` +
    `${((user + system) / 1000 / lines).toFixed(1)} ms of the processor a line, without DynamoDB; load ${loadavg()[0]}`,
);
await product.stop();
