/** `npm run rebuild`: makes the showcase again from the desk. It changes no public answer. */

import { apiTargetFromEnvironment, callApi } from './api-client/api.ts';
import { awaitJob } from './api-client/await-job.ts';
import { say, sayError } from './command/command-words.ts';

const run = async (): Promise<boolean> => {
  const site = await apiTargetFromEnvironment();
  const { done, errors } = await awaitJob(site, await callApi(site, '/rebuild', { body: '{}' }));
  for (const { item = '', path, message } of errors) console.error([item, path, message].filter(Boolean).join(': '));
  console.log(say('itemsRebuilt', { count: done }));
  return errors.length === 0;
};

run().then(
  (isClean) => process.exit(isClean ? 0 : 1),
  (error: Error) => {
    console.error(sayError(error));
    process.exit(1);
  },
);
