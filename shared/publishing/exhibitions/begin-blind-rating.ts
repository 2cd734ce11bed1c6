import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { awaitReconcile } from './await-reconcile.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';

/**
 * Closes an exhibition for entries, and has the publisher draw numbers for its blind rating. Throws
 * `VersionConflictError`.
 */
export const beginBlindRating = async (exhibition: Exhibition, actor: Actor): Promise<Exhibition> => {
  // What an earlier release has reopened has kept its selection, whose order would say whose the new numbers are.
  const { selection: _, ...rest } = exhibition;
  const { id, rating: before, status, version } = rest;
  // Where it was reopened after an earlier rating, all staff could see the artists meanwhile.
  const namesSeen = status !== 'selection' && (before !== undefined || exhibition.selection !== undefined);
  const rating: Exhibition['rating'] = {
    draw: version + 1,
    startedAt: actor.now.toISOString(),
    ...(namesSeen && { namesSeen }),
  };
  const next = nextVersion(rest, { status: 'selection', rating }, actor);
  const context = { ...actor, notes: { namesSeen } };
  await saveExhibition(
    { exhibition: next, previous: exhibition, action: 'closed', others: [reconcileNowWrite(id, actor.now)] },
    context,
  );
  await tryEnqueueReconcile(id, actor);
  await awaitReconcile(id);
  return next;
};
