import { readPictureOf } from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';
import type { EventPicture } from '../../model/events/event-picture.ts';
import { rejectionReason } from '../../model/files/rejection.ts';
import { kindOfUpload, type Upload } from '../../model/files/upload.ts';
import { addedLocales } from '../../model/languages/unknown-locales.ts';
import type { Site } from '../../model/site/site.ts';
import type { Reason } from '../../refusals/codes.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { readPicturePermission } from './picture-permission.ts';

/**
 * Why the pictures of an event or an exhibition cannot be kept: an upload that is not there, is named twice or may not
 * be shown, and words in languages that the site does not have. What was there `before` is checked at publication:
 * whatever has happened to it, staff can go on editing the texts.
 */
export const pictureErrors = async (
  pictures: readonly EventPicture[],
  before: readonly EventPicture[] | undefined,
  site: Site,
): Promise<FieldError[]> => {
  const errors: FieldError[] = [];
  for (const [n, { uploadId, alt, caption }] of pictures.entries()) {
    const same = before?.find((picture) => picture.uploadId === uploadId);
    errors.push(...addedLocales(`pictures.${n}.alt`, alt, same?.alt, site));
    errors.push(...addedLocales(`pictures.${n}.caption`, caption, same?.caption, site));
    if (pictures.findIndex((picture) => picture.uploadId === uploadId) < n)
      errors.push(fieldError(`pictures.${n}.uploadId`, 'duplicate'));
    const why = same ? undefined : await pictureRefusal(uploadId, site);
    if (why) errors.push({ path: `pictures.${n}.uploadId`, ...why });
  }
  return errors;
};

/** Why an upload cannot be used as what it is named as. */
export const uploadRefusal = (
  upload: Upload | undefined,
  kind: ReturnType<typeof kindOfUpload>,
): Reason | undefined => {
  if (!upload) return reason('unknownUpload');
  if (upload.rejection) return reason('uploadRejected', { because: rejectionReason(upload.rejection) });
  if (kindOfUpload(upload) !== kind) return reason(kind === 'document' ? 'uploadNotDocument' : 'uploadNotPicture');
  return undefined;
};

/** Why an upload cannot be shown as a picture; `undefined` where it can. */
export const pictureRefusal = async (uploadId: string, site: Site): Promise<Reason | undefined> => {
  const upload = await readUpload(uploadId);
  const why = uploadRefusal(upload, 'picture');
  if (!upload || why) return why;
  const now = new Date();
  const permission = await readPicturePermission(await readPictureOf(upload.sha256, now), now, site);
  // Only those who may publish learn what is missing: others may be rating the entry.
  return 'refusal' in permission ? reason('pictureNotAllowed') : undefined;
};
