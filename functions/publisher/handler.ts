import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler } from 'aws-lambda';
import { Attempts } from '../../shared/async/attempts.ts';
import { readSite } from '../../shared/desk/site/site.ts';
import { maintenanceActor } from '../../shared/desk/store/actor.ts';
import { fileEvents } from '../../shared/desk/upgrade/file-events.ts';
import { fileUploads } from '../../shared/desk/upgrade/file-uploads.ts';
import { upgradeLists } from '../../shared/desk/upgrade/upgrade-lists.ts';
import { idSchema } from '../../shared/model/id.ts';
import { readStored } from '../../shared/model/json/read-stored.ts';
import { publisherMessageSchema } from '../../shared/publishing/exhibitions/publisher-queue.ts';
import { runJob } from '../../shared/publishing/jobs/run-job.ts';
import { indexAllPictures } from '../../shared/publishing/pictures/index-pictures.ts';
import { finishEarlierSettings } from '../../shared/publishing/rebuild/finish-earlier-settings.ts';
import { makeLists } from '../../shared/publishing/rebuild/make-lists.ts';
import { reconcileExhibition } from '../../shared/publishing/reconcile/reconcile-exhibition.ts';
import { reapplyErasures } from '../../shared/publishing/restore/reapply-erasures.ts';
import { jobRunners } from './job-runners.ts';
import { reportingFailure } from './reporting-failure.ts';

const logger = new Logger({ serviceName: 'publisher' });

/**
 * Reconciles the public side of exhibitions, and works on jobs. An error makes the message come again,
 * and in the end moves it to the dead-letter queue.
 */
export const handler: SQSHandler = async ({ Records }, context) => {
  for (const record of Records)
    await reportingFailure(record, { logger, remaining: () => context.getRemainingTimeInMillis() }, () =>
      work(record.body),
    );
};

const work = async (body: string): Promise<void> => {
  const message = readStored(publisherMessageSchema, JSON.parse(body));
  if ('job' in message) {
    await runJob(idSchema.parse(message.job), jobRunners(logger));
    logger.info('Job worked on', { job: message.job });
    return;
  }
  if ('pictures' in message) return indexPicturesAndReapplyErasures();
  // Messages are read leniently, but must name the exhibition.
  const exhibitionId = idSchema.parse(message.exhibitionId);
  await reconcileExhibition(exhibitionId);
  logger.info('Exhibition looked after', { exhibitionId });
};

/**
 * Indexes what version 0.1.0 has stored, by picture and by status, repeats the erasures that a restore has undone, and
 * lets the lists be made that earlier releases had not.
 */
const indexPicturesAndReapplyErasures = async (): Promise<void> => {
  const { site } = await readSite();
  await indexAllPictures(site);
  await upgradeLists();
  await finishEarlierSettings();
  await fileEvents();
  await fileUploads();
  const attempts = new Attempts();
  const actor = maintenanceActor(new Date(), logger);
  const { exhibitionIds, end } = await reapplyErasures(actor, site);
  for (const exhibitionId of exhibitionIds) await attempts.make(() => reconcileExhibition(exhibitionId));
  await makeLists(maintenanceActor(new Date(), logger));
  end();
  attempts.end('Some exhibitions could not be reconciled after a restore.');
};
