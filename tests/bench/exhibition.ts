/**
 * What it takes to publish exhibitions of 10 and 100 artworks, or of as many as the arguments say (`node
 * tests/bench/exhibition.ts 1000`), to publish one more, and to withdraw them, beside bare copies and deletions of the
 * same objects by the same client. The publisher runs in a process of its own. One scan of A4 passes ingest; the other
 * artworks get files of the same names.
 */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { copiesAtOnce } from '../../shared/media/publish-media.ts';
import { startProduct } from './images/product.ts';
import { runProgram } from './images/run-program.ts';
import { grainyScan } from './images/scans.ts';
import type { Spent } from './images/spent.ts';
import { type Watched, watchCalls } from './images/watched-calls.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const wanted = process.argv.slice(2).map(Number);
const sizes = wanted.length > 0 ? wanted : sized([10, 100], [2]);
const lanes = 16;

/**
 * After how many milliseconds S3 answers here: longer than it takes, so that waiting shows, and not how busy this
 * machine is.
 */
const answerMs = sized(1_000, 10);

const table = new Table();
const product = await startProduct({ schedulesByHand: true });
const { cloud, ask } = product;
const [originals, media] = [cloud.s3.bucketName('OriginalsBucket'), cloud.s3.bucketName('MediaBucket')];
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const dynamodb = new DynamoDBClient({ endpoint: cloud.dynamodb.endpoint, region: 'us-east-1', credentials });
const TableName = cloud.dynamodb.tableName('Desk');

const model = await product.send(await grainyScan(sized(2480, 620), sized(3508, 877)));
await product.settled(model);
const sk = { S: 'UPLOAD' };
const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: { pk: { S: `UPLOAD#${model}` }, sk } }));
const prefix = `renditions/${model}/`;
const files = (await cloud.s3.list(originals, prefix)).map((key) => key.slice(prefix.length));

/** An upload as ingest leaves it, without its work, and with one letter in each file. */
const plant = async (): Promise<string> => {
  const id = ulid();
  const facts = { ...JSON.parse(Item?.facts?.S ?? ''), id, sha256: randomBytes(32).toString('hex') };
  for (const file of files) await cloud.s3.put(originals, `renditions/${id}/${file}`, 'x');
  const planted = { ...Item, pk: { S: `UPLOAD#${id}` }, sk, facts: { S: JSON.stringify(facts) } };
  await dynamodb.send(new PutItemCommand({ TableName, Item: planted }));
  return id;
};

const translations = { az: { title: 'Əsər', alt: 'Rəsm' }, en: { title: 'A work', alt: 'A drawing' } };
const artist = { name: 'Leyla Əliyeva', isMinor: false };

interface Prepared {
  readonly id: string;
  readonly artworkIds: readonly string[];
  readonly uploadIds: readonly string[];
}

/** Enters one more work with an upload of its own. */
const enter = async (id: string, entryNumber: number): Promise<{ artworkId: string; uploadId: string }> => {
  const uploadId = await plant();
  const artwork = { entryNumber, uploadId, translations, artist };
  return { artworkId: (await ask(`exhibitions/${id}/artworks`, artwork)).id, uploadId };
};

/** An exhibition with its selection made, ready to be published. */
const prepare = async (size: number): Promise<Prepared> => {
  const texts = { title: `Sərgi ${size}`, summary: 'Rəsmlər', description: 'Uşaqların rəsmləri.' };
  const { id } = await ask('exhibitions', {
    translations: { az: texts, en: { ...texts, title: `Exhibition ${size}` } },
    place: { name: { az: 'Bakı' } },
    opensOn: '2024-10-01',
    closesOn: '2099-10-01',
  });
  await ask(`exhibitions/${id}/status`, { status: 'open' });
  const numbers = Array.from({ length: size }, (_, n) => n + 1);
  const entered = await mapWithConcurrency(numbers, lanes, (entryNumber) => enter(id, entryNumber));
  const artworkIds = entered.map(({ artworkId }) => artworkId);
  await ask(`exhibitions/${id}/status`, { status: 'selection' });
  await ask(`exhibitions/${id}/selection`, { artworkIds });
  return { id, artworkIds, uploadIds: entered.map(({ uploadId }) => uploadId) };
};

const { entry, environment } = cloud.bundle('PublisherFunction');

/**
 * Asks for work on an exhibition, which the publisher of the cloud fails to begin: it is done in a process of its own.
 */
const apart = async (id: string, act: string): Promise<{ spent: Spent; watched: Watched }> => {
  const isIts = ({ action, function: name }: (typeof cloud.calls)[number]) =>
    action === 'dynamodb:GetItem' && name.startsWith('Publisher');
  const remove = cloud.inject({ match: isIts, respond: 'deny', times: 1 });
  const before = cloud.calls.findLast(isIts);
  const answered = ask(`exhibitions/${id}/${act}`, {});
  while (cloud.calls.findLast(isIts) === before) await pause(20);
  remove();
  const ended = watchCalls(cloud, 'Publisher', answerMs);
  const message = {
    messageId: id,
    body: JSON.stringify({ exhibitionId: id }),
    attributes: { ApproximateReceiveCount: '1' },
  };
  const spent = await runProgram<Spent>('call', [entry, JSON.stringify({ Records: [message] })], environment);
  const watched = ended();
  await answered;
  return { spent, watched };
};

/** Copies the same objects, and deletes the copies, by the client alone. */
const bare = async (
  uploadIds: readonly string[],
): Promise<Record<'copied' | 'deleted', Spent> & { watched: Watched }> => {
  const list = `${product.folder}/keys`;
  writeFileSync(list, uploadIds.flatMap((id) => files.map((file) => `renditions/${id}/${file}`)).join('\n'));
  const ended = watchCalls(cloud, 'Publisher', answerMs);
  const spent = await runProgram<Record<'copied' | 'deleted', Spent>>('bare-copies', [list], environment);
  return { ...spent, watched: ended() };
};

const publicStatus = async (id: string): Promise<number> =>
  (await fetch(`${cloud.apiUrl}/v1/exhibitions/${id}`)).status;

const requireStatus = async (id: string, wanted: number): Promise<void> => {
  const found = await publicStatus(id);
  if (found !== wanted) throw new Error(`The exhibition ${id} is answered by ${found} instead of ${wanted}.`);
};

const sum = ({ calls }: Watched): number => [...calls.values()].reduce((total, one) => total + one, 0);

const callsIn = ({ calls }: Watched): string =>
  [...calls].map(([action, count]) => `${count} ${action.slice(3)}`).join(', ');

const compared = (ours: number, theirs: number): [ratio: number, figures: string] => [
  ours / theirs,
  `(${(ours / 1000).toFixed(2)} : ${(theirs / 1000).toFixed(2)} s)`,
];

for (const size of sizes) {
  const { id, artworkIds, uploadIds } = await prepare(size);
  const published = await apart(id, 'publish');
  await requireStatus(id, 200);
  const objects = (await cloud.s3.list(media)).length;
  const alone = await bare(uploadIds);
  const { artworkId } = await enter(id, size + 1);
  await ask(`exhibitions/${id}/selection`, { artworkIds: [...artworkIds, artworkId] });
  const again = await apart(id, 'publish');
  const withdrawn = await apart(id, 'unpublish');
  await requireStatus(id, 410);
  const left = (await cloud.s3.list(media)).length;
  if (left > 0) throw new Error(`${left} files are public still.`);

  const note = (what: string, ...figures: [value: number, unit?: string, limit?: number]) =>
    table.note(`${size} artworks: ${what}`, ...figures);
  note('objects', objects, `${(objects / size).toFixed(1)} for each`);
  note('calls of S3 to publish', sum(published.watched), callsIn(published.watched));
  note(
    'under way of them, on average',
    published.watched.inFlight,
    `of at most ${copiesAtOnce}; of bare copies ${alone.watched.inFlight.toFixed(1)}`,
  );
  note(`published : bare copies, clock, ${answerMs} ms a call`, ...compared(published.spent.ms, alone.copied.ms));
  note('published : bare copies, processor', ...compared(published.spent.cpu, alone.copied.cpu));
  note('one more published: calls of S3', sum(again.watched), callsIn(again.watched));
  note('one more published', again.spent.cpu, 'ms of the processor');
  note('calls of S3 to withdraw', sum(withdrawn.watched), callsIn(withdrawn.watched));
  note('withdrawn : bare deletions, processor', ...compared(withdrawn.spent.cpu, alone.deleted.cpu));
  note('withdrawn, clock', withdrawn.spent.ms / 1000, 's');
  table.print();
}
await product.stop();
