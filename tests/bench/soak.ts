/**
 * `node tests/bench/soak.ts [seconds]`: runs Sergi as `npm start` does for ten minutes of mixed traffic, kills it and
 * its DynamoDB in between, and prints errors by kind, times, and how memory, disk and open files grow; at the end,
 * whether desk, feeds, pages, search, calendar and media agree. Ends with 1 where they do not, or where calls have
 * failed that should not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { synthesize } from '../../tools/local/synth.ts';
import { sized } from './sized.ts';
import { disagreements } from './soak/agreement.ts';
import { Record } from './soak/record.ts';
import { Server } from './soak/server.ts';
import { read, type Traffic, upload, write } from './soak/traffic.ts';

const seconds = Number(process.argv[2] ?? sized(600, 12));
if (process.platform !== 'linux') {
  console.log('The soak reads what processes take from /proc: it runs on Linux only.');
  process.exit(0);
}

const folder = mkdtempSync(`${tmpdir()}/sergi-soak-`);
const assembly = `${folder}/cdk.out`;
await synthesize(assembly);
const server = new Server(folder, assembly);
await server.start();

const record = new Record();
const end = record.begun + seconds * 1000;
const traffic: Traffic = {
  server,
  record,
  world: { events: [], uploads: [], pictures: [] },
  isOver: () => performance.now() > end,
};
const sampling = setInterval(
  () => {
    const sample = server.sample(record.begun);
    if (sample) record.samples.push(sample);
  },
  Math.max(500, seconds * 5),
);

/** What happens to the server, and when: after so many parts of the time. */
const kill = async (share: number, what: string, act: () => Promise<void>): Promise<void> => {
  await pause(Math.max(0, record.begun + seconds * 1000 * share - performance.now()));
  record.isDown = true;
  const began = performance.now();
  await act();
  console.log(
    `${what} after ${Math.round((began - record.begun) / 1000)} s: back in ${Math.round(performance.now() - began)} ms`,
  );
  // Calls that were under way fail a moment later.
  await pause(2000);
  record.isDown = false;
};
const answers = async (): Promise<void> => {
  while (
    !(await fetch(`${server.url}/v1/feed?locale=az`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await pause(50);
};
const kills = async (): Promise<void> => {
  await kill(0.35, 'Node killed', async () => {
    await server.end('SIGKILL');
    await server.start();
    await answers();
  });
  await kill(0.65, 'DynamoDB killed', async () => {
    const pid = server.dynamodbPid();
    if (pid === undefined) throw new Error('There is no DynamoDB to be killed.');
    process.kill(pid, 'SIGKILL');
    await pause(100);
    await answers();
  });
};
const lanes = Array.from({ length: 3 }, (_, lane) => write(traffic, lane));
await Promise.all([kills(), upload(traffic), ...lanes, read(traffic), read(traffic)]);

const found = await disagreements(traffic);
clearInterval(sampling);
record.print();
const { events, uploads } = traffic.world;
console.log(`${events.length} events and ${uploads.length} uploads in ${seconds} s; load ${loadavg()[0]}`);
for (const line of found.slice(0, 50)) console.log(line);
console.log(
  found.length === 0 ? 'Desk, feeds, pages, search, calendar and media agree.' : `${found.length} differences`,
);
const complaints = new Map<string, number>();
for (const line of server.complaints) complaints.set(line.slice(0, 160), (complaints.get(line.slice(0, 160)) ?? 0) + 1);
for (const [line, times] of [...complaints].slice(0, 10)) console.log(`${times} x ${line}`);
await server.end('SIGINT');
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exit(found.length > 0 || record.faults > 0 ? 1 : 0);
