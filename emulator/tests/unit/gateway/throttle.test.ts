import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket, throttleOf } from '../../../src/gateway/throttle.ts';

const stage = (properties: object) => ({ id: 'Stage', type: 'AWS::ApiGatewayV2::Stage', properties });

describe('a token bucket', () => {
  it('lets through as many in a row as it holds, and then as many as come back', () => {
    const bucket = new TokenBucket(10, 3, 0);
    expect([0, 0, 0, 0, 99, 100, 100, 200].map((now) => bucket.take(now))).toEqual([
      ...[true, true, true, false, false, true, false, true],
    ]);
  });

  it('never lets through more than its burst and its rate, however calls come, and never fewer than its rate', () => {
    const scenario = fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 }),
      (rate, burst, pauses) => {
        const bucket = new TokenBucket(rate, burst, 0);
        let now = 0;
        let passed = 0;
        let refusedAt: number | undefined;
        for (const pause of pauses) {
          now += pause;
          if (bucket.take(now)) passed += 1;
          else refusedAt = now;
        }
        expect(passed).toBeLessThanOrEqual(burst + (now / 1000) * rate + 1e-6);
        // Who was refused found the bucket empty: all that had come back until then had been taken.
        if (refusedAt !== undefined) expect(passed).toBeGreaterThan(Math.min(burst, (refusedAt / 1000) * rate) - 1);
      },
    );
    fc.assert(scenario, { numRuns: 300 });
  });
});

describe('the limits of a stage', () => {
  const keys = new Set(['GET /a', 'GET /b', 'POST /c']);

  it('hold for a route of its own apart, and for all others together', () => {
    const limits = {
      DefaultRouteSettings: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 },
      RouteSettings: { 'POST /c': { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 } },
    };
    const letsThrough = throttleOf(stage(limits), keys, () => 0);
    expect(['POST /c', 'POST /c', 'GET /a', 'GET /b', 'GET /a'].map(letsThrough)).toEqual([
      ...[true, false, true, true, false],
    ]);
  });

  it('are none where the template has none', () => {
    const letsThrough = throttleOf(stage({}), keys, () => 0);
    expect(Array.from({ length: 10_000 }, () => letsThrough('GET /a'))).not.toContain(false);
  });

  it('are refused for a route that is not there, as API Gateway does', () => {
    const limits = { RouteSettings: { 'GET /d': { ThrottlingRateLimit: 1 } } };
    expect(() => throttleOf(stage(limits), keys)).toThrow('Unable to find Route by key GET /d');
  });
});
