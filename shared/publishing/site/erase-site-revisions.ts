import { writeItem } from '../../aws/write-item.ts';
import { deleteSiteVersionsBefore, readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import { siteId } from '../../model/json/field-location.ts';
import { siteVersionConflict } from './site-version-conflict.ts';

/**
 * Erases the versions of the settings before the current one, which is `version`, and gives how many they were. Throws
 * if another one is current.
 */
export const eraseSiteRevisions = async (version: number | undefined, actor: Actor): Promise<number> => {
  const current = await readSite();
  if (version !== current.version) throw siteVersionConflict(current);
  await saveErasureRecord({ kind: 'site-revisions', id: siteId, version: current.version });
  const revisions = await deleteSiteVersionsBefore(current.version);
  await writeItem(auditWrite(actor, 'revisions.erased', siteId, { version: current.version }));
  return revisions;
};
