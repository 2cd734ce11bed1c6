import { writeItem } from '../../aws/write-item.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { deleteRevisionsBefore, type RevisedItem } from '../../desk/history/revisions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';

const requireItem = { event: requireEvent, exhibition: requireExhibition } as const;

/** Erases the versions of an item before the current one, which is `version`, and gives how many they were. */
export const eraseRevisions = async (item: RevisedItem, version: number | undefined, actor: Actor): Promise<number> => {
  const { version: current } = await requireItem[item.kind](item.id, version);
  await saveErasureRecord({ kind: `${item.kind}-revisions`, id: item.id, version: current });
  const revisions = await deleteRevisionsBefore(item, current);
  await writeItem(auditWrite(actor, 'revisions.erased', item.id, { version: current }));
  return revisions;
};
