/** Sergi on this machine, in the foreground, with its data kept in a folder. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCloud } from '@sergi/emulator/cloud.ts';
import type { Log } from '@sergi/emulator/lambda/lambda.ts';
import { closingLines } from './closing-lines.ts';
import { onEnd } from './on-end.ts';
import { dataFolder, forgetRunning, isRunning, readRunning, recordRunning } from './running.ts';
import { type Seeding, seedSample } from './sample.ts';
import { synthesize } from './synth.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const isTaken = (error: unknown): error is NodeJS.ErrnoException & { port: number } =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const log: Log = (line, source) => {
  if (process.env.SERGI_LOG !== '1' && source.stream !== 'stderr') return;
  process.stderr.write(`${source.function}: ${line}\n`);
};

/** Webhooks may reach receivers on this machine, and only in the emulator. */
const receiversHere = { WEBHOOK_LOOPBACK: 'allowed' };

/** Where the console is while it is developed: `npm run dev -w console`. */
const callbackUrls = ['http://127.0.0.1:5173/console/'];

/** Who can sign in to the console on this machine. */
const samplePeople = [
  { name: 'contributor', groups: ['contributor'], attributes: { name: 'Aysel Məmmədova' } },
  { name: 'editor', groups: ['editor'], attributes: { name: 'Leyla Əliyeva' } },
  { name: 'admin', groups: ['admin'], attributes: { name: 'Rəşad Quliyev' } },
  { name: 'juror', groups: ['juror'], attributes: { name: 'Nigar Həsənova' } },
];

/** Long enough that a reader who clicks through the pages never waits for a function to start again. */
const idleTimeout = 20_000;

/**
 * Of changes that belong together none is shown for long without the others; whoever publishes and looks does not wait.
 */
const longestBatchingWindow = 100;

let isEnding = false;

/** What is left of the sample when Sergi ends is filled in after the next start. */
const finishSample = async (seeding: Seeding | undefined): Promise<void> => {
  if (!seeding) return;
  try {
    await seeding.complete;
    console.log('The sample is complete: pictures, two exhibitions, and a competition for a jury.');
  } catch (error) {
    if (!isEnding) console.error(error instanceof Error ? error.message : error);
  }
};

const run = async (): Promise<void> => {
  const data = dataFolder();
  if (isRunning(data)) {
    const where = readRunning(data)?.url;
    throw new Error(
      `Sergi runs on ${data} already${where ? `, at ${where}` : ''}: stop it, or set SERGI_DATA to another folder.`,
    );
  }
  forgetRunning(data);
  const port = Number(process.env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_532)
    throw new Error(`PORT must be a port, not "${process.env.PORT}"`);
  // Tests that start it more than once have synthesized the app before.
  const given = process.env.SERGI_ASSEMBLY;
  const assembly = given ?? join(root, '.sergi', 'cdk.out');
  if (given === undefined)
    await synthesize(assembly, () => console.error('Synthesizing the app and bundling its functions…'));
  let stop = async (): Promise<void> => {};
  onEnd(() => {
    isEnding = true;
    return stop().finally(() => process.exit(0));
  });
  const ports = { front: port, store: port + 1, issuer: port + 2, api: port + 3 };
  const options = { log, idleTimeout, environment: receiversHere, throttles: true, people: samplePeople, callbackUrls };
  const edge = { caches: true, longestBatchingWindow };
  const failed = (error: Error): never => {
    console.error(`Sergi cannot go on: ${error.message}`);
    process.exit(1);
  };
  const cloud = await startCloud({ assembly, dataDir: data, ports, failed, ...options, ...edge });

  const forget = recordRunning(data, { url: cloud.url, issuer: cloud.issuerUrl, store: cloud.storeUrl });
  stop = () => {
    forget();
    return cloud.stop();
  };
  const seeding = await seedSample(cloud, data);
  console.log(closingLines(cloud, seeding !== undefined).join('\n'));
  await finishSample(seeding);
};

run().catch((error: unknown) => {
  if (isTaken(error))
    console.error(`Port ${error.port} is taken: stop what listens there, or set PORT to another one.`);
  else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
