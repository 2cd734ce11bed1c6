import { batchesOf } from '../../aws/batches-of.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { readArtwork, readArtworks } from '../../desk/exhibitions/artworks.ts';
import { readErasures } from '../../desk/exhibitions/erasures.ts';
import { exhibitionEditionWrite, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { linkRemovals } from '../../desk/exhibitions/exhibition-links.ts';
import {
  dependentRemovals,
  erasingMark,
  exhibitionRemoval,
  readExhibition,
} from '../../desk/exhibitions/exhibitions.ts';
import { readManifestRecords } from '../../desk/exhibitions/manifest-files.ts';
import { readPublicFiles } from '../../desk/exhibitions/public-files.ts';
import { readPublishedArtworkRecords } from '../../desk/exhibitions/published-artwork-records.ts';
import { progressRemoval } from '../../desk/exhibitions/publishing-progress.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { deleteRevisionsBefore } from '../../desk/history/revisions.ts';
import { readJuryWorks } from '../../desk/juries/jury-works.ts';
import { readNameSearches } from '../../desk/mentions/name-searches.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { exhibitionSlugRemoval } from '../../desk/store/slugs.ts';
import { writeVersion } from '../../desk/store/versions.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import { type Exhibition, isPublishing, type StoredExhibitionStatus } from '../../model/exhibitions/exhibition.ts';
import type { ExhibitionEdition } from '../../model/exhibitions/exhibition-edition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { publishCountOf } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { erasedSlugHash } from '../../showcase/store/erased-slug.ts';
import { exhibitionSlugItem } from '../../showcase/store/exhibition.ts';
import { itemRemoval } from '../../showcase/store/write.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { completePictureUses } from '../pictures/complete-picture-uses.ts';
import { eraseArtwork } from './erase-artwork.ts';

/** The statuses in which an exhibition may be erased. */
const erasable: readonly StoredExhibitionStatus[] = ['draft', 'withdrawn', 'archived'];

/** False where an exhibition must leave its status before it is erased: the staff work with it, or it is public. */
export const isErasable = (exhibition: Exhibition): boolean =>
  !isPublishing(exhibition) && erasable.includes(exhibition.status);

/** Refuses to erase such an exhibition. */
export const requireErasable = (exhibition: Exhibition): void => {
  if (!isErasable(exhibition)) throw new ConflictError(reason('exhibitionNotErasable', { id: exhibition.id }));
};

/**
 * Erases the artworks of an exhibition one by one, until the time is over; gives how many it has erased, and whether
 * none of those that were there is left. Throws `ConflictError` where an editor opens the exhibition again meanwhile.
 */
export const eraseEntries = async (
  { id }: Exhibition,
  { act: context, site, until }: { readonly act: ActionContext; readonly site: Site; readonly until: number },
): Promise<{ artworks: number; isDone: boolean }> => {
  const all = await readArtworks(id);
  let artworks = 0;
  for (const { id: artworkId } of all) {
    if (performance.now() > until) return { artworks, isDone: false };
    const erased = await retryOnNewEdition(async () => {
      const [exhibition, artwork] = [await readExhibition(id), await readArtwork(id, artworkId)];
      if (!exhibition || !artwork) return undefined;
      requireErasable(exhibition);
      return eraseArtwork(exhibition, artwork, context, site);
    });
    if (!erased) continue;
    artworks += 1;
    const because: FieldLocation = { kind: 'artwork', id: artworkId, field: 'uploadId' };
    await completePictureUses(erased.pictures, { act: context, site, because });
  }
  return { artworks, isDone: true };
};

/**
 * True while files and ratings of erased artworks, or what a jury has seen of them, are still being deleted, or
 * anything of it is public: the records of that must stay.
 */
export const isErasingEntries = async ({ id }: Exhibition): Promise<boolean> => {
  const left = await Promise.all([
    ...[readErasures(id), readNameSearches(id), readPublishedArtworkRecords(id)],
    ...[readManifestRecords(id), readPublicFiles(id), readJuryWorks(id)],
  ]);
  return left.some((records) => records.length > 0);
};

const batchSize = 90;

/**
 * Erases an exhibition whose artworks are erased: its versions and what else belongs to it, and the working copy last.
 * Its addresses answer 410 by their hashes. Gives how many versions and addresses there were, or `undefined` where an
 * artwork was entered meanwhile, which must be erased before. Throws `VersionConflictError`, `ConflictError` where it
 * may not be erased any more, or `ConditionsFailedError` with `edition` where the caller must read it again.
 */
export const eraseExhibition = async (
  exhibition: Exhibition,
  context: ActionContext,
  site: Site,
): Promise<{ revisions: number; addresses: number } | undefined> => {
  const { id } = exhibition;
  requireErasable(exhibition);
  // From here on nothing is entered, so what is read now is all there is.
  await writeTogether([erasingMark(exhibition)]);
  if ((await readArtworks(id)).length > 0 || (await isErasingEntries(exhibition))) return undefined;
  // Before anything is deleted, so that no crash loses it. Who changes the exhibition meanwhile makes it void.
  await saveErasureRecord({ kind: 'exhibition', id, version: exhibition.version });
  const revisions = await deleteRevisionsBefore({ kind: 'exhibition', id }, exhibition.version + 1);
  const before = await readExhibitionEdition(id);
  const addresses = Object.entries(before?.slugHistory ?? {}).flatMap(([locale, slugs]) =>
    slugs.map((slug) => ({ locale, slug })),
  );
  const drafted = Object.entries(exhibition.translations).flatMap(([locale, { slug }]) =>
    slug ? [{ locale, slug }] : [],
  );
  for (const { locale, slug } of [...addresses, ...drafted]) await deleteClaim(exhibitionSlugRemoval(locale, slug, id));
  const husk: ExhibitionEdition | undefined = before && {
    number: before.number + 1,
    publishCount: publishCountOf(before) + 1,
    actedAt: context.now.toISOString(),
    artworkSetVersion: before.artworkSetVersion,
    slugHistory: {},
    wasPublic: before.wasPublic,
    erasedSlugs: [
      ...new Set([
        ...(before.erasedSlugs ?? []),
        ...addresses.map(({ locale, slug }) => erasedSlugHash('exhibition', locale, slug)),
      ]),
    ],
  };
  const gone = [
    ...(await dependentRemovals(id)),
    ...linkRemovals(exhibition),
    ...addresses.map(({ locale, slug }) => itemRemoval(exhibitionSlugItem(locale, slug, id))),
  ];
  for (const batch of batchesOf(gone, batchSize)) await writeTogether(batch);
  await writeVersion(
    [
      ...(husk
        ? [
            exhibitionEditionWrite(id, husk, before),
            ...exhibitionEditionWrites(id, { next: husk, previous: before }, site),
          ]
        : []),
      exhibitionRemoval(exhibition),
      progressRemoval(id),
      reconcileNowWrite(id, context.now),
      endPreviews(`EXHIBITION#${id}`),
      auditWrite(context, 'exhibition.erased', id),
    ],
    () => readExhibition(id),
  );
  return { revisions, addresses: addresses.length };
};

/** Deletes a claim; one that another exhibition has is kept. */
const deleteClaim = async (claim: Write): Promise<void> => {
  try {
    await writeTogether([claim]);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
  }
};
