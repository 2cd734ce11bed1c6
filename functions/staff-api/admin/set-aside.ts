import { countDeadLetters, readDeadLetters, redriveDeadLetter } from '../../../shared/aws/dead-letters.ts';
import { deadLettersUrl, env, isQueueThere, sourceQueueUrl } from '../../../shared/aws/environment.ts';
import { redriveDeadLetters } from '../../../shared/aws/redrive-dead-letters.ts';
import { writeItem } from '../../../shared/aws/write-item.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { readFailures } from '../../../shared/desk/failures/failures.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { setAsideNames } from '../../../shared/model/staff/queue.ts';
import { NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';
import { reasonOfChange, subjectOf } from './set-aside-subject.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** Most messages of a queue that are listed. */
const mostListed = 50;

const addressOf = (queue: (typeof setAsideNames)[number]): string =>
  queue === 'changes' ? env.failuresQueue : deadLettersUrl(queue);

const readQueue = async (queue: (typeof setAsideNames)[number]) => {
  const url = addressOf(queue);
  const count = await countDeadLetters(url);
  const letters = count === 0 ? [] : await readDeadLetters(url, mostListed);
  return { queue, count: Math.max(count, letters.length), letters };
};

export const listSetAside: StaffHandlers['listSetAside'] = async () => {
  const queues = setAsideNames.filter((queue) => queue === 'changes' || isQueueThere(queue));
  const found = await Promise.all(queues.map(readQueue));
  const failures = await readFailures(found.flatMap(({ letters }) => letters.map(({ id }) => id)));
  return {
    body: {
      queues: found.map(({ queue, count }) => ({ queue, count })),
      items: found.flatMap(({ queue, letters }) =>
        letters.map(({ id, sentAt, body }) => {
          const subject = subjectOf(queue, body);
          const { reason: noted, at } = failures.get(id) ?? {};
          const why = noted ?? (queue === 'changes' ? reasonOfChange(body) : undefined);
          return {
            ...{ id, queue, sentAt },
            ...(subject && { subject }),
            ...(why && { reason: why }),
            ...(at && { failedAt: at }),
          };
        }),
      ),
    },
  };
};

export const redriveQueue: StaffHandlers['redriveQueue'] = async ({ body: { queue, message } }, call) => {
  // Without mail nothing of it is set aside.
  if (!isQueueThere(queue)) return { body: { queue, count: 0 } };
  await writeItem(auditWrite(actorOf(call), 'queue.redriven', queue));
  if (message === undefined) return { body: { queue, count: await redriveDeadLetters(deadLettersUrl(queue), queue) } };
  const isSent = await redriveDeadLetter(deadLettersUrl(queue), sourceQueueUrl(queue), message);
  if (!isSent) throw new NotFoundError(reason('setAsideNotFound', { id: message, queue }));
  return { body: { queue, count: 1 } };
};
