import { useCallback, useEffect, useRef, useState } from 'react';
import { OfflineError, RefusedError } from '../api/api.ts';
import { isPassing } from '../api/is-passing.ts';
import { OutcomeError } from '../api/outcome-error.ts';
import { useConsole } from '../console-context.ts';
import { untilSent } from '../drafts/until-sent.ts';
import { useOther } from './use-other.ts';
import type { ItemAccess, SavedItem } from './written-kind.ts';

/** Something that is done with an item beside its text. */
interface Act<S> {
  readonly call: () => Promise<S>;
  /** Whether an item is as the act leaves it. */
  readonly isDone: (item: S) => boolean;
  /** Called with the item once it is done. */
  readonly done: (after: S) => void;
}

const isConflict = (error: unknown): boolean => error instanceof RefusedError && error.problem.status === 412;

/** The API, or what stands before it, has given up waiting: what was asked for may be done all the same. */
const hasBrokenOff = (error: unknown): boolean =>
  error instanceof OfflineError || (error instanceof RefusedError && error.problem.status >= 500);

/**
 * Does things with an item. Where no answer comes, or the item has changed meanwhile (by an earlier attempt, in another
 * tab, by another person), it reads the item to see whether the act is done, and calls `changed` with it.
 */
export const useActs = <S extends SavedItem>(
  kind: ItemAccess<S>,
  saved: S | undefined,
  changed: (saved: S) => void,
) => {
  const { api } = useConsole();
  const { nameOfOther } = useOther();
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  const act = async ({ call, isDone, done }: Act<S>): Promise<void> => {
    if (!saved) return;
    stop.current();
    setFailure(undefined);
    const finish = (after: S): void => {
      setFailure(undefined);
      changed(after);
      done(after);
    };
    /** True where the API has said how the item is now. */
    const look = async (error: unknown): Promise<boolean> => {
      try {
        const now = await kind.read(api, saved.id);
        if (now.version === saved.version) {
          setFailure(error instanceof OfflineError ? new OutcomeError('notDone') : error);
        } else if (isDone(now)) {
          finish(now);
        } else {
          changed(now);
          setFailure(new OutcomeError('overtaken', nameOfOther(now)));
        }
        return true;
      } catch (again) {
        if (isPassing(again)) return false;
        setFailure(again);
        return true;
      }
    };
    setBusy(true);
    try {
      finish(await call());
    } catch (error) {
      if (!isConflict(error) && !hasBrokenOff(error)) return setFailure(error);
      setFailure(new OutcomeError('unknown'));
      stop.current = untilSent(() => look(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, failure, act, forgetFailure: useCallback(() => setFailure(undefined), []) };
};
