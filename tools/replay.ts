/**
 * `npm run replay [-- uploads|exhibitions|webhooks|views|mail]`: redrives dead-letter queues: of uploads, of the public
 * side of exhibitions, of webhooks, of views, and of mail; all of them where none is named. A message that fails again
 * returns to its dead-letter queue.
 */

import * as z from 'zod';
import { queueNames } from '../shared/model/staff/queue.ts';
import { apiTargetFromEnvironment, callApi } from './api-client/api.ts';
import { say, sayError } from './command/command-words.ts';

const usage = say('usage', { usage: `npm run replay [-- ${queueNames.join('|')}]` });

const answerSchema = z.object({ count: z.int() });

const run = async (): Promise<void> => {
  const [wanted, ...others] = process.argv.slice(2);
  const queues = wanted === undefined ? queueNames : queueNames.filter((name) => name === wanted);
  if (queues.length === 0 || others.length > 0) throw new Error(usage);
  const site = await apiTargetFromEnvironment();
  for (const queue of queues) {
    const { count } = answerSchema.parse(await callApi(site, '/replay', { body: JSON.stringify({ queue }) }));
    console.log(count === 0 ? say('nothingToRedrive', { queue }) : say('redriven', { queue, count }));
  }
};

run().catch((error: Error) => {
  console.error(sayError(error));
  process.exit(error.message === usage ? 2 : 1);
});
