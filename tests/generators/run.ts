/**
 * Makes clients from the OpenAPI document with programs that many use, and lets each read the feed of a Sergi that it
 * starts: a document that one of them refuses, or from which it makes what does not compile, fails here, and so do the
 * client's recipes. Needs Python 3.11 or newer, PyPI, npm and Chromium.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packClient } from '../../tools/client/pack.ts';
import { startLocalSergi } from '../support/cloud/local-sergi.ts';
import { runSiteRecipes } from './sites.ts';
import { runUppyRecipe } from './uppy.ts';

const root = join(import.meta.dirname, '../..');
const modules = join(root, 'node_modules/.bin');
const folder = mkdtempSync(join(tmpdir(), 'sergi-generators-'));
// Below the ports that systems hand out by themselves.
const port = 20_000 + Math.floor(Math.random() * 10_000);
const env: NodeJS.ProcessEnv = {
  ...process.env,
  SERGI_DATA: join(folder, 'data'),
  PORT: String(port),
  SERGI_URL: `http://127.0.0.1:${port}`,
  PYTHONUTF8: '1',
};

/**
 * What a program prints. Rejects, with what it has printed, where it fails. It does not stop this process meanwhile,
 * which has to notice that Sergi closes an idle connection: `fetch` would send the next request into it.
 */
const run = async (command: string, ...args: string[]): Promise<string> => {
  try {
    return (await promisify(execFile)(command, args, { cwd: folder, env, maxBuffer: 2 ** 26 })).stdout;
  } catch (cause) {
    const { stdout = '', stderr = '' } = cause as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause });
  }
};

const document = join(folder, 'openapi.json');
const [hey, types] = [join(folder, 'hey-api'), join(folder, 'openapi-typescript')];

/** Compiles a program with what was made beside it, strictly, and runs it. */
const compileAndRun = async (place: string): Promise<string> => {
  const strict = ['--strict', '--noEmit', '--exactOptionalPropertyTypes', 'false', '--types', 'node'];
  const target = ['--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler'];
  const roots = ['--typeRoots', join(root, 'node_modules/@types')];
  await run(join(folder, 'node_modules/.bin/tsc'), ...strict, ...target, ...roots, join(place, 'program.ts'));
  const bundle = join(place, 'program.mjs');
  await run(
    join(modules, 'esbuild'),
    join(place, 'program.ts'),
    '--bundle',
    '--platform=node',
    '--format=esm',
    `--outfile=${bundle}`,
  );
  return run(process.execPath, bundle);
};

const generators: Readonly<Record<string, () => Promise<string>>> = {
  '@hey-api/openapi-ts': async () => {
    await run(join(folder, 'node_modules/.bin/openapi-ts'), '--input', document, '--output', join(hey, 'made'));
    return compileAndRun(hey);
  },
  'openapi-typescript': async () => {
    await run(join(folder, 'node_modules/.bin/openapi-typescript'), document, '--output', join(types, 'made.ts'));
    return compileAndRun(types);
  },
  'openapi-python-client': async () => {
    const generator = join(folder, 'python/bin/openapi-python-client');
    const options = ['--meta', 'none', '--config', join(import.meta.dirname, 'openapi-python-client.yml')];
    // A warning is an operation or an answer that is not made.
    await run(generator, 'generate', '--path', document, '--output-path', 'made', ...options, '--fail-on-warning');
    await run(join(folder, 'python/bin/python'), '-m', 'compileall', '-q', 'made');
    cpSync(join(import.meta.dirname, 'programs/openapi_python_client.py'), join(folder, 'program.py'));
    return run(join(folder, 'python/bin/python'), 'program.py');
  },
};

const install = async (): Promise<void> => {
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(import.meta.dirname, name), join(folder, name));
  await run('npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
  const client = join(folder, 'node_modules/sergi-client');
  mkdirSync(client);
  await run('tar', '-xzf', packClient(folder), '--strip-components=1', '-C', client);
  await run('python3', '-m', 'venv', 'python');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  const requirements = join(import.meta.dirname, 'requirements.txt');
  await run(join(folder, 'python/bin/python'), ...pip, '--require-hashes', '-r', requirements);
  // The programs that make Python call ruff by its name.
  env.PATH = `${join(folder, 'python/bin')}:${process.env.PATH}`;
};

const server = startLocalSergi(env);

try {
  await install();
  await server.started;
  const read = async (path: string): Promise<string> => (await fetch(`${env.SERGI_URL}${path}`)).text();
  writeFileSync(document, await read('/v1/openapi.json'));
  const { items } = JSON.parse(await read('/v1/feed?locale=az&limit=3')) as { items: { title: string }[] };
  const expected = [...items.map(({ title }) => title), 'eventNotFound'].join('\n');
  for (const place of [hey, types]) {
    mkdirSync(place);
    cpSync(join(import.meta.dirname, 'programs', `${place.split('/').at(-1)}.ts`), join(place, 'program.ts'));
  }
  for (const [name, make] of Object.entries(generators)) {
    const begun = performance.now();
    const printed = (await make()).trim().replaceAll('\r', '');
    if (printed !== expected) throw new Error(`The client of ${name} read:\n${printed}\ninstead of:\n${expected}`);
    console.log(`ok: ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  }
  await runSiteRecipes(folder, env.SERGI_URL ?? '');
  const token = (await run(process.execPath, join(root, 'tools/local/token.ts'), '--role', 'contributor')).trim();
  await runUppyRecipe(folder, env.SERGI_URL ?? '', token);
  console.log("ok: the client's recipe for Uppy");
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
