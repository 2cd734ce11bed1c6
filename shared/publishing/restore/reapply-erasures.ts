import { Attempts } from '../../async/attempts.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { readArtwork } from '../../desk/exhibitions/artworks.ts';
import { erasureWrite } from '../../desk/exhibitions/erasures.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { erasureDays } from '../../desk/store/erasure-days.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { holdingWrites, readPicture } from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import {
  type EntryErasure,
  type ErasureRecord,
  type KeptRecord,
  readErasureRecords,
} from '../../media/erasure-record.ts';
import type { Site } from '../../model/site/site.ts';
import { eraseArtwork } from '../erasure/erase-artwork.ts';
import { completePictureUses } from '../pictures/complete-picture-uses.ts';
import { reconcilePicture } from '../pictures/reconcile-picture.ts';
import { reapplyItemErasure } from './reapply-item-erasure.ts';

type Kept = KeptRecord<EntryErasure>;

/** What a restore of the table had brought back, and is erased again. */
interface ReappliedErasures {
  /** The exhibitions whose files the publisher must delete. */
  readonly exhibitionIds: readonly string[];
  /** Throws what has failed: errors that name what could not be erased. */
  end(): void;
}

/**
 * What goes first: events and exhibitions with all that belongs to them, and then artworks, which take their pictures
 * with them. What is left after these are pictures without an artwork, and parts of what stays.
 */
const placeOf = (record: ErasureRecord): number => {
  if (!('kind' in record)) return record.picture ? 2 : 1;
  return record.kind === 'event' || record.kind === 'exhibition' ? 0 : 3;
};

const nameOf = (record: ErasureRecord): string => {
  if (!('kind' in record)) return `artwork ${record.artworkId} of ${record.exhibitionId}`;
  if (record.kind === 'consent') return `consent to the artwork ${record.artworkId} of ${record.id}`;
  return `${record.kind} ${record.id}`;
};

/** When the consent to each artwork was narrowed last, in milliseconds since 1970. */
const lastChangesIn = (records: readonly ErasureRecord[]): ReadonlyMap<string, number> => {
  const last = new Map<string, number>();
  for (const record of records)
    if ('kind' in record && record.kind === 'consent')
      last.set(record.artworkId, Math.max(record.at, last.get(record.artworkId) ?? 0));
  return last;
};

const isOutdated = (record: ErasureRecord, last: ReadonlyMap<string, number>): boolean =>
  'kind' in record && record.kind === 'consent' && record.at < (last.get(record.artworkId) ?? 0);

/**
 * Erases again what a restore of the table has brought back, from the records outside the table, and what refuses the
 * bytes of pictures; and completes what was interrupted. A record that fails keeps no other from being applied: the
 * caller has the others completed, and then calls `end`.
 */
export const reapplyErasures = async (actor: Actor, site: Site): Promise<ReappliedErasures> => {
  const [erased, exhibitionIds] = [new Set<string>(), new Set<string>()];
  const attempts = new Attempts();
  const oldest = new Date(actor.now.getTime() - erasureDays * 86_400_000).toISOString();
  const kept = (await readErasureRecords()).filter(({ erasedAt }) => erasedAt > oldest);
  const lastChanges = lastChangesIn(kept);
  const done = new Set(kept.filter((record) => !('version' in record)).map(nameOf));
  // Where an erasure was done, it does not matter at which version it was asked for; of changes of a consent, the last.
  const records = kept.filter(
    (record) => !('version' in record && done.has(nameOf(record))) && !isOutdated(record, lastChanges),
  );
  for (const record of records.sort((one, other) => placeOf(one) - placeOf(other))) {
    const name = nameOf(record);
    const isBack = await attempts.make(
      () => ('kind' in record ? reapplyItemErasure(record, actor, site) : reapplyEntryErasure(record, actor, site)),
      `What was erased or withheld could not be taken away again: ${name}.`,
    );
    if (!isBack) continue;
    erased.add(name);
    if (!('kind' in record)) exhibitionIds.add(record.exhibitionId);
    else if (record.kind === 'exhibition' || record.kind === 'consent') exhibitionIds.add(record.id);
  }
  if (erased.size > 0) actor.logger.warn('Taken away again what had come back', { erased: [...erased] });
  return {
    exhibitionIds: [...exhibitionIds],
    end: () => attempts.end('Some of what was erased or withheld could not be taken away again.'),
  };
};

const reapplyEntryErasure = (record: Kept, context: ActionContext, site: Site): Promise<boolean> =>
  record.picture ? erasePicture(record, record.picture, context, site) : eraseAgain(record, context, site);

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
