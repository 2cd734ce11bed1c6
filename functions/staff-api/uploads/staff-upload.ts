import type * as z from 'zod';
import type { staffUploadSchema } from '../../../shared/contract/staff/schemas.ts';
import { knowsPeopleOf, namesOfUpload } from '../../../shared/desk/exhibitions/upload-access.ts';
import { isExpired } from '../../../shared/desk/uploads/uploads.ts';
import type { Call } from '../../../shared/http/serve.ts';
import { signDocument } from '../../../shared/media/document-files.ts';
import { signRenditions } from '../../../shared/media/sign-renditions.ts';
import { type Document, documentExtension } from '../../../shared/model/files/document.ts';
import { localizeRejection } from '../../../shared/model/files/rejection.ts';
import { kindOfUpload, type Upload } from '../../../shared/model/files/upload.ts';
import { actorOf } from '../actor-of.ts';

/** A document for who may read it, with its address where it is not `isListed`. */
const readable = async (id: string, document: Document, isListed: boolean) => ({
  document,
  ...(!isListed && { documentUrl: await signDocument(id, document.type, `${id}.${documentExtension(document.type)}`) }),
});

/** A document for everybody else on the staff: it is no picture, and may say what is not to be known yet. */
const withoutAuthors = ({ metadata: _, ...document }: Document) => ({ document });

/** An upload as staff see it; in a list, `isListed`, with the smallest form of its image. */
export const toStaffUpload = async (
  upload: Upload,
  call: Call,
  isListed = false,
): Promise<z.output<typeof staffUploadSchema>> => {
  const { id, image, state, rejection, document, fileName: _, createdBy: __, releasedFrom: ___, ...facts } = upload;
  const actor = actorOf(call);
  return {
    uploadId: id,
    kind: kindOfUpload(upload),
    state: isExpired(upload, call.now) ? 'expired' : state,
    ...facts,
    ...namesOfUpload(upload, actor),
    ...(rejection && { rejection: localizeRejection(rejection, call.language) }),
    ...(document && (knowsPeopleOf(upload, actor) ? await readable(id, document, isListed) : withoutAuthors(document))),
    ...(image && {
      width: image.width,
      height: image.height,
      placeholder: image.placeholder,
      color: image.color,
      renditions: await signRenditions(id, isListed ? { ...image, widths: image.widths.slice(0, 1) } : image),
    }),
  };
};
