/**
 * `node tests/bench/day.ts`: simulated days of a hundred thousand, one million and ten million reads with twenty acts
 * of the staff. How many reads reach a function, how late an act is seen, and the bill, with pictures and views; for
 * each setting of `edgeSeconds`. The dice are loaded: every run rolls the same.
 */
import { defaultEdgeSeconds, longestEdgeSeconds } from '../../shared/freshness/edge.ts';
import { viewWeightAt } from '../../shared/model/site/view-weight.ts';
import { repetitionDelays } from '../../shared/showcase/changes/repetition.ts';
import { numbersFrom } from '../../tools/local/sample/random.ts';
import { type Act, acts } from './day-acts.ts';
import { readables } from './day-content.ts';
import { CountsFiles, countsFiles } from './day-counts.ts';
import { type Answer, Edges } from './edges.ts';
import { prices } from './prices.ts';
import { isSmoke } from './sized.ts';
import { zipf } from './zipf.ts';

const events = isSmoke ? 200 : 5000;
const day = 86_400;
/**
 * Europe and North America: edges, some far busier than others, and the regional caches behind them, which ask one
 * shield.
 */
const network = { edges: 50, regions: 5 };
const caches = network.edges + network.regions + 1;
/** From the commit until CloudFront is told: the stream and the batching window. */
const told = 4;
/**
 * Until an edge, and a regional cache or the shield, has forgotten, from the fastest to the slowest; AWS says 5 s in 95
 * of 100 cases (https://aws.amazon.com/about-aws/whats-new/2026/04/cloudfront-invalidation-cache-tag/).
 */
const forgets = { edge: [1, 8], other: [2, 15] } as const;
/** The exponent of Zipf's law, as news sites are read. */
const exponent = 1;

/** A warm answer of the function, as billed; its memory; and what an invocation and a request leave in the log. */
const billedSeconds = 0.012;
const gigabytes = 1;
const logBytes = 650;
/**
 * The pictures that an event's page loads without scrolling, on an average of the twelve newest of the sample, by a
 * telephone of 390 pixels at double density: the files of 960 pixels. Each reader comes with an empty cache; of two
 * pages that one reader sees in a day, the second finds some of them there.
 */
const pictures = { requests: 1.83, bytes: 52_300 };
const picturesOfTwo = { requests: 1.67, bytes: 48_000 };
/**
 * Bytes of AVIF of 960 pixels with effort 1, beside effort 0 (`docs/decisions/0240-encode-avif-with-more-effort.md`).
 */
const withEffort = 35.5 / 52;
/**
 * A view, as a page counts it: the function that takes it, as billed; its message is sent alone, and received and
 * deleted by tens; the counter writes once for all views of an event in a batch, for three views on an average.
 */
const view = { seconds: 0.004, gigabytes: 0.5, queueRequests: 1 + 2 / 10, writes: 1 / 3 };
/**
 * What a reader is sent of a file of counts, compressed: its headers, and so much for each event in it. Before it is
 * written two items of each are read, consistently. What is counted too early for its file comes again, on an average
 * twice, as a message that is sent, received and deleted by tens, and read for.
 */
const countsFile = { headerBytes: 450, bytesOfEvent: 25, unitsOfEvent: 2, postponements: 2, units: 0.5 };
/** Write units of one act: an edition, a page and its cards, in one transaction. */
const writeUnits = 60;

/** How many of the day's reads lie before each of its minutes: little at night, most in the evening. */
const minutes = 1440;
const load = (minute: number): number => 1 + 0.8 * Math.sin(((minute / minutes) * 2 - 0.9) * Math.PI);
const total = Array.from({ length: minutes }, (_, minute) => load(minute)).reduce((sum, one) => sum + one, 0);

const things = readables(events);
const listsAndSearches = things.flatMap(({ kind }, thing) => (kind === 'event' ? [] : [thing]));
/** What shows an event, on a page of its own or below another. */
const shownBy = (event: number, besides: boolean): number[] =>
  things.flatMap((one, thing) => (one.event === event || (besides && one.beside?.includes(event)) ? [thing] : []));

/** What an act makes untrue. Below pages stands what was published before they were made: nothing that is new. */
const touched = ({ event, isChange }: Act): number[] => [...listsAndSearches, ...shownBy(event, isChange)];

/** Every moment at which something happens, the soonest first. */
interface Happening {
  readonly at: number;
  readonly act: () => void;
}

const simulate = (reads: number, edgeSeconds: number) => {
  const [roll, thingAt, edgeAt] = [numbersFrom(2026), zipf(things.length, exponent), zipf(network.edges, 0.7)];
  const versions = new Uint16Array(things.length);
  // As on a site that opens on that day: later, more pages are read often.
  const viewed = new Float64Array(events);
  const changedAt: { at: number; kind: Act['kind'] }[][] = things.map(() => [{ at: 0, kind: 'at once' }]);
  const plans: Act[][] = things.map(() => []);
  for (const act of acts) if (act.kind === 'planned') for (const thing of touched(act)) plans[thing]?.push(act);
  // How often its event had been viewed when a page was made.
  const atMaking = new Float64Array(things.length);
  const edges = new Edges(network, things.length, (thing, now) => {
    atMaking[thing] = viewed[things[thing]?.event ?? 0] ?? 0;
    return {
      version: versions[thing] ?? 0,
      until: Math.min(
        now + edgeSeconds,
        plans[thing]?.find(({ at, toldAt }) => at > now && toldAt <= now)?.at ?? Infinity,
      ),
    };
  });
  const happenings = acts.flatMap((act): Happening[] => {
    const affected = touched(act);
    const change = () => {
      for (const thing of affected) {
        changedAt[thing]?.push(act);
        versions[thing] = (changedAt[thing]?.length ?? 1) - 1;
      }
    };
    const forgetting = (from: number) =>
      Array.from({ length: caches }, (_, cache): Happening => {
        const [least, most] = cache < network.edges ? forgets.edge : forgets.other;
        const forget = () => {
          for (const thing of affected) edges.forget(cache, thing);
        };
        return { at: from + least + roll() * (most - least), act: forget };
      });
    const sent = [0, ...repetitionDelays].flatMap((delay) => forgetting(act.toldAt + told + delay));
    return [{ at: act.at, act: change }, ...sent];
  });
  happenings.sort((a, b) => a.at - b.at);
  const answered: Record<Answer['by'], number> = { edge: 0, region: 0, shield: 0, origin: 0 };
  const latest: Record<Act['kind'], number> = { 'at once': 0, planned: 0 };
  let [bytes, done, pages, views, viewsByPage, searches] = [0, 0, 0, 0, 0, 0];
  const files = new CountsFiles(events, viewed);
  const dice = numbersFrom(2027);
  // The day before fills the caches, and is not counted.
  for (let read = 0; read < reads; read += 1)
    edges.read(edgeAt(roll()), thingAt(roll()), ((read - reads) / reads) * day);
  edges.originReads.fill(0);
  edges.shieldReads = 0;
  for (let minute = 0, due = 0, next = 0; minute < minutes; minute += 1) {
    due += (load(minute) / total) * reads;
    const upTo = minute === minutes - 1 ? reads : Math.round(due);
    const inMinute = upTo - done;
    for (let index = 0; index < inMinute; index += 1) {
      const now = minute * 60 + (index / inMinute) * 60;
      for (; (happenings[next]?.at ?? day) <= now; next += 1) happenings[next]?.act();
      const thing = thingAt(roll());
      const one = things[thing];
      const { by, version } = edges.read(edgeAt(roll()), thing, now);
      answered[by] += 1;
      bytes += one?.bytes ?? 0;
      if (one?.kind === 'search') searches += 1;
      if (one?.beside && one.event !== undefined) {
        pages += 1;
        viewsByPage += 1 / viewWeightAt(atMaking[thing] ?? 0);
        files.passTo(now);
        if (dice() * viewWeightAt(files.published[one.event] ?? 0) < 1) {
          views += 1;
          files.count(one.event);
        }
        viewed[one.event] = (viewed[one.event] ?? 0) + 1;
      }
      const replaced = changedAt[thing]?.[version + 1];
      if (replaced) latest[replaced.kind] = Math.max(latest[replaced.kind], now - replaced.at);
    }
    done = upTo;
  }
  const { originReads, shieldReads } = edges;
  return { answered, bytes, latest, pages, views, viewsByPage, files, searches, originReads, shieldReads };
};

/** What views cost: each reaches a function, whatever the caches keep. Then the counts are written into files. */
const billOfViews = (views: number, { writes, postponed }: CountsFiles): number =>
  writes * eventsOfFile * countsFile.unitsOfEvent * prices.readUnit +
  postponed * countsFile.postponements * ((3 / 10) * prices.queueRequest + countsFile.units * prices.readUnit) +
  views *
    (prices.cdnRequests +
      prices.gatewayRequest +
      prices.invocation +
      view.seconds * view.gigabytes * prices.gigabyteSecond +
      view.queueRequests * prices.queueRequest +
      view.writes * prices.writeUnit +
      logBytes * prices.logByte);

const eventsOfFile = events / countsFiles;
const bytesOfCounts = countsFile.headerBytes + countsFile.bytesOfEvent * eventsOfFile;

/**
 * What counts cost that pages ask for: the files, and their readers; five minutes later each regional cache asks for a
 * file again.
 */
const billOfCounts = (pages: number, { writes, reads }: CountsFiles): { edge: number; store: number } => {
  const ofCdn = Math.min(pages, network.regions * writes);
  return {
    edge: pages * (prices.cdnRequests + bytesOfCounts * prices.cdnByte),
    store: writes * prices.objectPut + (reads + ofCdn) * prices.objectGet,
  };
};

const costOf = (sent: typeof pictures): number => sent.requests * prices.cdnRequests + sent.bytes * prices.cdnByte;

/**
 * What CloudFront would charge for a day, of a month of such days: at its list prices, with what is free each month,
 * with the discount for a commitment too, and by the cheapest plan that holds it.
 */
const cdnOffers = (requests: number, bytes: number) => {
  const priced = (requestsPaid: number, bytesPaid: number) =>
    requestsPaid * prices.cdnRequests + bytesPaid * prices.cdnByte;
  const { cdnFreeEachMonth: free, cdnPlans } = prices;
  const list = priced(requests, bytes);
  const paid = priced(Math.max(0, requests - free.requests / 30), Math.max(0, bytes - free.bytes / 30));
  const plan = cdnPlans.find((one) => requests * 30 <= one.requests && bytes * 30 <= one.bytes);
  return { list, paid, committed: paid * (1 - prices.cdnCommitment), plan };
};

const dollars = (amount: number): string => `$${amount.toFixed(2)}`;
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`;

/** A day as a column of the table. */
const column = (reads: number, edgeSeconds: number): Record<string, string> => {
  const day = simulate(reads, edgeSeconds);
  const { answered, bytes, latest, pages, views, viewsByPage, files, searches, originReads, shieldReads } = day;
  const counts = billOfCounts(pages, files);
  const asked = (kinds: readonly string[]) =>
    things.reduce((all, { kind }, thing) => all + (kinds.includes(kind) ? (originReads[thing] ?? 0) : 0), 0);
  const origin = asked(['list', 'search', 'event']);
  const units = things.reduce((all, one, thing) => all + one.units * (originReads[thing] ?? 0), 0);
  const tags = (1 + repetitionDelays.length) * acts.reduce((all, { forgotten }) => all + forgotten.length, 0);
  const bill = {
    'CloudFront, requests': reads * prices.cdnRequests,
    'CloudFront, bytes': bytes * prices.cdnByte,
    'CloudFront, functions at the edge': pages * prices.edgeFunction,
    'CloudFront, Origin Shield': shieldReads * prices.shieldRequest,
    'CloudFront, pictures': pages * costOf(pictures),
    'CloudFront, invalidations': (Math.max(0, tags * 30 - prices.freePathsPerMonth) * prices.invalidationPath) / 30,
    'API Gateway': origin * prices.gatewayRequest,
    Lambda: origin * (prices.invocation + billedSeconds * gigabytes * prices.gigabyteSecond),
    DynamoDB: units * prices.readUnit + acts.length * writeUnits * prices.writeUnit,
    Logs: origin * logBytes * prices.logByte,
    Views: billOfViews(views, files),
    'Views, counts for pages: CloudFront': counts.edge,
    'Views, counts for pages: S3': counts.store,
  };
  const all = Object.values(bill).reduce((sum, one) => sum + one, 0);
  const requests = reads + pages * (pictures.requests + 1) + views;
  const { list, paid, committed, plan } = cdnOffers(requests, bytes + pages * (pictures.bytes + bytesOfCounts));
  return {
    'answered by an edge': share(answered.edge, reads),
    'asked of a function: lists': share(asked(['list']), reads),
    'asked of a function: events and their pages': share(asked(['event']), reads),
    'of all reads but searches': share(asked(['list', 'event']), reads - searches),
    'asked of a function: searches': share(asked(['search']), reads),
    'of all reads': share(origin, reads),
    'views sent, of pages read': `${Math.round(views).toLocaleString('en')} of ${pages.toLocaleString('en')}`,
    'the same, if pages knew no later count': Math.round(viewsByPage).toLocaleString('en'),
    'files of counts written': files.writes.toLocaleString('en'),
    'tags forgotten': String(tags),
    'longest that an old answer was seen': `${latest['at once'].toFixed(1)} s`,
    'the same, of what was planned': `${latest.planned.toFixed(1)} s`,
    ...Object.fromEntries(Object.entries(bill).map(([name, amount]) => [name, dollars(amount)])),
    'the day': dollars(all),
    'less, if each reader saw two pages': dollars(pages * (costOf(pictures) - costOf(picturesOfTwo))),
    'less, if AVIF of 960 pixels had effort 1': dollars(pages * pictures.bytes * (1 - withEffort) * prices.cdnByte),
    'less at most, if counts were asked for where they are needed': dollars(
      (pages - viewsByPage) * costOf({ requests: 1, bytes: bytesOfCounts }),
    ),
    'requests to CloudFront': Math.round(requests).toLocaleString('en'),
    'the day, with what CloudFront gives each month': dollars(all - list + paid),
    'the same, with its discount for a year': dollars(all - list + committed),
    'the day, by a plan of CloudFront':
      plan === undefined ? '–' : `${dollars(all - list + plan.month / 30)} (${plan.name}, $${plan.month} a month)`,
  };
};

const sizes = isSmoke ? [20_000] : [100_000, 1_000_000, 10_000_000];

console.log(
  `${things.length.toLocaleString('en')} addresses, ${acts.length} acts, ${network.edges} edges, ${network.regions} regional caches, ` +
    'an Origin Shield; a column for each `edgeSeconds`',
);
for (const reads of sizes) {
  const settings = [defaultEdgeSeconds, 3_600, longestEdgeSeconds];
  const columns = Object.fromEntries(settings.map((seconds) => [`${seconds} s`, column(reads, seconds)]));
  const rows = Object.keys(columns[`${defaultEdgeSeconds} s`] ?? {});
  console.log(`\n${reads.toLocaleString('en')} reads`);
  console.table(
    Object.fromEntries(
      rows.map((row) => [row, Object.fromEntries(Object.entries(columns).map(([name, all]) => [name, all[row]]))]),
    ),
  );
}
