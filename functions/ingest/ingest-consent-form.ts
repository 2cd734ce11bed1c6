import { saveConsentFormOutcome } from '../../shared/desk/consent/consent-forms.ts';
import { deleteConsentFormFiles, storeConsentForm } from '../../shared/media/consent-form-files.ts';
import { readInThread } from '../../shared/media/documents/read-in-thread.ts';
import { deleteIncoming } from '../../shared/media/erase-upload.ts';
import { readableTypeOf } from '../../shared/media/open-image.ts';
import { readIncoming } from '../../shared/media/originals.ts';
import { RejectedFileError } from '../../shared/media/rejected-file-error.ts';
import { type ConsentForm, consentFormTypes } from '../../shared/model/people/consent-form.ts';
import { requireAnnounced } from './require-announced.ts';

type Outcome = Pick<ConsentForm, 'state'> & { readonly cause?: unknown };

/**
 * Makes the scan of a form ready, or rejects it with a reason; a repeated call gives the same result. It is kept as it
 * came, and not where it came: what has arrived is deleted once it is known what it is.
 */
export const ingestConsentForm = async (form: ConsentForm): Promise<Outcome> => {
  const outcome = await takeOver(form);
  await deleteIncoming(form.id);
  return outcome;
};

const takeOver = async (form: ConsentForm): Promise<Outcome> => {
  if (form.state === 'ready' || form.state === 'rejected') return { state: form.state };
  try {
    const bytes = await readIncoming(form.id);
    requireAnnounced(bytes, form);
    const contentType = await typeOf(bytes, form);
    await storeConsentForm(form.id);
    const isKept = await saveConsentFormOutcome(form, { state: 'ready', contentType });
    // Deleted while it was being read: what was just stored goes, too.
    if (!isKept) await deleteConsentFormFiles(form.id);
    return { state: 'ready' };
  } catch (error) {
    if (!(error instanceof RejectedFileError)) throw error;
    const { code, params } = error;
    await saveConsentFormOutcome(form, {
      ...{ state: 'rejected', contentType: form.contentType },
      rejection: { code, params },
    });
    return { state: 'rejected', cause: error };
  }
};

/** What a scan is by its bytes, whatever it was announced as. */
const typeOf = async (bytes: Buffer, { contentType }: ConsentForm): Promise<ConsentForm['contentType']> => {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    await readInThread(bytes, 'application/pdf');
    return 'application/pdf';
  }
  const found = await readableTypeOf(bytes).catch((cause: unknown) => {
    throw new RejectedFileError('not-an-image', { cause });
  });
  const known = consentFormTypes.find((type) => type === found);
  if (!known) throw new RejectedFileError('wrong-type', { params: { declared: contentType, found } });
  return known;
};
