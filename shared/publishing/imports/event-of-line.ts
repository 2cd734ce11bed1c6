import type { Actor } from '../../desk/store/actor.ts';
import { type EventContent, eventContentSchema } from '../../model/events/event.ts';
import { maxEventPictures } from '../../model/events/event-picture.ts';
import { uploadsOfTexts } from '../../model/files/text-pictures.ts';
import { knownFields } from '../../model/json/known-fields.ts';
import type { ArchiveLine } from '../../model/publication/archive.ts';
import type { Site } from '../../model/site/site.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { requireValidEventContent } from '../events/require-valid-event-content.ts';
import { validateEventForPublication } from '../events/validate-event.ts';
import { filesOfLine } from './files-of-line.ts';

/**
 * Which images and files of a line the pictures and files of its event are, by their places; each is its own, where
 * absent.
 */
interface PlacesInLine {
  readonly pictures?: readonly number[];
  readonly files?: readonly number[];
}

/** Stands in a dry run for the upload of an image that is none yet. */
export const noUpload = '0'.repeat(26);

/** The errors of an event by the fields of its line. */
const inLine = (errors: readonly FieldError[], places: PlacesInLine): FieldError[] =>
  errors.map((error) => ({
    ...error,
    path: error.path.replace(/^(pictures|files)\b(?:\.(\d+))?/, (_, field: 'pictures' | 'files', n?: string) => {
      const name = field === 'pictures' ? 'images' : field;
      return n === undefined ? name : `${name}.${places[field]?.[Number(n)] ?? n}`;
    }),
  }));

/** Gives what `work` gives, with an event that is made of a line; refusals name what they refuse as the line does. */
const refusingInLine = async <T>(places: PlacesInLine, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InvalidInputError ? new InvalidInputError(inLine(error.errors ?? [], places)) : error;
  }
};

/** The same of work that warns, too. */
const namingLine =
  (places: PlacesInLine) =>
  <T extends { readonly warnings: readonly FieldError[] }>(work: () => Promise<T>) =>
    refusingInLine(places, async () => {
      const done = await work();
      return { ...done, warnings: inLine(done.warnings, places) };
    });

/** Those images of a line that become pictures of its event, each with its place, and whether it is an upload yet. */
const picturesOfLine = ({ translations }: ArchiveLine, images: NonNullable<ArchiveLine['images']>) => {
  const given = images.map(({ uploadId, file: _, url: __, ...words }, place) => ({
    place,
    isSent: uploadId !== undefined,
    picture: { uploadId: uploadId ?? noUpload, ...words },
  }));
  const inTexts = uploadsOfTexts(translations);
  return given.filter(({ place, isSent, picture: { uploadId } }) => {
    if (!isSent) return true;
    // Those of the texts stand there; the first one is the cover too.
    const isTold = place === 0 || !inTexts.has(uploadId);
    // Archives name the picture of an item again among those of its text: the first one stays.
    return isTold && given.findIndex(({ picture }) => picture.uploadId === uploadId) === place;
  });
};

/**
 * What staff would write of the item of a line, the images and files that its event does not get, and what names
 * refusals and warnings of the event by the line. Throws a refusal with everything that is missing before it may be
 * published. A dry run need not have uploads yet.
 */
export const eventOfLine = async (
  item: ArchiveLine,
  { site, actor, isDryRun }: { readonly site: Site; readonly actor: Actor; readonly isDryRun: boolean },
): Promise<{ content: EventContent; warnings: FieldError[]; named: ReturnType<typeof namingLine> }> => {
  const images = (item.images ?? []).slice(0, maxEventPictures);
  const unready = images.findIndex(({ uploadId }) => !uploadId);
  if (unready >= 0 && !isDryRun) {
    throw new InvalidInputError([fieldError(`images.${unready}.uploadId`, 'importUploadRequired')]);
  }
  const pictured = picturesOfLine(item, images);
  const pictures = pictured.map(({ picture }) => picture);
  const { files, places, titled, warnings } = await filesOfLine(item, isDryRun);
  const content: EventContent = { ...knownFields(eventContentSchema, { ...item, files }), pictures };
  const sent = pictured.filter(({ isSent }) => isSent);
  await refusingInLine({ pictures: sent.map(({ place }) => place), files: places }, () =>
    requireValidEventContent({ ...content, pictures: sent.map(({ picture }) => picture) }, actor),
  );
  const placesOfPictures = pictured.map(({ place }) => place);
  const missing = validateEventForPublication({ ...content, files: titled }, Object.keys(content.translations), site);
  if (missing.length > 0) {
    const placesOfFiles = titled.map(({ place }) => place);
    throw new InvalidInputError(inLine(missing, { pictures: placesOfPictures, files: placesOfFiles }));
  }
  const left = (item.images?.length ?? 0) - images.length;
  if (left > 0) warnings.unshift(fieldError('images', 'imagesLeftOut', { count: left, max: maxEventPictures }));
  return { content, warnings, named: namingLine({ pictures: placesOfPictures, files: places }) };
};
