import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import * as desk from '../../../shared/desk/site/site.ts';
import { fromNumberCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { startOnlyJob } from '../../../shared/publishing/rebuild/start-only-job.ts';
import * as update from '../../../shared/publishing/site/update-site.ts';
import { NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
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
  const { next, job } = await update.updateSite(body, version, actorOf(call));
  const { body: site, headers } = answer(next);
  return job ? jobAccepted(job, call.language, headers) : { body: site, headers };
};

export const rebuildShowcase: StaffHandlers['rebuildShowcase'] = async (_, call) =>
  jobAccepted(await startOnlyJob('rebuild', ['erasures', 'events', 'exhibitions'], actorOf(call)), call.language);
