/**
 * `node tests/bench/day.ts`: a simulated day of ten million reads and twenty publications. How many reach the origin, how many the table,
 * how late a publication is seen, and the bill, with pictures and views; with invalidations and without. The dice are loaded: every run rolls the same.
 */

import { publicAges } from '../../shared/http/cache-control.ts';
import { viewWeightAt } from '../../shared/model/view-weight.ts';
import { affectedPaths } from '../../shared/showcase/changes/affected-paths.ts';
import { numbersFrom } from '../../tools/local/sample/random.ts';
import { readables, slugOf } from './day-content.ts';
import { type Answer, Edges } from './edges.ts';
import { prices } from './prices.ts';
import { sized } from './sized.ts';

const reads = Number(process.argv[2] ?? sized(10_000_000, 20_000));
const publications = 20;
const events = sized(5000, 200);
const day = 86_400;
/** Europe and North America: edges, some far busier than others, and the regional caches behind them. */
const network = { edges: 50, regions: 5 };
/** From the commit until every edge has forgotten: the stream, the batching window, CloudFront. */
const invalidationDelay = 15;
/** The exponent of Zipf's law, as news sites are read. */
const exponent = 1;

/** A warm answer of the function, as billed; its memory; and what an invocation and a request leave in the log. */
const billedSeconds = 0.012;
const gigabytes = 1;
const logBytes = 650;
/** The pictures of a page, of those that load without scrolling (`docs/performance.md`); each reader comes with an empty cache. */
const pictures = { requests: 3, bytes: 52_000 };
/**
 * A view, as a page counts it: the function that takes it, as billed; its message is sent alone, and received and deleted by tens; the
 * counter writes once for all views of an event in a batch, for three views on an average.
 */
const view = { seconds: 0.004, gigabytes: 0.5, queueRequests: 1 + 2 / 10, writes: 1 / 3 };
/** Write units of one publication: an edition, a page and its cards, in one transaction. */
const writeUnits = 60;

/** Draws indexes by Zipf's law. */
const zipf = (count: number, power: number): ((roll: number) => number) => {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    sum += 1 / (i + 1) ** power;
    sums[i] = sum;
  }
  return (roll) => {
    const wanted = roll * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
};

/** How many of the day's reads lie before each of its minutes: little at night, most in the evening. */
const minutes = 1440;
const load = (minute: number): number => 1 + 0.8 * Math.sin(((minute / minutes) * 2 - 0.9) * Math.PI);
const total = Array.from({ length: minutes }, (_, minute) => load(minute)).reduce((sum, one) => sum + one, 0);

const things = readables(events);
const published = '2026-01-01T00:00:00.000Z';
const pathsOf = (rank: number): string[] =>
  affectedPaths(
    [
      {
        kind: 'event',
        id: `01HZX${rank}`,
        after: {
          edition: 1,
          publication: { publishedAt: published, category: 'events', slugs: { az: slugOf(rank), en: slugOf(rank) } },
        },
      },
    ],
    Date.parse(published),
  );

interface Publication {
  readonly at: number;
  readonly paths: readonly string[];
  /** What shows it: the event's own pages and answers, and every feed. */
  readonly shownBy: readonly number[];
  /** What is invalidated. */
  readonly covered: readonly number[];
}

const plan = Array.from({ length: publications }, (_, index): Publication => {
  const paths = pathsOf(index * 3);
  const covers = (address: string) => paths.some((path) => address.startsWith(path.replace('*', '')));
  const shows = (address: string) => address.includes(`/${slugOf(index * 3)}`) || address.startsWith('/v1/feed');
  const pick = (wanted: (address: string) => boolean) =>
    things.flatMap(({ address }, thing) => (wanted(address) ? [thing] : []));
  return { at: 8 * 3600 + index * 1800, paths, shownBy: pick(shows), covered: pick(covers) };
});

const simulate = (countsAge: boolean, invalidates: boolean) => {
  const edges = new Edges({ ...network, countsAge }, things.length);
  const [roll, thingAt, edgeAt] = [numbersFrom(2026), zipf(things.length, exponent), zipf(network.edges, 0.7)];
  const answered: Record<Answer['by'], number> = { edge: 0, region: 0, origin: 0 };
  const versions = new Uint16Array(things.length);
  const changedAt: number[][] = things.map(() => [0]);
  const show = (at: number, thing: number) => {
    changedAt[thing]?.push(at);
    versions[thing] = (changedAt[thing]?.length ?? 1) - 1;
  };
  const waiting = plan.flatMap(({ at, shownBy, covered }) => {
    const publish = () => {
      for (const thing of shownBy) show(at, thing);
    };
    const invalidate = () => {
      for (const thing of covered) edges.forget(thing);
    };
    return [{ at, act: publish }, ...(invalidates ? [{ at: at + invalidationDelay, act: invalidate }] : [])];
  });
  waiting.sort((a, b) => a.at - b.at);
  let [bytes, latest, done, pages, views] = [0, 0, 0, 0, 0];
  // As on a site that opens on that day: later, more pages are read often.
  const viewed = new Float64Array(events);
  for (let minute = 0, due = 0; minute < minutes; minute += 1) {
    due += (load(minute) / total) * reads;
    const upTo = minute === minutes - 1 ? reads : Math.round(due);
    const inMinute = upTo - done;
    for (let index = 0; index < inMinute; index += 1) {
      const now = minute * 60 + (index / inMinute) * 60;
      while ((waiting[0]?.at ?? day) <= now) waiting.shift()?.act();
      const thing = thingAt(roll());
      const { by, version } = edges.read(edgeAt(roll()), thing, now, versions);
      answered[by] += 1;
      bytes += things[thing]?.bytes ?? 0;
      const event = eventOf[thing];
      if (event !== undefined) {
        pages += 1;
        views += 1 / viewWeightAt(viewed[event] ?? 0);
        viewed[event] = (viewed[event] ?? 0) + 1;
      }
      const replaced = changedAt[thing]?.[version + 1];
      if (replaced !== undefined) latest = Math.max(latest, now - replaced);
    }
    done = upTo;
  }
  return { answered, bytes, latest, pages, views, originReads: edges.originReads };
};

/** Which event each page is of. */
const eventOf = things.map(({ address }) =>
  address.startsWith('/v1/') ? undefined : Number(/-(\d+)$/.exec(address)?.[1]),
);

/** What views cost: each reaches a function, whatever the caches keep. */
const billOfViews = (views: number): number =>
  views *
  (prices.cdnRequests +
    prices.gatewayRequest +
    prices.invocation +
    view.seconds * view.gigabytes * prices.gigabyteSecond +
    view.queueRequests * prices.queueRequest +
    view.writes * prices.writeUnit +
    logBytes * prices.logByte);

const dollars = (amount: number): string => `$${amount.toFixed(2)}`;
const share = (part: number): string => `${((100 * part) / reads).toFixed(2)} %`;
const columns: Record<string, Record<string, string>> = {};

for (const [countsAge, invalidates] of [
  [true, true],
  [false, true],
  [true, false],
  [false, false],
] as const) {
  const { answered, bytes, latest, pages, views, originReads } = simulate(countsAge, invalidates);
  const origin = originReads.reduce((sum, one) => sum + one, 0);
  const sum = (of: 'calls' | 'units') =>
    things.reduce((all, one, thing) => all + one[of] * (originReads[thing] ?? 0), 0);
  const paths = invalidates ? plan.reduce((all, one) => all + one.paths.length, 0) : 0;
  const monthly = Math.max(0, paths * 30 - prices.freePathsPerMonth) * prices.invalidationPath;
  const bill = {
    'CloudFront, requests': reads * prices.cdnRequests,
    'CloudFront, bytes': bytes * prices.cdnByte,
    'CloudFront, pictures': pages * (pictures.requests * prices.cdnRequests + pictures.bytes * prices.cdnByte),
    'CloudFront, invalidations': monthly / 30,
    'API Gateway': origin * prices.gatewayRequest,
    Lambda: origin * (prices.invocation + billedSeconds * gigabytes * prices.gigabyteSecond),
    DynamoDB: sum('units') * prices.readUnit + publications * writeUnits * prices.writeUnit,
    Logs: origin * logBytes * prices.logByte,
    Views: billOfViews(views),
  };
  columns[`${countsAge ? 'ages add up' : 'each cache anew'}, ${invalidates ? 'invalidated' : 'by age only'}`] = {
    'answered by an edge': share(answered.edge),
    'answered by a regional cache': share(answered.region),
    'readers who waited for the origin': share(answered.origin),
    'asked of the origin, in all': `${origin.toLocaleString('en')} (${share(origin)})`,
    'calls of the table': sum('calls').toLocaleString('en'),
    'read units': sum('units').toLocaleString('en'),
    'views sent, of pages read': `${Math.round(views).toLocaleString('en')} of ${pages.toLocaleString('en')}`,
    'paths invalidated': String(paths),
    'longest that an old answer was seen': `${latest.toFixed(1)} s`,
    ...Object.fromEntries(Object.entries(bill).map(([name, amount]) => [name, dollars(amount)])),
    'the day': dollars(Object.values(bill).reduce((all, one) => all + one, 0)),
  };
}

console.log(
  `${reads.toLocaleString('en')} reads of ${things.length.toLocaleString('en')} addresses, ${publications} publications, ` +
    `${network.edges} edges, ${network.regions} regional caches; s-maxage=${publicAges.shared}, ` +
    `stale-while-revalidate=${publicAges.whileRevalidating}`,
);
for (const [name, rows] of Object.entries(columns)) {
  console.log(`\n${name}`);
  console.table(rows);
}
