import { readPreviewByToken } from '../../desk/events/previews.ts';
import { readRevision } from '../../desk/events/revisions.ts';
import type { Locale } from '../../model/locale.ts';
import type { Revision } from '../../model/revision.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { hasRefusedPicture } from './has-refused-picture.ts';

/** The version that a preview link shows, and in which language: 404 where the link shows nothing any more. */
export const readPreviewedRevision = async (
  token: string,
  now: Date,
): Promise<{ revision: Revision; locale: Locale }> => {
  const preview = await readPreviewByToken(token, now);
  const revision = preview && (await readRevision(preview.eventId, preview.version));
  if (!revision || (await hasRefusedPicture(revision, now))) throw new NotFoundError(reason('previewLinkInvalid'));
  return { revision, locale: preview.locale };
};
