/** Calls handlers by turns and tells the milliseconds of each call, by the clock and of the processor. */
import type { Job } from '../measure.ts';

const jobs: Job[] = JSON.parse(process.argv[2] ?? '');
const rounds = Number(process.argv[3]);
const warmUp = 300;
const lanes = await Promise.all(
  jobs.map(async ({ entry, event }) => {
    const { handler } = await import(entry);
    return { call: () => handler(event, { awsRequestId: 'bench' }), ms: [] as number[], cpuMs: [] as number[] };
  }),
);
for (let round = -warmUp; round < rounds; round += 1) {
  for (const { call, ms, cpuMs } of round % 2 ? lanes : lanes.toReversed()) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await call();
    const end = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    if (round < 0) continue;
    ms.push(end - start);
    cpuMs.push((user + system) / 1000);
  }
}
process.stdout.write(JSON.stringify(lanes.map(({ ms, cpuMs }) => ({ ms, cpuMs }))));
process.exit();
