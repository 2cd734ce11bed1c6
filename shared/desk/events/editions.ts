import { fromDocument, toDocument } from '../../aws/document.ts';
import { keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { checkWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { withUnknownFields } from '../../model/json/known-fields.ts';
import { type Edition, editionSchema } from '../../model/publication/edition.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { readDocument } from '../store/versions.ts';

const key = (id: string) => keyOf(`EVENT#${id}`, 'EDITION');

/** The lists of all editions in the index: of events, and of pages and notices, which 0.2.0 does not walk. */
const [list, listOfOthers] = ['EDITIONS', 'PAGE-EDITIONS'];

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
      listPk: { S: edition.kind ? listOfOthers : list },
      listSk: { S: id },
      ...(edition.publication && !edition.kind && { category: { S: edition.publication.content.category } }),
    },
    unchanged('edition', previous?.number, 'edition'),
  );

/** Makes a transaction fail where the edition is not the one that was read. */
export const editionCheck = (id: string, edition: Edition | undefined): Write =>
  checkWrite(deskTable, key(id), unchanged('edition', edition?.number, 'edition'));

/**
 * Stands before the place of a page or a notice among all ids: it sorts behind every id, so that 0.2.0 would find no
 * more.
 */
const othersMark = 'page#';

const readIds = (pk: string, limit: number, after: string | undefined): Promise<Page<string>> =>
  queryPage(deskTable, { pk, index: listIndex, after, limit }, ({ listSk }) => listSk?.S ?? '');

/** Some ids of what was ever published: of events in their order, and then of pages and notices. */
export const readEditionIds = async (limit: number, after: string | undefined): Promise<Page<string>> => {
  if (after === undefined || !after.startsWith(othersMark)) {
    const { items, last = othersMark } = await readIds(list, limit, after);
    return { items, last };
  }
  const { items, last } = await readIds(listOfOthers, limit, after.slice(othersMark.length) || undefined);
  return { items, ...(last !== undefined && { last: `${othersMark}${last}` }) };
};

/** How many events, pages and notices were ever published. */
export const countEditions = async (): Promise<number> => {
  const count = async (pk: string) =>
    (await queryAll(deskTable, { pk, index: listIndex, attributes: 'listSk' })).length;
  return (await count(list)) + (await count(listOfOthers));
};

/** Some editions with the ids of their events, in order of id. */
export const readEditionsPage = (
  limit: number,
  after: string | undefined,
): Promise<Page<{ id: string; edition: Edition }>> =>
  queryPage(deskTable, { pk: list, index: listIndex, after, limit }, ({ listSk, doc }) => ({
    id: listSk?.S ?? '',
    edition: fromDocument(editionSchema, doc),
  }));
