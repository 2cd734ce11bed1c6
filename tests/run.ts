/** `npm test`: types, lint, every test, and a look at the grants that nothing has used; ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grantsLog } from './support/grants-log.ts';

const root = join(import.meta.dirname, '..');
const report = join(root, '.sergi', 'tests.json');
let passed = 0;
let failed = 0;

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(join(root, 'node_modules', '.bin', command), args, { cwd: root, stdio: 'inherit' }).status === 0;

const count = (name: string, ok: boolean): void => {
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
};

count('types (tsc)', run('tsc'));
count('lint and format (biome)', run('biome', 'ci', '--error-on-warnings'));

mkdirSync(join(root, '.sergi'), { recursive: true });
grantsLog.clear();
// A browser is more than a user of Sergi has to have: `npm run browser` runs in one.
const vitestOk = run(
  'vitest',
  'run',
  '--project=!browser',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
);
const results: {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
} = JSON.parse(readFileSync(report, 'utf8'));
passed += results.numPassedTests;
failed += results.numFailedTests;
// A file that could not be loaded has no tests that could fail.
failed += results.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
).length;
if (!vitestOk && failed === 0) failed += 1;

const unused = grantsLog.unused();
for (const grant of unused) console.log(`No test has used: ${grant}`);
count('every grant of the template is used', unused.length === 0);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
