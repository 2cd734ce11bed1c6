/**
 * How long `npm run upload` takes for 100 scans of 5 MB, until the last artwork is entered: the embedded cloud receives, ingests and
 * keeps them meanwhile. Another number of scans may be given.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRenditions } from '../../shared/media/make-renditions.ts';
import { startProduct } from './images/product.ts';
import { grainyScan } from './images/scans.ts';
import { spent } from './images/spent.ts';
import { sized } from './sized.ts';
import { Table } from './table.ts';

const count = Number(process.argv[2] ?? sized(100, 2));
const table = new Table();
const product = await startProduct();
const { cloud, ask, folder } = product;

const scans = join(folder, 'scans');
mkdirSync(scans);
let bytes = 0;
let last: Buffer = Buffer.alloc(0);
for (let n = 1; n <= count; n += 1) {
  last = await grainyScan(sized(2480, 620), sized(3508, 877), { sigma: 34, quality: 92 });
  writeFileSync(join(scans, `${n}.jpg`), last);
  bytes += last.length;
}
const rows = Array.from({ length: count }, (_, n) => `${n + 1}.jpg;${n + 1};Rəsm ${n + 1};Rəsm`);
const sheet = join(folder, 'artworks.csv');
writeFileSync(sheet, ['file;entryNumber;title.az;alt.az', ...rows].join('\n'));
const { id } = await ask('exhibitions', { translations: { az: { title: 'Müsabiqə' } } });

const begun = performance.now();
const before = process.cpuUsage();
const env = { ...process.env, SERGI_URL: cloud.url, SERGI_TOKEN: await cloud.token({ groups: ['contributor'] }) };
const command = [`${import.meta.dirname}/../../tools/upload.ts`, scans, '--exhibition', id, '--sheet', sheet];
const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'inherit'] });
let out = '';
child.stdout.on('data', (data) => (out += data));
await once(child, 'close');
const seconds = (performance.now() - begun) / 1000;
const { user, system } = process.cpuUsage(before);
console.log(out.trim().split('\n').at(-1));

const bare = await spent(() => makeRenditions(last, 'image/jpeg', async () => undefined));
table.note(`upload of ${count} scans: size of each`, bytes / count / 1e6, 'MB');
table.note(`upload of ${count} scans, ingest included`, seconds, 's by the clock', 60);
table.note(`upload of ${count} scans: the cloud with ingest`, (user + system) / 1e6, 's of the processor');
table.note(`upload of ${count} scans: of it renditions and tiles`, (bare.cpu * count) / 1000, 's of the processor');
await product.stop();
table.print();
