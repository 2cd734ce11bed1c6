import { limits } from '../../aws/limits.ts';
import type { PreviewSubject } from '../../desk/events/preview-ends.ts';
import { savePreview } from '../../desk/events/previews.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { readRevision } from '../../desk/events/revisions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { requireEventAction } from '../../desk/store/permissions.ts';
import { previewQuota } from '../../desk/store/quotas.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import type { Locale } from '../../model/locale.ts';
import type { Revision } from '../../model/revision.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { hasRefusedPicture } from './has-refused-picture.ts';
import { readPictureRecords } from './read-picture-records.ts';

/** Of which event, in which language and version (the current one, where absent), and for how many hours. */
interface PreviewRequest {
  readonly eventId: string;
  readonly locale: Locale;
  readonly version?: number | undefined;
  readonly hours: number;
}

/** A preview that was made; `token` is what its viewer must present. */
interface NewPreview {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * Makes a link to a version of an event. Throws where the version lacks the language or a picture of it may not be shown, and
 * where the actor may not share it, or has made as many as an hour allows.
 */
export const createPreview = async (
  { eventId, locale, version: wanted, hours }: PreviewRequest,
  actor: Actor,
): Promise<NewPreview> => {
  const event = await requireEvent(eventId);
  const version = wanted ?? event.version;
  const revision = await readRevision(event.id, version);
  if (!revision) throw new InvalidInputError([fieldError('version', 'unknownEventVersion', { eventId })]);
  // A role that may not read earlier versions may not share them either.
  requireEventAction(version === event.version ? 'previewEvent' : 'readRevisions', event, actor);
  if (!revision.event.translations[locale]) {
    throw new InvalidInputError([fieldError('locale', 'localeNotInVersion', { version })]);
  }
  if (await hasRefusedPicture(revision, actor.now)) {
    throw new InvalidInputError([fieldError('version', 'coverNotAllowed')]);
  }
  const expiresAt = new Date(actor.now.getTime() + hours * 3_600_000).toISOString();
  const quota = previewQuota(actor, limits());
  const preview = { eventId, version, locale, expiresAt };
  const { id, token } = await retryOnNewEdition(async () =>
    savePreview(preview, await subjectsOf(revision, actor.now), actor, [quota]),
  );
  return { id, token, expiresAt };
};

/**
 * What a preview depends on: its event, the event's exhibition, and those whose artworks have one of its pictures
 * as theirs.
 */
const subjectsOf = async ({ event }: Revision, now: Date): Promise<PreviewSubject[]> => {
  const holders = (await readPictureRecords(event, now)).flatMap((picture) => picture.holders);
  const exhibitionIds = new Set([
    ...(event.exhibitionId ? [event.exhibitionId] : []),
    ...holders.map((one) => one.exhibitionId),
  ]);
  return [`EVENT#${event.id}`, ...[...exhibitionIds].map((id): PreviewSubject => `EXHIBITION#${id}`)];
};
