import { describe, expect, it } from 'vitest';
import { onceAtATime } from '../../../console/src/ui/once.ts';

describe('an act of a button', () => {
  it('is not begun again before it has ended, and again afterwards, also where it has failed', async () => {
    const once = onceAtATime();
    let begun = 0;
    const { promise, reject } = Promise.withResolvers<void>();
    const act = () => {
      begun += 1;
      return promise;
    };
    const first = once(act);
    await once(act);
    expect(begun).toBe(1);
    reject(new Error('test'));
    await expect(first).rejects.toThrow('test');
    await once(async () => {
      begun += 1;
    });
    expect(begun).toBe(2);
  });

  it('on another row has its turn, also where the one before has failed', async () => {
    const once = onceAtATime();
    const done: string[] = [];
    const { promise, reject } = Promise.withResolvers<void>();
    const first = once(() => promise, 'first');
    const others = ['second', 'third', 'second'].map((row) => once(async () => void done.push(row), row));
    await Promise.resolve();
    expect(done).toEqual([]);
    reject(new Error('test'));
    await expect(first).rejects.toThrow('test');
    await Promise.all(others);
    expect(done).toEqual(['second', 'third']);
  });
});
