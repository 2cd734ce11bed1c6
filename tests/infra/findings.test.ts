import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { addCheckedStack } from '../../infra/checked-stack.ts';
import { settingsSchema } from '../../infra/settings.ts';
import { withoutBundling } from './synthesize.ts';

type Given = z.input<typeof settingsSchema>;

interface Report {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly { readonly ruleName: string }[];
    readonly suppressedViolations: readonly { readonly ruleName: string; readonly reason?: string }[];
  }[];
}

/** Synthesizes with validation, as `cdk synth` does, and gives what the rules have found. */
const report = (given: Given, context: Readonly<Record<string, unknown>> = {}): Report => {
  const outdir = mkdtempSync(join(tmpdir(), 'sergi-findings-'));
  try {
    const app = new App({ outdir, context: { ...withoutBundling, ...context } });
    addCheckedStack(app, { stackName: 'Sergi', settings: settingsSchema.parse(given) });
    app.synth();
    return JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  } finally {
    rmSync(outdir, { recursive: true });
  }
};

/** Each setting with the values that make another stack. Those of an address belong together; mail needs the CDN. */
const choices: Readonly<Record<string, readonly Given[]>> = {
  stage: [{ stage: 'production' }, { stage: 'development' }],
  architecture: [{ architecture: 'arm64' }, { architecture: 'x64' }],
  address: [
    {},
    { publicUrl: 'https://sergi.example.org' },
    {
      publicUrl: 'https://sergi.example.org',
      certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b',
    },
    { cdn: false, publicUrl: 'https://sergi.example.org' },
    {
      mailFrom: 'desk@example.org',
      webAclArn: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/sergi/0a1b',
    },
  ],
  alarmEmail: [{}, { alarmEmail: 'ops@example.org' }],
  concurrency: [{}],
  unusedUploadDays: [{}],
};

/** A value of each setting, in their order. */
type Chosen = readonly Given[];

const everyCombination = Object.values(choices).reduce<readonly Chosen[]>(
  (some, values) => some.flatMap((one) => values.map((value) => [...one, value])),
  [[]],
);

/** Every two values that meet in a combination, each with the place of its setting. */
const pairsIn = (chosen: Chosen): readonly string[] => {
  const values = chosen.map((value, n) => JSON.stringify([n, value]));
  return values.flatMap((one, n) => values.slice(n + 1).map((other) => `${one} ${other}`));
};

/**
 * So many combinations that every value of a setting meets every value of every other: to ask the rules of one takes
 * seconds, and a finding is about a resource, which one setting or two decide.
 */
const coveringPairs = (all: readonly Chosen[]): readonly Chosen[] => {
  const left = new Set(all.flatMap(pairsIn));
  const newIn = (chosen: Chosen): number => pairsIn(chosen).filter((pair) => left.has(pair)).length;
  const taken: Chosen[] = [];
  while (left.size > 0) {
    const best = all.reduce((one, other) => (newIn(other) > newIn(one) ? other : one));
    for (const pair of pairsIn(best)) left.delete(pair);
    taken.push(best);
  }
  return taken;
};

const chosen = coveringPairs(everyCombination);
const combinations = chosen.map((values): Given => Object.assign({}, ...values));

describe('the rules of cdk-nag', () => {
  it('are asked with every setting that there is, each of which the guide names', () => {
    const varied = new Set([
      'concurrency',
      'edgeSeconds',
      'originShieldRegion',
      'limits',
      'unusedUploadDays',
      ...combinations.flatMap((given) => Object.keys(given)),
    ]);
    expect([...varied].sort()).toEqual(Object.keys(settingsSchema.shape).sort());
    const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/deploying.md'), 'utf8');
    const named = [...guide.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...varied].sort());
  });

  it('are asked with every two values of different settings together', () => {
    expect(everyCombination).toHaveLength(40);
    expect(new Set(chosen.flatMap(pairsIn))).toEqual(new Set(everyCombination.flatMap(pairsIn)));
  });

  it('find nothing else where the account was bootstrapped with a qualifier of its own', () => {
    const { pluginReports } = report({}, { '@aws-cdk/core:bootstrapQualifier': 'ministry' });
    expect(pluginReports.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it.each(combinations)('find nothing but what is acknowledged with a reason, for %j', (given) => {
    const { pluginReports } = report(given);
    expect(pluginReports.map(({ pluginName }) => pluginName)).toEqual(
      expect.arrayContaining(['AwsSolutions', 'Serverless']),
    );
    expect(pluginReports.flatMap(({ violations }) => violations)).toEqual([]);
    for (const { ruleName, reason } of pluginReports.flatMap(({ suppressedViolations }) => suppressedViolations)) {
      expect(reason?.length, ruleName).toBeGreaterThan(20);
    }
  });
});
