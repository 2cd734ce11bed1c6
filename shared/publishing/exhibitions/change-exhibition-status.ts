import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { requireNotPublishing } from '../../desk/exhibitions/require-not-publishing.ts';
import { requireTransition } from '../../desk/exhibitions/require-transition.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import type { Exhibition, StoredExhibitionStatus } from '../../model/exhibitions/exhibition.ts';
import type { ExhibitionRevision } from '../../model/publication/revision.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { beginBlindRating } from './begin-blind-rating.ts';
import { reopenEntries } from './reopen-entries.ts';
import { unpublishEnded } from './unpublish-ended.ts';

const actionByStatus = {
  draft: 'drafted',
  open: 'opened',
  selection: 'closed',
} as const satisfies Record<string, ExhibitionRevision['action']>;

/** The states in which no entries are accepted. */
const closed: readonly StoredExhibitionStatus[] = ['selection', 'withdrawn'];

/** Which exhibition, from which version where that matters, and the status that it gets. */
interface StatusChange {
  readonly id: string;
  readonly version?: number | undefined;
  readonly status: keyof typeof actionByStatus;
}

/** Opens an exhibition for entries, closes it, or makes it a draft again. Throws if it cannot come to that status. */
export const changeExhibitionStatus = async (
  { id, version, status }: StatusChange,
  actor: Actor,
): Promise<Exhibition> => {
  const exhibition = await unpublishEnded(await requireExhibition(id, version), actor);
  requireNotPublishing(exhibition);
  // An exhibition that was closed before numbers were drawn has them drawn now.
  if (exhibition.status === status && !(isBlind(exhibition) && !exhibition.rating)) return exhibition;
  if (exhibition.status !== status) requireTransition(exhibition, status, actor.now);
  if (status === 'open' && closed.includes(exhibition.status)) return reopenEntries(exhibition, actor);
  if (status === 'selection' && exhibition.blindRating && exhibition.status !== 'withdrawn') {
    return beginBlindRating(exhibition, actor);
  }
  // One that an earlier release has kept, when entries were taken again, would end the rating before it begins.
  const { selection: _, ...unselected } = exhibition;
  const closing = status === 'selection' && exhibition.status === 'open' ? unselected : exhibition;
  const next = nextVersion(closing, { status }, actor);
  await saveExhibition({ exhibition: next, previous: exhibition, action: actionByStatus[status] }, actor);
  return next;
};
