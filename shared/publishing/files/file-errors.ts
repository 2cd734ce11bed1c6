import { readUpload } from '../../desk/uploads/uploads.ts';
import type { EventFile } from '../../model/events/event-file.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { addedLocales } from '../../model/languages/unknown-locales.ts';
import type { Site } from '../../model/site/site.ts';
import { hasVisibleCharacter } from '../../model/text/visible-character.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { uploadRefusal } from '../pictures/picture-errors.ts';

/**
 * Why the files of an event or an exhibition cannot be kept: an upload that is not there, is no document or is named
 * twice, and titles in languages that the site does not have. What was there `before` is checked at publication.
 */
export const fileErrors = async (
  files: readonly EventFile[],
  before: readonly EventFile[] | undefined,
  site: Site,
): Promise<FieldError[]> => {
  const errors: FieldError[] = [];
  for (const [n, { uploadId, title }] of files.entries()) {
    const same = before?.find((file) => file.uploadId === uploadId);
    errors.push(...addedLocales(`files.${n}.title`, title, same?.title, site));
    if (files.findIndex((file) => file.uploadId === uploadId) < n)
      errors.push(fieldError(`files.${n}.uploadId`, 'duplicate'));
    const why = same ? undefined : uploadRefusal(await readUpload(uploadId), 'document');
    if (why) errors.push({ path: `files.${n}.uploadId`, ...why });
  }
  return errors;
};

/** Files without a title in a language that is published. */
export const fileTitleErrors = (files: readonly Pick<EventFile, 'title'>[], locale: Locale): FieldError[] =>
  files.flatMap(({ title }, n) =>
    hasVisibleCharacter(title[locale] ?? '') ? [] : [fieldError(`files.${n}.title.${locale}`, 'fileTitleRequired')],
  );
