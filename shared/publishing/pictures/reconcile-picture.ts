import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { externalPictureUseRemoval, readExternalPictureUses } from '../../desk/uploads/external-picture-uses.ts';
import { holdersCheck, type PictureRecord, readPicture, showingsCheck } from '../../desk/uploads/pictures.ts';
import { readUnsettledPictures, settlePicture } from '../../desk/uploads/unsettled-pictures.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Site } from '../../model/site/site.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';
import { applyPermission } from './apply-permission.ts';
import { readPicturePermission } from './picture-permission.ts';

/**
 * Applies the consent to a picture to every place that shows it, in one transaction each: those that an action had no
 * room for or has not reached, and those where consent has ended. Gives the places that the picture was removed from,
 * until when the others show it, and the picture as it is after that.
 */
export const reconcilePicture = async (
  hash: string,
  {
    act: context,
    site,
    because,
  }: { readonly act: ActionContext; readonly site: Site; readonly because?: FieldLocation },
): Promise<{ removedFrom: FieldLocation[]; until?: string | undefined; after: PictureRecord }> => {
  const removedFrom: FieldLocation[] = [];
  const { shownIn } = await readPicture(hash, context.now);
  for (const place of shownIn) {
    await retryOnNewEdition(async () => {
      const picture = await readPicture(hash, context.now);
      const permission = await readPicturePermission(picture, context.now, site);
      const change = await applyPermission(place, hash, permission, { context, site, because });
      if (!change) return;
      await writeTogether([holdersCheck(picture), ...change.writes]);
      if (change.isRemoval) removedFrom.push(place);
    });
    // The publisher deletes those of an exhibition.
    if (place.kind === 'event') await deleteDueMedia(place.id, context.now);
  }
  const after = await readPicture(hash, context.now);
  const permission = await readPicturePermission(after, context.now, site);
  return {
    removedFrom,
    after,
    ...('until' in permission && { until: permission.until }),
  };
};

/** Longer than any action on an artwork can take (the function's timeout is 29 s), in milliseconds. */
const longestActionMs = 60_000;

/**
 * Does so for every picture of an exhibition that was shown elsewhere, or that an interrupted action has not settled,
 * and says when the next consent ends; `undefined` where none does.
 */
export const reconcilePicturesOf = async (
  exhibitionId: string,
  context: ActionContext,
  site: Site,
): Promise<string | undefined> => {
  const ends: string[] = [];
  for (const picture of await readUnsettledPictures(exhibitionId)) {
    const due = new Date(Date.parse(picture.at) + longestActionMs).toISOString();
    const because: FieldLocation = { kind: 'artwork', id: picture.artworkId, field: 'uploadId' };
    // The action may still be under way, and settles it itself.
    if (due > context.now.toISOString()) ends.push(due);
    else {
      await settlePicture(picture);
      await reconcilePicture(picture.hash, { act: context, site, because });
    }
  }
  for (const picture of await readExternalPictureUses(exhibitionId)) {
    const { artworkId, hash } = picture;
    const because: FieldLocation = { kind: 'artwork', id: artworkId, field: 'uploadId' };
    const { until, after } = await reconcilePicture(hash, { act: context, site, because });
    if (after.shownIn.length === 0) await forgetExternalPictureUse(exhibitionId, picture, after);
    else if (until !== undefined) ends.push(until);
  }
  return ends.sort()[0];
};

/** Deletes the record of a picture that is shown nowhere, unless something was published with it since it was read. */
const forgetExternalPictureUse = async (
  exhibitionId: string,
  use: Parameters<typeof externalPictureUseRemoval>[1],
  picture: PictureRecord,
): Promise<void> => {
  try {
    await writeTogether([showingsCheck(picture), externalPictureUseRemoval(exhibitionId, use)]);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
  }
};
