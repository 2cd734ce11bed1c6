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
 * The address of the files of a picture or a document that is not public yet: made from the secret of the publication, so that
 * nobody can guess it, and a worker who does the same again comes to the same address.
 */
export const newMediaOf =
  ({ secret }: Pick<ExhibitionPublishing, 'secret'>) =>
  (uploadId: string): string =>
    hash('sha256', `${secret}/picture/${uploadId}`, 'base64url').slice(0, 22);

/** Copies the files of photographs, of the pictures in texts, and of documents, each recorded before, and says so of each. What is there already is left alone. */
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
