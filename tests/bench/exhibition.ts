/**
 * How long it takes to publish and to withdraw exhibitions of 10 and 100 artworks, or of as many as the arguments say:
 * `node tests/bench/exhibition.ts 1000`. One scan of A4 passes ingest; the other artworks get copies of what it has made of it.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { startProduct } from './images/product.ts';
import { grainyScan } from './images/scans.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const wanted = process.argv.slice(2).map(Number);
const sizes = wanted.length > 0 ? wanted : sized([10, 100], [2]);
const lanes = 16;

const table = new Table();
const product = await startProduct(360_000);
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
const made = await Promise.all(
  (await cloud.s3.list(originals, prefix)).map(async (key) => {
    const { body, headers } = await cloud.s3.read(originals, key);
    const kept = { 'content-type': String(headers['content-type']), 'cache-control': String(headers['cache-control']) };
    return { file: key.slice(prefix.length), body: Buffer.from(body ?? ''), headers: kept };
  }),
);

/** An upload as ingest leaves it, without its work. */
const plant = async (): Promise<string> => {
  const id = ulid();
  const facts = { ...JSON.parse(Item?.facts?.S ?? ''), id, sha256: randomBytes(32).toString('hex') };
  for (const { file, body, headers } of made) await cloud.s3.put(originals, `renditions/${id}/${file}`, body, headers);
  const planted = { ...Item, pk: { S: `UPLOAD#${id}` }, sk, facts: { S: JSON.stringify(facts) } };
  await dynamodb.send(new PutItemCommand({ TableName, Item: planted }));
  return id;
};

const translations = { az: { title: 'Əsər', alt: 'Rəsm' }, en: { title: 'A work', alt: 'A drawing' } };
const artist = { name: 'Leyla Əliyeva', isMinor: false };

/** An exhibition with its selection made, ready to be published. */
const prepare = async (size: number): Promise<string> => {
  const texts = { title: `Sərgi ${size}`, summary: 'Rəsmlər', description: 'Uşaqların rəsmləri.' };
  const { id } = await ask('exhibitions', {
    translations: { az: texts, en: { ...texts, title: `Exhibition ${size}` } },
    place: { name: { az: 'Bakı' } },
    opensOn: '2024-10-01',
    closesOn: '2099-10-01',
  });
  await ask(`exhibitions/${id}/status`, { status: 'open' });
  const artworkIds = await mapWithConcurrency(
    Array.from({ length: size }, (_, n) => n + 1),
    lanes,
    async (entryNumber) => {
      const artwork = { entryNumber, uploadId: await plant(), translations, artist };
      return (await ask(`exhibitions/${id}/artworks`, artwork)).id;
    },
  );
  await ask(`exhibitions/${id}/status`, { status: 'selection' });
  await ask(`exhibitions/${id}/selection`, { artworkIds });
  return id;
};

const publicStatus = async (id: string): Promise<number> => (await fetch(`${cloud.url}/v1/exhibitions/${id}`)).status;

const until = async (condition: () => Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(100);
};

for (const size of sizes) {
  const id = await prepare(size);
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const answer = await ask(`exhibitions/${id}/publish`, {});
  const answered = performance.now();
  if (answer.status !== 'published') await until(async () => (await publicStatus(id)) === 200);
  const published = performance.now();
  const { user, system } = process.cpuUsage(before);
  const objects = (await cloud.s3.list(media)).length;
  const withdrawing = performance.now();
  await ask(`exhibitions/${id}/unpublish`, {});
  const gone = performance.now();
  if ((await publicStatus(id)) !== 410) throw new Error(`The exhibition ${id} is still public.`);
  await until(async () => (await cloud.s3.list(media)).length === 0);
  const clean = performance.now();
  const took = (from: number, to: number) => (to - from) / 1000;
  table.note(`${size} artworks: objects copied`, objects, `${(objects / size).toFixed(1)} for each`);
  table.note(
    `${size} artworks: published after`,
    took(begun, published),
    `s, answered after ${took(begun, answered).toFixed(2)} s`,
  );
  table.note(`${size} artworks: published, each`, (published - begun) / size, 'ms');
  table.note(`${size} artworks: published, cloud and functions`, (user + system) / 1e6, 's of the processor');
  table.note(`${size} artworks: withdrawn, answered after`, took(withdrawing, gone), 's');
  table.note(`${size} artworks: last public byte deleted after`, took(withdrawing, clean), 's');
  table.print();
}
await product.stop();
