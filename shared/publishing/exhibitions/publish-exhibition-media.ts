import { hash } from 'node:crypto';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { deletePublicFilesRecord, readPublicFiles, savePublicFiles } from '../../desk/exhibitions/public-files.ts';
import { publishDocument } from '../../media/document-files.ts';
import type { PublicUse } from '../../media/edge-headers.ts';
import { publishImages } from '../../media/publish-media.ts';
import type { ExhibitionPublishing } from '../../model/exhibitions/exhibition.ts';
import { mediaEnd, mediaOf, type PublicMedia } from '../../model/publication/edition.ts';
import { deleteFilesOf } from '../shared/delete-files-of.ts';
import type { PublicationTimes } from '../shared/publication-times.ts';
import type { ExhibitionMedia } from './exhibition-media.ts';

/** How many pictures and documents are recorded, or documents copied, at the same time. */
const concurrency = 4;

/**
 * The folder of a picture or a document that is not public yet. It is made from the secret of the publication: nobody
 * can guess it, and a worker that repeats the work gets the same.
 */
export const newMediaOf =
  ({ secret }: Pick<ExhibitionPublishing, 'secret'>) =>
  (uploadId: string): string =>
    hash('sha256', `${secret}/picture/${uploadId}`, 'base64url').slice(0, 22);

/** The publication whose media are copied, and who is told of each that is done. */
interface PublicationProgress {
  readonly times: PublicationTimes;
  readonly signal: AbortSignal;
  readonly countOne: () => Promise<void>;
}

/**
 * Copies photographs, the pictures in texts, and documents to where the public can read them, each recorded before.
 * Calls `countOne` for each that is done.
 */
export const publishExhibitionMedia = async (
  id: string,
  { allowed, documents }: Pick<ExhibitionMedia, 'allowed' | 'documents'>,
  { times, signal, countOne }: PublicationProgress,
): Promise<void> => {
  const recorded = new Set((await readPublicFiles(id)).map(({ media }) => media));
  const useOf = (media: PublicMedia): PublicUse => ({ tag: `exhibition-${id}`, until: mediaEnd(media, times) });
  const record = async (media: PublicMedia) => {
    signal.throwIfAborted();
    if (!recorded.has(media.media)) await savePublicFiles(id, media);
  };
  await mapWithConcurrency(allowed, concurrency, ({ image }) => record(image));
  const images = allowed.map(({ uploadId, image }) => ({ uploadId, image, ...useOf(image) }));
  await publishImages(images, { signal, countOne });
  await mapWithConcurrency(documents, concurrency, async ({ uploadId, document }) => {
    await record(document);
    await publishDocument(uploadId, document, useOf(document));
    await countOne();
  });
};

/** Deletes the files of those that no edition shows any more. */
export const deleteUnusedMediaOf = async (id: string): Promise<void> => {
  const [edition, files] = await Promise.all([readExhibitionEdition(id), readPublicFiles(id)]);
  const shown = new Set((edition?.publication ? mediaOf(edition.publication) : []).map(({ media }) => media));
  const unused = files.filter(({ media }) => !shown.has(media));
  await deleteFilesOf(`exhibition-${id}`, { media: unused });
  await mapWithConcurrency(unused, concurrency, (media) => deletePublicFilesRecord(id, media));
};
