import { hash } from 'node:crypto';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { deletePublicFilesRecord, readPublicFiles, savePublicFiles } from '../../desk/exhibitions/public-files.ts';
import { publishDocument } from '../../media/document-files.ts';
import { publishImages } from '../../media/publish-media.ts';
import { mediaOf, type PublicMedia } from '../../model/edition.ts';
import type { ExhibitionPublishing } from '../../model/exhibition.ts';
import { deleteFilesOf } from '../shared/delete-files-of.ts';
import type { ExhibitionMedia } from './exhibition-media.ts';

/** How many pictures and documents are recorded, or documents copied, at the same time. */
const concurrency = 4;

/**
 * The folder of a picture or a document that is not public yet. It is made from the secret of the publication: nobody can
 * guess it, and a worker that repeats the work gets the same.
 */
export const newMediaOf =
  ({ secret }: Pick<ExhibitionPublishing, 'secret'>) =>
  (uploadId: string): string =>
    hash('sha256', `${secret}/picture/${uploadId}`, 'base64url').slice(0, 22);

/**
 * Copies photographs, the pictures in texts, and documents to where the public can read them, each recorded before. What is
 * there already is left alone. Calls `countOne` for each that is done.
 */
export const publishExhibitionMedia = async (
  id: string,
  { allowed, documents }: Pick<ExhibitionMedia, 'allowed' | 'documents'>,
  { signal, countOne }: { readonly signal: AbortSignal; readonly countOne: () => Promise<void> },
): Promise<void> => {
  const [edition, files] = await Promise.all([readExhibitionEdition(id), readPublicFiles(id)]);
  const recorded = new Set(files.map(({ media }) => media));
  const shown = new Set((edition?.publication ? mediaOf(edition.publication) : []).map(({ media }) => media));
  const record = async (media: PublicMedia) => {
    signal.throwIfAborted();
    if (!recorded.has(media.media)) await savePublicFiles(id, media);
  };
  await mapWithConcurrency(allowed, concurrency, ({ image }) => record(image));
  await publishImages(allowed, { signal, countOne });
  await mapWithConcurrency(documents, concurrency, async ({ uploadId, document }) => {
    await record(document);
    if (!shown.has(document.media)) await publishDocument(uploadId, document);
    await countOne();
  });
};

/** Deletes the files of those that no edition shows any more. */
export const deleteUnusedMediaOf = async (id: string): Promise<void> => {
  const [edition, files] = await Promise.all([readExhibitionEdition(id), readPublicFiles(id)]);
  const shown = new Set((edition?.publication ? mediaOf(edition.publication) : []).map(({ media }) => media));
  const unused = files.filter(({ media }) => !shown.has(media));
  await deleteFilesOf(unused);
  await mapWithConcurrency(unused, concurrency, (media) => deletePublicFilesRecord(id, media));
};
