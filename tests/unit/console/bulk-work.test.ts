import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OfflineError } from '../../../console/src/api/api.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Listed {
  readonly id: string;
  readonly version: number;
}

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/events/list/bulk-work.ts';

const events = (count: number): Listed[] => Array.from({ length: count }, (_, n) => ({ id: `id${n}`, version: 1 }));

/** A site on which jobs end at their second look; `fail` may throw at what is asked of it. */
const site = (fail: (name: string, request: number) => void = () => {}) => {
  const asked: string[] = [];
  const jobs = new Map<string, readonly Listed[]>();
  const looks = new Map<string, number>();
  const call = async (name: string, input: { body: { items: readonly Listed[] }; params: { id: string } }) => {
    const request = asked.filter((one) => one.startsWith(name)).length + 1;
    asked.push(name === 'updateEvents' ? `${name} ${input.body.items.length}` : `${name} ${input.params.id}`);
    fail(name, request);
    if (name === 'updateEvents') {
      const id = `job${jobs.size}`;
      jobs.set(id, input.body.items);
      return { id, state: 'pending', done: 0 };
    }
    const { id } = input.params;
    looks.set(id, (looks.get(id) ?? 0) + 1);
    const items = jobs.get(id) ?? [];
    if (looks.get(id) === 1) return { id, state: 'running', done: items.length / 2 };
    return { id, state: 'succeeded', results: items.map((item) => ({ item: item.id, outcome: 'changed' })) };
  };
  return { asked, call };
};

const act = async ({ call }: ReturnType<typeof site>, count: number, isSeen = false) => {
  const { BulkWork } = await import(madeForBrowsers);
  const work = new BulkWork();
  const done: number[] = [];
  if (isSeen) work.subscribe(() => work.state().running && done.push(work.state().running.done));
  const ended = vi.fn();
  const wordsOf = (error: Error) => error.name;
  const running = work.start('publish', events(count), { api: { call }, wordsOf, unfinished: 'unfinished', ended });
  await vi.runAllTimersAsync();
  await running;
  return { outcomes: work.state().report.outcomes as { readonly problem?: string }[], ended, done };
};

describe('an act on many events', () => {
  it('has begun all its jobs before it waits for one, though no screen shows it any more', async () => {
    const one = site();
    const { outcomes, ended } = await act(one, 250);
    expect(one.asked.slice(0, 3)).toEqual(['updateEvents 100', 'updateEvents 100', 'updateEvents 50']);
    expect(outcomes.filter(({ problem }) => problem === undefined)).toHaveLength(250);
    expect(ended).toHaveBeenCalledExactlyOnceWith({ act: 'publish', outcomes }, false);
  });

  it('tells a screen how far it is over all jobs', async () => {
    const { done, ended } = await act(site(), 150, true);
    expect(done).toEqual([0, 0, 50, 100, 125]);
    expect(ended).toHaveBeenCalledExactlyOnceWith(expect.anything(), true);
  });

  it('says why a part was not begun, and does the others', async () => {
    const one = site((name, request) => {
      if (name === 'updateEvents' && request === 2) throw new OfflineError('none');
    });
    const { outcomes } = await act(one, 250);
    expect(outcomes.filter(({ problem }) => problem === 'OutcomeError')).toHaveLength(100);
    expect(outcomes.filter(({ problem }) => problem === undefined)).toHaveLength(150);
  });

  it('goes on looking at a job after the connection was lost', async () => {
    const one = site((name, request) => {
      if (name === 'getJob' && request < 3) throw new OfflineError('none');
    });
    const { outcomes } = await act(one, 20);
    expect(outcomes.every(({ problem }) => problem === undefined)).toBe(true);
  });
});
