import { isDeepStrictEqual } from 'node:util';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { readExhibitionsWithManifests } from '../../desk/exhibitions/manifest-files.ts';
import { publicSite, readSite, type SiteVersion, siteWrites } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { siteId } from '../../model/json/field-location.ts';
import { localeSettingsOf, type Site } from '../../model/site/site.ts';
import type { Job } from '../../model/staff/job.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { itemWrite, siteItem } from '../../showcase/store/write.ts';
import { confirmationWrites } from '../mentions/current-confirmations.ts';
import {
  mentionsOfSite,
  resolveSiteAttention,
  siteNameErrors,
  withCurrentConfirmations,
} from '../mentions/site-mentions.ts';
import type { RebuildPart } from '../rebuild/rebuild-request.ts';
import { startOnlyJob } from '../rebuild/start-only-job.ts';
import { requireValidSite } from './require-valid-site.ts';
import { siteVersionConflict } from './site-version-conflict.ts';

/** The new version of the settings, and the job that brings the public side in line with them. */
interface SiteUpdate {
  readonly next: SiteVersion;
  /** Absent if the public side shows nothing that depends on what was changed. */
  readonly job?: Job;
}

/**
 * Replaces the settings. Throws if they are not valid, name somebody whose name is withheld, a category in use is
 * missing, or `version` is stale.
 */
export const updateSite = async (given: Site, version: number | undefined, actor: Actor): Promise<SiteUpdate> => {
  try {
    // Names that have changed meanwhile are read again.
    return await retryOnNewEdition(() => tryUpdate(given, version, actor));
  } catch (error) {
    throw error instanceof ConditionsFailedError ? siteVersionConflict(await readSite()) : error;
  }
};

const tryUpdate = async (given: Site, version: number | undefined, actor: Actor): Promise<SiteUpdate> => {
  const before = await readSite();
  if (version !== undefined && version !== before.version) throw siteVersionConflict(before);
  const site = withCurrentConfirmations(given);
  const added = site.locales.filter((locale) => !before.site.locales.includes(locale));
  await requireValidSite(site, before.site, added);
  const { found, known } = await mentionsOfSite(site, before.site, actor.now);
  const errors = await siteNameErrors(site, before.site, found);
  if (errors.length > 0) throw new InvalidInputError(errors);
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
    auditWrite(actor, 'site.updated', siteId, { version: next.version }),
    ...confirmationWrites(
      site.confirmedMentions ?? [],
      before.site.confirmedMentions ?? [],
      { kind: 'site', id: siteId, version: next.version },
      actor,
    ),
    itemWrite(siteItem(publicSite(next))),
    ...known.checks('edition'),
  ];
  const parts = changesFallback ? (['events', 'exhibitions'] as const) : await manifestPart(before.site, site);
  const job = parts.length > 0 ? await startOnlyJob('settings', parts, actor, writes) : undefined;
  if (!job) await writeTogether(writes);
  await resolveSiteAttention(site);
  return { next, ...(job && { job }) };
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
