import { eraseName } from '../../desk/people/person-names.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';

/** Erases the name of a member of the staff, also from a table that is restored to a moment before. */
export const erasePersonName = async (id: string, context: ActionContext): Promise<void> => {
  await saveErasureRecord({ kind: 'person', id });
  await eraseName(id, context);
};
