import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { publicSite, readSite, rebuildProgressWrites } from '../../desk/site/site.ts';
import { itemWrite, siteItem } from '../../showcase/store/write.ts';

/**
 * Makes languages known to the public that were added before everything was made again for a version of the settings.
 * Does nothing if the settings have changed since: that is another job.
 */
export const finishRebuild = async (siteVersion: number): Promise<void> => {
  const version = await readSite();
  const done = version.version === siteVersion ? { ...version, pendingLocales: [], isRebuilding: false } : version;
  try {
    await writeTogether([...rebuildProgressWrites(done), itemWrite(siteItem(publicSite(done)))]);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
    await finishRebuild(siteVersion);
  }
};
