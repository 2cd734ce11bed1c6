/**
 * `node tests/bench/lists.ts [events]`: what the lists of staff cost among 100,000 events: the engine's time, and that
 * of the whole request.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { batchesOf } from '../../shared/aws/batches-of.ts';
import { toDocument } from '../../shared/aws/document.ts';
import { dynamodb } from '../../shared/aws/dynamodb.ts';
import type { Item } from '../../shared/aws/table.ts';
import { firstEntryWrites } from '../../shared/desk/events/list-entries.ts';
import { wordWrites } from '../../shared/desk/events/title-words.ts';
import type { Event } from '../../shared/model/events/event.ts';
import { titleTerms } from '../../shared/model/events/event-facts.ts';
import { synthesize } from '../../tools/local/synth.ts';
import { startStaff } from '../support/cloud/staff-process.ts';
import { quantile } from './measure.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const count = Number(process.argv[2] ?? sized(100_000, 300));
const rounds = sized(15, 2);

const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
process.on('exit', () => rmSync(folder, { recursive: true }));
const assembly = `${folder}/cdk.out`;
await synthesize(assembly);
const staff = await startStaff(assembly);

/** A share of the events, by a number that is as good as random and always the same. */
const random = (n: number, salt: number): number => Math.abs(Math.sin(n * 12.9898 + salt * 78.233) * 43758.5453) % 1;

const eventOf = (n: number): Event => {
  const time = Date.UTC(2026, 0, 1) - n * 600_000;
  const at = new Date(time).toISOString();
  const status = random(n, 1) < 0.9 ? 'published' : 'draft';
  const rare = random(n, 2) < 0.0005 ? ' nadirsöz' : '';
  return {
    ...{ id: ulid(time), status, version: 2, pictures: [], files: [] },
    ...{
      category: random(n, 3) < 0.001 ? 'announcements' : 'news',
      showings: [{ startsAt: at }],
      organisers: [],
      tags: [],
    },
    ...(random(n, 4) < 0.002 && { campaign: 'usaq-gozu' }),
    translations: {
      az: { title: `Rəsm sərgisi${rare}`, body: 'Sərgi **açıldı**. '.repeat(60) },
      ...(random(n, 5) < 0.8 && { en: { title: 'An exhibition of drawings' } }),
    },
    ...(status === 'published' && {
      publishedAt: at,
      published: { version: random(n, 6) < 0.001 ? 1 : 2, locales: ['az'] },
    }),
    ...{ createdAt: at, createdBy: `author-${Math.floor(random(n, 7) * 40)}`, updatedAt: at, updatedBy: 'leyla' },
  };
};

const itemsOf = (n: number): Item[] => {
  const event = eventOf(n);
  const writes = [...firstEntryWrites(event), ...wordWrites(event, titleTerms(event), undefined).flat()];
  const doc = { pk: { S: `EVENT#${event.id}` }, sk: { S: 'WORKING' }, doc: toDocument(event), version: { N: '2' } };
  return [doc, ...writes.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : []))];
};

const table = process.env.DESK_TABLE ?? '';
const begun = performance.now();
let written = 0;
for (let from = 0; from < count; from += 2_000) {
  const items = Array.from({ length: Math.min(2_000, count - from) }, (_, n) => itemsOf(from + n)).flat();
  written += items.length;
  await mapWithConcurrency(batchesOf(items, 25), 6, (batch) =>
    dynamodb.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: batch.map((Item) => ({ PutRequest: { Item } })) } }),
    ),
  );
}
console.log(
  `${written} items of ${count} events in ${Math.round((performance.now() - begun) / 1000)} s; load ${loadavg()[0]}`,
);

/** The time in which at least one call of the engine is on its way, in milliseconds; and how many there were. */
const engine = { ms: 0, calls: 0, open: 0, since: 0 };
const send = dynamodb.send.bind(dynamodb) as (...args: unknown[]) => Promise<unknown>;
Object.assign(dynamodb, {
  send: async (...args: unknown[]) => {
    if (engine.open === 0) engine.since = performance.now();
    engine.open += 1;
    engine.calls += 1;
    try {
      return await send(...args);
    } finally {
      engine.open -= 1;
      if (engine.open === 0) engine.ms += performance.now() - engine.since;
    }
  },
});

const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'everything, last changed': { sort: 'changed' },
  'drafts and in review': { status: 'draft,inReview', sort: 'changed' },
  'published in one month': { status: 'published', sort: 'published', from: '2025-11-01', to: '2025-11-30' },
  'the next beginnings': { sort: 'starts' },
  'a rare word': { q: 'nadirsoz' },
  'a word that all have': { q: 'sergi' },
  'two words, one rare': { q: 'resm nadirsoz' },
  'a campaign, by beginning': { campaign: 'usaq-gozu', sort: 'starts' },
  'a rare category': { category: 'announcements' },
  'an author of 2.5 %': { author: 'author-7' },
  'changed since publication': { changed: 'true' },
  'without English': { missing: 'en' },
  'no such language': { missing: 'az' },
};
const report = new Table();
// The list is asked for by others first: what an earlier release stored is entered once.
await staff.call('listStaffEvents', { query: { sort: 'changed' } });
for (const [what, query] of Object.entries(cases)) {
  const [times, whole]: [number[], number[]] = [[], []];
  let found = 0;
  for (let round = 0; round < rounds + 1; round += 1) {
    Object.assign(engine, { ms: 0, calls: 0 });
    const at = performance.now();
    const { status, body } = await staff.call('listStaffEvents', { query: { ...query, limit: '50' } });
    if (status !== 200) throw new Error(`${what}: ${JSON.stringify(body)}`);
    found = body.items.length;
    if (round > 0) whole.push(performance.now() - at);
    if (round > 0) times.push(engine.ms);
  }
  report.note(`${what} (${found}): engine`, quantile(times), 'ms', 100);
  report.note(`${what} (${found}): request`, quantile(whole), 'ms');
}
report.print();
await staff.stop();
