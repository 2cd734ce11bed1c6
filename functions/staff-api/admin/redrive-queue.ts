import { deadLettersUrl } from '../../../shared/aws/environment.ts';
import { redriveDeadLetters } from '../../../shared/aws/redrive-dead-letters.ts';
import { writeTogether } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const redriveQueue: StaffHandlers['redriveQueue'] = async ({ body: { queue } }, call) => {
  await writeTogether([auditWrite(actorOf(call), 'queue.redriven', queue)]);
  return { body: { queue, count: await redriveDeadLetters(deadLettersUrl(queue), queue) } };
};
