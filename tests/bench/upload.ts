/**
 * What `npm run upload` takes for 100 scans of 2.5 MB, until the last artwork is entered: what `npm start` runs
 * receives, ingests and keeps them meanwhile. Beside it bare sharp makes the same renditions and tiles of the same
 * scans, one scan after the other: of half of them before and of the others after, since the machine may have other
 * work. Another number of scans may be given.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callApi } from '../../tools/api-client/api.ts';
import { synthesize } from '../../tools/local/synth.ts';
import { processorOf, processorOfChildren, residentPeakOf, watchWork } from './images/process-facts.ts';
import { runProgram } from './images/run-program.ts';
import { grainyScan } from './images/scans.ts';
import type { Spent } from './images/spent.ts';
import { sized } from './sized.ts';
import { Server } from './soak/server.ts';
import { Table } from './table.ts';

const count = Number(process.argv[2] ?? sized(100, 2));
if (process.platform !== 'linux') {
  console.log('The bench reads what processes take from /proc: it runs on Linux only.');
  process.exit(0);
}

const folder = mkdtempSync(`${tmpdir()}/sergi-bench-`);
const scans = join(folder, 'scans');
mkdirSync(scans);
// Few pictures, since a scan takes as long to make here as to ingest; behind the end of an image nothing counts, and so
// each is another file.
const pictures: Buffer[] = [];
for (let n = 0; n < Math.min(count, sized(6, 1)); n += 1) {
  pictures.push(await grainyScan(sized(2480, 620), sized(3508, 877), { sigma: 24, quality: 89 }));
}
const files = Array.from({ length: count }, (_, n) => join(scans, `${n + 1}.jpg`));
for (const [n, file] of files.entries()) {
  writeFileSync(file, Buffer.concat([pictures[n % pictures.length] ?? Buffer.alloc(0), randomBytes(16)]));
}
const bytes = pictures.reduce((sum, { length }) => sum + length, 0) / pictures.length;
const rows = files.map((_, n) => `${n + 1}.jpg;${n + 1};Rəsm ${n + 1};Rəsm`);
const sheet = join(folder, 'artworks.csv');
writeFileSync(sheet, ['file;entryNumber;title.az;alt.az', ...rows].join('\n'));

/** What the same takes by bare sharp for some of the scans, and how many cores have work meanwhile. */
const bare = async (from: number, to: number) => {
  let watched = () => 0;
  // As `npm start` sets it.
  const env = { MALLOC_ARENA_MAX: '2' };
  const args = [join(folder, `bare-${from}`), ...files.slice(from, to)];
  const { ms, cpu } = await runProgram<Spent>('bare-sharp', args, env, (pid) => {
    watched = watchWork([pid]);
  });
  return { seconds: ms / 1000, processor: cpu / 1000, cores: watched() };
};

const assembly = join(folder, 'cdk.out');
await synthesize(assembly);

/**
 * A token, once the function has started that names whose it is: on a busy machine it takes longer than its timeout.
 */
const tokenOf = async (server: Server): Promise<string> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await server.token('bench');
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
};

/** Uploads all scans to a Sergi of its own. */
const upload = async (server: Server) => {
  const site = { url: server.url, token: await tokenOf(server) };
  const body = JSON.stringify({ translations: { az: { title: 'Müsabiqə' } } });
  const { id } = (await callApi(site, '/exhibitions', { body })) as { id: string };
  const pids = [server.pid, server.dynamodbPid() ?? 0];
  const spent = () => [...pids.map(processorOf), processorOfChildren()];
  const [begun, before] = [performance.now(), spent()];
  const command = [`${import.meta.dirname}/../../tools/upload.ts`, scans, '--exhibition', id, '--sheet', sheet];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, SERGI_URL: site.url, SERGI_TOKEN: site.token },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const watched = watchWork([...pids, child.pid ?? 0]);
  let out = '';
  child.stdout.on('data', (data) => (out += data));
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`The upload has ended with ${code}:\n${out}`);
  console.log(out.trim().split('\n').at(-1));
  const [cloud = 0, dynamodb = 0, uploader = 0] = spent().map((now, n) => now - (before[n] ?? 0));
  return { seconds, cloud, dynamodb, uploader, cores: watched(), peak: residentPeakOf(server.pid) };
};

const half = Math.floor(count / 2);
const server = new Server(folder, assembly);
const before = await bare(0, half);
await server.start();
const ours = await upload(server).finally(() => server.end('SIGINT'));
const after = await bare(half, count);
const sharp = {
  seconds: before.seconds + after.seconds,
  processor: before.processor + after.processor,
  cores: (before.cores + after.cores) / 2,
};

const table = new Table();
const processor = ours.cloud + ours.dynamodb + ours.uploader;
const figures = (one: number, other: number) => `(${one.toFixed(1)} : ${other.toFixed(1)} s)`;
/** By the clock of a machine that has nothing else to do. */
const [alone, sharpAlone] = [processor / ours.cores, sharp.processor / sharp.cores];
table.note(`${count} scans: size of each`, bytes / 1e6, 'MB');
table.note('upload : bare sharp, clock', ours.seconds / sharp.seconds, figures(ours.seconds, sharp.seconds), 0.7);
table.note('upload : bare sharp, processor', processor / sharp.processor, figures(processor, sharp.processor));
table.note('upload : bare sharp, processor by cores with work', alone / sharpAlone, figures(alone, sharpAlone), 0.7);
table.note('upload: cores that have work', ours.cores);
table.note('bare sharp: cores that have work', sharp.cores);
table.note('upload: busy cores', processor / ours.seconds);
table.note('bare sharp: busy cores', sharp.processor / sharp.seconds);
table.note('upload: Sergi with ingest', ours.cloud, 's of the processor');
table.note('upload: DynamoDB', ours.dynamodb, 's of the processor');
table.note('upload: the command', ours.uploader, 's of the processor');
table.note('upload: peak memory of Sergi', ours.peak, 'MB', 1200);
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
table.print();
