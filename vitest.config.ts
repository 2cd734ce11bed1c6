import { defineConfig } from 'vitest/config';

/** Tests that need the synthesized app or a running cloud get time for it; none of them asserts a duration. */
const slow = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      // Some of them make images.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'infra', include: ['tests/infra/**/*.test.ts'], ...slow } },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
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
    ],
  },
});
