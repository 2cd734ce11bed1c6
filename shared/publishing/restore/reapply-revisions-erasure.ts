import { writeItem } from '../../aws/write-item.ts';
import { readEvent } from '../../desk/events/events.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { deleteRevisionsBefore, type RevisedItem, readRevisionsPage } from '../../desk/history/revisions.ts';
import { deleteSiteVersionsBefore, readSite, readSiteVersionsPage } from '../../desk/site/site.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { siteId } from '../../model/json/field-location.ts';

const readItem = { event: readEvent, exhibition: readExhibition } as const;

/** What was erased: the revisions of an item before `version`, as they were at a time. */
interface ErasedRevisions {
  readonly item: RevisedItem;
  readonly version: number;
  readonly erasedAt: string;
}

/**
 * Erases revisions that a restore has brought back, but for the one that is current by it: that goes as soon as it is
 * current no more. Those that were made since the restore stay, which count from an earlier number again. False where
 * there are none.
 */
export const reapplyRevisionsErasure = async (
  { item, version, erasedAt }: ErasedRevisions,
  context: ActionContext,
): Promise<boolean> => {
  // Of a table that was not restored this is all that is read.
  const { items } = await readRevisionsPage(item, 1, version);
  const current = items.length > 0 ? await readItem[item.kind](item.id) : undefined;
  if (!current) return false;
  const deleted = await deleteRevisionsBefore(item, Math.min(version, current.version), erasedAt);
  if (deleted === 0) return false;
  await writeItem(auditWrite(context, 'revisions.erased', item.id, { version: current.version }));
  return true;
};

/** The same of the versions of the settings. */
export const reapplySiteRevisionsErasure = async (
  { version, erasedAt }: Omit<ErasedRevisions, 'item'>,
  context: ActionContext,
): Promise<boolean> => {
  const { items } = await readSiteVersionsPage(1, version);
  if (items.length === 0) return false;
  const current = await readSite();
  const deleted = await deleteSiteVersionsBefore(Math.min(version, current.version), erasedAt);
  if (deleted === 0) return false;
  await writeItem(auditWrite(context, 'revisions.erased', siteId, { version: current.version }));
  return true;
};
