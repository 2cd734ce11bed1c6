/**
 * Runs each command of package.json that works on a Sergi, as a person would: starts one with data of its own, lets
 * every other command do its least against it, and ends npm by SIGTERM. Fails where a command does, or where something
 * of it is left behind.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { root } from './support/commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'sergi-commands-'));
const port = 20_000 + Math.floor(Math.random() * 12_000);
const env = {
  ...process.env,
  LC_ALL: 'C',
  SERGI_DATA: join(folder, 'data'),
  PORT: String(port),
  SERGI_URL: '',
  SERGI_TOKEN: '',
};
const { SERGI_URL: _url, SERGI_TOKEN: _token, ...local } = env;

/** What a command prints. Rejects where it fails. */
const npm = async (script: string, ...args: string[]): Promise<string> => {
  const begun = performance.now();
  const { stdout } = await promisify(execFile)('npm', ['run', '-s', script, '--', ...args], { cwd: root, env: local });
  console.log(`ok: ${[script, ...args].join(' ')} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return stdout;
};

const expect = (what: string, text: string, expected: RegExp): void => {
  if (!expected.test(text)) throw new Error(`${what} printed what was not expected:\n${text}`);
};

const isOpen = (one: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(one, '127.0.0.1');
    const is = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', is(true)).once('error', is(false));
  });

/** The addresses that `npm start` prints, by their names, when it is ready. */
const addressesOf = async (started: ReturnType<typeof spawn>): Promise<ReadonlyMap<string, string>> => {
  const addresses = new Map<string, string>();
  for await (const line of createInterface({ input: started.stdout as NodeJS.ReadableStream })) {
    const [, name, url] = /^([\w-]+): (http:\S+)$/.exec(line) ?? [];
    if (name && url) addresses.set(name, url);
    if (line.includes('npm run -s token')) return addresses;
  }
  throw new Error('npm start has ended.');
};

/** What `sign-in` prints, with a browser that chooses a person at once. */
const signIn = async (person: string): Promise<string> => {
  const env = { ...local, BROWSER: 'true' };
  const child = spawn('npm', ['run', '-s', 'sign-in'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (text) => {
    printed += text;
  });
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.startsWith('http')) await fetch(`${line}&person=${person}`);
  }
  console.log('ok: sign-in');
  return printed.trim();
};

const started = spawn('npm', ['start'], { cwd: root, env: local, stdio: ['ignore', 'pipe', 'inherit'] });
const ended = once(started, 'exit');
try {
  const addresses = await addressesOf(started);
  console.log(`ok: start (${[...addresses.keys()].join(', ')})`);
  for (const name of ['openapi', 'pages-az', 'pages-en', 'pages-ru']) {
    const { status } = await fetch(addresses.get(name) ?? '');
    if (status !== 200) throw new Error(`${name} answers ${status}`);
  }
  const keptBy = async (url = '') => String((await fetch(url)).headers.get('x-cache'));
  const document = addresses.get('openapi') ?? '';
  // What the sample changes meanwhile is forgotten.
  for (let tries = 0; !(await keptBy(document)).startsWith('Hit'); tries += 1) {
    if (tries === 50) throw new Error(`No cache keeps ${document}`);
    await pause(100);
  }
  const behind = await keptBy(document.replace(addresses.get('api') ?? '', addresses.get('origin') ?? ''));
  if (behind !== 'null') throw new Error(`origin is behind no cache: it says ${behind}`);

  const token = (await npm('token', '--role', 'editor')).trim();
  const api = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${addresses.get('api')}/v1/staff/${path}`, init);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };

  const archive = join(folder, 'archive.jsonl');
  const translations = { az: { title: 'Köhnə xəbər', body: 'Mətn' } };
  const line = { sourceId: 'commands-1', publishedAt: '2020-01-01', category: 'news', translations };
  writeFileSync(archive, JSON.stringify(line));
  expect('import --dry-run', await npm('import', archive, '--dry-run'), /1/);
  expect('import', await npm('import', archive), /1/);
  const feed = join(folder, 'feed.xml');
  const dated = '<guid>commands-2</guid><pubDate>Fri, 18 Nov 2022 10:30:00 GMT</pubDate>';
  writeFileSync(
    feed,
    `<rss><channel><item><title>Lent</title><description>x</description>${dated}</item></channel></rss>`,
  );
  expect('import --from rss', await npm('import', '--from', 'rss', feed), /^1 lines/m);

  const scans = join(folder, 'scans');
  mkdirSync(scans);
  const create = { width: 600, height: 400, channels: 3, background: '#7bb661' } as const;
  await sharp({ create }).jpeg().toFile(join(scans, 'scan-001.jpg'));
  const { id } = await api('exhibitions', { translations: { az: { title: 'Sərgi' } } });
  await api(`exhibitions/${id}/status`, { status: 'open' });
  const sheet = join(folder, 'artworks.csv');
  writeFileSync(sheet, await npm('upload', '--template'));
  expect('upload', await npm('upload', scans, '--exhibition', id, '--sheet', sheet), /1/);

  expect('rebuild', await npm('rebuild'), /^\d+ items rebuilt$/m);
  expect('replay', await npm('replay'), /nothing to redrive/);
  const staff = (...args: string[]) => npm('staff', ...args);
  expect(
    'staff add',
    await staff('add', 'leyla@example.org', '--role', 'admin', '--name', 'Leyla'),
    /leyla@example\.org/,
  );
  expect('staff role', await staff('role', 'leyla@example.org', '--role', 'editor'), /is editor now/);
  expect('staff list', await staff('list'), /leyla@example\.org +Leyla +editor/);
  expect('staff disable', await staff('disable', 'leyla@example.org'), /cannot sign in/);
  expect('sign-in', await signIn('editor'), /^[\w-]+\.[\w-]+\.[\w-]+$/);

  expect('client', await npm('client'), /^client: \S+\.tgz$/m);
  // Last: whatever the commands before it have made the CDN forget is forgotten by then.
  expect('smoke', await npm('smoke'), /^Nothing speaks against/m);
} finally {
  started.kill('SIGTERM');
  await ended;
}
const ports = [port, port + 1, port + 2, port + 3];
const areOpen = async () => (await Promise.all(ports.map(isOpen))).some(Boolean);
for (let tries = 0; (await areOpen()) && tries < 50; tries += 1) await pause(100);
if (await areOpen()) throw new Error('npm start has left its ports behind.');
console.log('ok: its ports are free again');
rmSync(folder, { recursive: true, maxRetries: 5 });
