/** `npm run rebuild`: makes the showcase again from the desk. It changes no public answer. */

import * as z from 'zod';
import { apiTargetFromEnvironment, callApi } from './api.ts';
import { say, sayError } from './command-words.ts';

const stepSchema = z.object({ rebuilt: z.int(), nextCursor: z.string().optional() });

const run = async (): Promise<void> => {
  const site = await apiTargetFromEnvironment();
  let rebuilt = 0;
  let cursor: string | undefined;
  do {
    const step = stepSchema.parse(await callApi(site, '/rebuild', { body: JSON.stringify(cursor ? { cursor } : {}) }));
    rebuilt += step.rebuilt;
    cursor = step.nextCursor;
  } while (cursor);
  console.log(say('itemsRebuilt', { count: rebuilt }));
};

run().catch((error: Error) => {
  console.error(sayError(error));
  process.exit(1);
});
