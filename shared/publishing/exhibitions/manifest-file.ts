import { hash, randomBytes } from 'node:crypto';
import { env } from '../../aws/environment.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { exhibitionEditionWrite, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import {
  deleteManifestRecord,
  readManifestRecords,
  saveManifestRecord,
} from '../../desk/exhibitions/manifest-files.ts';
import { readPublishedArtworkRecords } from '../../desk/exhibitions/published-artwork-records.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { maxPageBytes } from '../../http/page-by-size.ts';
import { storeManifest } from '../../media/manifest-file.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import {
  coverArtworkIdOf,
  type ExhibitionEdition,
  type ExhibitionPublication,
  type ManifestFile,
} from '../../model/exhibitions/exhibition-edition.ts';
import { publishCountOf } from '../../model/publication/edition.ts';
import { localeSettingsOf, type Site } from '../../model/site/site.ts';
import type { ManifestSource } from '../../public/iiif/iiif-canvas.ts';
import { manifestPieces } from '../../public/iiif/iiif-manifest.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { deleteFilesOf } from '../shared/delete-files-of.ts';

/** Where exhibitions and artworks have their pages. */
const frontendIn = ({ frontend }: Site) => [frontend?.exhibitions, frontend?.artworks];

/** Raised whenever the same settings make another manifest. */
const makingVersion = 2;

/** What of the settings stands in a manifest, as a hash. */
const settingsIn = (site: Site): string =>
  hash(
    'sha256',
    JSON.stringify([env.publicUrl, site.title, localeSettingsOf(site), ...frontendIn(site), makingVersion]),
    'base64url',
  ).slice(0, 16);

const inOrder = (artworks: readonly PublishedArtwork[]) => artworks.toSorted((a, b) => a.position - b.position);

/** True if a manifest is more than one answer holds, so that it must be a file. */
export const isManifestLarge = (source: ManifestSource, artworks: readonly PublishedArtwork[], site: Site): boolean => {
  let bytes = 0;
  for (const piece of manifestPieces(source, artworks, site)) {
    // A text in the JSON that a function gives back.
    bytes += Buffer.byteLength(JSON.stringify(piece));
    if (bytes > maxPageBytes) return true;
  }
  return false;
};

/**
 * Writes the manifest of artworks to a public file, where it is too large for an answer; `undefined` if it is not.
 */
export const makeManifestFile = async (
  source: ManifestSource,
  artworks: readonly PublishedArtwork[],
  site: Site,
  { unpublishAt }: Pick<ExhibitionPublication, 'unpublishAt'>,
): Promise<ManifestFile | undefined> => {
  const ordered = inOrder(artworks);
  if (!isManifestLarge(source, ordered, site)) return undefined;
  // 128 random bits: the address of what is scheduled cannot be guessed.
  const media = randomBytes(16).toString('base64url');
  await saveManifestRecord(source.id, media);
  const [until] = artworks.flatMap((artwork) => artwork.until ?? []).sort();
  const [end] = [until, unpublishAt].filter((one) => one !== undefined).sort();
  await storeManifest(media, manifestPieces(source, ordered, site), { tag: `exhibition-${source.id}`, until: end });
  return { media, ...(until && { until }), madeWith: settingsIn(site) };
};

const isCurrent = ({ media, until, madeWith }: ManifestFile, site: Site): boolean =>
  media !== undefined && madeWith === settingsIn(site) && (until === undefined || until > new Date().toISOString());

/**
 * Makes the file of a manifest again if consent or the settings have changed since, and replaces the previous one.
 */
export const reconcileManifest = (id: string, site: Site): Promise<void> =>
  retryOnNewEdition(async () => {
    const edition = await readExhibitionEdition(id);
    const { publication, manifest: before } = edition ?? {};
    if (!edition || !publication || !before || isCurrent(before, site)) return;
    const artworks = (await readPublishedArtworkRecords(id, edition.artworkSetVersion)).map(({ artwork }) => artwork);
    const manifest = await makeManifestFile({ ...publication, id }, artworks, site, publication);
    const { manifest: _, ...rest } = edition;
    const next: ExhibitionEdition = {
      ...rest,
      number: edition.number + 1,
      publishCount: publishCountOf(edition),
      ...(manifest && { manifest }),
    };
    const cover = artworks.find((artwork) => artwork.id === coverArtworkIdOf(publication));
    await writeTogether([
      exhibitionEditionWrite(id, next, edition),
      ...exhibitionEditionWrites(id, { next, cover, previous: edition }, site),
    ]);
  });

/** Deletes the manifests that no edition refers to any more. */
export const deleteUnusedManifests = async (id: string): Promise<void> => {
  const [edition, files] = await Promise.all([readExhibitionEdition(id), readManifestRecords(id)]);
  for (const media of files.filter((file) => file !== edition?.manifest?.media)) {
    await deleteFilesOf(`exhibition-${id}`, { manifests: [media] });
    await deleteManifestRecord(id, media);
  }
};
