import { env } from './environment.ts';

/**
 * Stands in bundles for `@aws-sdk/credential-provider-node`, which looks for credentials in files, single sign-on and
 * metadata services: Lambda gives them in the environment, and nowhere else. It saves a third of the public function's
 * bundle.
 */
export const defaultProvider = () => async () => ({
  accessKeyId: env.accessKeyId,
  secretAccessKey: env.secretAccessKey,
  ...(process.env.AWS_SESSION_TOKEN && { sessionToken: process.env.AWS_SESSION_TOKEN }),
});
