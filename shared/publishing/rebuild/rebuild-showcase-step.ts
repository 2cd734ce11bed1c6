import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { readSite } from '../../desk/site/site.ts';
import { type Actor, maintenanceActor } from '../../desk/store/actor.ts';
import { saveListMarks } from '../../desk/upgrade/list-marks.ts';
import { readStored } from '../../model/json/read-stored.ts';
import { localeSettingsOf } from '../../model/site/site.ts';
import { enqueueReconcile } from '../exhibitions/publisher-queue.ts';
import type { JobRunner, JobStep } from '../jobs/job-step.ts';
import { reapplyErasures } from '../restore/reapply-erasures.ts';
import { finishRebuild } from './finish-rebuild.ts';
import { listVersions } from './list-versions.ts';
import { rebuildEach, rebuiltItems } from './rebuild-items.ts';
import { type RebuildPart, rebuildParts, rebuildRequestSchema } from './rebuild-request.ts';

/** Where a step begins: after one item of a part, or at its beginning, for the settings with which the job began. */
const placeSchema = z.strictObject({
  siteVersion: z.int().positive(),
  part: z.enum(rebuildParts),
  after: z.string().optional(),
  /** In which versions of the lists all of it was entered: an earlier release says none. */
  calendar: z.int().default(0),
  search: z.int().default(0),
});

type Place = z.output<typeof placeSchema>;

/**
 * A step of making the public side again from the desk: everything that its editions consist of, in the feeds of every
 * language that the site has now. The last step makes languages known to the public that were added before the first.
 */
export const rebuildShowcaseStep =
  (logger: Actor['logger']): JobRunner =>
  async (job, signal) => {
    const { parts } = readStored(rebuildRequestSchema, job.request);
    if (job.place === undefined) return begin(parts);
    const place = readStored(placeSchema, job.place);
    if (place.part === 'erasures') {
      await repeatErasures(logger, signal);
      return { done: 0, next: await placeAfter(place, parts) };
    }
    const { page, rebuild } = rebuiltItems[place.part];
    const { site } = await readSite();
    const { items, last } = await page(place.after);
    const errors = await rebuildEach(items, (id) => {
      signal.throwIfAborted();
      return rebuild(id, site);
    });
    // Made for languages that the site has no longer: once more.
    const now = await readSite();
    if (!isDeepStrictEqual(localeSettingsOf(now.site), localeSettingsOf(site))) return { done: 0, next: place };
    const next = last === undefined ? await placeAfter(place, parts) : { ...place, after: last };
    return { done: items.length, errors, next };
  };

const begin = async (parts: readonly RebuildPart[]): Promise<JobStep> => {
  const counts = await Promise.all(
    parts.map((part) => (part === 'erasures' ? Promise.resolve(0) : rebuiltItems[part].count())),
  );
  const { version: siteVersion } = await readSite();
  const [part] = parts;
  return {
    done: 0,
    total: counts.reduce((sum, count) => sum + count, 0),
    next: part && { siteVersion, part, ...listVersions },
  };
};

/** The beginning of the next part; after the last one nothing is left, and that is made known. */
const placeAfter = async (
  { siteVersion, part, calendar, search }: Place,
  parts: readonly RebuildPart[],
): Promise<Place | undefined> => {
  const next = parts[parts.indexOf(part) + 1];
  if (next) return { siteVersion, part: next, calendar, search };
  if (parts.includes('events') && parts.includes('exhibitions')) {
    await finishRebuild(siteVersion);
    await saveListMarks({ calendar, search });
  }
  return undefined;
};

/** After a restore: what was erased since must not become public again. */
const repeatErasures = async (logger: Actor['logger'], signal: AbortSignal): Promise<void> => {
  const { site } = await readSite();
  const { exhibitionIds, end } = await reapplyErasures(maintenanceActor(new Date(), logger), site);
  signal.throwIfAborted();
  for (const id of exhibitionIds) await enqueueReconcile(id);
  // Nothing is made public again while an erased entry is back.
  end();
};
