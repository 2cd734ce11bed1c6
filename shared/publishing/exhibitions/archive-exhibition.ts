import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { requireNotPublishing } from '../../desk/exhibitions/require-not-publishing.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { resolveExhibitionAttention } from '../mentions/resolve-exhibition-attention.ts';
import { unpublishEnded } from './unpublish-ended.ts';

/** Which exhibition, from which version. */
interface Archiving {
  readonly id: string;
  readonly version: number | undefined;
}

/**
 * Archives an exhibition, which ends its previews. Throws where it is public or will be, is rated blind, the version is
 * stale, or the actor may not archive it.
 */
export const archiveExhibition = async ({ id, version }: Archiving, actor: Actor): Promise<Exhibition> => {
  const exhibition = await unpublishEnded(await requireExhibition(id, version), actor);
  requireNotPublishing(exhibition);
  if (exhibition.status === 'published') throw new ConflictError(reason('exhibitionPublished', { id }));
  requireExhibitionAction('archiveExhibition', exhibition, actorKindOf(actor, exhibition.createdBy));
  const next = nextVersion(exhibition, { status: 'archived', archivedFrom: exhibition.status }, actor);
  const others = [endPreviews(`EXHIBITION#${id}`)];
  await saveExhibition({ exhibition: next, previous: exhibition, action: 'archived', others }, actor);
  await resolveExhibitionAttention(next, actor);
  return next;
};

/** Takes an exhibition out of the archive: it has the status again that it had. */
export const unarchiveExhibition = async ({ id, version }: Archiving, actor: Actor): Promise<Exhibition> => {
  const exhibition = await requireExhibition(id, version);
  requireExhibitionAction('unarchiveExhibition', exhibition, actorKindOf(actor, exhibition.createdBy));
  const { archivedFrom: status = 'draft', ...rest } = exhibition;
  const next = nextVersion(rest, { status }, actor);
  await saveExhibition({ exhibition: next, previous: exhibition, action: 'unarchived' }, actor);
  await resolveExhibitionAttention(next, actor);
  return next;
};
