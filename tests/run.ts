/**
 * `npm test`: types, lint, every test, and a look at the grants that nothing has used; ends with `N passed, N failed`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { grantsLog } from './support/cloud/grants-log.ts';
import { root, run, runQuietly } from './support/commands.ts';
import type { TestCounts } from './support/count-reporter.ts';

const counts = join(root, '.sergi', 'tests.json');
let passed = 0;
let failed = 0;

const count = (name: string, ok: boolean): void => {
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
};

mkdirSync(join(root, '.sergi'), { recursive: true });
rmSync(counts, { force: true });
grantsLog.clear();
process.env.SERGI_TEST_COUNTS = counts;
const reporters = ['--reporter=default', `--reporter=${join(import.meta.dirname, 'support', 'count-reporter.ts')}`];
// A browser is more than a user of Sergi has to have: `npm run browser` runs in one.
const [types, consoleTypes, lint, tests] = await Promise.all([
  runQuietly('tsc'),
  runQuietly('tsc', '-p', 'console'),
  runQuietly('biome', 'ci', '--error-on-warnings'),
  run('vitest', 'run', '--project=!browser', ...reporters),
]);
const results: TestCounts = JSON.parse(readFileSync(counts, 'utf8'));
passed += results.passed;
failed += results.failed;
if (!tests && failed === 0) failed += 1;

count('types (tsc)', types);
count('types of the console (tsc)', consoleTypes);
count('lint and format (biome)', lint);
const unused = grantsLog.unused();
for (const grant of unused) console.log(`No test has used: ${grant}`);
count('every grant of the template is used', unused.length === 0);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
