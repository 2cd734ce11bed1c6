import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { readEditionsPage } from '../../desk/events/editions.ts';
import { readAllExhibitions } from '../../desk/exhibitions/all-exhibitions.ts';
import { readArtworks } from '../../desk/exhibitions/artworks.ts';
import { readFormerUploads } from '../../desk/exhibitions/former-uploads.ts';
import { maintenanceContext } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { externalPictureUseWrite } from '../../desk/uploads/external-picture-uses.ts';
import { pictureHash, readIndexProgress, saveIndexProgress } from '../../desk/uploads/picture-key.ts';
import {
  holdersCheck,
  holdingWrites,
  pictureLocation,
  pictureUploadWrite,
  pictureUseWrites,
  readPicture,
} from '../../desk/uploads/pictures.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Site } from '../../model/site/site.ts';
import { reason } from '../../refusals/reason.ts';
import { readShownPublication } from '../shared/listed-upload-uses.ts';
import { applyPermission } from './apply-permission.ts';
import { hashesOfMedia, hashesOfPictures } from './hashes-of-pictures.ts';
import { readPicturePermission } from './picture-permission.ts';

/** How many items of one kind are worked on at the same time. */
const concurrency = 8;

/**
 * Indexes by picture what version 0.1.0 has stored without that: which artworks have which picture, then which events
 * show it. What may not be shown leaves the public here. It is done once for a table, by the first action that depends
 * on it or the hourly maintenance, whichever comes first; an interrupted worker leaves the rest to the next.
 */
export const indexAllPictures = async (site: Site): Promise<void> => {
  let { kind, after, isDone } = await readIndexProgress();
  if (isDone) return;
  if (kind === 'exhibitions') {
    for (const { id } of await readAllExhibitions())
      await mapWithConcurrency(await readArtworks(id), concurrency, indexArtwork);
    kind = 'events';
    await saveIndexProgress({ kind, isDone: false });
  }
  do {
    const { items: editions, last } = await readEditionsPage(200, after);
    await mapWithConcurrency(
      editions.filter(({ edition }) => edition.publication?.cover),
      concurrency,
      ({ id }) => indexMediaOf(pictureLocation(id), site),
    );
    after = last;
    await saveIndexProgress({ kind, after, isDone: last === undefined });
  } while (after !== undefined);
};

const indexArtwork = async ({ exhibitionId, id: artworkId, uploadId }: Artwork): Promise<void> => {
  const former = await readFormerUploads(exhibitionId, artworkId);
  const uploads = await readUploads([...(uploadId ? [uploadId] : []), ...former]);
  for (const { id, sha256 } of uploads.values()) {
    const hash = await pictureHash(sha256);
    await retryOnNewEdition(async () => {
      const picture = await readPicture(hash, new Date());
      const known = picture.holders.find((holder) => holder.artworkId === artworkId);
      const isFormer = id !== uploadId;
      if (known && (isFormer || !known.isFormer)) return;
      await writeTogether([
        ...holdingWrites(picture, { set: { exhibitionId, artworkId, isFormer } }),
        pictureUploadWrite(hash, id),
      ]);
    });
  }
};

/**
 * Indexes the pictures and files of an event or an exhibition, and withdraws the pictures that the consent to their
 * artworks does not allow.
 */
export const indexMediaOf = async (place: FieldLocation, site: Site): Promise<void> => {
  const publication = await readShownPublication(place);
  if (!publication) return;
  const pictures = new Set(await hashesOfPictures(publication));
  for (const hash of pictures) await indexPicture(place, hash, site);
  for (const hash of new Set(await hashesOfMedia(publication)))
    if (hash !== undefined && !pictures.has(hash)) await indexFile(place, hash);
};

/** Consent governs a file by whom it names: here it is only found again by its bytes. */
const indexFile = (place: FieldLocation, hash: string): Promise<void> =>
  retryOnNewEdition(async () => {
    const file = await readPicture(hash, new Date());
    if (!file.shownIn.some(({ id }) => id === place.id)) await writeTogether(pictureUseWrites(file, place));
  });

const indexPicture = (place: FieldLocation, hash: string | undefined, site: Site): Promise<void> =>
  retryOnNewEdition(async () => {
    const now = new Date();
    const context = maintenanceContext(now);
    if (hash === undefined) {
      const erased = { refusal: reason('pictureErased') };
      const gone = await applyPermission(place, undefined, erased, { context, site });
      if (gone) await writeTogether(gone.writes);
      return;
    }
    const picture = await readPicture(hash, now);
    const permission = await readPicturePermission(picture, now, site);
    const change = await applyPermission(place, hash, permission, { context, site });
    const isKnown = picture.shownIn.some(({ id }) => id === place.id);
    const writes = [
      ...(change?.isRemoval || isKnown ? [holdersCheck(picture)] : pictureUseWrites(picture, place)),
      ...(change?.writes ?? []),
    ];
    if (!isKnown || change) await writeTogether(writes);
    if (change?.isRemoval) return;
    for (const { exhibitionId, artworkId } of picture.holders) {
      await writeTogether([externalPictureUseWrite(exhibitionId, { artworkId, hash })]);
    }
  });
