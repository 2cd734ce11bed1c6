import { writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** How the tests of a run have ended. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Whether a test did not run because the set-up of a suite around it failed: Vitest calls it skipped. */
const isLost = (test: TestCase): boolean => {
  for (let around = test.parent; ; around = around.parent) {
    if (around.errors().length > 0) return test.options.mode === 'run';
    if (around.type === 'module') return false;
  }
};

const countOf = (modules: readonly TestModule[]): TestCounts => {
  let [passed, failed] = [0, 0];
  for (const module of modules) {
    const tests = [...module.children.allTests()];
    const of = (wanted: string) => tests.filter((test) => test.result().state === wanted);
    passed += of('passed').length;
    const lost = of('failed').length + of('skipped').filter(isLost).length;
    // A file that could not be loaded has no tests that could fail; a teardown that failed is no test, but a failure
    // too.
    failed += lost === 0 && module.state() === 'failed' ? 1 : lost;
  }
  return { passed, failed };
};

/** A reporter of Vitest that leaves {@link TestCounts} in the file which SERGI_TEST_COUNTS names. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    writeFileSync(process.env.SERGI_TEST_COUNTS ?? 'test-counts.json', JSON.stringify(countOf(modules)));
  }
}
