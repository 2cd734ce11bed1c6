import {
  exhibitionEditionCheck,
  exhibitionEditionWrite,
  readExhibitionEdition,
} from '../../desk/exhibitions/exhibition-editions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { pictureChangeWrite } from '../../desk/uploads/picture-changes.ts';
import { pictureUseRemovals } from '../../desk/uploads/pictures.ts';
import { coverPictureOf, type ExhibitionEdition } from '../../model/exhibitions/exhibition-edition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { publishCountOf } from '../../model/publication/edition.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { readCoverArtwork } from '../shared/read-cover-artwork.ts';
import type { PictureChangeContext, PictureUseChange } from './apply-permission-to-event.ts';
import { concernedPictures, picturesAfter, removedRoles } from './concerned-pictures.ts';
import type { PicturePermission } from './picture-permission.ts';

/**
 * The same as `applyPermissionToEvent` for the photographs of an exhibition and the pictures in its texts. A
 * publication that is under way begins anew in any case, and the publisher deletes the media of what is removed.
 */
export const applyPermissionToExhibition = async (
  place: FieldLocation,
  hash: string | undefined,
  permission: PicturePermission,
  { context, site, because }: PictureChangeContext,
): Promise<PictureUseChange | undefined> => {
  const { id } = place;
  const edition = await readExhibitionEdition(id);
  const { publication } = edition ?? {};
  const concerned = await concernedPictures(publication, hash, permission);
  if (!edition || !publication || !concerned) {
    if (hash === undefined) return undefined;
    const forget = [pictureChangeWrite(place), exhibitionEditionCheck(id, edition), ...pictureUseRemovals(hash, place)];
    return { place, isRemoval: false, removedAs: [], writes: forget };
  }
  if (concerned.length === 0) return undefined;
  const { images: _, textPictures: __, ...rest } = publication;
  const { pictures, images, textPictures, isRemoval } = picturesAfter(publication, concerned);
  const next: ExhibitionEdition = {
    ...edition,
    number: edition.number + 1,
    publishCount: publishCountOf(edition) + (isRemoval ? 1 : 0),
    ...(isRemoval && { actedAt: context.now.toISOString() }),
    publication: {
      ...rest,
      content: { ...publication.content, pictures },
      ...(images.length > 0 && { images }),
      ...(textPictures.length > 0 && { textPictures }),
    },
  };
  const cover = await readCoverArtwork(id, next);
  return {
    ...{ place, isRemoval, removedAs: removedRoles(publication, concerned, coverPictureOf(publication.content)) },
    writes: [
      exhibitionEditionWrite(id, next, edition),
      ...exhibitionEditionWrites(id, { next, cover, previous: edition }, site),
      pictureChangeWrite(place),
      reconcileNowWrite(id, context.now),
      ...(isRemoval && hash && 'refusal' in permission ? pictureUseRemovals(hash, place) : []),
      ...(isRemoval
        ? [
            endPreviews(`EXHIBITION#${id}`),
            auditWrite(context, 'picture.removed', id, { places: because ? [because] : [] }),
          ]
        : []),
    ],
  };
};
