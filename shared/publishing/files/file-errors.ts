import { knowsPeopleOf } from '../../desk/exhibitions/upload-access.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import type { EventFile } from '../../model/events/event-file.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { addedLocales } from '../../model/languages/unknown-locales.ts';
import type { Site } from '../../model/site/site.ts';
import { hasVisibleCharacter } from '../../model/text/visible-character.ts';
import type { Reason } from '../../refusals/codes.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { uploadRefusal } from '../pictures/picture-errors.ts';

/**
 * Why the files of an event or an exhibition cannot be kept: an upload that is not there, is no document or is named
 * twice, a document that only others may read, and titles in languages that the site does not have. What was there
 * `before` is checked at publication.
 */
export const fileErrors = async (
  files: readonly EventFile[],
  before: readonly EventFile[] | undefined,
  { site, actor }: { readonly site: Site; readonly actor: Actor },
): Promise<FieldError[]> => {
  const errors: FieldError[] = [];
  for (const [n, { uploadId, title }] of files.entries()) {
    const same = before?.find((file) => file.uploadId === uploadId);
    errors.push(...addedLocales(`files.${n}.title`, title, same?.title, site));
    if (files.findIndex((file) => file.uploadId === uploadId) < n)
      errors.push(fieldError(`files.${n}.uploadId`, 'duplicate'));
    const why = same ? undefined : await fileRefusal(uploadId, actor);
    if (why) errors.push({ path: `files.${n}.uploadId`, ...why });
  }
  return errors;
};

/** Why an actor cannot add an upload as a file. */
const fileRefusal = async (uploadId: string, actor: Actor): Promise<Reason | undefined> => {
  const upload = await readUpload(uploadId);
  const why = uploadRefusal(upload, 'document');
  // A preview would show the document to the contributor who makes it.
  return why ?? (upload && !knowsPeopleOf(upload, actor) ? reason('documentOfOther') : undefined);
};

/** Files without a title in a language that is published. */
export const fileTitleErrors = (files: readonly Pick<EventFile, 'title'>[], locale: Locale): FieldError[] =>
  files.flatMap(({ title }, n) =>
    hasVisibleCharacter(title[locale] ?? '') ? [] : [fieldError(`files.${n}.title.${locale}`, 'fileTitleRequired')],
  );
