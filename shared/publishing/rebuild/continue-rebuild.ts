import { readSite, type SiteVersion } from '../../desk/site/site.ts';
import { deleteRebuildProgress, readRebuildProgress, saveRebuildProgress } from '../../desk/store/rebuild-progress.ts';
import { type RebuildCursor, rebuildStep, rebuiltKinds } from './rebuild.ts';

/** For how long one run goes on, in milliseconds: less than the publisher may work. */
const runBudgetMs = 4 * 60_000;

/** After how long without progress a rebuild counts as interrupted, in milliseconds: a step takes seconds. */
const stallTimeoutMs = 90_000;

/** True where the showcase does not match the site's languages, and no worker is rebuilding it. */
export const isRebuildInterrupted = async (now: Date): Promise<boolean> => {
  const { isRebuilding, updatedAt } = await readSite();
  if (!isRebuilding) return false;
  const progress = await readRebuildProgress();
  const signs = [updatedAt, progress?.at].filter((sign) => sign !== undefined).sort();
  return now.getTime() - Date.parse(signs.at(-1) ?? '1970-01-01T00:00:00Z') > stallTimeoutMs;
};

/** How far an earlier run has come, for the present settings. */
const placeOf = async (version: SiteVersion): Promise<RebuildCursor | undefined> => {
  const progress = await readRebuildProgress();
  const kind = rebuiltKinds.find((one) => one === progress?.kind);
  if (progress?.siteVersion !== version.version || !kind) return undefined;
  return { siteVersion: version.version, kind, after: progress.after };
};

/** Continues an interrupted rebuild from where it was; what is left when the time is over is for the next run. */
export const continueRebuild = async (): Promise<void> => {
  const version = await readSite();
  if (!version.isRebuilding) return;
  const end = Date.now() + runBudgetMs;
  let place: RebuildCursor | undefined = (await placeOf(version)) ?? { siteVersion: version.version, kind: 'events' };
  while (place && Date.now() < end) {
    const { siteVersion, kind, after } = place;
    await saveRebuildProgress({ siteVersion, kind, ...(after && { after }), at: new Date().toISOString() });
    place = (await rebuildStep(place)).next;
  }
  if (!place) await deleteRebuildProgress();
};
