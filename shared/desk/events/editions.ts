import { fromDocument, toDocument } from '../../aws/document.ts';
import { keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { checkWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { type Edition, editionSchema } from '../../model/edition.ts';
import { withUnknownFields } from '../../model/known-fields.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { readDocument } from '../store/versions.ts';

const key = (id: string) => keyOf(`EVENT#${id}`, 'EDITION');

/** The list of all editions in the index. */
const list = 'EDITIONS';

/** What the public sees of an event, read consistently; `undefined` where it was never published. */
export const readEdition = (id: string): Promise<Edition | undefined> => readDocument(key(id), editionSchema);

/** Puts an edition in place of `previous`. Throws `DocumentTooLargeError`. */
export const editionWrite = (id: string, edition: Edition, previous: Edition | undefined): Write =>
  putWrite(
    deskTable,
    {
      ...key(id),
      doc: toDocument(withUnknownFields(editionSchema, previous, edition)),
      edition: { N: String(edition.number) },
      listPk: { S: list },
      listSk: { S: id },
      ...(edition.publication && { category: { S: edition.publication.content.category } }),
    },
    unchanged('edition', previous?.number, 'edition'),
  );

/** Makes a transaction fail where the edition is not the one that was read. */
export const editionCheck = (id: string, edition: Edition | undefined): Write =>
  checkWrite(deskTable, key(id), unchanged('edition', edition?.number, 'edition'));

/** The ids of some events that were ever published, in their order. */
export const readEditionIds = (limit: number, after: string | undefined): Promise<Page<string>> =>
  queryPage(deskTable, { pk: list, index: listIndex, after, limit }, ({ listSk }) => listSk?.S ?? '');

/** How many events were ever published. */
export const countEditions = async (): Promise<number> =>
  (await queryAll(deskTable, { pk: list, index: listIndex, attributes: 'listSk' })).length;

/** Some editions with the ids of their events, in order of id. */
export const readEditionsPage = (
  limit: number,
  after: string | undefined,
): Promise<Page<{ id: string; edition: Edition }>> =>
  queryPage(deskTable, { pk: list, index: listIndex, after, limit }, ({ listSk, doc }) => ({
    id: listSk?.S ?? '',
    edition: fromDocument(editionSchema, doc),
  }));
