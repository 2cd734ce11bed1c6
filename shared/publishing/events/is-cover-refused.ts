import { readSite } from '../../desk/site/site.ts';
import type { Revision } from '../../model/revision.ts';
import { readPicturePermission } from '../pictures/picture-permission.ts';
import { readCoverPicture } from './read-cover-picture.ts';

/**
 * True where the cover of a version is the picture of an artwork that may not be shown: then the link shows nothing of
 * the version.
 */
export const isCoverRefused = async ({ event }: Revision, now: Date): Promise<boolean> => {
  const picture = await readCoverPicture(event.pictures[0]?.uploadId, now);
  return picture !== undefined && 'refusal' in (await readPicturePermission(picture, now, (await readSite()).site));
};
