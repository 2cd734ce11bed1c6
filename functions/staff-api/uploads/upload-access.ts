import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';
import type { Call } from '../../../shared/http/serve.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import type { Upload } from '../../../shared/model/upload.ts';
import { actorKindOf, isEditor, requireExhibitionAction } from '../../../shared/publishing/shared/permissions.ts';
import { ForbiddenError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';

/** The artwork whose image an upload is, or was last, as `<exhibition id>/<artwork id>`. */
const entryOf = ({ artwork, releasedFrom }: Upload): string | undefined => artwork ?? releasedFrom;

/** True where an upload is, or was, the image of an entry that is being rated blind. */
export const isOfBlindEntry = async (upload: Upload): Promise<boolean> => {
  const exhibition = await readExhibition(entryOf(upload)?.split('/')[0] ?? '');
  return exhibition !== undefined && isBlind(exhibition);
};

/** Refuses to show an upload that is, or was, the image of an entry whose artist is hidden from the caller. */
export const requireReadable = async (upload: Upload, call: Call): Promise<void> => {
  const exhibition = await readExhibition(entryOf(upload)?.split('/')[0] ?? '');
  if (exhibition && isBlind(exhibition))
    requireExhibitionAction('readEntry', exhibition, actorKindOf(actorOf(call), upload.createdBy));
};

/** What names a person in an upload: scans are named after those who have drawn them. Others' are an editor's to see. */
export const namesOfUpload = (
  { fileName, createdBy }: Upload,
  call: Call,
): { fileName?: string; createdBy?: string } =>
  isEditor(actorOf(call)) || createdBy === call.staff.id ? { fileName, createdBy } : {};

/**
 * Refuses to make an upload the image of an artwork, `<exhibition id>/<artwork id>`, where it was another's before: only who has uploaded
 * it, and editors, may move it. Else the entry that it belongs to could not have it back, and erasing that would leave it.
 */
export const requireAttachable = async (
  uploadId: string | undefined,
  artwork: string | undefined,
  call: Call,
): Promise<void> => {
  if (!uploadId || isEditor(actorOf(call))) return;
  const upload = await readUpload(uploadId);
  const entry = upload && entryOf(upload);
  if (!entry || entry === artwork || upload.createdBy === call.staff.id) return;
  // One that is another's image now is refused by the claim on it, to everybody in the same words.
  if (upload.artwork) return;
  throw new ForbiddenError([fieldError('uploadId', 'imageOfOtherEntry')]);
};
