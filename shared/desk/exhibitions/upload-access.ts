import type { Upload } from '../../model/files/upload.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { ForbiddenError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, isEditor, isExhibitionActionAllowed, requireExhibitionAction } from '../store/permissions.ts';
import { readUpload } from '../uploads/uploads.ts';
import { readExhibition } from './exhibitions.ts';

/** The artwork whose image an upload is, or was last, as `<exhibition id>/<artwork id>`. */
const entryOf = ({ artwork, releasedFrom }: Upload): string | undefined => artwork ?? releasedFrom;

/** True if an upload is, or was, the image of an entry that is being rated blind. */
export const isOfBlindEntry = async (upload: Upload): Promise<boolean> => {
  const exhibition = await readExhibition(entryOf(upload)?.split('/')[0] ?? '');
  return exhibition !== undefined && isBlind(exhibition);
};

/** True if the actor may see an upload: see `requireReadable`. */
export const isReadable = async (upload: Upload, actor: Actor): Promise<boolean> => {
  const exhibition = await readExhibition(entryOf(upload)?.split('/')[0] ?? '');
  if (!exhibition || !isBlind(exhibition)) return true;
  return isExhibitionActionAllowed('readEntry', exhibition, actorKindOf(actor, upload.createdBy));
};

/** Refuses to show an upload that is, or was, the image of an entry whose artist is hidden from the actor. */
export const requireReadable = async (upload: Upload, actor: Actor): Promise<void> => {
  const exhibition = await readExhibition(entryOf(upload)?.split('/')[0] ?? '');
  if (exhibition && isBlind(exhibition))
    requireExhibitionAction('readEntry', exhibition, actorKindOf(actor, upload.createdBy));
};

/** True where the actor may know what an upload says of people: its uploader and editors. */
export const knowsPeopleOf = ({ createdBy }: Upload, actor: Actor): boolean =>
  isEditor(actor) || createdBy === actor.by;

/**
 * An upload's personal data: scans are named after the children who drew them. Only editors see those of others'
 * uploads.
 */
export const namesOfUpload = (upload: Upload, actor: Actor): { fileName?: string; createdBy?: string } => {
  const { fileName, createdBy } = upload;
  return knowsPeopleOf(upload, actor) ? { fileName, createdBy } : {};
};

/**
 * Refuses to make an upload the image of an artwork, `<exhibition id>/<artwork id>`, where it belonged to another
 * before: only its uploader and editors may move it. Otherwise the earlier entry could not have it back, and erasing
 * that entry would leave the file.
 */
export const requireAttachable = async (
  uploadId: string | undefined,
  artwork: string | undefined,
  actor: Actor,
): Promise<void> => {
  if (!uploadId || isEditor(actor)) return;
  const upload = await readUpload(uploadId);
  const entry = upload && entryOf(upload);
  if (!entry || entry === artwork || upload.createdBy === actor.by) return;
  // An upload that another artwork has now is refused by the claim on it, in the same words for every role.
  if (upload.artwork) return;
  throw new ForbiddenError([fieldError('uploadId', 'imageOfOtherEntry')]);
};
