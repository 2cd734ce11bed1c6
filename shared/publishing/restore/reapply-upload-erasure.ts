import { writeTogether } from '../../aws/transaction.ts';
import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { holdersCheck, readPictureOf } from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import type { Upload } from '../../model/files/upload.ts';
import type { Site } from '../../model/site/site.ts';
import { reason } from '../../refusals/reason.ts';
import { deleteErased, markErased } from '../erasure/erase-upload.ts';
import { removePublicFile } from '../erasure/remove-public-file.ts';
import { changeRestored } from '../exhibitions/change-artwork.ts';
import { applyPermission } from '../pictures/apply-permission.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';
import { placesOf, readShownPublication } from '../shared/listed-upload-uses.ts';

/**
 * Erases an upload that a restore has brought back, or whose erasure was interrupted. What uses it in the restored
 * table loses it: an entry its image, what is public the picture or the file. False where it is gone, or goes with its
 * entry.
 */
export const reapplyUploadErasure = async (id: string, actor: Actor, site: Site): Promise<boolean> => {
  const found = await readUpload(id);
  if (!found) return false;
  if (found.artwork) {
    const [exhibitionId = '', artworkId = ''] = found.artwork.split('/');
    if (!(await readArtwork(exhibitionId, artworkId))) return false;
    await changeRestored(exhibitionId, artworkId, ({ uploadId: _, ...artwork }) => artwork, actor);
  }
  const upload = (await readUpload(id)) ?? found;
  if (upload.rejection?.code !== 'erased') await retryOnNewEdition(() => markErased(upload, actor));
  await removeFromPublic(upload, actor, site);
  await deleteErased(id, upload);
  return true;
};

/** Removes an upload from what the public sees, while the desk can still tell by its record which picture it is. */
const removeFromPublic = async (upload: Upload, context: Actor, site: Site): Promise<void> => {
  const { shownIn, hash } = await readPictureOf(upload.sha256, context.now);
  const erased = { refusal: reason('pictureErased') };
  for (const place of shownIn) {
    const publication = await readShownPublication(place);
    const fields = publication ? placesOf(upload, publication, place).map(({ field }) => field) : [];
    if (fields.length === 0) continue;
    if (fields.includes('files')) await removePublicFile(place, { uploadId: upload.id, now: context.now, site });
    await retryOnNewEdition(async () => {
      const picture = await readPictureOf(upload.sha256, context.now);
      const change = await applyPermission(place, hash, erased, { context, site });
      if (change) await writeTogether([holdersCheck(picture), ...change.writes]);
    });
    // The publisher deletes those of an exhibition.
    if (place.kind === 'event') await deleteDueMedia(place.id, context.now);
  }
};
