import { pollUntilFound } from '../../async/poll-until-found.ts';
import { readReconcileSchedule } from '../../desk/exhibitions/reconcile-schedule.ts';

/** Waits until the publisher has reconciled an exhibition; false if that takes longer than a request may. */
export const awaitReconcile = async (exhibitionId: string): Promise<boolean> => {
  const now = new Date().toISOString();
  const isDone = async () => ((await readReconcileSchedule(exhibitionId))?.at ?? '~') > now || undefined;
  return (await pollUntilFound(isDone)) ?? false;
};
