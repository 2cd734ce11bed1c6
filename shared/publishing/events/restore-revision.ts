import { saveEvent } from '../../desk/events/events.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { requireRevision } from '../../desk/events/require-revision.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import { type Event, type EventContent, eventContentOf, withEventContent } from '../../model/event.ts';
import { resolveEventAttention } from '../mentions/resolve-event-attention.ts';

/** Which event, from which version, and which earlier version of it becomes the working copy. */
interface Restoration {
  readonly id: string;
  readonly version: number | undefined;
  readonly restored: number;
}

/** Makes an earlier version of an event the working copy; an archived event comes back by it. */
export const restoreRevision = async ({ id, version, restored }: Restoration, actor: Actor): Promise<Event> => {
  const event = await requireEvent(id, version);
  const revision = await requireRevision(id, restored);
  // What it refers to may have been removed since. A draft may be incomplete, and publication reports what is missing.
  const content = eventContentOf(revision.event);
  // A draft may not refer to an erased upload.
  const { pictures, files } = await withKnownUploads(content);
  const wasPublic = event.publishedAt !== undefined;
  const status = event.status === 'archived' ? (wasPublic ? 'withdrawn' : 'draft') : event.status;
  const next = nextVersion(withEventContent(event, { ...content, pictures, files }, actor.now), { status }, actor);
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
