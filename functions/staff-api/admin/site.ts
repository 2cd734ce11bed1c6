import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ConditionsFailedError, writeTogether } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readExhibitionsWithManifests } from '../../../shared/desk/exhibitions/manifest-files.ts';
import { reconcileNowWrite } from '../../../shared/desk/exhibitions/reconcile-schedule.ts';
import * as desk from '../../../shared/desk/site/site.ts';
import type { Actor } from '../../../shared/desk/store/actor.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import { fromNumberCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { localeSettingsOf, type Site, siteErrors } from '../../../shared/model/site.ts';
import { reapplyErasures } from '../../../shared/publishing/erasure/reapply-erasures.ts';
import { tryEnqueueReconcile } from '../../../shared/publishing/exhibitions/try-enqueue-reconcile.ts';
import { type RebuildCursor, rebuildStep, rebuiltKinds } from '../../../shared/publishing/rebuild/rebuild.ts';
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

type StaffHandlers = Handlers<typeof staffRoutes>;

/**
 * How long a change of the languages works on the feeds before it leaves the rest to `POST /v1/staff/rebuild`, in
 * milliseconds.
 */
const rebuildBudgetMs = 15_000;

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
  if (before.version !== version) throw siteVersionConflict(before);
  const added = body.locales.filter((locale) => !before.site.locales.includes(locale));
  await requireValidSite(body, before.site, added);
  const changesFallback = !isDeepStrictEqual(localeSettingsOf(before.site), localeSettingsOf(body));
  const context = actorOf(call);
  const next: desk.SiteVersion = {
    site: body,
    pendingLocales: [...before.pendingLocales.filter((locale) => body.locales.includes(locale)), ...added],
    isRebuilding: before.isRebuilding || changesFallback,
    version: version + 1,
    updatedAt: context.now.toISOString(),
    updatedBy: context.by,
  };
  try {
    await writeTogether([
      ...desk.siteWrites(next, before),
      auditWrite(context, 'site.updated', 'site', { version: next.version }),
      itemWrite(siteItem(desk.publicSite(next))),
    ]);
  } catch (error) {
    if (error instanceof ConditionsFailedError) throw siteVersionConflict(await desk.readSite());
    throw error;
  }
  if (changesFallback) await rebuildFor(rebuildBudgetMs);
  // Manifest files contain the site's name and languages.
  if (changesFallback || !isDeepStrictEqual(before.site.title, body.title))
    await enqueueManifestRebuilds(actorOf(call));
  return answer(await desk.readSite());
};

export const rebuildShowcase: StaffHandlers['rebuildShowcase'] = async ({ body: { cursor } }, call) => {
  // After a restore: what was erased since must not become public again.
  if (!cursor) await reapplyErasuresAfterRestore(actorOf(call));
  const [siteVersion, wanted, after] = cursor?.split('.') ?? [];
  const kind = rebuiltKinds.find((one) => one === wanted);
  const place: RebuildCursor | undefined = kind && {
    siteVersion: Number(siteVersion),
    kind,
    after: after || undefined,
  };
  const { rebuilt, next } = await rebuildStep(place);
  return {
    body: { rebuilt, ...(next && { nextCursor: `${next.siteVersion}.${next.kind}.${next.after ?? ''}` }) },
  };
};

const enqueueManifestRebuilds = async (actor: Actor): Promise<void> => {
  for (const exhibitionId of await readExhibitionsWithManifests()) {
    await writeTogether([reconcileNowWrite(exhibitionId, actor.now)]);
    await tryEnqueueReconcile(exhibitionId, actor);
  }
};

const reapplyErasuresAfterRestore = async (actor: Actor): Promise<void> => {
  const { site } = await desk.readSite();
  for (const exhibitionId of await reapplyErasures(actor, site)) await tryEnqueueReconcile(exhibitionId, actor);
};

const rebuildFor = async (milliseconds: number): Promise<void> => {
  const end = performance.now() + milliseconds;
  // The list of editions comes from an index, which lags behind the table by moments.
  await pause(1000);
  let place: RebuildCursor | undefined;
  do place = (await rebuildStep(place)).next;
  while (place && performance.now() < end);
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
