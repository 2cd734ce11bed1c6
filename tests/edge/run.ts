/**
 * `node tests/edge/run.ts`: runs the functions of CloudFront's edges in njs, the engine that CloudFront runs them in,
 * and compares what they make of each request with what Node makes of it. Node takes syntax that njs refuses, and with
 * which no deployment succeeds. Needs `njs` (Debian: `apt-get install njs`).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { languageHeaders, queries } from './requests.ts';

const functions = new URL('../../infra/edge/', import.meta.url);
const paths = ['/', '/az', '/az/events/sərgi', '/console', '/console/events/1', '/console/assets/app.js'];
const requests = [
  ...queries.map((rawQuery, index) => ({ uri: paths[index % paths.length], rawQuery, headers: {} })),
  ...languageHeaders.map((value) => ({ uri: '/', rawQuery: '', headers: { 'accept-language': { value } } })),
  ...paths.map((uri) => ({ uri, rawQuery: '', headers: {} })),
];

/** Answers each request by the function, as JSON. What CloudFront would answer is not made here. */
const driver = `
const answers = ${JSON.stringify(requests)}.map((given) => {
  const request = { method: 'GET', uri: given.uri, headers: given.headers, querystring: {}, cookies: {} };
  request.rawQueryString = () => given.rawQuery || undefined;
  return JSON.stringify(handler({ version: '1.0', viewer: { ip: '192.0.2.1' }, request: request }));
});
`;

const folder = mkdtempSync(join(tmpdir(), 'sergi-edge-'));
try {
  for (const name of readdirSync(functions)) {
    const code = `${readFileSync(new URL(name, functions), 'utf8')}${driver}`;
    const file = join(folder, name);
    writeFileSync(file, `${code}answers.forEach((answer) => console.log(answer));\n`);
    const inNjs = execFileSync('njs', [file], { encoding: 'utf8' }).trimEnd().split('\n');
    const context = createContext({});
    runInContext(code, context);
    const inNode = runInContext('answers', context) as readonly string[];
    for (const [index, request] of requests.entries()) {
      if (inNjs[index] === inNode[index]) continue;
      throw new Error(
        `${name} makes of ${JSON.stringify(request)} ${inNjs[index]} in njs, and ${inNode[index]} in Node`,
      );
    }
    console.log(`✓ ${name}: njs and Node make the same of ${requests.length} requests`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
