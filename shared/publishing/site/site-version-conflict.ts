import type { SiteVersion } from '../../desk/site/site.ts';
import { ApplicationError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';

/** Another admin has saved the settings meanwhile: which version they have now, and who it was. */
export const siteVersionConflict = ({ version, updatedBy }: SiteVersion): ApplicationError =>
  new ApplicationError('stale-version', reason('settingsConflict', { version }), {
    currentVersion: version,
    ...(updatedBy && { updatedBy }),
    headers: { etag: `"${version}"` },
  });
