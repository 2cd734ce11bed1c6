/** What `call` in `../measure.ts` runs. */
import type { Job, Outcome } from '../measure.ts';

const [jobs, rounds, lanes]: [Job[], number, number] = JSON.parse(`[${process.argv.slice(2)}]`);
const context = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 10_000 };
const processor = (used = process.cpuUsage()): number => (used.user + used.system) / 1000;

const start = performance.now();
const handlers = await Promise.all(jobs.map(async ({ entry, event }) => ({ ...(await import(entry)), event })));
const imports = performance.now() - start;
for (const { handler, event } of handlers) {
  const { Items, body } = await handler(event, context);
  // In any format of the feed.
  const count = Items?.length ?? body.match(/"(publishedAt|date_published)":|<item>|<entry\b|BEGIN:VEVENT/g)?.length;
  if (count !== 20) throw new Error(`This is no page of 20: ${body}`);
}
const [first, firstCpu] = [performance.now(), processor()];

let begun = 0;
const [ms, cpu]: [number[][], number[][]] = [jobs.map(() => []), jobs.map(() => [])];
const lane = async (): Promise<void> => {
  for (let round = -rounds; round < rounds; round += 1) {
    if (round === 0) begun ||= performance.now();
    for (const [index, { handler, event }] of handlers.entries()) {
      const [before, cpuBefore] = [performance.now(), processor()];
      await handler(event, context);
      if (round >= 0) cpu[index]?.push(processor() - cpuBefore);
      if (round >= 0) ms[index]?.push(performance.now() - before);
    }
  }
};
await Promise.all(Array.from({ length: lanes }, lane));
const outcome: Outcome = { imports, first, firstCpu, all: performance.now() - begun, ms, cpu };
process.stdout.write(JSON.stringify(outcome), () => process.exit());
