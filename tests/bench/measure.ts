import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** The value below which the given share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Runs something and gives the seconds that it took beside its result. */
export const timed = async <T>(run: () => Promise<T>): Promise<{ seconds: number; result: T }> => {
  const start = performance.now();
  const result = await run();
  return { seconds: (performance.now() - start) / 1000, result };
};

/** Bundles a program of this folder as `SergiFunction` bundles a function, and gives the file. */
export const bundle = async (name: string, folder: string): Promise<string> => {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'programs', `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    mainFields: ['module', 'main'],
    banner: {
      js: "import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);",
    },
  });
  return outfile;
};

/** A handler to call: the file of its bundle, and what it is called with. */
export interface Job {
  readonly entry: string;
  readonly event: unknown;
}

/** Runs a bundled program in a process of its own and gives the JSON that it prints. */
export const run = async <T>(program: string, env: NodeJS.ProcessEnv, ...args: unknown[]): Promise<T> => {
  const texts = args.map((arg) => JSON.stringify(arg));
  const options = { env, maxBuffer: 64 * 1024 * 1024 };
  return JSON.parse((await promisify(execFile)(process.execPath, [program, ...texts], options)).stdout);
};

/** An event of the HTTP API for a feed page of 20, as the function receives it. */
export const feedEvent = (query: Readonly<Record<string, string>>) => ({
  version: '2.0',
  routeKey: 'GET /v1/feed',
  rawPath: '/v1/feed',
  rawQueryString: new URLSearchParams(query).toString(),
  headers: { host: 'localhost', 'accept-encoding': 'gzip' },
  queryStringParameters: query,
  requestContext: { http: { method: 'GET', path: '/v1/feed' }, requestId: 'bench', routeKey: 'GET /v1/feed' },
  isBase64Encoded: false,
});
