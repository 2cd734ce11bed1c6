import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { awaitReconcile } from './await-reconcile.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';

/** Ends a blind rating whose selection is made: staff see the artists from now on. Throws `VersionConflictError`. */
export const revealArtists = async (exhibition: Exhibition, actor: Actor): Promise<Exhibition> => {
  requireExhibitionAction('reveal', exhibition, actorKindOf(actor));
  const { id, rating, selection } = exhibition;
  // Consent that ended, or an erasure, may have left a selection without works.
  if (!rating || !selection?.artworkIds.length) {
    throw new ConflictError(reason(rating ? 'revealBeforeSelection' : 'revealBeforeNumbers', { id }));
  }
  const revealed = { ...rating, revealedAt: actor.now.toISOString(), revealedBy: actor.by };
  const next = nextVersion(exhibition, { rating: revealed }, actor);
  await saveExhibition(
    {
      exhibition: next,
      previous: exhibition,
      action: 'revealed',
      others: [reconcileNowWrite(id, actor.now)],
    },
    actor,
  );
  await tryEnqueueReconcile(id, actor);
  await awaitReconcile(id);
  return next;
};
