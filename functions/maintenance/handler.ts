import { Logger } from '@aws-lambda-powertools/logger';
import { UnreadableItemsError } from '../../shared/aws/read-each.ts';
import { readDueReconciliations } from '../../shared/desk/exhibitions/reconcile-schedule.ts';
import { readIndexProgress } from '../../shared/desk/uploads/picture-key.ts';
import {
  enqueuePictureIndexing,
  enqueueRebuild,
  enqueueReconcile,
} from '../../shared/publishing/exhibitions/publisher-queue.ts';
import { isRebuildInterrupted } from '../../shared/publishing/rebuild/continue-rebuild.ts';
import { deleteAllDueMedia } from '../../shared/publishing/shared/delete-due-media.ts';
import { scheduleLookaheadMs } from '../../shared/webhooks/delivery/schedule.ts';
import { deleteScheduledEvent, readScheduledEvents } from '../../shared/webhooks/delivery/scheduled-webhook-events.ts';
import { enqueueWebhookEvents } from '../../shared/webhooks/events/queue.ts';
import { BackOff } from './back-off.ts';

const logger = new Logger({ serviceName: 'maintenance' });

const backOff = new BackOff();

/**
 * What nobody should have to remember, every minute: public media whose time is over, or that a crash has left behind, are deleted;
 * exhibitions of which an artwork's consent has ended, or of which anything broke off, are looked after by the publisher;
 * a rebuild for another language of the site that was broken off goes on;
 * what is to be announced until the next time is handed over to the sender of webhooks, and waits there for its moment.
 */
export const handler = async (): Promise<void> => {
  // None may keep another from being done.
  const [asked, planned, swept] = [
    enqueueDueReconciliations(),
    enqueueScheduledEvents(),
    deleteAllDueMedia(new Date()),
  ];
  const continued = enqueueInterruptedRebuild();
  const pictures = enqueueDuePictureIndexing();
  await Promise.allSettled([asked, planned, swept, continued, pictures]);
  await pictures;
  const done = {
    ...{ exhibitions: await asked, announcements: await planned, images: await swept },
    rebuilds: await continued,
  };
  if (Object.values(done).some((count) => count > 0)) logger.info('Maintenance done', done);
};

const enqueueDueReconciliations = async (): Promise<number> => {
  const now = new Date();
  const due = new Map((await readDueReconciliations(now)).map(({ id, at }) => [`${at}#${id}`, id]));
  const asked = backOff.choose([...due.keys()], now.getTime());
  for (const name of asked) await enqueueReconcile(due.get(name) ?? '');
  return asked.length;
};

/** What an earlier version has stored is entered below its pictures as soon as may be; whether anything was restored is looked at every hour. */
const enqueueDuePictureIndexing = async (): Promise<number> => {
  const { isDone } = await readIndexProgress();
  if (isDone && new Date().getUTCMinutes() > 0) return 0;
  await enqueuePictureIndexing();
  return 1;
};

const enqueueInterruptedRebuild = async (): Promise<number> => {
  if (!(await isRebuildInterrupted(new Date()))) return 0;
  await enqueueRebuild();
  return 1;
};

const enqueueScheduledEvents = async (): Promise<number> => {
  const { found, unreadable } = await readScheduledEvents(new Date(Date.now() + scheduleLookaheadMs));
  for (const plan of found) {
    await enqueueWebhookEvents([plan]);
    await deleteScheduledEvent(plan.id);
  }
  // The alarm of failing functions rings until each is mended or deleted.
  if (unreadable.length > 0) throw new UnreadableItemsError(unreadable);
  return found.length;
};
