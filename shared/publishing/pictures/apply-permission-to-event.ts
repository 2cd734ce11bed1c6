import type { Write } from '../../aws/transaction.ts';
import { editionCheck, editionWrite, readEdition } from '../../desk/events/editions.ts';
import { mediaDeletionRemoval, mediaDeletionWrite } from '../../desk/events/pending-media-deletions.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { pictureGuardBump } from '../../desk/uploads/picture-guard.ts';
import { pictureUseRemovals } from '../../desk/uploads/pictures.ts';
import {
  type Edition,
  imageFields,
  imagesOf,
  mediaEnd,
  type Publication,
  publishCountOf,
  type ShownImage,
  shownImagesOf,
} from '../../model/edition.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import type { Site } from '../../model/site.ts';
import { eventEditionWrites } from '../editions/event-items.ts';
import { hashesOfPictures } from './hashes-of-pictures.ts';
import type { PicturePermission } from './picture-permission.ts';

/** How an action changes a place that shows a picture. */
export interface PictureUseChange {
  readonly place: FieldLocation;
  /** All that has to be written together. */
  readonly writes: readonly Write[];
  /** True where the picture is removed there; else only its end changes. */
  readonly isRemoval: boolean;
}

/** Who acts on a picture, because of which artwork, and by which settings. */
interface PictureChangeContext {
  readonly context: ActionContext;
  readonly site: Site;
  readonly because?: FieldLocation | undefined;
}

/** A picture of a publication that the permission concerns, with what becomes of its image. */
interface ConcernedPicture {
  readonly index: number;
  readonly image: ShownImage;
  /** Absent where it is removed. */
  readonly next?: ShownImage;
}

const withUntil = ({ until: _, ...image }: ShownImage, until: string | undefined): ShownImage => ({
  ...image,
  ...(until && { until }),
});

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
  const changed = new Map(concerned.map(({ index, next }) => [index, next]));
  const images = shownImagesOf(publication).map((image, n) => (changed.has(n) ? changed.get(n) : image));
  // The first are those of the pictures, the others stand in texts alone.
  const count = imagesOf(publication).length;
  const isLeft = (image: ShownImage | undefined): image is ShownImage => image !== undefined;
  const inTexts = images.slice(count).filter(isLeft);
  const isRemoval = concerned.some(({ next }) => !next);
  return {
    ...edition,
    number: edition.number + 1,
    publishCount: publishCountOf(edition) + (isRemoval ? 1 : 0),
    ...(isRemoval && { actedAt: now.toISOString() }),
    publication: {
      ...rest,
      content: { ...content, pictures: content.pictures.filter((_, n) => n >= count || isLeft(images[n])) },
      ...imageFields(
        images
          .slice(0, count)
          .filter(isLeft)
          .map(({ uploadId: _, ...image }) => image),
      ),
      ...(inTexts.length > 0 && { textPictures: inTexts }),
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
  const hashes = publication ? await hashesOfPictures(publication) : [];
  if (hash !== undefined && !hashes.includes(hash)) {
    const forget = [pictureGuardBump(id), editionCheck(id, edition), ...pictureUseRemovals(hash, place)];
    return { place, isRemoval: false, writes: forget };
  }
  if (!edition || !publication) return undefined;
  const until = 'until' in permission ? permission.until : undefined;
  const concerned = shownImagesOf(publication).flatMap((image, index): ConcernedPicture[] => {
    const its = hashes[index];
    if (its === undefined || (its === hash && 'refusal' in permission)) return [{ index, image }];
    return its === hash && until !== image.until ? [{ index, image, next: withUntil(image, until) }] : [];
  });
  if (concerned.length === 0) return undefined;
  const next = nextEdition(edition, publication, concerned, context.now);
  const isRemoval = concerned.some((one) => !one.next);
  return {
    place,
    isRemoval,
    writes: [
      editionWrite(id, next, edition),
      ...concerned.map(({ image, next: after }) => {
        const end = after ? mediaEnd(after, publication) : context.now.toISOString();
        return end ? mediaDeletionWrite(id, { media: image, dueAt: end }) : mediaDeletionRemoval(id, image);
      }),
      ...eventEditionWrites(id, next, edition, site),
      ...(isRemoval && hash && 'refusal' in permission ? pictureUseRemovals(hash, place) : []),
      ...(isRemoval
        ? [endPreviews(`EVENT#${id}`), auditWrite(context, 'cover.removed', id, { places: because ? [because] : [] })]
        : []),
    ],
  };
};
