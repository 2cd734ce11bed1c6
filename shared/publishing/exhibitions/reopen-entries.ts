import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { awaitReconcile } from './await-reconcile.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';

/**
 * Opens an exhibition for entries again. Where it is rated blind that shows the artists, so it is an admin's to decide.
 * Throws `VersionConflictError`.
 */
export const reopenEntries = async (exhibition: Exhibition, actor: Actor): Promise<Exhibition> => {
  const { id, blindRating } = exhibition;
  const wasBlind = isBlind(exhibition);
  // An exhibition that was published with blind rating has had its artists revealed.
  const known = blindRating && !wasBlind ? { ...exhibition, status: 'selection' as const } : exhibition;
  requireExhibitionAction('reopen', known, actorKindOf(actor));
  const next = nextVersion(exhibition, { status: 'open' }, actor);
  const context = { ...actor, ...(blindRating && { notes: { namesSeen: !wasBlind } }) };
  await saveExhibition(
    {
      exhibition: next,
      previous: exhibition,
      action: 'reopened',
      others: [reconcileNowWrite(id, actor.now)],
    },
    context,
  );
  await tryEnqueueReconcile(id, actor);
  await awaitReconcile(id);
  return next;
};
