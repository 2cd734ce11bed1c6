import type { Write } from '../../aws/transaction.ts';
import { editionWrite, readEdition } from '../../desk/events/editions.ts';
import { mediaDeletionRemoval, mediaDeletionWrite } from '../../desk/events/pending-media-deletions.ts';
import { endPreviews } from '../../desk/events/preview-ends.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { pictureUseRemoval } from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import { coverEndsAt, type Edition, type Publication, publishCountOf } from '../../model/edition.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import type { Site } from '../../model/site.ts';
import { eventEditionWrites } from '../editions/event-items.ts';
import type { PicturePermission } from './picture-permission.ts';

/** The place at which the cover of an event is shown. */
export const coverLocation = (eventId: string): FieldLocation => ({ kind: 'event', id: eventId, field: 'cover' });

/**
 * The hash of the picture that a publication has as its cover; `undefined` if it has none, or its upload was
 * deleted.
 */
export const coverHash = async (publication: Publication | undefined): Promise<string | undefined> => {
  const { cover, content } = publication ?? {};
  const uploadId = content?.pictures[0]?.uploadId;
  if (!cover || !uploadId) return undefined;
  const upload = await readUpload(uploadId);
  return upload && pictureHash(upload.sha256);
};

/** How an action changes a place that shows a picture. */
export interface PictureUseChange {
  readonly place: FieldLocation;
  /** All that has to be written together. */
  readonly writes: readonly Write[];
  /** True if the picture is removed there; else only its end changes. */
  readonly isRemoval: boolean;
}

/** Who acts on a picture, because of which artwork, and by which settings. */
interface CoverChangeContext {
  readonly context: ActionContext;
  readonly site: Site;
  readonly because?: FieldLocation | undefined;
}

/** An edition without its cover. It counts as a publication: feeds, caches and receivers of webhooks learn of it. */
const withoutCover = (edition: Edition, publication: Publication, now: Date): Edition => {
  const { cover: _, content, ...rest } = publication;
  return {
    ...edition,
    number: edition.number + 1,
    publishCount: publishCountOf(edition) + 1,
    actedAt: now.toISOString(),
    publication: { ...rest, content: { ...content, pictures: [] } },
  };
};

/** An edition whose cover ends at another time: what the public sees has not changed. */
const withCoverUntil = (edition: Edition, publication: Publication, until: string | undefined): Edition => {
  const { until: _, ...cover } = publication.cover ?? {};
  return {
    ...edition,
    number: edition.number + 1,
    publishCount: publishCountOf(edition),
    publication: { ...publication, cover: { ...cover, ...(until && { until }) } as NonNullable<Publication['cover']> },
  };
};

/**
 * The writes that apply the permission to show the picture `hash` to the cover of an event: they remove it everywhere,
 * or change its end; `undefined` if nothing changes, or the cover is another one. The event itself stays. A cover
 * whose upload was deleted is removed in any case: only erasing takes an upload that is used.
 */
export const applyPermissionToCover = async (
  place: FieldLocation,
  hash: string | undefined,
  permission: PicturePermission,
  { context, site, because }: CoverChangeContext,
): Promise<PictureUseChange | undefined> => {
  const { id } = place;
  const edition = await readEdition(id);
  const { publication } = edition ?? {};
  const { cover } = publication ?? {};
  if (!edition || !publication || !cover) return undefined;
  const shown = await coverHash(publication);
  if (shown !== undefined && shown !== hash) return undefined;
  const isRemoval = shown === undefined || 'refusal' in permission;
  const until = 'until' in permission ? permission.until : undefined;
  if (!isRemoval && until === cover.until) return undefined;
  const next = isRemoval
    ? withoutCover(edition, publication, context.now)
    : withCoverUntil(edition, publication, until);
  const end = isRemoval ? context.now.toISOString() : next.publication && coverEndsAt(next.publication);
  return {
    place,
    isRemoval,
    writes: [
      editionWrite(id, next, edition),
      end ? mediaDeletionWrite(id, { image: cover, dueAt: end }) : mediaDeletionRemoval(id, cover),
      ...eventEditionWrites(id, next, edition, site),
      ...(isRemoval && hash ? [pictureUseRemoval(hash, place)] : []),
      ...(isRemoval
        ? [endPreviews(`EVENT#${id}`), auditWrite(context, 'cover.removed', id, { places: because ? [because] : [] })]
        : []),
    ],
  };
};
