import { readEditionIds } from '../../desk/events/editions.ts';
import { readExhibitionEditionIds } from '../../desk/exhibitions/exhibition-editions.ts';
import { readJob, readLatestJob } from '../../desk/jobs/jobs.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { readListMarks, saveListMarks } from '../../desk/upgrade/list-marks.ts';
import { isOpen } from '../../model/staff/job.ts';
import { listVersions } from './list-versions.ts';
import { startOnlyJob } from './start-only-job.ts';

/**
 * Starts a rebuild where the calendar or the search lacks what an earlier release has made public, or lists it in an
 * earlier way. It is done once for a table, by the hourly maintenance: the rebuild records that all is listed. One that
 * has failed is started again an hour later.
 */
export const makeLists = async (actor: Actor): Promise<void> => {
  const marks = await readListMarks();
  if (marks.calendar >= listVersions.calendar && marks.search >= listVersions.search) return;
  const [events, exhibitions] = await Promise.all([
    readEditionIds(1, undefined),
    readExhibitionEditionIds(1, undefined),
  ]);
  // From now on everything that is published is listed.
  if (events.items.length + exhibitions.items.length === 0) return saveListMarks(listVersions);
  const latest = await readLatestJob('rebuild');
  const running = latest && (await readJob(latest.id, actor.now));
  if (running && isOpen(running)) return;
  await startOnlyJob('rebuild', ['events', 'exhibitions'], actor);
};
