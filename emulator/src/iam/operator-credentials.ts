import { readTokenSecret } from '../cognito/token-secret.ts';

const operatorKeyId = 'AKIAOPERATOR';

/** The keys by which an operator calls the emulator that runs on a data folder. Throws where none has run there. */
export const operatorCredentials = (data: string) => ({
  accessKeyId: operatorKeyId,
  secretAccessKey: readTokenSecret(data),
});
