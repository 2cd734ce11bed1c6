import { hash } from 'node:crypto';
import type { FileUploads } from '../../desk/events/sources.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import type { ArchiveLine } from '../../model/publication/archive.ts';

type LineFile = NonNullable<ArchiveLine['files']>[number];

/** What a file is known by from one import to the next; `undefined` where its line has but an upload. */
const nameOf = ({ file, url }: LineFile): string | undefined => {
  const name = file ?? url;
  return name === undefined ? name : hash('sha256', name, 'base64url');
};

/**
 * Which upload each file of a line is, as it is recorded for the next import: one that comes without an upload is
 * still what it was. Names that the line does not have any more are forgotten.
 */
export const uploadsOf = ({ files = [] }: ArchiveLine, recorded: FileUploads): FileUploads =>
  Object.fromEntries(
    files.flatMap((file) => {
      const name = nameOf(file);
      const uploadId = file.uploadId ?? recorded[name ?? ''];
      return name !== undefined && uploadId ? [[name, uploadId]] : [];
    }),
  );

/** True where a file is called otherwise than it is recorded, or is another one. */
export const hasNewNames = (uploads: FileUploads, recorded: FileUploads): boolean =>
  Object.entries(uploads).some(([name, uploadId]) => recorded[name] !== uploadId);

/**
 * The recorded uploads that missing files of a line may be: one that the event did not get, such as a scan, may have
 * been deleted since.
 */
export const keptUploads = async ({ files = [] }: ArchiveLine, recorded: FileUploads): Promise<FileUploads> => {
  if (!files.some(({ missing }) => missing)) return {};
  const uploads = await readUploads(Object.values(recorded));
  return Object.fromEntries(Object.entries(recorded).filter(([, uploadId]) => uploads.get(uploadId)?.document));
};

/**
 * A line that has its missing files as the last import had them. What that did not have either is missing still: the
 * event does without it.
 */
export const withKnownFiles = (item: ArchiveLine, known: FileUploads): ArchiveLine => {
  if (!item.files) return item;
  const files = item.files.map(({ missing, uploadId: given, ...file }) => {
    const uploadId = missing ? known[nameOf(file) ?? ''] : given;
    return { ...file, ...(uploadId ? { uploadId } : missing && { missing }) };
  });
  return { ...item, files };
};
