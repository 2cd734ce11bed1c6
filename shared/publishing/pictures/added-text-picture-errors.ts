import type { EventPicture } from '../../model/events/event-picture.ts';
import { type TextsWithPictures, uploadsOfTexts } from '../../model/files/text-pictures.ts';
import type { Site } from '../../model/site/site.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { pictureRefusal } from './picture-errors.ts';
import { countErrors, textPictureRefusal } from './text-pictures.ts';

/** What an event or an exhibition shows. */
interface WithTextPictures {
  readonly pictures: readonly EventPicture[];
  readonly translations: TextsWithPictures;
}

/**
 * Why pictures cannot be kept that texts name and did not name `before`: there are too many, or one may not be shown.
 */
export const addedTextPictureErrors = async (
  { pictures, translations }: WithTextPictures,
  before: WithTextPictures | undefined,
  site: Site,
): Promise<FieldError[]> => {
  const [uploads, known] = [uploadsOfTexts(translations), uploadsOfTexts(before?.translations ?? {})];
  const added = [...uploads].filter(([uploadId]) => !known.has(uploadId));
  const [first] = added;
  if (!first) return [];
  const tooMany = countErrors([...pictures.map(({ uploadId }) => uploadId), ...uploads.keys()], first[1]);
  if (tooMany.length > 0) return tooMany;
  const errors: FieldError[] = [];
  for (const [uploadId, path] of added) {
    const why = await pictureRefusal(uploadId, site);
    if (why) errors.push(textPictureRefusal({ path, uploadId }, why));
  }
  return errors;
};
