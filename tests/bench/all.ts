/**
 * `npm run bench`: every part in a process of its own, whatever becomes of the others; says at the end which have
 * failed. `-- --smoke` runs each part, and those that are otherwise run alone, in their shortest form. Parts may be
 * named: `-- run names`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const usual = ['run', 'input', 'ingest', 'exhibition', 'upload', 'names'];
/** Longer, or asked for rarely; with the arguments of a second form. */
const others = ['served', 'answers', 'feeds', 'search', 'lists', 'imports', 'day', 'ingest kinds', 'encoders'];

/** Run only where they are named. */
const named = ['soak'];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { smoke: { type: 'boolean' } } });
const all = values.smoke ? [...usual, ...others] : usual;
const parts = positionals.length > 0 ? positionals : all;
const unknown = parts.filter((part) => ![...usual, ...others, ...named].includes(part));
if (unknown.length > 0) {
  console.error(
    `There is no bench "${unknown.join('", "')}": there are ${[...usual, ...others, ...named].join(', ')}.`,
  );
  process.exit(2);
}

const failed = parts.filter((part) => {
  const [name = '', ...args] = part.split(' ');
  console.log(`\n${part}`);
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...(values.smoke && { BENCH_SMOKE: '1' }) },
  });
  console.log(
    `${part}: ${status === 0 ? 'done' : 'FAILED'} after ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  );
  return status !== 0;
});
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
