import { readArchiveFile } from './archive-folder.ts';
import { fetchFile } from './fetch-file.ts';
import type { UploadOptions } from './upload-options.ts';

/**
 * What a line names: a file beside the archive, which is taken before the address that texts have of it, or an address.
 */
interface Source {
  /** The upload that either has become: it is not sent again. */
  readonly uploadId?: unknown;
  readonly file?: string | undefined;
  readonly url?: string | undefined;
}

/** The bytes of what a line names, and how it names it; `undefined` where it has an upload. */
export const readSource = async (
  { uploadId, file, url }: Source,
  { folder, allowsPrivate }: UploadOptions,
  accept?: string,
): Promise<{ readonly name: string; readonly bytes: Buffer } | undefined> => {
  if (uploadId !== undefined) return undefined;
  if (file !== undefined) return { name: file, bytes: await readArchiveFile(folder, file) };
  if (url === undefined) return undefined;
  return { name: url, bytes: await fetchFile(url, { allowsPrivate, ...(accept && { accept }) }) };
};
