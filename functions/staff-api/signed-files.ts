import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import { readUpload } from '../../shared/desk/uploads/uploads.ts';
import { signDocument } from '../../shared/media/document-files.ts';
import type { EventFile } from '../../shared/model/events/event-file.ts';
import type { PublicFile } from '../../shared/model/files/document.ts';
import { documentName } from '../../shared/model/files/document-name.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';

/** How many files are signed at the same time. */
const concurrency = 8;

/** A file by a signed address; none where it is not ready. */
const signedFile = async ({ uploadId, title: titles }: EventFile, locale: Locale): Promise<PublicFile[]> => {
  const { document } = (await readUpload(uploadId)) ?? {};
  if (!document) return [];
  const { type, bytes, pages } = document;
  const title = titles[locale] ?? '';
  const url = await signDocument(uploadId, type, documentName(title, locale, type));
  return [{ title, url, type, bytes, ...(pages && { pages }) }];
};

/** Files that need not be public, by signed addresses; those that are not ready are left out. */
export const signedFiles = async (files: readonly EventFile[], locale: Locale): Promise<PublicFile[]> =>
  (await mapWithConcurrency(files, concurrency, (one) => signedFile(one, locale))).flat();
