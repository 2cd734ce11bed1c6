import type { ExhibitionCloud } from './exhibition-cloud.ts';

type Killed = 'Publisher' | 'StaffApi';

/** Whether a call of AWS changes anything. */
export const isWrite = (action = ''): boolean => /:(Put|Delete|Copy|Send|BatchWrite|TransactWrite)/.test(action);

/** The first call, whatever it is. */
const firstCall = -1;

/**
 * Where to kill: at the first call, and at each one that changes anything; of several of one kind in a row at the
 * first. The calls that change something are numbered alone: how often a function reads before depends on what it
 * remembers.
 */
export const momentsIn = (actions: readonly string[]): number[] => {
  const writes = actions.filter(isWrite);
  return [firstCall, ...writes.flatMap((action, n) => (action === writes[n - 1] ? [] : [n]))];
};

/** Kills functions of a cloud at moments of their work. */
export const killingOn = (cloud: ExhibitionCloud) => {
  let later = 0;
  /** Lets so many milliseconds pass. */
  const pass = (milliseconds: number): void => {
    later += milliseconds;
    cloud.clock.set(later);
  };

  /** What the function does while some work is done, call by call. */
  const callsOf = async (name: Killed, work: () => Promise<unknown>): Promise<string[]> => {
    // Not by its number: of many calls the oldest are forgotten.
    const last = cloud.calls.at(-1);
    await work();
    await cloud.published();
    return cloud.calls
      .slice(last ? cloud.calls.indexOf(last) + 1 : 0)
      .filter((call) => call.function.includes(name))
      .map(({ action }) => action);
  };

  /**
   * Does some work, and kills the function when it makes its n-th writing call; then some minutes pass, in which nobody
   * asks for anything and the maintenance function runs. Gives what the work has answered, and whether the call was
   * ever made.
   */
  const killedAt = async <T>(name: Killed, n: number, work: () => Promise<T>): Promise<{ answer: T; hit: boolean }> => {
    let reached = firstCall - 1;
    let hit = false;
    const remove = cloud.inject({
      match: (call) => {
        if (!call.function.includes(name) || (reached >= firstCall && !isWrite(call.action))) return false;
        reached += 1;
        // The first call may be one that writes.
        if (reached === firstCall && n !== firstCall && isWrite(call.action)) reached += 1;
        if (reached === n && !hit) {
          hit = true;
          void cloud.crash(`${name}Function`);
          // The lease of the dead runs out.
          pass(2 * 60_000);
        }
        return false;
      },
      respond: 'error',
    });
    const answer = await work();
    // What was asked for may only begin when the answer is there.
    await cloud.published();
    remove();
    // Twice: what the dead had asked of the store may be done a moment after its end.
    for (let minute = 0; minute < 2; minute += 1) {
      pass(60_000);
      await cloud.trigger('EveryMinute');
      await cloud.published();
    }
    return { answer, hit };
  };

  return { pass, callsOf, killedAt };
};

export type Killing = ReturnType<typeof killingOn>;
