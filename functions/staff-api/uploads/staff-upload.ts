import type * as z from 'zod';
import type { staffUploadSchema } from '../../../shared/contract/staff-schemas.ts';
import { namesOfUpload } from '../../../shared/desk/exhibitions/upload-access.ts';
import { isExpired } from '../../../shared/desk/uploads/uploads.ts';
import type { Call } from '../../../shared/http/serve.ts';
import { signDocument } from '../../../shared/media/document-files.ts';
import { signRenditions } from '../../../shared/media/publish-media.ts';
import { documentExtension } from '../../../shared/model/document.ts';
import { localizeRejection } from '../../../shared/model/rejection.ts';
import { kindOfUpload, type Upload } from '../../../shared/model/upload.ts';
import { actorOf } from '../actor-of.ts';

/** An upload as staff see it; in a list, `isListed`, with the smallest form of its image. */
export const toStaffUpload = async (
  upload: Upload,
  call: Call,
  isListed = false,
): Promise<z.output<typeof staffUploadSchema>> => {
  const { id, image, state, rejection, fileName: _, createdBy: __, releasedFrom: ___, ...facts } = upload;
  const { document } = upload;
  return {
    uploadId: id,
    kind: kindOfUpload(upload),
    state: isExpired(upload, call.now) ? 'expired' : state,
    ...facts,
    ...namesOfUpload(upload, actorOf(call)),
    ...(rejection && { rejection: localizeRejection(rejection, call.language) }),
    ...(document &&
      !isListed && { documentUrl: await signDocument(id, document.type, `${id}.${documentExtension(document.type)}`) }),
    ...(image && {
      width: image.width,
      height: image.height,
      placeholder: image.placeholder,
      color: image.color,
      renditions: await signRenditions(id, isListed ? { ...image, widths: image.widths.slice(0, 1) } : image),
    }),
  };
};
