import { requestTimeoutMs } from '../../async/poll-until-found.ts';
import { DocumentTooLargeError } from '../../aws/document.ts';
import { ConditionsFailedError } from '../../aws/transaction.ts';
import { writeMany } from '../../aws/write-many.ts';
import { readArtworks } from '../../desk/exhibitions/artworks.ts';
import { exhibitionEditionCheck, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import {
  type PublishedArtworkRecord,
  pendingDeletionEdition,
  readPublishedArtworkRecords,
  savePublishedArtworkRecords,
} from '../../desk/exhibitions/published-artwork-records.ts';
import { countProgress } from '../../desk/exhibitions/publishing-progress.ts';
import { deleteTextLinks, saveTextLinks } from '../../desk/links/text-links.ts';
import { namesCheck, namesCondition, readNamesStamp } from '../../desk/mentions/withheld-names.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { nextVersion, VersionConflictError } from '../../desk/store/versions.ts';
import { pictureChangesCheck, readPictureChanges } from '../../desk/uploads/picture-changes.ts';
import { pictureLocation } from '../../desk/uploads/pictures.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import { publishImages } from '../../media/publish-media.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition, ExhibitionPublishing } from '../../model/exhibitions/exhibition.ts';
import type { Upload } from '../../model/files/upload.ts';
import { earlierEnd } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { type FieldError, wordErrors } from '../../refusals/field-error.ts';
import { artworkItem } from '../../showcase/store/exhibition.ts';
import { showcaseTable } from '../../showcase/store/table.ts';
import { imageServiceUrl } from '../../showcase/store/urls.ts';
import { itemWrite } from '../../showcase/store/write.ts';
import { linkErrors } from '../links/link-errors.ts';
import { linkedNoLonger, targetsOf, textLinksOf } from '../links/text-links.ts';
import { checkNames } from '../mentions/exhibition-mentions.ts';
import { forgetPictureUses, recordPictureUses } from '../pictures/publish-pictures.ts';
import { publicationTimes, seenFrom } from '../shared/publication-times.ts';
import { commitExhibitionEdition, publishedContentOf } from './commit-exhibition-edition.ts';
import { dueMailAboutFailure } from './due-mail-about-failure.ts';
import { exhibitionMedia } from './exhibition-media.ts';
import { makeManifestFile } from './manifest-file.ts';
import { needsPaging } from './needs-paging.ts';
import { newMediaOf, publishExhibitionMedia } from './publish-exhibition-media.ts';
import { publishedArtworkRecordOf } from './published-artwork-record.ts';
import { validateExhibitionForPublication } from './validate-exhibition.ts';

/** Names a failed check: the permission to show a picture may have changed. */
const picturesCondition = 'pictures';

/**
 * Makes the edition that was asked for (`publishing`): its records and media first, then its items in the showcase
 * under a number of their own, and in the end one transaction that makes readers see this number. A repeated call
 * continues an interrupted one, with the same result. What can no longer be published is left as it was, and
 * `publishing.errors` says why.
 */
export const buildExhibitionEdition = async (
  exhibition: Exhibition,
  publishing: ExhibitionPublishing,
  site: Site,
  signal: AbortSignal,
): Promise<void> => {
  const { id, selection } = exhibition;
  const now = new Date();
  const context: ActionContext = { by: publishing.by, from: publishing.from, viewer: publishing.viewer, now };
  const stamp = await readNamesStamp(id);
  const artworks = new Map((await readArtworks(id)).map((artwork) => [artwork.id, artwork]));
  const selected = (selection?.artworkIds ?? []).map((artworkId) => artworks.get(artworkId));
  const uploads = await readUploads(selected.flatMap((artwork) => artwork?.uploadId ?? []));
  const saveErrors = (errors: readonly FieldError[]) => {
    const next = nextVersion(exhibition, { publishing: { ...publishing, errors: wordErrors(errors, 'en') } }, context);
    // Nobody is told by mail while the request still waits for its answer, which says so.
    const isAnswered = now.getTime() - Date.parse(publishing.requestedAt) > requestTimeoutMs;
    const others = isAnswered ? dueMailAboutFailure(exhibition, now) : [];
    return saveExhibition({ exhibition: next, previous: exhibition, action: undefined, others }, context);
  };
  const place = pictureLocation(id, 'exhibition');
  // Before the permissions: whoever changes one from now on makes the transaction fail.
  const pictureChanges = await readPictureChanges(place);
  const errors = validateExhibitionForPublication(exhibition, {
    artworks,
    uploads,
    locales: publishing.locales,
    now,
    site,
  });
  const before = await readExhibitionEdition(id);
  const { locales } = publishing;
  errors.push(...(await checkNames({ exhibition, artworks, locales, edition: before, now, site })).errors);
  const publication = before?.publication;
  const media = await exhibitionMedia(exhibition, {
    ...{ locales, publication, now, site },
    newMedia: newMediaOf(publishing),
  });
  errors.push(...media.errors);
  const source = { kind: 'exhibition', id, edition: (before?.number ?? 0) + 1 } as const;
  const { publishAt = '' } = publishing;
  const from = seenFrom({ publishedAt: publishAt }, now);
  errors.push(...(await linkErrors(source, textLinksOf(exhibition.translations, locales), from)));
  if (errors.length > 0) return saveErrors(errors);
  try {
    await recordPictureUses(place, [...media.allowed, ...media.documents], now);
  } catch (error) {
    // Consent to a picture has changed since it was read.
    if (!(error instanceof ConditionsFailedError)) throw error;
    return buildExhibitionEdition(exhibition, publishing, site, signal);
  }
  const shownBefore = before?.publication ? await readPublishedArtworkRecords(id, before.artworkSetVersion) : [];
  const shown = planArtworkRecords(publishing, { selected: selected as Artwork[], uploads, shownBefore, site });
  await saveArtworkRecords(id, publishing.edition, shown);
  const { times } = publicationTimes(publishing, { item: exhibition, edition: before, now });
  // What is to go at another moment than before is copied again, since the CDN is told of it with the file.
  const ends = new Map(
    shownBefore.map(({ artwork }) => [artwork.image.media, { end: earlierEnd(artwork, publication ?? {}) }]),
  );
  const added = shown.filter(({ artwork }) => {
    const known = ends.get(artwork.image.media);
    return !known || known.end !== earlierEnd(artwork, times);
  });
  const countOne = countProgress(id, publishing.edition, added.length + media.allowed.length + media.documents.length);
  await publishImages(
    added.map(({ uploadId, artwork }) => ({
      ...{ uploadId, image: artwork.image, service: imageServiceUrl(artwork.image.media) },
      ...{ tag: `exhibition-${id}` as const, until: earlierEnd(artwork, times) },
    })),
    { signal, countOne },
  );
  await publishExhibitionMedia(id, media, { times, signal, countOne });
  await writeMany(
    showcaseTable,
    shown.map(({ artwork }) => itemWrite(artworkItem(id, publishing.edition, artwork))),
  );
  const links = textLinksOf(publishedContentOf(exhibition, publishing, before).translations);
  await saveTextLinks(source, targetsOf(links));
  signal.throwIfAborted();
  const published = shown.map(({ artwork }) => artwork);
  const paged = needsPaging(id, published, site);
  try {
    const saved = await retryOnNewEdition(async () => {
      const edition = await readExhibitionEdition(id);
      const content = publishedContentOf(exhibition, publishing, edition);
      const documents = media.documents.map(({ document }) => document);
      const manifest = await makeManifestFile({ id, content, documents }, published, site, times);
      const large = { ...(paged && { isPaged: paged }), ...(manifest && { manifest }) };
      return commitExhibitionEdition({
        exhibition,
        publishing,
        shown,
        media,
        site,
        context,
        large,
        checks: [namesCheck(id, stamp), pictureChangesCheck(place, pictureChanges, picturesCondition)],
      });
    });
    await forgetPictureUses(place, before?.publication, { ...saved, check: exhibitionEditionCheck(id, saved) });
    await deleteTextLinks(source, linkedNoLonger(before?.publication?.content.translations, links));
  } catch (error) {
    if (error instanceof DocumentTooLargeError) {
      return saveErrors(error.errors ?? []);
    }
    // Names, or consent to a picture, have changed since they were read.
    const isOutdated = (condition: string) => [namesCondition, picturesCondition].includes(condition);
    if (error instanceof ConditionsFailedError && error.failedConditions.some(isOutdated)) {
      return buildExhibitionEdition(exhibition, publishing, site, signal);
    }
    // Another request has withdrawn or published it meanwhile, which is another publication.
    if (!(error instanceof VersionConflictError)) throw error;
  }
};

interface ArtworksToPublish {
  readonly selected: readonly Artwork[];
  readonly uploads: ReadonlyMap<string, Upload>;
  readonly shownBefore: readonly PublishedArtworkRecord[];
  readonly site: Site;
}

const planArtworkRecords = (
  publishing: ExhibitionPublishing,
  { selected, uploads, shownBefore, site }: ArtworksToPublish,
): PublishedArtworkRecord[] => {
  const before = new Map(shownBefore.map((shown) => [shown.artwork.id, shown]));
  return selected.map((artwork, position) => {
    const upload = uploads.get(artwork.uploadId ?? '');
    if (!upload) throw new Error(`The upload of the artwork ${artwork.id} is not known.`);
    return publishedArtworkRecordOf(publishing, { artwork, upload, position, before: before.get(artwork.id), site });
  });
};

/** Records what will be shown. What an earlier attempt has recorded of other images is left to the cleanup. */
const saveArtworkRecords = async (
  id: string,
  edition: number,
  shown: readonly PublishedArtworkRecord[],
): Promise<void> => {
  const media = new Set(shown.map(({ artwork }) => artwork.image.media));
  const other = (await readPublishedArtworkRecords(id, edition)).filter(
    ({ artwork }) => !media.has(artwork.image.media),
  );
  await savePublishedArtworkRecords(
    id,
    other.map((one) => ({ ...one, edition: pendingDeletionEdition })),
  );
  await savePublishedArtworkRecords(id, shown);
};
