import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly { readonly ruleName: string }[];
    readonly suppressedViolations: readonly { readonly ruleName: string; readonly reason?: string }[];
  }[];
}

const report = (context: object): Report => {
  const folder = mkdtempSync(join(tmpdir(), 'sergi-findings-'));
  try {
    execFileSync(process.execPath, ['infra/app.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      // No credentials and no region: synth must need neither.
      env: {
        PATH: process.env.PATH,
        CDK_OUTDIR: folder,
        CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [], ...context }),
      },
    });
    return JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe.each([{}, { stage: 'development' }])('the rules of cdk-nag, for %j', (context) => {
  it('find nothing but what is acknowledged with a reason', () => {
    const { pluginReports } = report(context);
    expect(pluginReports.map(({ pluginName }) => pluginName)).toEqual(
      expect.arrayContaining(['AwsSolutions', 'Serverless']),
    );
    expect(pluginReports.flatMap(({ violations }) => violations)).toEqual([]);
    for (const { ruleName, reason } of pluginReports.flatMap(({ suppressedViolations }) => suppressedViolations)) {
      expect(reason?.length, ruleName).toBeGreaterThan(20);
    }
  });
});
