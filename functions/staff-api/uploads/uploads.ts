import { limits } from '../../../shared/aws/limits.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { uploadQuota } from '../../../shared/desk/store/quotas.ts';
import * as desk from '../../../shared/desk/uploads/uploads.ts';
import { Problem } from '../../../shared/http/problem.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { signRenditions } from '../../../shared/media/publish-media.ts';
import { signUpload } from '../../../shared/media/sign-upload.ts';
import { localizeRejection } from '../../../shared/model/rejection.ts';
import { actorOf } from '../actor-of.ts';
import { mapStoreErrors } from '../map-store-errors.ts';
import { namesOfUpload, requireReadable } from './upload-access.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createUpload: StaffHandlers['createUpload'] = async ({ body }, call) => {
  const context = actorOf(call);
  const quota = uploadQuota(context, body.contentLength, limits());
  const upload = await mapStoreErrors(desk.findOrCreateUpload(body, context, [quota.write]), quota).catch(sayErased);
  const headers = { location: `/v1/staff/uploads/${upload.id}` };
  if (upload.state !== 'awaiting') return { body: { uploadId: upload.id, alreadyUploaded: true }, headers };
  return { body: { uploadId: upload.id, alreadyUploaded: false, ...(await signUpload(upload, call.now)) }, headers };
};

const sayErased = (error: unknown): never => {
  if (!(error instanceof desk.BytesErasedError)) throw error;
  const message = 'is that of a file which was erased at the wish of a person: it may not be uploaded again';
  throw new Problem('conflict', `sha256 ${message}.`, { errors: [{ path: 'sha256', message }] });
};

export const getUpload: StaffHandlers['getUpload'] = async ({ params }, call) => {
  const { now, languages } = call;
  const upload = await desk.readUpload(params.id);
  if (!upload) throw new Problem('not-found', `There is no upload ${params.id}.`);
  await requireReadable(upload, call);
  const { id, image, state, rejection, fileName: _, createdBy: __, releasedFrom: ___, ...facts } = upload;
  return {
    body: {
      uploadId: id,
      state: desk.isExpired(upload, now) ? 'expired' : state,
      ...facts,
      ...namesOfUpload(upload, call),
      ...(rejection && { rejection: localizeRejection(rejection, languages) }),
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
