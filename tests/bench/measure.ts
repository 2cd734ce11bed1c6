import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { build } from 'esbuild';

/** The value below which the given share of the values lies. */
export const quantile = (values: readonly number[], share = 0.5): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

const banner = `import{createRequire as createRequireOfBundle}from'node:module';const require=createRequireOfBundle(import.meta.url);`;

/** Bundles the programs of this folder with the options of `SergiFunction`, and gives the file of each. */
export const bundlePrograms = async (outdir: string): Promise<[call: string, bare: string, get: string]> => {
  const files = { entryPoints: [`${import.meta.dirname}/programs/*.ts`], outdir, outExtension: { '.js': '.mjs' } };
  const size = { bundle: true, minify: true, sourcemap: true, sourcesContent: false, mainFields: ['module', 'main'] };
  await build({ ...files, ...size, platform: 'node', format: 'esm', target: 'node24', banner: { js: banner } });
  return [`${outdir}/call.mjs`, `${outdir}/bare.mjs`, `${outdir}/get.mjs`];
};

/** The file of a handler's bundle, and the event that it is called with. */
export type Job = { readonly entry: string; readonly event: unknown };

/**
 * Milliseconds: of the imports; until each job was done once, by the clock and of the processor; of all rounds; of each
 * call.
 */
export type Outcome = Record<'imports' | 'first' | 'firstCpu' | 'all', number> & { ms: number[][]; cpu: number[][] };

/** Does jobs by turns in a process of its own: once, then so many rounds to warm up, then as many that count. */
export const call = async (
  program: string,
  env: object,
  jobs: Job[],
  { rounds = 0, lanes = 1 } = {},
): Promise<Outcome> => {
  const args = [program, JSON.stringify(jobs), `${rounds}`, `${lanes}`];
  const run = promisify(execFile)(process.execPath, args, { env: { ...env }, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse((await run).stdout);
};
