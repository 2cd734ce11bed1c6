import { toDocument } from '../../aws/document.ts';
import { keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { checkWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { type ExhibitionEdition, exhibitionEditionSchema } from '../../model/exhibitions/exhibition-edition.ts';
import { withUnknownFields } from '../../model/json/known-fields.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { readDocument } from '../store/versions.ts';

const key = (id: string) => keyOf(exhibitionPk(id), 'EDITION');

/** The list of all editions in the index. */
const list = 'EXHIBITION-EDITIONS';

/** What the public sees of an exhibition, read consistently; `undefined` if it was never published. */
export const readExhibitionEdition = (id: string): Promise<ExhibitionEdition | undefined> =>
  readDocument(key(id), exhibitionEditionSchema);

export const exhibitionEditionWrite = (
  id: string,
  edition: ExhibitionEdition,
  previous: ExhibitionEdition | undefined,
): Write =>
  putWrite(
    deskTable,
    {
      ...key(id),
      doc: toDocument(withUnknownFields(exhibitionEditionSchema, previous, edition)),
      edition: { N: String(edition.number) },
      listPk: { S: list },
      listSk: { S: id },
      ...(edition.publication && { category: { S: edition.publication.content.category } }),
    },
    unchanged('edition', previous?.number, 'edition'),
  );

/** Makes a transaction fail where an edition is no longer the one that was read. */
export const exhibitionEditionCheck = (id: string, edition: ExhibitionEdition | undefined): Write =>
  checkWrite(deskTable, key(id), unchanged('edition', edition?.number, 'edition'));

/** The ids of some exhibitions that were ever published, in their order. */
export const readExhibitionEditionIds = (limit: number, after: string | undefined): Promise<Page<string>> =>
  queryPage(deskTable, { pk: list, index: listIndex, after, limit }, ({ listSk }) => listSk?.S ?? '');

/** How many exhibitions were ever published. */
export const countExhibitionEditions = async (): Promise<number> =>
  (await queryAll(deskTable, { pk: list, index: listIndex, attributes: 'listSk' })).length;
