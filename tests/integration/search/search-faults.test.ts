import { hash } from 'node:crypto';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../../shared/model/publication/edition.ts';
import { edition, startSearch, withdrawn, word } from '../../support/tables/search-showcase.ts';

let showcase: Awaited<ReturnType<typeof startSearch>>;
beforeAll(async () => {
  showcase = await startSearch();
});
afterEach(() => showcase.beforeCalls(undefined));
afterAll(() => showcase.stop());

describe('an update of the index', () => {
  it('that breaks off at any call of AWS leaves nothing behind once it is tried again', async () => {
    const id = ulid();
    const words = Array.from({ length: 14 }, (_, n) => `${word()}${n}`);
    const a = edition({ az: words.slice(0, 9).join(' ') });
    const b = edition({ az: words.slice(5).join(' '), en: 'New' }, {}, 2);
    const [ofA, ofB] = [await showcase.freshPostings(id, a), await showcase.freshPostings(id, b)];
    const changes: [Edition, Edition, string[]][] = [
      [a, b, ofB],
      [b, a, ofA],
      [a, withdrawn(3), []],
      [withdrawn(3), b, ofB],
    ];
    let broken = 0;
    for (const [before, after, wanted] of changes) {
      for (let failing = 0, isDone = false; !isDone; failing += 1) {
        await showcase.lay(id, before);
        await showcase.layEvent(id, after);
        let calls = 0;
        showcase.beforeCalls(() => {
          calls += 1;
          if (calls > failing) throw new Error('The power is out.');
        });
        isDone = await showcase.index(id).then(
          () => true,
          () => false,
        );
        showcase.beforeCalls(undefined);
        if (!isDone) broken += 1;
        await showcase.index(id);
        expect(await showcase.postings(id), `broken at call ${failing}`).toEqual(wanted);
        expect((await showcase.record(id))?.settled ?? 'none').toEqual(wanted.length > 0 ? { BOOL: true } : 'none');
      }
    }
    expect(broken).toBeGreaterThan(20);
  });

  it('of several texts together leaves each as it is public, wherever it breaks off and whatever others do', async () => {
    const [common, old] = [word(), word()];
    const ids = Array.from({ length: 30 }, () => ulid());
    const [gone = '', overtaken = '', unknown = ''] = ids;
    const own = ids.map(() => word());
    const next = (n: number) => edition({ az: `${common} ${own[n]}` }, {}, 2);
    let broken = 0;
    for (let failing = 0, isDone = false; !isDone; failing += 4) {
      for (const [n, id] of ids.entries()) {
        if (id !== unknown) await showcase.layEvent(id, edition({ az: `${common} ${old}` }));
        await showcase.index(id);
        await showcase.layEvent(id, id === gone ? withdrawn(2) : next(n));
      }
      let calls = 0;
      showcase.beforeCalls(async () => {
        calls += 1;
        if (calls > failing) throw new Error('The power is out.');
        if (calls !== 3) return;
        // Another worker is at one of them, in the middle.
        showcase.beforeCalls(undefined);
        await showcase.index(overtaken);
        showcase.beforeCalls(() => {
          calls += 1;
          if (calls > failing) throw new Error('The power is out.');
        });
      });
      isDone = await showcase.indexAll(ids).then(
        () => true,
        () => false,
      );
      showcase.beforeCalls(undefined);
      if (!isDone) broken += 1;
      await showcase.indexAll(ids);
      expect((await showcase.find(old)).ids, `broken at call ${failing}`).toEqual([]);
      const found = (await showcase.find(common, 'az', { limit: 50 })).ids;
      expect(found.toSorted(), `broken at call ${failing}`).toEqual(ids.filter((id) => id !== gone).toSorted());
      expect((await showcase.find(own[5] ?? '')).ids).toEqual([ids[5]]);
    }
    expect(broken).toBeGreaterThan(3);
  });

  it('that has no time for all of it goes on from where it was, also within one very wordy text', async () => {
    const [first, wordy, last] = [ulid(), ulid(), ulid()];
    const many = Array.from({ length: 2_000 }, (_, n) => `q${hash('sha1', `${n}`).slice(0, 8)}`);
    await showcase.layEvent(first, edition({ az: word() }));
    await showcase.layEvent(wordy, edition({ az: many.join(' ') }));
    await showcase.layEvent(last, edition({ az: word() }));
    const calls: number[] = [];
    let isDone = false;
    while (!isDone) {
      calls.push(0);
      showcase.beforeCalls(() => {
        calls.push((calls.pop() ?? 0) + 1);
      });
      isDone = await showcase
        .indexAll([first, wordy, last], () => false)
        .then(
          () => true,
          (error) => {
            expect(error.name).toBe('OutOfTimeError');
            return false;
          },
        );
    }
    showcase.beforeCalls(undefined);
    const postings = await showcase.postings(wordy);
    // Each attempt does another part of the work.
    expect(postings.length).toBeGreaterThan(3_000);
    expect(calls.length).toBeGreaterThan(2);
    expect(calls.length).toBeLessThan(6);
    expect(Math.max(...calls)).toBeLessThan(2000 / 25 + 20);
    for (const id of [first, wordy, last]) expect((await showcase.record(id))?.settled).toEqual({ BOOL: true });
    // The next change of it leaves nothing behind.
    await showcase.layEvent(wordy, withdrawn(2));
    await showcase.index(wordy);
    expect(await showcase.postings(wordy)).toEqual([]);
  });

  it('that another one overtakes at any call of AWS leaves nothing of what was public before', async () => {
    const id = ulid();
    const [first, second, third] = [word(), word(), word()];
    const editions = [
      edition({ az: `${first} ${second}` }),
      edition({ az: `${second} ${third}` }, {}, 2),
      edition({ az: `${first} ${third}x` }, {}, 3),
    ] as const;
    const newest = await showcase.freshPostings(id, editions[2]);
    let overtaken = 0;
    for (let place = 0, isDone = false; !isDone; place += 1) {
      await showcase.lay(id, editions[0]);
      await showcase.layEvent(id, editions[1]);
      let calls = 0;
      isDone = true;
      showcase.beforeCalls(async () => {
        calls += 1;
        if (calls - 1 !== place) return;
        showcase.beforeCalls(undefined);
        await showcase.lay(id, editions[2]);
        isDone = false;
      });
      await showcase.index(id);
      showcase.beforeCalls(undefined);
      if (isDone) break;
      overtaken += 1;
      expect(await showcase.postings(id), `overtaken at call ${place}`).toEqual(newest);
      expect((await showcase.record(id))?.settled).toEqual({ BOOL: true });
    }
    expect(overtaken).toBeGreaterThan(6);
  });

  it('that is overtaken by one that finds nothing to do looks again', async () => {
    const id = ulid();
    await showcase.layEvent(id, edition({ az: word() }));
    let calls = 0;
    showcase.beforeCalls(async () => {
      calls += 1;
      // What is public has been read, and nothing has been written.
      if (calls !== 4) return;
      showcase.beforeCalls(undefined);
      await showcase.layEvent(id, withdrawn(2));
      await showcase.index(id);
    });
    await showcase.index(id);
    showcase.beforeCalls(undefined);
    expect(calls).toBe(4);
    expect(await showcase.postings(id)).toEqual([]);
  });

  it('that meets others at work on the same text ends in what is public now', async () => {
    const scenario = fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.nat(3), { minLength: 2, maxLength: 4 }),
      async (scheduler, versions) => {
        const [id, base] = [ulid(), word()];
        const editionOf = (version: number, number: number): Edition =>
          version === 3 ? withdrawn(number) : edition({ az: `${base} v${version} ${base}${version}` }, {}, number);
        // Each call waits until it is its turn, in an order that fast-check chooses.
        const turn = scheduler.scheduleFunction(async () => {});
        const running: Promise<void>[] = [];
        for (const [n, version] of versions.entries()) {
          showcase.beforeCalls(undefined);
          await showcase.layEvent(id, editionOf(version, n + 1));
          showcase.beforeCalls(turn);
          running.push(showcase.index(id));
          for (let step = 0; step < 3 && scheduler.count() > 0; step += 1) await scheduler.waitOne();
        }
        await scheduler.waitFor(Promise.all(running));
        showcase.beforeCalls(undefined);
        const left = await showcase.postings(id);
        expect(left).toEqual(await showcase.freshPostings(id, editionOf(versions.at(-1) ?? 0, 80)));
      },
    );
    await fc.assert(scenario, { numRuns: 15 });
  });
});
