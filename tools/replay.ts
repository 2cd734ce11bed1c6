/**
 * `npm run replay [-- uploads|exhibitions|webhooks|views]`: sends back to work what was tried again and again and set aside: images that
 * have arrived, the public side of exhibitions, messages for webhooks, and views; all where none is named. What fails again is set aside again.
 */
import * as z from 'zod';
import { queueNames } from '../shared/model/queue.ts';
import { apiTargetFromEnvironment, callApi } from './api.ts';

const usage = `Usage: npm run replay [-- ${queueNames.join('|')}]`;

const answerSchema = z.object({ setAside: z.int() });

const run = async (): Promise<void> => {
  const [wanted, ...others] = process.argv.slice(2);
  const queues = wanted === undefined ? queueNames : queueNames.filter((name) => name === wanted);
  if (queues.length === 0 || others.length > 0) throw new Error(usage);
  const site = await apiTargetFromEnvironment();
  for (const queue of queues) {
    const { setAside } = answerSchema.parse(await callApi(site, '/replay', { body: JSON.stringify({ queue }) }));
    console.log(`${queue}: ${setAside === 0 ? 'nothing was set aside' : `${setAside} sent back to work`}`);
  }
};

run().catch((error: Error) => {
  console.error(error.message);
  process.exit(error.message === usage ? 2 : 1);
});
