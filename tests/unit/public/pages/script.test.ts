import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { viewWeightAt } from '../../../../shared/model/view-weight.ts';
import { pageScript } from '../../../../shared/public/pages/script.ts';
import { numbersFrom } from '../../../../tools/local/sample/random.ts';

/** The beacons that the script of a page sends to one reader, whose dice have shown this. */
const beacons = (dataset: Record<string, string>, rolled: number): string[] => {
  const sent: string[] = [];
  const document = {
    ...{ currentScript: { dataset }, visibilityState: 'visible', getElementById: () => null },
    ...{ addEventListener: () => {}, removeEventListener: () => {} },
  };
  const navigator = { sendBeacon: (address: string) => sent.push(address) };
  runInNewContext(pageScript, { document, navigator, window: {}, Math: { random: () => rolled } });
  return sent;
};

describe('the script of a page', () => {
  it('reports each view, or one of as many as it stands for', () => {
    const [views, weight] = ['/v1/events/x/views', '10'];
    expect(beacons({ views }, 0.99)).toEqual([views]);
    expect(beacons({ views, weight }, 0.099)).toEqual([views]);
    expect(beacons({ views, weight }, 0.1)).toEqual([]);
    expect(beacons({}, 0)).toEqual([]);
  });
});

describe('the weights of views', () => {
  it.each([
    [0, 1],
    [999, 1],
    [1_000, 10],
    [99_999, 10],
    [100_000, 100],
    [5_000_000, 100],
  ])('after %i views are %i', (counted, weight) => expect(viewWeightAt(counted)).toBe(weight));

  it.each([1, 2, 3])('leave the count what it is, and few beacons (dice %i)', (seed) => {
    const roll = numbersFrom(seed);
    // A page is made anew now and then: it knows an earlier count.
    let [counted, known, sent] = [0, 0, 0];
    const readers = 600_000;
    for (let reader = 0; reader < readers; reader += 1) {
      if (reader % 500 === 0) known = counted;
      const weight = viewWeightAt(known);
      if (roll() * weight >= 1) continue;
      sent += 1;
      counted += weight;
    }
    // Four standard deviations of 500,000 readers by hundreds.
    expect(Math.abs(counted - readers)).toBeLessThan(4 * Math.sqrt(500_000 * 99));
    expect(sent).toBeLessThan(readers / 30);
  });
});
