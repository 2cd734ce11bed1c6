/** `npm start`: Sergi on this machine, in the foreground, with its data kept in a folder. */
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startCloud } from './cloud.ts';
import type { Log } from './lambda.ts';
import { seedSample } from './sample.ts';
import { synthesize } from './synth.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const isTaken = (error: unknown): error is NodeJS.ErrnoException & { port: number } =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const log: Log = (line, source) => {
  if (process.env.SERGI_LOG !== '1' && source.stream !== 'stderr') return;
  process.stderr.write(`${source.function}: ${line}\n`);
};

const run = async (): Promise<void> => {
  const data = resolve(process.env.SERGI_DATA ?? join(root, '.sergi', 'data'));
  const port = Number(process.env.PORT ?? 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_533)
    throw new Error(`PORT must be a port, not "${process.env.PORT}"`);
  const assembly = join(root, '.sergi', 'cdk.out');
  await synthesize(assembly);
  const ports = { front: port, store: port + 1, issuer: port + 2 };
  const cloud = await startCloud({ assembly, dataDir: data, ports, log });

  const running = join(root, '.sergi', 'running.json');
  const end = async (): Promise<void> => {
    rmSync(running, { force: true });
    await cloud.stop();
    process.exit(0);
  };
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!ending) end();
      ending = true;
    });
  }
  // Where `npm run token` finds the issuer.
  writeFileSync(running, JSON.stringify({ issuer: cloud.issuerUrl }));
  await seedSample(cloud, data);
  console.log(`api: ${cloud.url}\nstore: ${cloud.storeUrl}\nissuer: ${cloud.issuerUrl}`);
};

run().catch((error: unknown) => {
  if (isTaken(error))
    console.error(`Port ${error.port} is taken: stop what listens there, or set PORT to another one.`);
  else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
