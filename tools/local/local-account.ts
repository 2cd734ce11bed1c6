import { region } from '@sergi/emulator/identity.ts';
import { operatorCredentials } from '@sergi/emulator/operator-credentials.ts';
import { dataFolder, readRunning } from './running.ts';

/** How to call the AWS of the Sergi that runs on this machine; `undefined` where it is not running. */
export const localAccount = () => {
  const data = dataFolder();
  const running = readRunning(data);
  return running && { endpoint: running.store, region, credentials: operatorCredentials(data) };
};
