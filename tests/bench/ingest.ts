/**
 * What ingest takes for images of 12, 40 and 100 megapixels beside bare sharp making the same files, and what an
 * artwork costs to keep and to publish. The bundle of the function runs in a process of its own against the embedded
 * cloud. `node tests/bench/ingest.ts kinds` measures instead the memory that the heaviest image of each kind takes.
 */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { heaviest } from './images/heaviest.ts';
import { type Product, startProduct } from './images/product.ts';
import { runProgram } from './images/run-program.ts';
import { grainyScan } from './images/scans.ts';
import type { Spent } from './images/spent.ts';
import { quantile } from './measure.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const images = sized<readonly (readonly [what: string, width: number, height: number])[]>(
  [
    ['12 megapixels', 4000, 3000],
    ['40 megapixels', 5400, 7400],
    ['100 megapixels', 8660, 11_550],
  ],
  [['1 megapixel', 1200, 900]],
);

/** How often each is measured; the median counts. */
const rounds = sized(3, 1);

const run = (program: string, ...args: string[]): Promise<Spent> => runProgram(program, args);

/**
 * Sends a file that the function of the cloud fails to read once: from then on it waits for the function in this
 * process.
 */
const sendForLater = async ({ cloud, send }: Product, bytes: Buffer, type: string): Promise<string> => {
  const isIts = ({ action, function: name }: Product['cloud']['calls'][number]) =>
    action === 'dynamodb:GetItem' && name.startsWith('Ingest');
  const remove = cloud.inject({ match: isIts, respond: 'deny', times: 1 });
  const before = cloud.calls.findLast(isIts);
  // Behind the end of an image nothing counts: the same one, and another file.
  const uploadId = await send(Buffer.concat([bytes, randomBytes(16)]), type);
  while (cloud.calls.findLast(isIts) === before) await pause(20);
  remove();
  return uploadId;
};

const ingest = async (
  product: Product,
  bytes: Buffer,
  type = 'image/jpeg',
): Promise<{ uploadId: string; spent: Spent }> => {
  const { cloud } = product;
  const uploadId = await sendForLater(product, bytes, type);
  const { entry, environment } = cloud.bundle('IngestFunction');
  const event = {
    Records: [{ body: JSON.stringify({ Records: [{ s3: { object: { key: `incoming/${uploadId}` } } }] }) }],
  };
  const spent = await runProgram<Spent>('call', [entry, JSON.stringify(event)], environment);
  await product.settled(uploadId);
  return { uploadId, spent };
};

const median = (all: readonly Spent[], part: keyof Spent): number => quantile(all.map((one) => one[part]));

const table = new Table();
const product = await startProduct();
const { cloud } = product;

/** The memory that the heaviest image of each kind takes. */
const measureKinds = async (): Promise<void> => {
  for (const [kind, type, make] of sized(heaviest, heaviest.slice(0, 2))) {
    const { spent } = await ingest(product, await make(), type);
    table.note(
      `${kind}: peak memory of ingest`,
      spent.peak,
      `MB, ${(spent.cpu / 1000).toFixed(1)} s of the processor`,
      1769,
    );
  }
};

/** Time and memory beside bare sharp. */
const measureSizes = async (): Promise<void> => {
  for (const [what, width, height] of images) {
    const bytes = await grainyScan(width, height);
    const file = `${product.folder}/scan.jpg`;
    writeFileSync(file, bytes);
    const [ours, bare, once]: [Spent[], Spent[], Spent[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      const done = await ingest(product, bytes);
      ours.push(done.spent);
      bare.push(await run('bare-sharp', `${product.folder}/bare`, file));
      once.push(await run('decode-once', file, `${product.folder}/once`));
    }
    const [a, b, c] = [ours, bare, once].map((all) => median(all, 'cpu')) as [number, number, number];
    const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
    table.note(`${what}: file`, bytes.length / 1e6, 'MB');
    table.note(`${what}: renditions and tiles : bare sharp, processor`, c / b, `(${seconds(c)} : ${seconds(b)})`, 1.15);
    table.note(`${what}: all of ingest : bare sharp, processor`, a / b, `(${seconds(a)} : ${seconds(b)})`);
    table.note(`${what}: all of ingest : bare sharp, clock`, median(ours, 'ms') / median(bare, 'ms'));
    table.note(`${what}: all of ingest`, median(ours, 'ms') / 1000, 's by the clock', 120);
    table.note(`${what}: peak memory of ingest`, Math.max(...ours.map(({ peak }) => peak)), 'MB', 1769);
    table.note(`${what}: peak memory of bare sharp`, Math.max(...bare.map(({ peak }) => peak)), 'MB');
  }
};

/** What an artwork costs to keep and to publish. */
const measureCost = async (): Promise<void> => {
  // Of an A4 sheet at 300 dots per inch, as a school would scan it.
  const sheet = await grainyScan(sized(2480, 620), sized(3508, 877));
  const artwork = await ingest(product, sheet);
  const bucket = cloud.s3.bucketName('OriginalsBucket');
  const keys = (await cloud.s3.list(bucket)).filter((key) => key.includes(artwork.uploadId));
  const sizes = await Promise.all(
    keys.map(async (key) => Number((await cloud.s3.read(bucket, key, 'HEAD')).headers['content-length'])),
  );
  const made = keys.flatMap((key, n) => (key.startsWith('renditions/') ? [sizes[n] ?? 0] : []));
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  table.note('A4 at 300 dpi: file', sheet.length / 1e6, 'MB');
  table.note(
    'A4 at 300 dpi: objects written by ingest',
    keys.length - 1,
    `of which ${made.length} renditions and tiles`,
  );
  table.note('A4 at 300 dpi: renditions and tiles', sum(made) / 1e6, 'MB');
  // Publication copies each, and adds info.json. Prices of us-east-1, in dollars: a PUT or copy, and a gigabyte for a
  // month.
  const [request, month] = [0.005 / 1000, 0.023];
  const [entered, published] = [keys.length, made.length + 1];
  table.note('1,000 artworks: requests to enter them', entered * 1000 * request, '$, once');
  table.note('1,000 artworks: requests to publish them', published * 1000 * request, '$, once');
  table.note('1,000 artworks: storage of originals', (sheet.length * 1000 * month) / 1e9, '$ a month');
  table.note('1,000 artworks: storage of what was made', (sum(made) * 1000 * month) / 1e9, '$ a month');
  table.note('1,000 artworks: storage of public copies', (sum(made) * 1000 * month) / 1e9, '$ a month');
};

if (process.argv[2] === 'kinds') await measureKinds();
else {
  await measureSizes();
  await measureCost();
}
await product.stop();
table.print();
