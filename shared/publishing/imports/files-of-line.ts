import { readUploads } from '../../desk/uploads/uploads.ts';
import { type EventFile, maxEventFiles } from '../../model/events/event-file.ts';
import type { ArchiveLine } from '../../model/publication/archive.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { documentRefusal } from '../files/document-refusal.ts';

/** The files of a line, and why an event does not get some of them. */
interface FilesOfLine {
  /** Those that become files of the event. A dry run has no uploads, and so none of these. */
  readonly files: EventFile[];
  /** Where each of these stands in the line. */
  readonly places: number[];
  /** The titles and places in the line of all that the event has room for, whether they are uploads yet or not. */
  readonly titled: readonly (Pick<EventFile, 'title'> & { readonly place: number })[];
  readonly warnings: FieldError[];
}

/**
 * The files of a line, each once, as many as an event holds. One that an editor has to confirm is left out: an import
 * publishes what nobody has looked at; one that is missing makes room for the next. Throws a refusal where another is
 * no upload, unless in a dry run.
 */
export const filesOfLine = async ({ files: all = [] }: ArchiveLine, isDryRun: boolean): Promise<FilesOfLine> => {
  const present = all.map((file, place) => ({ ...file, place })).filter(({ missing }) => !missing);
  const titled = present.slice(0, maxEventFiles);
  const unready = titled.find(({ uploadId }) => !uploadId);
  if (unready && !isDryRun)
    throw new InvalidInputError([fieldError(`files.${unready.place}.uploadId`, 'importUploadRequired')]);
  const left = present.length - titled.length;
  const warnings = left > 0 ? [fieldError('files', 'filesLeftOut', { count: left, max: maxEventFiles })] : [];
  const uploads = await readUploads(titled.flatMap(({ uploadId }) => uploadId ?? []));
  const files = new Map<string, { readonly file: EventFile; readonly place: number }>();
  for (const { uploadId, title, place } of titled) {
    if (!uploadId || files.has(uploadId)) continue;
    const document = uploads.get(uploadId)?.document;
    const because = document && documentRefusal(document);
    if (because) warnings.push(fieldError(`files.${place}`, 'fileLeftOut', { because }));
    else files.set(uploadId, { file: { uploadId, title }, place });
  }
  const taken = [...files.values()];
  return { files: taken.map(({ file }) => file), places: taken.map(({ place }) => place), titled, warnings };
};
