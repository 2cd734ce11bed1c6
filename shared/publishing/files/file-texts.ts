import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import { readDocumentText } from '../../media/document-files.ts';
import type { EventFile } from '../../model/events/event-file.ts';
import type { FileWithText } from '../../model/names/text-fields.ts';

/** How many texts are read at the same time. */
const concurrency = 4;

/** The same with the text of each file that is ready: it is compared with names as other texts are. */
export const withFileTexts = async <T extends { readonly files: readonly EventFile[] }>(
  content: T,
): Promise<Omit<T, 'files'> & { files: FileWithText[] }> => {
  const uploads = await readUploads(content.files.map(({ uploadId }) => uploadId));
  const files = await mapWithConcurrency(content.files, concurrency, async ({ uploadId, title }) => ({
    title,
    text: uploads.get(uploadId)?.document ? await readDocumentText(uploadId) : '',
  }));
  return { ...content, files };
};
