/** `npm run check`: types, lint and unit tests, at the same time. */
import { run, runQuietly } from './support/commands.ts';

const results = await Promise.all([
  runQuietly('tsc'),
  runQuietly('tsc', '-p', 'console'),
  runQuietly('biome', 'ci', '--error-on-warnings'),
  run('vitest', 'run', '--project=unit', '--reporter=dot'),
]);
for (const [n, name] of [
  'types (tsc)',
  'types of the console (tsc)',
  'lint and format (biome)',
  'unit tests',
].entries()) {
  console.log(`${results[n] ? 'ok' : 'FAILED'}: ${name}`);
}
process.exit(results.every(Boolean) ? 0 : 1);
