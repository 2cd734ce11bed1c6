import { limits } from '../../aws/limits.ts';
import type { Write } from '../../aws/transaction.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { exhibitionCheck } from '../../desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import type { PreviewSubject } from '../../desk/history/preview-ends.ts';
import { savePreview } from '../../desk/history/previews.ts';
import { type RevisedItem, readRevision, revisionWrite } from '../../desk/history/revisions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, requireEventAction, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { previewQuota } from '../../desk/store/quotas.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import type { Locale } from '../../model/languages/locale.ts';
import {
  type EventRevision,
  exhibitionVersionOf,
  itemOf,
  type RevisedKind,
  type RevisionOf,
} from '../../model/publication/revision.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { hasRefusedPicture } from '../events/has-refused-picture.ts';
import { readPictureRecords } from '../events/read-picture-records.ts';

/** In which language and version (the current one, where absent) an item is shown, and for how many hours. */
interface PreviewRequest {
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

/** A version that may be shown to others. */
interface Previewable {
  readonly revision: RevisionOf<RevisedKind>;
  /** What the preview depends on. */
  readonly subjects: () => Promise<PreviewSubject[]>;
  readonly others?: readonly Write[];
}

/**
 * Makes a link to a version of an event or exhibition. Throws where the version lacks the language or a picture of it
 * may not be shown, and where the actor may not share it, or has made as many as an hour allows.
 */
export const createPreview = async (
  item: RevisedItem,
  { locale, version: wanted, hours }: PreviewRequest,
  actor: Actor,
): Promise<NewPreview> => {
  const expiresAt = new Date(actor.now.getTime() + hours * 3_600_000).toISOString();
  const quota = previewQuota(actor, limits());
  const { id, token } = await retryOnNewEdition(async () => {
    const { revision, subjects, others = [] } = await previewable[item.kind](item.id, wanted, actor);
    const { version, translations } = itemOf(revision);
    if (!translations[locale]) throw new InvalidInputError([fieldError('locale', 'localeNotInVersion', { version })]);
    return savePreview({ item, version, locale, expiresAt }, await subjects(), actor, [quota, ...others]);
  });
  return { id, token, expiresAt };
};

type Read = (id: string, wanted: number | undefined, actor: Actor) => Promise<Previewable>;

const eventToPreview: Read = async (id, wanted, actor) => {
  const event = await requireEvent(id);
  const version = wanted ?? event.version;
  const revision = await readRevision({ kind: 'event', id }, version);
  if (!revision) throw new InvalidInputError([fieldError('version', 'unknownEventVersion', { eventId: id })]);
  // A role that may not read earlier versions may not share them either.
  requireEventAction(version === event.version ? 'previewEvent' : 'readRevisions', event, actor);
  await requirePictures(revision.event, actor.now);
  return { revision, subjects: () => subjectsOf(revision, actor.now) };
};

/** Refuses a version with a picture that may not be shown. */
const requirePictures = async (item: Parameters<typeof hasRefusedPicture>[0], now: Date): Promise<void> => {
  if (await hasRefusedPicture(item, now)) throw new InvalidInputError([fieldError('version', 'coverNotAllowed')]);
};

/** The exhibitions whose artworks have one of the pictures of an item as theirs. */
const holdersOf = async (item: Parameters<typeof readPictureRecords>[0], now: Date): Promise<string[]> =>
  (await readPictureRecords(item, now)).flatMap(({ holders }) => holders.map(({ exhibitionId }) => exhibitionId));

/**
 * What the preview of an event depends on: the event, its exhibition, and those whose artworks have one of its pictures
 * as theirs.
 */
const subjectsOf = async ({ event }: EventRevision, now: Date): Promise<PreviewSubject[]> => {
  const exhibitionIds = new Set([
    ...(event.exhibitionId ? [event.exhibitionId] : []),
    ...(await holdersOf(event, now)),
  ]);
  return [`EVENT#${event.id}`, ...[...exhibitionIds].map((id): PreviewSubject => `EXHIBITION#${id}`)];
};

const exhibitionToPreview: Read = async (id, wanted, actor) => {
  const exhibition = await requireExhibition(id);
  const version = wanted ?? exhibition.version;
  const isCurrent = version === exhibition.version;
  const action = isCurrent ? 'previewExhibition' : 'readExhibitionRevisions';
  const kept = await readRevision({ kind: 'exhibition', id }, version);
  // A version that an earlier release has made, or a change of an artwork, is kept from now on.
  const revision = kept ?? (isCurrent && { action: 'updated' as const, exhibition: exhibitionVersionOf(exhibition) });
  if (!revision) throw new InvalidInputError([fieldError('version', 'unknownExhibitionVersion', { exhibitionId: id })]);
  requireExhibitionAction(action, exhibition, actorKindOf(actor, exhibition.createdBy));
  await requirePictures(revision.exhibition, actor.now);
  return {
    revision,
    subjects: async () => {
      const ids = new Set([id, ...(await holdersOf(revision.exhibition, actor.now))]);
      return [...ids].map((one): PreviewSubject => `EXHIBITION#${one}`);
    },
    ...(!kept && { others: [revisionWrite('exhibition', revision), exhibitionCheck(exhibition)] }),
  };
};

const previewable: Readonly<Record<RevisedKind, Read>> = { event: eventToPreview, exhibition: exhibitionToPreview };
