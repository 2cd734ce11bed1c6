import { getItem, keyOf } from '../../aws/table.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { deskTable } from '../store/table.ts';

const key = keyOf('LISTS', 'CALENDAR-MADE');

/** The attributes that hold them; `search` is a word of the table's own language. */
const attributes = { calendar: 'calendar', search: 'searchIndex' } as const;

/**
 * Of the lists that the consumer of the stream keeps, the version in which everything public is entered; 0: in none.
 */
export interface ListVersions {
  readonly calendar: number;
  readonly search: number;
}

/** The versions that are recorded: 0 where an earlier release made public what there is. */
export const readListMarks = async (): Promise<ListVersions> =>
  (await getItem(deskTable, key, (item) => ({
    calendar: Number(item[attributes.calendar]?.N ?? 0),
    search: Number(item[attributes.search]?.N ?? 0),
  }))) ?? { calendar: 0, search: 0 };

/** Records that everything public is entered in the lists; a worker of an earlier release lowers nothing. */
export const saveListMarks = async (versions: ListVersions): Promise<void> => {
  for (const list of ['calendar', 'search'] as const) {
    const [name, version] = [attributes[list], versions[list]];
    const condition = { text: `attribute_not_exists(${name}) OR ${name} < :version`, values: { version } };
    await writeItem(updateWrite(deskTable, key, { text: `SET ${name} = :version`, values: { version } }, condition));
  }
};
