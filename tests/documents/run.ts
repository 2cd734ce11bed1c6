/**
 * Runs what the documents tell people to type: starts Sergi as `npm start` does, on a new data folder, and gives the
 * shell blocks of the README and of the guides to bash, in their order and in one shell. Needs curl and jq, as the
 * documents say.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { startLocalSergi } from '../support/cloud/local-sergi.ts';

const root = join(import.meta.dirname, '../..');
const port = 8787;

/** The documents whose blocks are run, and which of them: those that contain the text. */
const tour: [document: string, marks: string[]][] = [
  ['README.md', ["/v1/feed?locale=az'", '# 1. Create a draft']],
  ['docs/guides/exhibitions.md', ['# 1. Create an exhibition']],
  ['docs/guides/frontends.md', ['/v1/feed.rss', '/v1/staff/webhooks']],
];

const blocksOf = (document: string, marks: readonly string[]): string[] => {
  const blocks = [...readFileSync(join(root, document), 'utf8').matchAll(/^```sh\n(.*?)^```/gms)].map(
    ([, text = '']) => text,
  );
  return marks.map((mark) => {
    const block = blocks.find((text) => text.includes(mark));
    if (block === undefined) throw new Error(`${document} has no shell block with ${mark}`);
    return block;
  });
};

const folder = mkdtempSync(join(tmpdir(), 'sergi-documents-'));
const env = { ...process.env, SERGI_DATA: join(folder, 'data'), PORT: String(port), HOME: folder };

const server = startLocalSergi(env);

try {
  await server.started;
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  await sharp({ create: { width: 900, height: 700, channels: 3, background: '#888888', noise } })
    .jpeg()
    .toFile(join(folder, 'scan.jpg'));
  const script = [
    'set -eo pipefail',
    'curl() { command curl -sS --fail-with-body "$@"; }',
    ...tour.flatMap(([document, marks]) => blocksOf(document, marks)),
  ].join('\n');
  const { status } = spawnSync('bash', ['-c', script], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(
    status === 0 ? '\nok: every command of the documents' : `\nFAILED: a command of the documents ended with ${status}`,
  );
  process.exitCode = status === 0 ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
