import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { UserPool } from '../../shared/desk/people/accounts.ts';
import { say } from '../command/command-words.ts';
import { stackFromEnvironment } from '../stack.ts';

/** The user pool of the deployed stack, by the operator's AWS credentials. */
export const userPoolFromEnvironment = async (): Promise<UserPool> => {
  const { name, outputs, account } = await stackFromEnvironment();
  const id = outputs.StaffPoolId;
  if (!id) throw new Error(say('noStack', { stack: name }));
  return { client: new CognitoIdentityProviderClient(account), id };
};
