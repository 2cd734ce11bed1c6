import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { UserPool } from '../../shared/desk/people/accounts.ts';
import { say } from '../command-words.ts';
import { localAccount } from '../local/local-account.ts';

/** The stack of an environment: see `docs/guides/deploying.md`. */
const stackOf = (environment: string): string => (environment === 'production' ? 'Sergi' : `Sergi-${environment}`);

/**
 * The user pool of the environment that `SERGI_ENV` names, by the operator's AWS credentials; without it that of the Sergi on this machine, where one
 * runs, else that of production.
 */
export const userPoolFromEnvironment = async (): Promise<UserPool> => {
  const { SERGI_ENV } = process.env;
  const account = (SERGI_ENV ? undefined : localAccount()) ?? {};
  const StackName = stackOf(SERGI_ENV || 'production');
  const stacks = new CloudFormationClient(account);
  const { Stacks = [] } = await stacks.send(new DescribeStacksCommand({ StackName })).catch((error: Error) => {
    if (error.name === 'CredentialsProviderError') throw new Error(say('noAwsCredentials'), { cause: error });
    if (error.name === 'ValidationError') throw new Error(say('noStack', { stack: StackName }), { cause: error });
    throw error;
  });
  const id = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'StaffPoolId')?.OutputValue;
  if (!id) throw new Error(say('noStack', { stack: StackName }));
  return { client: new CognitoIdentityProviderClient(account), id };
};
