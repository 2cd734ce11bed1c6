import { writeTogether } from '../../aws/transaction.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';

/** Has a number drawn for an entry that arrived just as entries were closed for a blind rating. */
export const numberLateEntry = async ({ id, blindRating }: Exhibition, actor: Actor): Promise<void> => {
  const current = blindRating ? await readExhibition(id) : undefined;
  if (!current || !isBlind(current)) return;
  await writeTogether([reconcileNowWrite(id, actor.now)]);
  await tryEnqueueReconcile(id, actor);
};
