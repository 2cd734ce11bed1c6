import { getItem, keyOf } from '../../aws/table.ts';
import { checkWrite, unchanged, updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { deskTable } from '../store/table.ts';

/** What previews depend on: an event, or an exhibition whose works or texts they may show. */
export type PreviewSubject = `EVENT#${string}` | `EXHIBITION#${string}`;

/**
 * How often the previews of each subject have been ended. A preview works as long as none of its subjects has another
 * number.
 */
type PreviewEnds = Readonly<Record<string, number>>;

const key = (subject: string) => keyOf(subject, 'PREVIEWS');

/** The numbers of some subjects now, read consistently. */
export const readPreviewEnds = async (subjects: readonly string[]): Promise<PreviewEnds> => {
  const entries = [...new Set(subjects)].map(async (subject) => {
    const item = await getItem(deskTable, key(subject));
    return [subject, Number(item?.ended?.N ?? 0)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
};

/** Ends every preview that depends on a subject, in the transaction of the action that hides what they show. */
export const endPreviews = (subject: PreviewSubject): Write =>
  updateWrite(deskTable, key(subject), { text: 'ADD ended :one', values: { one: 1 } });

/** Makes a transaction fail where a subject's previews have been ended since its number was read. */
export const previewEndsCheck = (subject: string, ended: number): Write =>
  checkWrite(
    deskTable,
    key(subject),
    ended === 0 ? { text: 'attribute_not_exists(ended)', name: 'edition' } : unchanged('ended', ended, 'edition'),
  );
