import { writeTogether } from '../../aws/transaction.ts';
import type { Act } from '../../desk/store/audit.ts';
import { holdersCheck, readPicture } from '../../desk/uploads/pictures.ts';
import { forgetPictureElsewhere, readPicturesElsewhere } from '../../desk/uploads/pictures-elsewhere.ts';
import type { Place } from '../../model/place.ts';
import type { Site } from '../../model/site.ts';
import { retryOnNewEdition } from '../events/with-edition.ts';
import { sweepMedia } from '../shared/sweep-media.ts';
import { changeCover } from './change-cover.ts';
import { readPermission } from './permission.ts';

/**
 * Makes every place that shows a picture follow the consent to it, a transaction each: what an act had no room for, or has broken off
 * before, and what consent that has ended takes away. Gives the places that the picture went from, and until when the others show it.
 */
export const reconcilePicture = async (
  hash: string,
  { act, site, because }: { readonly act: Act; readonly site: Site; readonly because?: Place },
): Promise<{ removedFrom: Place[]; until?: string | undefined; isShown: boolean }> => {
  const removedFrom: Place[] = [];
  const { shownIn } = await readPicture(hash, act.now);
  for (const place of shownIn) {
    await retryOnNewEdition(async () => {
      const picture = await readPicture(hash, act.now);
      const permission = await readPermission(picture, act.now, site);
      const change = await changeCover(place, hash, permission, { act, site, because });
      if (!change) return;
      await writeTogether([holdersCheck(picture), ...change.writes]);
      if (change.isRemoval) removedFrom.push(place);
    });
    await sweepMedia(place.id, act.now);
  }
  const after = await readPicture(hash, act.now);
  const permission = await readPermission(after, act.now, site);
  return {
    removedFrom,
    isShown: after.shownIn.length > 0,
    ...('until' in permission && { until: permission.until }),
  };
};

/** Does so for every picture of an exhibition that was shown elsewhere, and says when the next consent ends; `undefined` where none does. */
export const reconcilePicturesOf = async (exhibitionId: string, act: Act, site: Site): Promise<string | undefined> => {
  const ends: string[] = [];
  for (const picture of await readPicturesElsewhere(exhibitionId)) {
    const { artworkId, hash } = picture;
    const because: Place = { kind: 'artwork', id: artworkId, field: 'uploadId' };
    const { until, isShown } = await reconcilePicture(hash, { act, site, because });
    if (!isShown) await forgetPictureElsewhere(exhibitionId, picture);
    else if (until !== undefined) ends.push(until);
  }
  return ends.sort()[0];
};
