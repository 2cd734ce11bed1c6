import type { Write } from '../../aws/transaction.ts';
import { editionCheck, editionWrite, readEdition } from '../../desk/events/editions.ts';
import { mediaDeletionRemoval, mediaDeletionWrite } from '../../desk/events/pending-media-deletions.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { pictureChangeWrite } from '../../desk/uploads/picture-changes.ts';
import { pictureUseRemovals } from '../../desk/uploads/pictures.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import {
  type Edition,
  imageFields,
  mediaEnd,
  type Publication,
  publishCountOf,
} from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { eventEditionWrites } from '../editions/event-items.ts';
import {
  type ConcernedPicture,
  concernedPictures,
  type PictureRole,
  picturesAfter,
  removedRoles,
} from './concerned-pictures.ts';
import type { PicturePermission } from './picture-permission.ts';

/** How an action changes a place that shows a picture. */
export interface PictureUseChange {
  readonly place: FieldLocation;
  /** All that has to be written together. */
  readonly writes: readonly Write[];
  /** True where the picture is removed there; else only its end changes. */
  readonly isRemoval: boolean;
  /** As what it is removed there. */
  readonly removedAs: readonly PictureRole[];
}

/** Who acts on a picture, because of which artwork, and by which settings. */
export interface PictureChangeContext {
  readonly context: ActionContext;
  readonly site: Site;
  readonly because?: FieldLocation | undefined;
}

/**
 * The edition after the change. A removal counts as a publication: feeds, caches and receivers of webhooks learn of it.
 * Of another end the public sees nothing.
 */
const nextEdition = (
  edition: Edition,
  publication: Publication,
  concerned: readonly ConcernedPicture[],
  now: Date,
): Edition & { publication: Publication } => {
  const { cover: _, gallery: __, textPictures: ___, content, ...rest } = publication;
  const { pictures, images, textPictures, isRemoval } = picturesAfter(publication, concerned);
  return {
    ...edition,
    number: edition.number + 1,
    publishCount: publishCountOf(edition) + (isRemoval ? 1 : 0),
    ...(isRemoval && { actedAt: now.toISOString() }),
    publication: {
      ...rest,
      content: { ...content, pictures },
      ...imageFields(images),
      ...(textPictures.length > 0 && { textPictures }),
    },
  };
};

/**
 * The writes that apply the permission to show the picture `hash` to an event: they remove it everywhere, or change its
 * end; `undefined` where nothing changes. The event itself stays. A picture whose upload was deleted is removed in any
 * case: only erasing takes an upload that is used. Where the event does not show the picture, or not yet, the place is
 * forgotten, and a publication that is under way begins anew.
 */
export const applyPermissionToEvent = async (
  place: FieldLocation,
  hash: string | undefined,
  permission: PicturePermission,
  { context, site, because }: PictureChangeContext,
): Promise<PictureUseChange | undefined> => {
  const { id } = place;
  const edition = await readEdition(id);
  const { publication } = edition ?? {};
  const concerned = await concernedPictures(publication, hash, permission);
  if (!edition || !publication || !concerned) {
    if (hash === undefined) return undefined;
    const forget = [pictureChangeWrite(place), editionCheck(id, edition), ...pictureUseRemovals(hash, place)];
    return { place, isRemoval: false, removedAs: [], writes: forget };
  }
  if (concerned.length === 0) return undefined;
  const next = nextEdition(edition, publication, concerned, context.now);
  const isRemoval = concerned.some((one) => !one.next);
  return {
    ...{ place, isRemoval, removedAs: removedRoles(publication, concerned, 0) },
    writes: [
      editionWrite(id, next, edition),
      ...concerned.map(({ image, next: after }) => {
        const end = after ? mediaEnd(after, publication) : context.now.toISOString();
        return end ? mediaDeletionWrite(id, { media: image, dueAt: end }) : mediaDeletionRemoval(id, image);
      }),
      ...eventEditionWrites(id, next, edition, site),
      ...(isRemoval && hash && 'refusal' in permission ? pictureUseRemovals(hash, place) : []),
      ...(isRemoval
        ? [endPreviews(`EVENT#${id}`), auditWrite(context, 'picture.removed', id, { places: because ? [because] : [] })]
        : []),
    ],
  };
};
