import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that need the synthesized app or a running cloud get time for it; none of them asserts a duration. */
const slow = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Much of the time a test waits for its cloud: for a queue, a schedule, a retry.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'emulator/tests/unit/**/*.test.ts'], ...slow } },
      { test: { name: 'infra', include: ['tests/infra/**/*.test.ts'], ...slow } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'emulator/tests/*.test.ts'],
          globalSetup: 'tests/integration/global-setup.ts',
          ...slow,
        },
      },
      {
        test: {
          name: 'acceptance',
          include: ['tests/acceptance/**/*.test.ts'],
          globalSetup: 'tests/acceptance/global-setup.ts',
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
        },
      },
    ],
  },
});
