import { type Page, queryPage } from '../../aws/table.ts';
import { exists, updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Upload } from '../../model/files/upload.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { unusedUploadsList, uploadCondition, uploadFromItem, uploadKey } from './uploads.ts';

/** Names a failed check in `ConditionsFailedError.failedConditions`: a cover's upload was deleted. */
const coverCondition = 'cover';

/**
 * Takes an upload that an event or an exhibition has, as what stands at a path of it, off the list of unused uploads.
 */
export const uploadUseWrite = (id: string, path: string): Write => ({
  ...updateWrite(deskTable, uploadKey(id), { text: 'REMOVE listPk, listSk' }, exists(coverCondition)),
  refusal: () => new InvalidInputError([fieldError(path, 'unknownUpload')]),
});

/** A page of the uploads that nothing has used since before `until`, oldest first. */
export const readUnusedUploadsPage = (
  until: string,
  limit: number,
  after: string | undefined,
): Promise<Page<Upload>> => {
  // '$' follows '#' and no character of an id: the item at `after` itself is left out.
  const between = [after === undefined ? '0' : `${after}$`, until] as const;
  // DynamoDB refuses a range that ends before it begins.
  if (between[0] > until) return Promise.resolve({ items: [] });
  return queryPage(deskTable, { pk: unusedUploadsList, index: listIndex, between, limit }, uploadFromItem);
};

/**
 * The write after which no item can use an upload, and its file name is gone: the first step of erasing it. Refused
 * (`uploadCondition`) where an artwork has it.
 */
export const uploadErasure = ({ state: _, artwork: __, image: ___, document: ____, ...facts }: Upload): Write =>
  updateWrite(
    deskTable,
    uploadKey(facts.id),
    {
      text: 'SET #state = :rejected, facts = :facts REMOVE listPk, listSk, fingerprint',
      values: {
        rejected: 'rejected',
        facts: JSON.stringify({ ...facts, fileName: '-', rejection: { code: 'erased', params: {} } }),
      },
    },
    { text: 'attribute_exists(pk) AND attribute_not_exists(artwork)', name: uploadCondition },
  );
