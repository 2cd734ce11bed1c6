import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { viewWeightAt } from '../../../../../shared/model/site/view-weight.ts';
import { pageScript } from '../../../../../shared/public/pages/layout/script.ts';
import { numbersFrom } from '../../../../../tools/local/sample/random.ts';

/**
 * Where the script of a page runs: what its dice show, and what the file of counts holds; an error where it does not
 * come.
 */
interface Surroundings {
  readonly rolled: number;
  readonly file?: unknown;
  /** What the page says before. */
  readonly shown?: string;
  readonly before?: string;
}

/** What the script of a page sends for one reader, what it asks for, and what the page shows then. */
const run = async (dataset: Record<string, string>, { rolled, file, shown = '', before = '0' }: Surroundings) => {
  const [sent, asked]: [string[], string[]] = [[], []];
  const line = { hidden: shown === '' };
  const views = { textContent: shown, parentNode: line, dataset: { before } };
  const document = {
    ...{ currentScript: { dataset }, visibilityState: 'visible' },
    getElementById: (id: string) => (id === 'views' ? views : null),
    ...{ addEventListener: () => {}, removeEventListener: () => {} },
  };
  const navigator = { sendBeacon: (address: string) => sent.push(address) };
  const fetch = async (address: string) => {
    asked.push(address);
    if (file instanceof Error) throw file;
    return { ok: file !== undefined, json: async () => file };
  };
  const [random, AbortSignal] = [() => rolled, globalThis.AbortSignal];
  runInNewContext(pageScript, { document, navigator, window: {}, fetch, AbortSignal, Math: { random, max: Math.max } });
  await new Promise((later) => setImmediate(later));
  return { sent, asked, shows: line.hidden ? undefined : String(views.textContent) };
};

const page = { views: '/v1/events/x/views', counts: '/counts/ab.json' };
const counted = (views: number) => ({ countedAt: '2026-11-29T12:00:00.000Z', views: { 'events/x': views } });

describe('the script of a page', () => {
  it('reports each view, or one of as many as it stands for', async () => {
    const [{ views }, weight] = [page, '10'];
    expect((await run({ views }, { rolled: 0.99 })).sent).toEqual([views]);
    expect((await run({ views, weight }, { rolled: 0.099 })).sent).toEqual([`${views}?weight=10`]);
    expect((await run({ views, weight }, { rolled: 0.1 })).sent).toEqual([]);
    expect((await run({}, { rolled: 0 })).sent).toEqual([]);
  });

  it('asks for the count of now where the page names a file, and for nothing else', async () => {
    expect((await run(page, { rolled: 0, file: counted(5) })).asked).toEqual([page.counts]);
    expect((await run({ views: page.views }, { rolled: 0 })).asked).toEqual([]);
  });

  it.each([
    ['more than the page knew', counted(31), { shown: '7' }, '31'],
    ['together with those of an archive', counted(31), { shown: '726', before: '719' }, '750'],
    ['where there were none', counted(1), {}, '1'],
    ['no less than the page knew', counted(3), { shown: '7' }, '7'],
    ['of something else', { views: { 'events/y': 99 } }, { shown: '7' }, '7'],
    ['that is not there', undefined, { shown: '7' }, '7'],
    ['that does not come', new Error('offline'), { shown: '7' }, '7'],
    ['that is none', [], {}, undefined],
  ])('shows a count %s, and reports the view', async (_, file, known, shows) => {
    expect(await run(page, { rolled: 0.5, file, ...known })).toMatchObject({ shows, sent: [page.views] });
  });

  it('lets a view stand for as many as the count of now says, not that of a page made long ago', async () => {
    const [ten, hundred] = [`${page.views}?weight=10`, `${page.views}?weight=100`];
    expect((await run(page, { rolled: 0.05, file: counted(1_000) })).sent).toEqual([ten]);
    expect((await run(page, { rolled: 0.5, file: counted(1_000) })).sent).toEqual([]);
    expect((await run(page, { rolled: 0.005, file: counted(100_000) })).sent).toEqual([hundred]);
    expect((await run({ ...page, weight: '10' }, { rolled: 0.05, file: counted(999) })).sent).toEqual([ten]);
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
