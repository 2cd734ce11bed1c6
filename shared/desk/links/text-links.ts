import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { keyOf, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import type { ItemLink, LinkedKind } from '../../model/site/item-link.ts';
import { deskTable } from '../store/table.ts';

const partition = ({ kind, id }: ItemLink): string => `LINKS#${kind}#${id}`;

const key = (target: ItemLink, source: ItemLink) => keyOf(partition(target), `${source.kind}#${source.id}`);

const concurrency = 8;

/** An edition of something whose texts link to other things. */
interface LinkingEdition extends ItemLink {
  /** The number of the edition. */
  readonly edition: number;
}

/**
 * Records what the texts of an edition link to, before it becomes public: so a withdrawal finds every text that links
 * to what goes. A record may name a text that does not link there (any more): the reader of the record checks the text.
 */
export const saveTextLinks = async (source: LinkingEdition, targets: readonly ItemLink[]): Promise<void> => {
  await mapWithConcurrency(targets, concurrency, (target) =>
    writeItem(putWrite(deskTable, { ...key(target, source), edition: { N: String(source.edition) } })),
  );
};

/** Deletes the records of what is linked no longer since an edition, but for those that a later edition has made. */
export const deleteTextLinks = async (source: LinkingEdition, targets: readonly ItemLink[]): Promise<void> => {
  await mapWithConcurrency(targets, concurrency, (target) =>
    writeItem(
      deleteWrite(deskTable, key(target, source), {
        text: 'attribute_not_exists(edition) OR edition <= :edition',
        values: { edition: source.edition },
      }),
    ),
  );
};

/** Events and exhibitions whose texts may link to something, at most `limit`. */
export const readTextLinks = async (target: ItemLink, limit: number): Promise<ItemLink[]> => {
  const { items } = await queryPage(deskTable, { pk: partition(target), limit }, ({ sk }) => {
    const [kind, id = ''] = sk?.S?.split('#') ?? [];
    return { kind: kind as LinkedKind, id };
  });
  return items;
};
