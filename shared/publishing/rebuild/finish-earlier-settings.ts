import { writeTogether } from '../../aws/transaction.ts';
import { onlyJob, readLatestJob } from '../../desk/jobs/jobs.ts';
import { readSite } from '../../desk/site/site.ts';
import { maintenanceContext } from '../../desk/store/audit.ts';
import { enqueueJob } from '../exhibitions/publisher-queue.ts';
import { withParts } from './rebuild-request.ts';

/**
 * Finishes a change of the languages that an earlier release has begun: this one makes a job in the transaction that
 * saves them.
 */
export const finishEarlierSettings = async (): Promise<void> => {
  const { isRebuilding, updatedAt = '' } = await readSite();
  if (!isRebuilding) return;
  const latest = await readLatestJob('settings');
  if (latest && latest.at >= updatedAt) return;
  const context = maintenanceContext(new Date());
  const { job, writes } = await onlyJob('settings', withParts(['events', 'exhibitions']), context);
  await writeTogether(writes);
  await enqueueJob(job.id);
};
