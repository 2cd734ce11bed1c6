import { isDeepStrictEqual } from 'node:util';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { readExhibitionsWithManifests } from '../../desk/exhibitions/manifest-files.ts';
import { publicSite, readSite, type SiteVersion, siteWrites } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { localeSettingsOf, type Site } from '../../model/site/site.ts';
import type { Job } from '../../model/staff/job.ts';
import { ApplicationError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { itemWrite, siteItem } from '../../showcase/store/write.ts';
import type { RebuildPart } from '../rebuild/rebuild-request.ts';
import { startOnlyJob } from '../rebuild/start-only-job.ts';
import { requireValidSite } from './require-valid-site.ts';

/** The new version of the settings, and the job that brings the public side in line with them. */
interface SiteUpdate {
  readonly next: SiteVersion;
  /** Absent if the public side shows nothing that depends on what was changed. */
  readonly job?: Job;
}

/** Replaces the settings. Throws if they are not valid, a category in use is missing, or `version` is stale. */
export const updateSite = async (site: Site, version: number | undefined, actor: Actor): Promise<SiteUpdate> => {
  const before = await readSite();
  if (version !== undefined && version !== before.version) throw siteVersionConflict(before);
  const added = site.locales.filter((locale) => !before.site.locales.includes(locale));
  await requireValidSite(site, before.site, added);
  const changesFallback = !isDeepStrictEqual(localeSettingsOf(before.site), localeSettingsOf(site));
  const next: SiteVersion = {
    site,
    pendingLocales: [...before.pendingLocales.filter((locale) => site.locales.includes(locale)), ...added],
    isRebuilding: before.isRebuilding || changesFallback,
    version: before.version + 1,
    updatedAt: actor.now.toISOString(),
    updatedBy: actor.by,
  };
  const writes = [
    ...siteWrites(next, before),
    auditWrite(actor, 'site.updated', 'site', { version: next.version }),
    itemWrite(siteItem(publicSite(next))),
  ];
  const parts = changesFallback ? (['events', 'exhibitions'] as const) : await manifestPart(before.site, site);
  try {
    if (parts.length > 0) return { next, job: await startOnlyJob('settings', parts, actor, writes) };
    await writeTogether(writes);
    return { next };
  } catch (error) {
    if (error instanceof ConditionsFailedError) throw siteVersionConflict(await readSite());
    throw error;
  }
};

/**
 * Manifests that are files contain the name of the site, and where their exhibition and its artworks have their pages.
 */
const manifestPart = async (before: Site, after: Site): Promise<RebuildPart[]> => {
  const pagesOf = ({ title, frontend }: Site) => [title, frontend?.exhibitions, frontend?.artworks];
  return !isDeepStrictEqual(pagesOf(before), pagesOf(after)) && (await readExhibitionsWithManifests()).length > 0
    ? ['manifests']
    : [];
};

const siteVersionConflict = ({ version, updatedBy }: SiteVersion): ApplicationError =>
  new ApplicationError('stale-version', reason('settingsConflict', { version }), {
    currentVersion: version,
    ...(updatedBy && { updatedBy }),
    headers: { etag: `"${version}"` },
  });
