import type { staffRoutes } from '../../shared/contract/staff.ts';
import { readExhibition } from '../../shared/desk/exhibitions.ts';
import * as desk from '../../shared/desk/uploads.ts';
import { sayRejection } from '../../shared/domain/rejection.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Call, Handlers } from '../../shared/http/serve.ts';
import { signRenditions } from '../../shared/media/publish-media.ts';
import { signUpload } from '../../shared/media/sign-upload.ts';
import { actOf } from './explain.ts';
import { hidesArtists } from './staff-artwork.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const requestUpload: StaffHandlers['requestUpload'] = async ({ body }, call) => {
  const upload = await desk.openUpload(body, actOf(call));
  const headers = { location: `/v1/staff/uploads/${upload.id}` };
  if (upload.state !== 'awaiting') return { body: { uploadId: upload.id, alreadyUploaded: true }, headers };
  return { body: { uploadId: upload.id, alreadyUploaded: false, ...(await signUpload(upload, call.now)) }, headers };
};

export const readUpload: StaffHandlers['readUpload'] = async ({ params }, call) => {
  const { now, languages } = call;
  const upload = await desk.readUpload(params.id);
  if (!upload) throw new Problem('not-found', `There is no upload ${params.id}.`);
  const { id, image, state, rejection, fileName, ...facts } = upload;
  return {
    body: {
      uploadId: id,
      state: desk.isExpired(upload, now) ? 'expired' : state,
      ...facts,
      // Scans are named after those who have drawn them.
      ...(!(await isBlind(upload, call)) && { fileName }),
      ...(rejection && { rejection: sayRejection(rejection, languages) }),
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

/** True where the upload is an entry that the caller may rate without knowing whose it is. */
const isBlind = async ({ artwork }: Upload, call: Call): Promise<boolean> => {
  const exhibition = artwork && (await readExhibition(artwork.split('/')[0] ?? ''));
  return exhibition ? hidesArtists(exhibition, call) : false;
};
