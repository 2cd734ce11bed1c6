import { describe, expect, it } from 'vitest';
import { synthesize } from './synthesize.ts';
import { grantsOf, resourcesOf } from './template.ts';

const template = synthesize();
const properties = (type: string) => resourcesOf(template, type);
const grants = (fn: string) => grantsOf(template, fn);

describe('a function', () => {
  it('runs on Node 24 on arm64 and keeps its logs for three months', () => {
    // That of the CDK, which brings the console, is in Python.
    const functions = properties('AWS::Lambda::Function').filter(([id]) => !id.startsWith('CustomCDKBucketDeployment'));
    expect(functions.length).toBeGreaterThan(10);
    for (const [id, { Properties }] of functions)
      expect(Properties, id).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });
});

describe('a function that sends to its own queue', () => {
  /** The functions whose role may send to the queue that invokes them. */
  const ownSenders = () =>
    properties('AWS::Lambda::EventSourceMapping').flatMap(([, { Properties }]) => {
      const { Ref: fn } = Properties.FunctionName;
      // The id of its role's policy has no hash after the function's name.
      const sends = grants(fn.slice(0, -8)).some(
        (grant) => grant === `sqs:SendMessage ${JSON.stringify(Properties.EventSourceArn)}`,
      );
      return sends ? [fn] : [];
    });

  it('is not stopped where it goes on in rounds; webhooks have two rounds, and Lambda stops more of them', () => {
    const named = (...names: string[]) => names.map((name) => expect.stringMatching(`${name}Function`));
    expect(ownSenders().sort()).toEqual(named('Publisher', 'ViewCounter', 'Webhooks'));
    const allowed = properties('AWS::Lambda::Function').filter(([, { Properties }]) => Properties.RecursiveLoop);
    expect(allowed.map(([id]) => id).sort()).toEqual(named('Publisher', 'ViewCounter'));
    for (const [id, { Properties }] of allowed) expect(Properties.RecursiveLoop, id).toBe('Allow');
  });
});
