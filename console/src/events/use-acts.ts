import { useCallback, useEffect, useRef, useState } from 'react';
import { OfflineError, RefusedError } from '../api/api.ts';
import { OutcomeError } from '../api/outcome-error.ts';
import { useConsole } from '../console-context.ts';
import { untilSent } from '../drafts/until-sent.ts';
import { nameOf, type StaffEvent } from './content.ts';

/** Something that is done with an event beside its text. */
interface Act {
  readonly call: () => Promise<StaffEvent>;
  /** Whether an event is as the act leaves it. */
  readonly isDone: (event: StaffEvent) => boolean;
  /** Called with the event once it is done. */
  readonly done: (after: StaffEvent) => void;
}

const isConflict = (error: unknown): boolean => error instanceof RefusedError && error.problem.status === 412;

/** The API, or what stands before it, has given up waiting: what was asked for may be done all the same. */
const hasBrokenOff = (error: unknown): boolean =>
  error instanceof OfflineError || (error instanceof RefusedError && error.problem.status >= 500);

/**
 * Does things with an event, and finds out what became of them where the answer is lost, or where the event has changed meanwhile: by an earlier
 * attempt of the same, in another tab, by another person. `changed` is called with the event as it is then.
 */
export const useActs = (event: StaffEvent | undefined, changed: (event: StaffEvent) => void) => {
  const { api } = useConsole();
  const [failure, setFailure] = useState<unknown>();
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  const act = async ({ call, isDone, done }: Act): Promise<void> => {
    if (!event) return;
    stop.current();
    setFailure(undefined);
    const finish = (after: StaffEvent): void => {
      setFailure(undefined);
      changed(after);
      done(after);
    };
    /** True where the API has said how the event is now. */
    const look = async (error: unknown): Promise<boolean> => {
      try {
        const now = await api.call('getStaffEvent', { params: { id: event.id } });
        if (now.version === event.version) {
          setFailure(error instanceof OfflineError ? new OutcomeError('notDone') : error);
        } else if (isDone(now)) {
          finish(now);
        } else {
          changed(now);
          setFailure(new OutcomeError('overtaken', nameOf(now.updatedBy)));
        }
        return true;
      } catch (again) {
        if (again instanceof OfflineError) return false;
        setFailure(again);
        return true;
      }
    };
    try {
      finish(await call());
    } catch (error) {
      if (!isConflict(error) && !hasBrokenOff(error)) return setFailure(error);
      setFailure(new OutcomeError('unknown'));
      stop.current = untilSent(() => look(error));
    }
  };
  return { failure, act, forgetFailure: useCallback(() => setFailure(undefined), []) };
};
