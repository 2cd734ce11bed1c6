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
 * Opens an exhibition for entries again and drops its selection, since the jury rates once more. Where it is rated
 * blind that shows the artists, so it is an admin's to decide. Throws `VersionConflictError`.
 */
export const reopenEntries = async (exhibition: Exhibition, actor: Actor): Promise<Exhibition> => {
  const { selection: _, ...rest } = exhibition;
  const { id, blindRating, version, updatedAt } = rest;
  const wasBlind = isBlind(exhibition);
  // An exhibition that was published with blind rating has had its artists revealed.
  const known = blindRating && !wasBlind ? { ...exhibition, status: 'selection' as const } : exhibition;
  requireExhibitionAction('reopen', known, actorKindOf(actor));
  // A rating that v0.1.0 has begun left no record, by which the next one knows that names were seen.
  const rating = blindRating ? (rest.rating ?? { draw: version, startedAt: updatedAt }) : undefined;
  const next = nextVersion(rest, { status: 'open', ...(rating && { rating }) }, actor);
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
