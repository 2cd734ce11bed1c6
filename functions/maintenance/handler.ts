import { Logger } from '@aws-lambda-powertools/logger';
import { isMailSent } from '../../shared/aws/environment.ts';
import { UnreadableItemsError } from '../../shared/aws/read-each.ts';
import { readDueReconciliations } from '../../shared/desk/exhibitions/reconcile-schedule.ts';
import { readOpenJobs } from '../../shared/desk/jobs/jobs.ts';
import { handOnDueMail } from '../../shared/desk/mail/due-mail.ts';
import { addWeeklyMail } from '../../shared/desk/mail/weekly-mail.ts';
import { readIndexProgress } from '../../shared/desk/uploads/picture-key.ts';
import { recordPlannedEnds } from '../../shared/publishing/events/record-planned-ends.ts';
import {
  enqueueJob,
  enqueuePictureIndexing,
  enqueueReconcile,
} from '../../shared/publishing/exhibitions/publisher-queue.ts';
import { deleteAllDueMedia } from '../../shared/publishing/shared/delete-due-media.ts';
import { scheduleLookaheadMs } from '../../shared/webhooks/delivery/schedule.ts';
import { deleteScheduledEvent, readScheduledEvents } from '../../shared/webhooks/delivery/scheduled-webhook-events.ts';
import { enqueueWebhookEvents } from '../../shared/webhooks/events/queue.ts';
import { BackOff } from './back-off.ts';
import { confirmForgotten } from './confirm-forgotten.ts';

const logger = new Logger({ serviceName: 'maintenance' });

const backOff = new BackOff();
const jobBackOff = new BackOff();

/** After how long without progress a job counts as interrupted, in milliseconds: a step takes seconds. */
const stallTimeoutMs = 90_000;

/**
 * Runs every minute. It deletes public media whose time is over or that a crash has left behind. It asks the publisher
 * to reconcile exhibitions where an artwork's consent has ended or work was interrupted, and to continue interrupted
 * jobs. It records in the audit which events have left the public by themselves. It hands the scheduled webhook events
 * of the next hour to the sender's queue, where they wait for their time. It looks whether the CDN has forgotten what
 * was deleted. Where the staff get mail, it hands on to the sender what they are to be told.
 */
export const handler = async (): Promise<void> => {
  // A task that fails must not keep the others from running.
  const [asked, planned, swept] = [
    enqueueDueReconciliations(),
    enqueueScheduledEvents(),
    deleteAllDueMedia(new Date()),
  ];
  const continued = enqueueInterruptedJobs();
  const pictures = enqueueDuePictureIndexing();
  const ended = recordPlannedEnds(new Date());
  const told = handOnMail(new Date());
  const forgotten = confirmForgotten(new Date(), logger);
  await Promise.allSettled([asked, planned, swept, continued, pictures, ended, told, forgotten]);
  await pictures;
  const done = {
    ...{ exhibitions: await asked, announcements: await planned, images: await swept },
    ...{ jobs: await continued, ends: await ended, mails: await told, forgotten: await forgotten },
  };
  if (Object.values(done).some((count) => count > 0)) logger.info('Maintenance done', done);
};

const handOnMail = async (now: Date): Promise<number> => {
  if (!isMailSent()) return 0;
  // What is due already is handed on even where the mail of the week fails.
  const [week] = await Promise.allSettled([addWeeklyMail(now)]);
  const { count, unreadable } = await handOnDueMail(now);
  if (week.status === 'rejected') throw week.reason;
  if (unreadable.length > 0) throw new UnreadableItemsError(unreadable);
  return count;
};

const enqueueDueReconciliations = async (): Promise<number> => {
  const now = new Date();
  const due = new Map((await readDueReconciliations(now)).map(({ id, at }) => [`${at}#${id}`, id]));
  const asked = backOff.choose([...due.keys()], now.getTime());
  for (const name of asked) await enqueueReconcile(due.get(name) ?? '');
  return asked.length;
};

/** What an earlier version has stored is indexed by picture as soon as possible; a restore is looked for every hour. */
const enqueueDuePictureIndexing = async (): Promise<number> => {
  const { isDone } = await readIndexProgress();
  if (isDone && new Date().getUTCMinutes() > 0) return 0;
  await enqueuePictureIndexing();
  return 1;
};

const enqueueInterruptedJobs = async (): Promise<number> => {
  const now = Date.now();
  const { found, unreadable } = await readOpenJobs();
  const stalled = found.filter(({ updatedAt }) => now - Date.parse(updatedAt) > stallTimeoutMs).map(({ id }) => id);
  const asked = jobBackOff.choose(stalled, now);
  for (const id of asked) await enqueueJob(id);
  if (unreadable.length > 0) throw new UnreadableItemsError(unreadable);
  return asked.length;
};

const enqueueScheduledEvents = async (): Promise<number> => {
  const { found, unreadable } = await readScheduledEvents(new Date(Date.now() + scheduleLookaheadMs));
  for (const plan of found) {
    await enqueueWebhookEvents([plan]);
    await deleteScheduledEvent(plan.id);
  }
  // The alarm for failing functions stays on until each unreadable event is repaired or deleted.
  if (unreadable.length > 0) throw new UnreadableItemsError(unreadable);
  return found.length;
};
