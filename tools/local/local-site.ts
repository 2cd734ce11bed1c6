import { requestToken } from '@sergi/emulator/cognito/request-token.ts';
import { dataFolder, readRunning } from './running.ts';

/** The Sergi that runs on this machine, with an admin's token; `undefined` where it is not running. */
export const localSite = async (): Promise<{ readonly url: string; readonly token: string } | undefined> => {
  const data = dataFolder();
  const running = readRunning(data);
  return running && { url: running.url, token: await requestToken(data, running.issuer, { groups: ['admin'] }) };
};
