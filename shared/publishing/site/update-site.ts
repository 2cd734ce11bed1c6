import { isDeepStrictEqual } from 'node:util';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { readExhibitionsWithManifests } from '../../desk/exhibitions/manifest-files.ts';
import { namesCondition } from '../../desk/mentions/withheld-names.ts';
import { publicSite, readSite, type SiteVersion, siteWrites } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { type FieldLocation, siteId } from '../../model/json/field-location.ts';
import { isConfirmed } from '../../model/names/confirmed-mention.ts';
import { localeSettingsOf, type Site } from '../../model/site/site.ts';
import type { Job } from '../../model/staff/job.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { itemWrite, siteItem } from '../../showcase/store/write.ts';
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
  for (;;) {
    try {
      return await tryUpdate(given, version, actor);
    } catch (error) {
      if (!(error instanceof ConditionsFailedError)) throw error;
      // Names that have changed meanwhile are read again.
      if (error.failedConditions.some((condition) => condition !== namesCondition))
        throw siteVersionConflict(await readSite());
    }
  }
};

const tryUpdate = async (given: Site, version: number | undefined, actor: Actor): Promise<SiteUpdate> => {
  const before = await readSite();
  if (version !== undefined && version !== before.version) throw siteVersionConflict(before);
  const site = withCurrentConfirmations(given);
  const added = site.locales.filter((locale) => !before.site.locales.includes(locale));
  await requireValidSite(site, before.site, added);
  const { found, known } = await mentionsOfSite(site, actor.now);
  const errors = await siteNameErrors(site, found);
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
    auditWrite(actor, 'site.updated', 'site', { version: next.version }),
    ...confirmationAudit(next, before.site, actor),
    itemWrite(siteItem(publicSite(next))),
    ...known.checks(namesCondition),
  ];
  const parts = changesFallback ? (['events', 'exhibitions'] as const) : await manifestPart(before.site, site);
  const job = parts.length > 0 ? await startOnlyJob('settings', parts, actor, writes) : undefined;
  if (!job) await writeTogether(writes);
  await resolveSiteAttention(site);
  return { next, ...(job && { job }) };
};

/** The entry of the audit that says in which texts an admin has confirmed that another person is meant. */
const confirmationAudit = ({ site, version }: SiteVersion, before: Site, actor: Actor): Write[] => {
  const places = (site.confirmedMentions ?? [])
    .filter((one) => !isConfirmed(before.confirmedMentions, one))
    .map(({ field }): FieldLocation => ({ kind: 'site', id: siteId, field }));
  return places.length > 0
    ? [auditWrite(actor, 'mention.confirmed', siteId, { version, places: places.slice(0, 200) })]
    : [];
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
