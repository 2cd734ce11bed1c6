import { Attempts } from '../../async/attempts.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import { erasureWrite } from '../../desk/exhibitions/erasures.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { erasureDays } from '../../desk/store/erasure-days.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { holdingWrites, readPicture } from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import { type ErasureRecord, readErasureRecords } from '../../media/erasure-record.ts';
import type { Site } from '../../model/site/site.ts';
import { completePictureUses } from '../pictures/complete-picture-uses.ts';
import { reconcilePicture } from '../pictures/reconcile-picture.ts';
import { eraseArtwork } from './erase-artwork.ts';

type Kept = ErasureRecord & { readonly erasedAt: string };

/** What a restore of the table had brought back, and is erased again. */
interface ReappliedErasures {
  /** The exhibitions whose files the publisher must delete; none if nothing has come back. */
  readonly exhibitionIds: readonly string[];
  /** Throws what has failed: errors that name the artwork. */
  end(): void;
}

/**
 * Erases again what a restore of the table has brought back, from the records outside the table: artworks, uploads, and
 * what refuses their bytes. A record that fails keeps no other from being applied: the caller has the others completed,
 * and then calls `end`.
 */
export const reapplyErasures = async (context: ActionContext, site: Site): Promise<ReappliedErasures> => {
  const exhibitionIds = new Set<string>();
  const attempts = new Attempts();
  // The artwork takes its pictures with it: what is left after it are pictures without one.
  const oldest = new Date(context.now.getTime() - erasureDays * 86_400_000).toISOString();
  const kept = (await readErasureRecords()).filter(({ erasedAt }) => erasedAt > oldest);
  const records = kept.sort((one, other) => Number(!!one.picture) - Number(!!other.picture));
  for (const record of records) {
    const { picture, exhibitionId, artworkId } = record;
    const apply = () => (picture ? erasePicture(record, picture, context, site) : eraseAgain(record, context, site));
    const isBack = await attempts.make(apply, `The artwork ${artworkId} of ${exhibitionId} could not be erased again.`);
    if (isBack) exhibitionIds.add(exhibitionId);
  }
  return { exhibitionIds: [...exhibitionIds], end: () => attempts.end('Some artworks could not be erased again.') };
};

const eraseAgain = async ({ exhibitionId, artworkId }: Kept, context: ActionContext, site: Site): Promise<boolean> => {
  const erased = await retryOnNewEdition(async () => {
    const [exhibition, artwork] = [await readExhibition(exhibitionId), await readArtwork(exhibitionId, artworkId)];
    return exhibition && artwork && (await eraseArtwork(exhibition, artwork, context, site));
  });
  if (!erased) return false;
  await completePictureUses(erased.pictures, {
    act: context,
    site,
    because: { kind: 'artwork', id: artworkId, field: 'uploadId' },
  });
  return true;
};

/** An upload whose artwork is gone already, or a table that has forgotten that the bytes were erased. */
const erasePicture = async (
  { exhibitionId, artworkId, erasedAt }: Kept,
  { uploadId, hash: kept }: NonNullable<Kept['picture']>,
  context: ActionContext,
  site: Site,
): Promise<boolean> => {
  const upload = await readUpload(uploadId);
  const isOther = upload?.artwork !== undefined && upload.artwork !== `${exhibitionId}/${artworkId}`;
  // A table from before the key was made has another key, which names the same bytes differently.
  const hash = upload ? await pictureHash(upload.sha256) : kept;
  const isRemembered = await retryOnNewEdition(async () => {
    const picture = await readPicture(hash, context.now);
    if (
      picture.erased ||
      isOther ||
      picture.holders.some(({ isFormer, artworkId: id }) => !isFormer && id !== artworkId)
    )
      return true;
    await writeTogether(holdingWrites(picture, { removed: picture.holders }, { exhibitionId, artworkId, erasedAt }));
    return false;
  });
  if (!isRemembered) await reconcilePicture(hash, { act: context, site });
  if (!upload || isOther) return !isRemembered;
  await writeTogether([
    erasureWrite(exhibitionId, { artworkId, upload: { id: upload.id, sha256: upload.sha256 } }),
    reconcileNowWrite(exhibitionId, context.now),
    auditWrite(context, 'artwork.erased', artworkId),
  ]);
  return true;
};
