import { Attempts } from '../../async/attempts.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { mostWrites, writeTogether } from '../../aws/transaction.ts';
import { writeMany } from '../../aws/write-many.ts';
import { readArtworks } from '../../desk/exhibitions/artworks.ts';
import { readErasures } from '../../desk/exhibitions/erasures.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import {
  deletePublishedArtworkRecords,
  type PublishedArtworkRecord,
  pendingDeletionEdition,
  readPublishedArtworkRecords,
} from '../../desk/exhibitions/published-artwork-records.ts';
import {
  completeReconcile,
  type ReconcileSchedule,
  readReconcileSchedule,
} from '../../desk/exhibitions/reconcile-schedule.ts';
import { deleteWithholding, readWithholdings } from '../../desk/exhibitions/withholdings.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { nameSearchWrite } from '../../desk/mentions/name-searches.ts';
import { readSite } from '../../desk/site/site.ts';
import { auditWrite, maintenanceContext } from '../../desk/store/audit.ts';
import { exhibitionPk } from '../../desk/store/exhibition-pk.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import { artworkBlockedReason } from '../../model/exhibitions/artwork-blocked-reason.ts';
import { withheldEntryOf } from '../../model/names/withheld-entry.ts';
import type { Site } from '../../model/site/site.ts';
import { publicArtworkKey } from '../../showcase/store/exhibition.ts';
import { showcaseTable } from '../../showcase/store/table.ts';
import { itemRemoval } from '../../showcase/store/write.ts';
import { completeErasures } from '../erasure/complete-erasures.ts';
import { applyConsent, applyConsentToRecord } from '../exhibitions/apply-consent.ts';
import { buildExhibitionEdition } from '../exhibitions/build-exhibition-edition.ts';
import { deselectWrite, locationsLeft } from '../exhibitions/deselect.ts';
import { deleteUnusedManifests, reconcileManifest } from '../exhibitions/manifest-file.ts';
import { deleteJuryWorksOf, prepareRating } from '../exhibitions/prepare-rating.ts';
import { deleteUnusedMediaOf } from '../exhibitions/publish-exhibition-media.ts';
import { applyLocaleChangeToExhibition } from '../exhibitions/rebuild-exhibition.ts';
import { withdrawEnded } from '../exhibitions/unpublish-ended.ts';
import { searchNames } from '../mentions/search-names.ts';
import { reconcilePicturesOf } from '../pictures/reconcile-picture.ts';
import { deleteFilesOf } from '../shared/delete-files-of.ts';
import { withLease } from './with-lease.ts';

const isDue = (due: ReconcileSchedule | undefined): due is ReconcileSchedule =>
  due !== undefined && due.at <= new Date().toISOString();

/**
 * Brings the public side of an exhibition up to date: the publication that was asked for, artworks whose consent has
 * ended, erasures, and media that are no longer in use. One worker at a time: a second one leaves the work to the
 * first, which checks once more before it ends. Where the first has died, the second takes over as soon as the lease
 * has expired.
 */
export const reconcileExhibition = async (id: string): Promise<void> => {
  while (isDue(await readReconcileSchedule(id))) {
    const isDone = await withLease(exhibitionPk(id), async (signal) => {
      for (let due = await readReconcileSchedule(id); isDue(due); due = await readReconcileSchedule(id))
        await completeReconcile(id, due, await reconcileOnce(id, signal));
    });
    if (!isDone) return;
  }
};

/** Does it once, and says when it must be done next. */
const reconcileOnce = async (id: string, signal: AbortSignal): Promise<string | undefined> => {
  const { site } = await readSite();
  const exhibition = await readExhibition(id);
  if (!exhibition) return completeErasuresAlone(id, signal);
  const attempts = new Attempts();
  const attempt = <T>(part: () => Promise<T>): Promise<T | undefined> => {
    signal.throwIfAborted();
    return attempts.make(part);
  };
  // Before anything is withdrawn: of what is erased from now on the next pass knows whether all of it is gone.
  const erasures = (await attempt(() => readErasures(id))) ?? [];
  const { publishing } = exhibition;
  if (publishing && !publishing.errors) {
    await buildExhibitionEdition(exhibition, publishing, site, signal);
    await applyLocaleChangeToExhibition(id, site);
  }
  signal.throwIfAborted();
  await withdrawEnded(id, new Date());
  await withdrawUnconsentedArtworks(id, site);
  // Before their uploads are deleted: a cover is identified by its upload.
  const coverEnds = await reconcilePicturesOf(id, maintenanceContext(new Date()), site);
  signal.throwIfAborted();
  await reconcileManifest(id, site);
  await attempt(() => deleteUnusedMedia(id));
  await attempt(() => deleteUnusedManifests(id));
  await attempt(() => deleteUnusedMediaOf(id));
  await attempt(() => deleteJuryWorksOf(id, erasures));
  const isAllElseGone = !attempts.haveFailed;
  const pending = { erasures, isAllElseGone, now: new Date(), signal };
  const isErasureWaiting = await attempt(() => completeErasures(id, pending));
  await attempt(() => recordWithholdings(id));
  // What takes long comes last: nothing of what must go waits for it, nor for what makes it fail.
  const isRatingUnready = await attempt(() => prepareRating(exhibition, new Date()));
  await attempt(() => searchNames(id, site, signal));
  signal.throwIfAborted();
  attempts.end(`Some of the work on the exhibition ${id} has failed.`);
  const ends = [
    await nextEnd(id),
    coverEnds,
    isErasureWaiting || isRatingUnready ? new Date(Date.now() + waitMs).toISOString() : undefined,
  ];
  return ends.filter((end) => end !== undefined).sort()[0];
};

/** Records outside the table which entries may show less, so that a restore does not bring back what they showed. */
const recordWithholdings = async (id: string): Promise<void> => {
  for (const withholding of await readWithholdings(id)) {
    const { artworkId, at } = withholding;
    await saveErasureRecord({ kind: 'consent', id, artworkId, at: Date.parse(at) });
    await deleteWithholding(id, withholding);
  }
};

/** How long after a pass that had to wait for an image the next one comes, in milliseconds. */
const waitMs = 60_000;

/**
 * A restore may have brought back an upload of an exhibition that is not there: nothing of that is public, and its
 * files go.
 */
const completeErasuresAlone = async (id: string, signal: AbortSignal): Promise<string | undefined> => {
  const erasures = await readErasures(id);
  const isWaiting = await completeErasures(id, { erasures, isAllElseGone: true, now: new Date(), signal });
  return isWaiting ? new Date(Date.now() + waitMs).toISOString() : undefined;
};

/**
 * How many artworks leave together; fewer where an exhibition has so many languages and addresses that a transaction
 * has no room for them.
 */
const lotSize = 16;

/**
 * Takes out of the edition and the selection every artwork that consent does not cover any more: the consent has ended,
 * or was changed while an edition was made.
 */
const withdrawUnconsentedArtworks = async (id: string, site: Site): Promise<void> => {
  const now = new Date();
  const context = maintenanceContext(now);
  const edition = await readExhibitionEdition(id);
  if (!edition?.publication) return;
  const artworks = new Map((await readArtworks(id)).map((artwork) => [artwork.id, artwork]));
  const changed = (await readPublishedArtworkRecords(id, edition.artworkSetVersion))
    .filter((shown) => applyConsentToRecord(shown, artworks.get(shown.artwork.id), { now, site }) !== shown)
    .map(({ artwork }) => artwork.id);
  const withdraw = async (lot: readonly string[]): Promise<void> => {
    const isTooLarge = await retryOnNewEdition(async () => {
      const applied = await applyConsent(id, new Map(lot.map((one) => [one, artworks.get(one)])), { now, site });
      if (applied.length === 0) return false;
      const exhibition = await readExhibition(id);
      const barred = lot.filter((one) => artworkBlockedReason(artworks.get(one), now, site));
      const { write } = deselectWrite(exhibition, barred, context) ?? {};
      const searches = lot.flatMap((one) => {
        const entry = withheldEntryOf(artworks.get(one) ?? { id: one, entryNumber: 0 });
        return entry ? [nameSearchWrite(id, entry, 'consent', context)] : [];
      });
      const entries = lot.map((one) =>
        auditWrite(context, 'artwork.expired', one, {
          places: locationsLeft(exhibition, { artworkId: one, isBarred: barred.includes(one), wasShown: true }),
        }),
      );
      const others = [...(write ? [write] : []), endPreviews(`EXHIBITION#${id}`), ...entries, ...searches];
      const writes = [...applied, ...others];
      if (writes.length > mostWrites && lot.length > 1) return true;
      await writeTogether(writes);
      return false;
    });
    if (isTooLarge) for (const half of batchesOf(lot, Math.ceil(lot.length / 2))) await withdraw(half);
  };
  for (const lot of batchesOf(changed, lotSize)) await withdraw(lot);
};

/** Deletes the media and items of editions that are neither public nor being made, and then their records. */
const deleteUnusedMedia = async (id: string): Promise<void> => {
  const [exhibition, edition, all] = await Promise.all([
    readExhibition(id),
    readExhibitionEdition(id),
    readPublishedArtworkRecords(id),
  ]);
  const { publishing } = exhibition ?? {};
  const live = [
    ...(edition?.publication ? [edition.artworkSetVersion] : []),
    ...(publishing && !publishing.errors ? [publishing.edition] : []),
  ];
  const isKept = (shown: PublishedArtworkRecord) => live.includes(shown.edition);
  const kept = new Set(all.filter(isKept).map(({ artwork }) => artwork.image.media));
  const gone = all.filter((shown) => !isKept(shown));
  const images = new Map(gone.map(({ artwork: { image } }) => [image.media, image]));
  const unused = [...images.values()].filter(({ media }) => !kept.has(media));
  await deleteFilesOf(`exhibition-${id}`, { media: unused });
  await writeMany(
    showcaseTable,
    gone
      .filter((shown) => shown.edition !== pendingDeletionEdition)
      .map(({ edition: number, artwork }) => itemRemoval(publicArtworkKey(id, number, artwork.id))),
  );
  await deletePublishedArtworkRecords(id, gone);
};

/** When the publication ends, or a consent before that. */
const nextEnd = async (id: string): Promise<string | undefined> => {
  const edition = await readExhibitionEdition(id);
  if (!edition?.publication) return undefined;
  const consents = (await readPublishedArtworkRecords(id, edition.artworkSetVersion)).flatMap(
    ({ artwork }) => artwork.until ?? [],
  );
  return [...consents, ...(edition.publication.unpublishAt ? [edition.publication.unpublishAt] : [])].sort()[0];
};
