import { saveEvent } from '../../desk/events/events.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { readExhibition, saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { requireNotPublishing } from '../../desk/exhibitions/require-not-publishing.ts';
import { requireRevision } from '../../desk/history/require-revision.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import { type Event, type EventContent, eventContentOf, withEventContent } from '../../model/events/event.ts';
import { statusOutOfArchive } from '../../model/events/event-status.ts';
import { type Exhibition, exhibitionContentOf, withExhibitionContent } from '../../model/exhibitions/exhibition.ts';
import { requireValidExhibitionContent } from '../exhibitions/require-valid-exhibition-content.ts';
import { confirmFiles } from '../files/confirm-files.ts';
import { confirmEvent, confirmExhibition } from '../mentions/confirm-mentions.ts';
import { resolveEventAttention } from '../mentions/resolve-event-attention.ts';
import { resolveExhibitionAttention } from '../mentions/resolve-exhibition-attention.ts';

/** Which item, from which version, and which earlier version of it becomes the working copy. */
interface Restoration {
  readonly id: string;
  readonly version: number | undefined;
  readonly restored: number;
}

/**
 * Makes an earlier version of an event the working copy; an archived event comes back by it. What editors have
 * confirmed of texts and files that it does not have is void.
 */
export const restoreEvent = async ({ id, version, restored }: Restoration, actor: Actor): Promise<Event> => {
  const event = await requireEvent(id, version);
  const revision = await requireRevision({ kind: 'event', id }, restored);
  // What it refers to may have been removed since. A draft may be incomplete, and publication reports what is missing.
  const content = eventContentOf(revision.event);
  // A draft may not newly refer to what is erased.
  const known = { ...(await withKnownUploads(content)), exhibitionId: await knownExhibition(content) };
  const status = event.status === 'archived' ? statusOutOfArchive(event) : event.status;
  const restoredEvent = withEventContent(event, { ...content, ...known }, actor.now);
  const confirmed = {
    ...(await confirmEvent(restoredEvent, undefined, actor)).confirmedMentions,
    ...confirmFiles('event', restoredEvent, undefined, actor).confirmedFiles,
  };
  const next = nextVersion(restoredEvent, { ...confirmed, status, changedBy: actor.by }, actor);
  await saveEvent({ event: next, previous: event, action: 'restored' }, actor);
  await resolveEventAttention(next, actor, event);
  return next;
};

/** The pictures and files whose uploads are still there. */
const withKnownUploads = async ({
  pictures,
  files,
}: EventContent): Promise<Pick<EventContent, 'pictures' | 'files'>> => {
  const uploads = await readUploads([...pictures, ...files].map(({ uploadId }) => uploadId));
  const isKnown = ({ uploadId }: { readonly uploadId: string }): boolean => uploads.has(uploadId);
  return { pictures: pictures.filter(isKnown), files: files.filter(isKnown) };
};

/** The exhibition that an event tells of, where that is still there. */
const knownExhibition = async ({ exhibitionId }: EventContent): Promise<string | undefined> =>
  exhibitionId && (await readExhibition(exhibitionId))?.id;

/**
 * Makes what staff had written in an earlier version of an exhibition the working copy; status, selection and the way
 * of rating stay. Throws where what it names is gone, with each field.
 */
export const restoreExhibition = async ({ id, version, restored }: Restoration, actor: Actor): Promise<Exhibition> => {
  const exhibition = await requireExhibition(id, version);
  requireExhibitionAction('restoreExhibition', exhibition, actorKindOf(actor, exhibition.createdBy));
  requireNotPublishing(exhibition);
  const revision = await requireRevision({ kind: 'exhibition', id }, restored);
  const { blindRating } = exhibition;
  const content = { ...exhibitionContentOf(revision.exhibition), blindRating };
  // A language that the site has no more is refused where the restored version would bring it back.
  const added = Object.keys(content.translations).filter((locale) => !exhibition.translations[locale]);
  await requireValidExhibitionContent(content, actor, added, exhibition);
  const changed = withExhibitionContent(exhibition, content, actor.now);
  const confirmed = {
    ...(await confirmExhibition(changed, undefined, actor)).confirmedMentions,
    ...confirmFiles('exhibition', changed, undefined, actor).confirmedFiles,
  };
  const next = nextVersion(changed, confirmed, actor);
  await saveExhibition({ exhibition: next, previous: exhibition, action: 'restored' }, actor);
  await resolveExhibitionAttention(next, actor, exhibition);
  return next;
};
