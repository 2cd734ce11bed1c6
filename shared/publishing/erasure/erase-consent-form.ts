import { type Write, writeTogether } from '../../aws/transaction.ts';
import { consentFormRemovals } from '../../desk/consent/consent-forms.ts';
import { deleteConsentFormFiles } from '../../media/consent-form-files.ts';
import type { ConsentForm } from '../../model/people/consent-form.ts';

/**
 * Deletes the scan of a form: its files before its record, so that an interrupted act is found again; and after it once
 * more, since ingest may have been at work.
 */
export const eraseConsentForm = async (
  form: Pick<ConsentForm, 'exhibitionId' | 'artworkId' | 'id'>,
  now: Date,
  others: readonly Write[] = [],
): Promise<void> => {
  await deleteConsentFormFiles(form.id);
  await writeTogether([...consentFormRemovals(form, now), ...others]);
  await deleteConsentFormFiles(form.id);
};
