import type { ArchiveLine } from '../../model/archive.ts';
import { type EventContent, eventContentSchema } from '../../model/event.ts';
import { maxEventPictures } from '../../model/event-picture.ts';
import { knownFields } from '../../model/known-fields.ts';
import type { Site } from '../../model/site.ts';
import { uploadsOfTexts } from '../../model/text-pictures.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { requireValidEventContent } from '../events/require-valid-event-content.ts';
import { validateEventForPublication } from '../events/validate-event.ts';
import { filesOfLine } from './files-of-line.ts';

const asImages = (errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => ({ ...error, path: error.path.replace(/^pictures\./, 'images.') }));

const namingImages = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InvalidInputError ? new InvalidInputError(asImages(error.errors ?? [])) : error;
  }
};

/**
 * What staff would write of the item of a line, and the images and files that its event does not get. Throws a refusal with
 * everything that is missing before it may be published. A dry run has no uploads yet.
 */
export const eventOfLine = async (
  item: ArchiveLine,
  site: Site,
  isDryRun: boolean,
): Promise<{ content: EventContent; warnings: FieldError[] }> => {
  const images = (item.images ?? []).slice(0, maxEventPictures);
  const unready = images.findIndex(({ uploadId }) => !uploadId);
  if (unready >= 0 && !isDryRun) {
    throw new InvalidInputError([fieldError(`images.${unready}.uploadId`, 'importUploadRequired')]);
  }
  const given = images.flatMap(({ uploadId, file: _, url: __, ...words }) =>
    uploadId ? [{ uploadId, ...words }] : [],
  );
  // Archives name the picture of an item again among those of its text: the first one stays.
  const inTexts = uploadsOfTexts(item.translations);
  // Those of the texts stand there; the first one is the cover too.
  const isTold = (uploadId: string, n: number): boolean => n === 0 || !inTexts.has(uploadId);
  const pictures = given.filter(
    ({ uploadId }, n) => isTold(uploadId, n) && given.findIndex((one) => one.uploadId === uploadId) === n,
  );
  const { files, titled, warnings } = await filesOfLine(item, isDryRun);
  const content: EventContent = { ...knownFields(eventContentSchema, { ...item, files }), pictures };
  await namingImages(() => requireValidEventContent(content));
  const shown = { ...content, pictures: isDryRun ? images : pictures, files: titled };
  const missing = validateEventForPublication(shown, Object.keys(content.translations), site);
  if (missing.length > 0) throw new InvalidInputError(asImages(missing));
  const left = (item.images?.length ?? 0) - images.length;
  if (left > 0) warnings.unshift(fieldError('images', 'imagesLeftOut', { count: left, max: maxEventPictures }));
  return { content, warnings };
};
