import { operatorCredentials } from '@sergi/emulator/iam/operator-credentials.ts';
import { region } from '@sergi/emulator/template/identity.ts';
import { dataFolder, readRunning } from './running.ts';

/** How to call the AWS of the Sergi that runs on this machine; `undefined` where it is not running. */
export const localAccount = () => {
  const data = dataFolder();
  const running = readRunning(data);
  return running && { endpoint: running.store, region, credentials: operatorCredentials(data) };
};
