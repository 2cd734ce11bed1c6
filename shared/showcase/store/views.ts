import { getItem, keyOf } from '../../aws/table.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { showcaseTable } from './table.ts';

/** What is viewed. */
interface Viewed {
  readonly kind: 'event' | 'exhibition';
  readonly id: string;
}

/**
 * The key of the item that counts the views of something here. It is the one thing in the showcase that the desk does
 * not know: no edition writes it, and no rebuild.
 */
export const viewsKey = ({ kind, id }: Viewed) => keyOf(`${kind.toUpperCase()}#${id}`, 'VIEWS');

/** How often something was viewed here; undefined where no view was counted. */
export const readViews = async (viewed: Viewed): Promise<number | undefined> => {
  const item = await getItem(showcaseTable, viewsKey(viewed));
  return item?.views?.N === undefined ? undefined : Number(item.views.N);
};

/**
 * Adds to the views of something: one write. `batch` names what is counted. The last batch is not counted twice: a
 * repeated write, after an answer was lost, gives false.
 */
export const addViews = (viewed: Viewed, count: number, batch: string): Promise<boolean> =>
  writeItem(
    updateWrite(
      showcaseTable,
      viewsKey(viewed),
      { text: 'ADD #views :count SET #batch = :batch', values: { count, batch } },
      { text: 'attribute_not_exists(#batch) OR #batch <> :batch' },
    ),
  );
