/** Gets an address again and again over kept connections, and tells the milliseconds of each answer and of all. */
import { Agent, get } from 'node:http';

const url: string = JSON.parse(process.argv[2] ?? '');
const [count, concurrency] = process.argv.slice(3).map(Number) as [number, number];
const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
const once = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume().on('end', () => resolve(performance.now() - start));
    }).on('error', reject);
  });
for (let left = 300; left > 0; left -= 1) await once();
const ms: number[] = [];
const start = performance.now();
const lane = async () => {
  while (ms.length < count) ms.push(await once());
};
await Promise.all(Array.from({ length: concurrency }, lane));
process.stdout.write(JSON.stringify({ ms, total: performance.now() - start }));
process.exit();
