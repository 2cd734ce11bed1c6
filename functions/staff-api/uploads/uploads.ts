import { limits } from '../../../shared/aws/limits.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { namesOfUpload, requireReadable } from '../../../shared/desk/exhibitions/upload-access.ts';
import { uploadQuota } from '../../../shared/desk/store/quotas.ts';
import * as desk from '../../../shared/desk/uploads/uploads.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { signRenditions } from '../../../shared/media/publish-media.ts';
import { signUpload } from '../../../shared/media/sign-upload.ts';
import { localizeRejection } from '../../../shared/model/rejection.ts';
import { NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createUpload: StaffHandlers['createUpload'] = async ({ body }, call) => {
  const context = actorOf(call);
  const quota = uploadQuota(context, body.contentLength, limits());
  const upload = await desk.findOrCreateUpload(body, context, [quota]);
  const headers = { location: `/v1/staff/uploads/${upload.id}` };
  if (upload.state !== 'awaiting') return { body: { uploadId: upload.id, alreadyUploaded: true }, headers };
  return { body: { uploadId: upload.id, alreadyUploaded: false, ...(await signUpload(upload, call.now)) }, headers };
};

export const getUpload: StaffHandlers['getUpload'] = async ({ params }, call) => {
  const { now, language } = call;
  const upload = await desk.readUpload(params.id);
  if (!upload) throw new NotFoundError(reason('uploadNotFound', { id: params.id }));
  await requireReadable(upload, actorOf(call));
  const { id, image, state, rejection, fileName: _, createdBy: __, releasedFrom: ___, ...facts } = upload;
  return {
    body: {
      uploadId: id,
      state: desk.isExpired(upload, now) ? 'expired' : state,
      ...facts,
      ...namesOfUpload(upload, actorOf(call)),
      ...(rejection && { rejection: localizeRejection(rejection, language) }),
      ...(image && {
        width: image.width,
        height: image.height,
        placeholder: image.placeholder,
        color: image.color,
        renditions: await signRenditions(id, image),
      }),
    },
  };
};
