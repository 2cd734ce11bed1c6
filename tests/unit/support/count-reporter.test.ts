import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../support/commands.ts';

it('counts as failed what a failed set-up has kept from running, and a file that cannot be loaded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sergi-counts-'));
  const counts = join(folder, 'counts.json');
  const vitest = join(root, 'node_modules', '.bin', 'vitest');
  const reporter = join(root, 'tests', 'support', 'count-reporter.ts');
  await new Promise((resolve) => {
    const env = { ...process.env, SERGI_TEST_COUNTS: counts };
    execFile(
      vitest,
      ['run', `--root=${join(import.meta.dirname, 'lost-tests')}`, `--reporter=${reporter}`],
      { env },
      resolve,
    );
  });
  expect(JSON.parse(readFileSync(counts, 'utf8'))).toEqual({ passed: 1, failed: 4 });
  rmSync(folder, { recursive: true });
});
