import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './tests/slowest-first.ts';

// Node keeps what it has compiled: for the processes of Vitest, and for the commands that tests run.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');

/** Tests that need the synthesized app or a running cloud get time for it; none of them asserts a duration. */
const slow = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // Objects live in tests, and in functions that start, for a moment: in the 1 MB of the default they are copied again
  // and again. This holds for the threads of functions too, which start in three quarters of the time. To collect
  // garbage on one thread takes less of the processor, which has other tests to run meanwhile.
  execArgv: ['--min-semi-space-size=16', '--single-threaded-gc'],
};

/**
 * Tests that call functions in their own process, whose modules remember the tables that they work on: each has a
 * process for itself.
 */
const inProcess = [
  'tests/integration/aws/table.test.ts',
  'tests/integration/calendar/calendar.test.ts',
  'tests/integration/calendar/front.test.ts',
  'tests/integration/calendar/tags.test.ts',
  'tests/integration/events/bulk-acts.test.ts',
  'tests/integration/events/cancelled.test.ts',
  'tests/integration/events/event-lists.test.ts',
  'tests/integration/events/review.test.ts',
  'tests/integration/exhibitions/artwork-changes.test.ts',
  'tests/integration/exhibitions/duplicates.test.ts',
  'tests/integration/exhibitions/ended-consents.test.ts',
  'tests/integration/exhibitions/outdated-translations.test.ts',
  'tests/integration/exhibitions/publishing-progress.test.ts',
  'tests/integration/feeds/calendar-places.test.ts',
  'tests/integration/feeds/feed-months.test.ts',
  'tests/integration/feeds/whole-texts.test.ts',
  'tests/integration/people/accounts.test.ts',
  'tests/integration/people/audit-pages.test.ts',
  'tests/integration/people/mail.test.ts',
  'tests/integration/people/people.test.ts',
  'tests/integration/pictures/consent-by-the-clock.test.ts',
  'tests/integration/robustness/costly-input.test.ts',
  'tests/integration/robustness/idempotency.test.ts',
  'tests/integration/search/search.test.ts',
  'tests/integration/search/search-faults.test.ts',
  'tests/integration/search/search-walk.test.ts',
  'tests/integration/uploads/quotas.test.ts',
  'tests/integration/uploads/upload-lists.test.ts',
];

export default defineConfig({
  test: {
    // Much of the time a test waits for its cloud: for a queue, a schedule, a retry.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'emulator/tests/unit/**/*.test.ts'],
          // They leave nothing behind: one process has many files, and loads what they share once.
          isolate: false,
          env: { PUBLIC_URL: 'https://sergi.example', SHOWCASE_TABLE: 'showcase' },
          ...slow,
        },
      },
      // One process loads the CDK once, and makes each template once.
      { test: { name: 'infra', include: ['tests/infra/**/*.test.ts'], isolate: false, ...slow } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'emulator/tests/*.test.ts'],
          exclude: inProcess,
          globalSetup: 'tests/integration/global-setup.ts',
          // One process has many files, one after the other, and a cloud that they share.
          isolate: false,
          ...slow,
        },
      },
      {
        test: { name: 'in-process', include: inProcess, globalSetup: 'tests/integration/global-setup.ts', ...slow },
      },
      {
        test: {
          name: 'acceptance',
          include: ['tests/acceptance/**/*.test.ts'],
          globalSetup: 'tests/acceptance/global-setup.ts',
          isolate: false,
          ...slow,
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/global-setup.ts',
          ...slow,
          // A browser beside others on a busy machine takes its time.
          testTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
