import { isDeepStrictEqual } from 'node:util';
import { ConditionsFailedError, type Write, writeTogether } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readExhibitionsWithManifests } from '../../../shared/desk/exhibitions/manifest-files.ts';
import { jobCondition, onlyJob } from '../../../shared/desk/jobs/jobs.ts';
import * as desk from '../../../shared/desk/site/site.ts';
import type { Actor } from '../../../shared/desk/store/actor.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import { fromNumberCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { Job } from '../../../shared/model/job.ts';
import { localeSettingsOf, type Site, siteErrors } from '../../../shared/model/site.ts';
import { tryEnqueueJob } from '../../../shared/publishing/jobs/try-enqueue-job.ts';
import { type RebuildPart, withParts } from '../../../shared/publishing/rebuild/rebuild-request.ts';
import {
  ApplicationError,
  ConflictError,
  InvalidInputError,
  NotFoundError,
} from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { itemWrite, siteItem } from '../../../shared/showcase/store/write.ts';
import { actorOf } from '../actor-of.ts';
import { jobAccepted } from '../jobs/staff-job.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

const answer = ({ site, version, isRebuilding }: desk.SiteVersion) => ({
  body: site,
  headers: {
    etag: `"${version}"`,
    ...(isRebuilding && { 'sergi-rebuild-pending': 'true' }),
  },
});

export const getStaffSite: StaffHandlers['getStaffSite'] = async () => answer(await desk.readSite());

export const listSiteRevisions: StaffHandlers['listSiteRevisions'] = async ({ query }) => {
  const { items: versions, last: hasMore } = await desk.readSiteVersionsPage(
    query.limit,
    fromNumberCursor('SITE', query.cursor),
  );
  const items = versions.map(({ version, updatedAt = '', updatedBy = '' }) => ({
    version,
    createdAt: updatedAt,
    createdBy: updatedBy,
  }));
  const last = items.at(-1);
  return { body: { items, ...(hasMore && last && { nextCursor: toCursor('SITE', String(last.version)) }) } };
};

export const getSiteRevision: StaffHandlers['getSiteRevision'] = async ({ params: { version } }) => {
  const found = await desk.readSiteVersion(version);
  if (!found) throw new NotFoundError(reason('settingsVersionNotFound', { version }));
  return { body: found.site };
};

export const updateSite: StaffHandlers['updateSite'] = async ({ body, version }, call) => {
  const before = await desk.readSite();
  if (version !== undefined && version !== before.version) throw siteVersionConflict(before);
  const added = body.locales.filter((locale) => !before.site.locales.includes(locale));
  await requireValidSite(body, before.site, added);
  const changesFallback = !isDeepStrictEqual(localeSettingsOf(before.site), localeSettingsOf(body));
  const actor = actorOf(call);
  const next: desk.SiteVersion = {
    site: body,
    pendingLocales: [...before.pendingLocales.filter((locale) => body.locales.includes(locale)), ...added],
    isRebuilding: before.isRebuilding || changesFallback,
    version: before.version + 1,
    updatedAt: actor.now.toISOString(),
    updatedBy: actor.by,
  };
  const writes = [
    ...desk.siteWrites(next, before),
    auditWrite(actor, 'site.updated', 'site', { version: next.version }),
    itemWrite(siteItem(desk.publicSite(next))),
  ];
  try {
    const parts = await partsChanged(before.site, body);
    if (parts.length === 0) {
      await writeTogether(writes);
      return answer(next);
    }
    const job = await startOnlyJob('settings', parts, actor, writes);
    const { headers } = answer(next);
    return jobAccepted(job, call.language, headers);
  } catch (error) {
    if (error instanceof ConditionsFailedError) throw siteVersionConflict(await desk.readSite());
    throw error;
  }
};

export const rebuildShowcase: StaffHandlers['rebuildShowcase'] = async (_, call) =>
  jobAccepted(await startOnlyJob('rebuild', ['erasures', 'events', 'exhibitions'], actorOf(call)), call.language);

/** What of the public side a change of the settings makes anew. */
const partsChanged = async (before: Site, after: Site): Promise<RebuildPart[]> => {
  if (!isDeepStrictEqual(localeSettingsOf(before), localeSettingsOf(after))) return ['events', 'exhibitions'];
  // Manifests that are files contain the name of the site, and where their exhibition has its page.
  const isRenamed =
    !isDeepStrictEqual(before.title, after.title) || before.frontend?.exhibitions !== after.frontend?.exhibitions;
  return isRenamed && (await readExhibitionsWithManifests()).length > 0 ? ['manifests'] : [];
};

/** Makes the only job of a kind, together with `others`, and has it begun. */
const startOnlyJob = async (
  kind: 'rebuild' | 'settings',
  parts: readonly RebuildPart[],
  actor: Actor,
  others: readonly Write[] = [],
): Promise<Job> => {
  for (;;) {
    const { job, writes } = await onlyJob(kind, withParts(parts), actor);
    try {
      await writeTogether([...others, ...writes]);
    } catch (error) {
      if (!(error instanceof ConditionsFailedError) || error.failedConditions.some((one) => one !== jobCondition))
        throw error;
      continue;
    }
    await tryEnqueueJob(job.id, actor);
    return job;
  }
};

const requireValidSite = async (site: Site, before: Site, added: readonly string[]): Promise<void> => {
  const errors = siteErrors(site);
  if (added.includes(site.defaultLocale)) {
    errors.push(fieldError('defaultLocale', 'newDefaultLocale'));
  }
  if (errors.length > 0) throw new InvalidInputError(errors);
  const kept = new Set(site.categories.map(({ slug }) => slug));
  const removed = before.categories.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
  const counts = await Promise.all(removed.map(async (slug) => ({ slug, count: await desk.countInCategory(slug) })));
  const inUse = counts.filter(({ count }) => count > 0);
  if (inUse.length === 0) return;
  throw new ConflictError(
    inUse.map(({ slug, count }) => fieldError('categories', 'categoryInUse', { category: slug, count })),
  );
};

const siteVersionConflict = ({ version, updatedBy }: desk.SiteVersion): ApplicationError =>
  new ApplicationError('stale-version', reason('settingsConflict', { version }), {
    currentVersion: version,
    ...(updatedBy && { updatedBy }),
    headers: { etag: `"${version}"` },
  });
