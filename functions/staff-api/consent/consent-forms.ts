import { limits } from '../../../shared/aws/limits.ts';
import { writeItem } from '../../../shared/aws/write-item.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import * as desk from '../../../shared/desk/consent/consent-forms.ts';
import { requireEntry } from '../../../shared/desk/exhibitions/entry-access.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import { uploadQuota } from '../../../shared/desk/store/quotas.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import { signConsentForm } from '../../../shared/media/consent-form-files.ts';
import { signUpload } from '../../../shared/media/sign-upload.ts';
import type { Artwork } from '../../../shared/model/exhibitions/artwork.ts';
import { localizeRejection } from '../../../shared/model/files/rejection.ts';
import type { ConsentForm } from '../../../shared/model/people/consent-form.ts';
import { eraseConsentForm } from '../../../shared/publishing/erasure/erase-consent-form.ts';
import { ConflictError, NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

interface EntryParams {
  readonly id: string;
  readonly artworkId: string;
}

/** The entry whose forms are meant: for those who may change its consent, in every state of the exhibition. */
const entryOf = async ({ id, artworkId }: EntryParams, call: Call): Promise<Artwork> =>
  requireEntry(await requireExhibition(id), artworkId, { action: 'changeConsent', actor: actorOf(call) });

const formOf = async ({ formId, ...entry }: EntryParams & { formId: string }, call: Call): Promise<ConsentForm> => {
  const artwork = await entryOf(entry, call);
  const form = await desk.readConsentForm(formId);
  if (!form || form === 'deleted' || form.artworkId !== artwork.id) {
    throw new NotFoundError(reason('consentFormNotFound', { id: formId }));
  }
  return form;
};

export const createConsentForm: StaffHandlers['createConsentForm'] = async ({ params, body }, call) => {
  const actor = actorOf(call);
  const quota = uploadQuota(actor, body.contentLength, limits());
  const form = await desk.createConsentForm(await entryOf(params, call), body, actor, [quota]);
  const location = `/v1/staff/exhibitions/${params.id}/artworks/${params.artworkId}/consent-forms/${form.id}`;
  return { body: { formId: form.id, ...(await signUpload(form, call.now)) }, headers: { location } };
};

export const listConsentForms: StaffHandlers['listConsentForms'] = async ({ params }, call) => {
  const artwork = await entryOf(params, call);
  const forms = await desk.readConsentForms(artwork.exhibitionId, artwork.id);
  return {
    body: {
      items: forms.map(({ id, contentType, contentLength, state, rejection, createdAt, createdBy }) => ({
        ...{ formId: id, contentType, contentLength, state, createdAt, createdBy },
        ...(rejection && { rejection: localizeRejection(rejection, call.language) }),
      })),
    },
  };
};

export const createConsentFormLink: StaffHandlers['createConsentFormLink'] = async ({ params }, call) => {
  const form = await formOf(params, call);
  if (form.state !== 'ready') throw new ConflictError(reason('consentFormNotReady', { id: form.id }));
  await writeItem(auditWrite(actorOf(call), 'consentForm.read', form.artworkId));
  return { body: await signConsentForm(form, call.now) };
};

export const deleteConsentForm: StaffHandlers['deleteConsentForm'] = async ({ params }, call) => {
  const form = await formOf(params, call);
  await eraseConsentForm(form, call.now, [auditWrite(actorOf(call), 'consentForm.deleted', form.artworkId)]);
  return { body: { formId: form.id, deleted: true } };
};
