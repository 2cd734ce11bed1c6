import { Logger } from '@aws-lambda-powertools/logger';
import { listDue } from '../../shared/desk/due.ts';
import { dropPlan, listPlans } from '../../shared/desk/webhook-plans.ts';
import { askPublisher } from '../../shared/publication/publisher-queue.ts';
import { sweepAllMedia } from '../../shared/publication/sweep-media.ts';
import { announce } from '../../shared/webhooks/queue.ts';
import { plansAhead } from '../../shared/webhooks/schedule.ts';

const logger = new Logger({ serviceName: 'upkeep' });

/**
 * What nobody should have to remember, every hour: public media whose time is over, or that a crash has left behind, are deleted;
 * exhibitions of which an artwork's consent has ended, or of which anything broke off, are looked after by the publisher;
 * what is to be announced until the next time is handed over to the sender of webhooks, and waits there for its moment.
 */
export const handler = async (): Promise<void> => {
  // None may keep another from being done.
  const [asked, planned, swept] = [askForDue(), handPlansOver(), sweepAllMedia(new Date())];
  await Promise.allSettled([asked, planned, swept]);
  logger.info('Upkeep done', { exhibitions: await asked, announcements: await planned, images: await swept });
};

const askForDue = async (): Promise<number> => {
  const due = await listDue(new Date());
  for (const exhibitionId of due) await askPublisher(exhibitionId);
  return due.length;
};

const handPlansOver = async (): Promise<number> => {
  const plans = await listPlans(new Date(Date.now() + plansAhead));
  for (const plan of plans) {
    await announce([plan]);
    await dropPlan(plan.id);
  }
  return plans.length;
};
