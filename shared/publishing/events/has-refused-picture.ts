import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readSite } from '../../desk/site/site.ts';
import { readPicturePermission } from '../pictures/picture-permission.ts';
import { readPictureRecords } from './read-picture-records.ts';

/**
 * True where a picture of a version is that of an artwork that may not be shown: then the link shows nothing of the
 * version.
 */
export const hasRefusedPicture = async (
  item: Parameters<typeof readPictureRecords>[0],
  now: Date,
): Promise<boolean> => {
  const pictures = await readPictureRecords(item, now);
  if (pictures.length === 0) return false;
  const { site } = await readSite();
  const permissions = await mapWithConcurrency(pictures, 8, (picture) => readPicturePermission(picture, now, site));
  return permissions.some((permission) => 'refusal' in permission);
};
