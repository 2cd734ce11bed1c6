import { ulid } from 'ulid';
import { jsonOf } from '../../aws/document.ts';
import { expiry } from '../../aws/expiry.ts';
import { getMany } from '../../aws/get-many.ts';
import { getItem, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite, updateWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { type ConsentForm, type ConsentFormRequest, consentFormSchema } from '../../model/people/consent-form.ts';
import { artworkCheck } from '../exhibitions/artworks.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { readIdsBelow } from '../store/read-ids-below.ts';
import { deskTable } from '../store/table.ts';

/**
 * Scans of forms are no uploads: they are in no list, nothing can show or publish them, and the same file may be the
 * form of several children.
 */
const key = (id: string) => keyOf(`CONSENT-FORM#${id}`, 'CONSENT-FORM');

/** The forms of an entry: an erasure finds them by these. */
const prefix = (artworkId: string): string => `CONSENT-FORM#${artworkId}#`;

const linkKey = ({ exhibitionId, artworkId, id }: Pick<ConsentForm, 'exhibitionId' | 'artworkId' | 'id'>) =>
  keyOf(exhibitionPk(exhibitionId), `${prefix(artworkId)}${id}`);

const formOf = jsonOf(consentFormSchema, 'form');

/**
 * Records that a scan will arrive. Throws `ConditionsFailedError` with `artwork` where the entry was erased meanwhile.
 */
export const createConsentForm = async (
  { exhibitionId, id: artworkId }: Artwork,
  request: ConsentFormRequest,
  context: ActionContext,
  others: readonly Write[],
): Promise<ConsentForm> => {
  const form: ConsentForm = {
    ...{ ...request, id: ulid(context.now.getTime()), exhibitionId, artworkId, state: 'awaiting' },
    ...{ createdAt: context.now.toISOString(), createdBy: context.by },
  };
  await writeTogether([
    artworkCheck(exhibitionId, artworkId),
    putWrite(deskTable, { ...key(form.id), form: { S: JSON.stringify(form) } }),
    putWrite(deskTable, linkKey(form)),
    auditWrite(context, 'consentForm.added', artworkId),
    ...others,
  ]);
  return form;
};

/** What is known of a scan by its id: the form, that it was deleted a short while ago, or nothing. */
export const readConsentForm = async (id: string): Promise<ConsentForm | 'deleted' | undefined> =>
  getItem(deskTable, key(id), (item) => (item.form ? formOf(item) : ('deleted' as const)));

/** The ids of the forms of an entry. */
export const readConsentFormIds = (exhibitionId: string, artworkId: string): Promise<string[]> =>
  readIdsBelow(exhibitionPk(exhibitionId), prefix(artworkId));

/** The forms of an entry, the oldest first. */
export const readConsentForms = async (exhibitionId: string, artworkId: string): Promise<ConsentForm[]> => {
  const ids = await readConsentFormIds(exhibitionId, artworkId);
  const items = await getMany(deskTable, ids.map(key));
  const forms = items.flatMap((item) => (item.form ? formOf(item) : []));
  return forms.sort((one, other) => (one.id < other.id ? -1 : 1));
};

/** Records what ingest has found of a scan, unless it was deleted meanwhile. */
export const saveConsentFormOutcome = async (
  form: ConsentForm,
  outcome: Pick<ConsentForm, 'state' | 'rejection' | 'contentType'>,
): Promise<boolean> =>
  writeItem(
    updateWrite(
      deskTable,
      key(form.id),
      { text: 'SET form = :form', values: { form: JSON.stringify({ ...form, ...outcome }) } },
      { text: 'attribute_exists(form)' },
    ),
  );

/** For how long it is remembered that a form was deleted: longer than its signed address holds. */
const rememberedSeconds = 86_400;

/** The writes that delete a form. Nothing of a person stays: only that a file of this id is not to be kept. */
export const consentFormRemovals = (
  form: Pick<ConsentForm, 'exhibitionId' | 'artworkId' | 'id'>,
  now: Date,
): Write[] => [
  putWrite(deskTable, { ...key(form.id), ...expiry(now, rememberedSeconds) }),
  deleteWrite(deskTable, linkKey(form)),
];
