import { writeItem } from '../../aws/write-item.ts';
import { readEvent } from '../../desk/events/events.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { deleteRevisionsBefore, type RevisedItem, readRevisionsPage } from '../../desk/history/revisions.ts';
import { deleteSiteVersionsBefore, readSite, readSiteVersionsPage } from '../../desk/site/site.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { siteId } from '../../model/json/field-location.ts';

const readItem = { event: readEvent, exhibition: readExhibition } as const;

/** What was erased: the revisions before `version`, as they were at a time. */
interface ErasedRevisions {
  readonly version: number;
  readonly erasedAt: string;
}

/** Something whose revisions are kept. */
interface Revised {
  readonly id: string;
  readPage(limit: number, before: number): Promise<{ readonly items: readonly unknown[] }>;
  readCurrent(): Promise<{ readonly version: number } | undefined>;
  deleteBefore(version: number, erasedAt: string): Promise<number>;
}

const reapply = async (
  revised: Revised,
  { version, erasedAt }: ErasedRevisions,
  context: ActionContext,
): Promise<boolean> => {
  // Of a table that was not restored this is all that is read.
  const { items } = await revised.readPage(1, version);
  const current = items.length > 0 ? await revised.readCurrent() : undefined;
  if (!current) return false;
  const deleted = await revised.deleteBefore(Math.min(version, current.version), erasedAt);
  if (deleted === 0) return false;
  await writeItem(auditWrite(context, 'revisions.erased', revised.id, { version: current.version }));
  return true;
};

/**
 * Erases revisions that a restore has brought back, but for the one that is current by it: that goes as soon as it is
 * current no more. Those that were made since the restore stay, which count from an earlier number again. False where
 * there are none.
 */
export const reapplyRevisionsErasure = (
  { item, ...erased }: ErasedRevisions & { readonly item: RevisedItem },
  context: ActionContext,
): Promise<boolean> =>
  reapply(
    {
      id: item.id,
      readPage: (limit, before) => readRevisionsPage(item, limit, before),
      readCurrent: () => readItem[item.kind](item.id),
      deleteBefore: (version, erasedAt) => deleteRevisionsBefore(item, version, erasedAt),
    },
    erased,
    context,
  );

/** The same of the versions of the settings. */
export const reapplySiteRevisionsErasure = (erased: ErasedRevisions, context: ActionContext): Promise<boolean> =>
  reapply(
    { id: siteId, readPage: readSiteVersionsPage, readCurrent: readSite, deleteBefore: deleteSiteVersionsBefore },
    erased,
    context,
  );
