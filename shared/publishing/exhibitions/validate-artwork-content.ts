import { limits } from '../../aws/limits.ts';
import { highestEntryNumberIn } from '../../desk/exhibitions/entry-numbers.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import type { Artwork, ArtworkContent } from '../../model/exhibitions/artwork.ts';
import { rejectionReason } from '../../model/files/rejection.ts';
import { kindOfUpload } from '../../model/files/upload.ts';
import { unknownLocales } from '../../model/languages/unknown-locales.ts';
import type { Site } from '../../model/site/site.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';

/** In which languages an artwork is written, beside what it was before; absent for one that is new. */
interface ArtworkChange {
  readonly site: Site;
  readonly now: Date;
  readonly before?: Artwork;
  /** The languages that a request names. */
  readonly named?: readonly string[];
}

/** Refuses languages that the site lacks, an image that was rejected or is not known, and consent from the future. */
export const requireValidArtworkContent = async (
  content: ArtworkContent,
  { site, now, before, named = Object.keys(content.translations) }: ArtworkChange,
): Promise<void> => {
  const errors: FieldError[] = unknownLocales('translations', content.translations, site, named);
  const grantedOn = content.artist?.consent?.grantedOn;
  // The day may have begun in the east already.
  if (grantedOn && Date.parse(grantedOn) > now.getTime() + 86_400_000) {
    errors.push(fieldError('artist.consent.grantedOn', 'inTheFuture'));
  }
  if (content.uploadId && content.uploadId !== before?.uploadId) {
    const upload = await readUpload(content.uploadId);
    if (!upload) errors.push(fieldError('uploadId', 'unknownUpload'));
    else if (upload.rejection) {
      errors.push(fieldError('uploadId', 'uploadRejected', { because: rejectionReason(upload.rejection) }));
    } else if (kindOfUpload(upload) === 'document') errors.push(fieldError('uploadId', 'uploadNotPicture'));
  }
  if (errors.length > 0) throw new InvalidInputError(errors);
};

/**
 * Refuses a number that lies far above the highest one of the exhibition: a slip of a digit would use up all others.
 */
export const requirePlausibleEntryNumber = async (
  exhibitionId: string,
  entryNumber: number | undefined,
): Promise<void> => {
  if (entryNumber === undefined) return;
  const { entryNumbersAhead } = limits();
  const highest = (await highestEntryNumberIn(exhibitionId)) + entryNumbersAhead;
  if (entryNumber <= highest) return;
  throw new InvalidInputError([
    fieldError('entryNumber', 'entryNumberTooHigh', { max: highest, ahead: entryNumbersAhead }),
  ]);
};
