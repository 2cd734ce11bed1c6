import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { say } from './command/command-words.ts';
import { localAccount } from './local/local-account.ts';

/** What was deployed, and how to call the account that has it. */
export interface DeployedStack {
  readonly name: string;
  readonly id: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** For the clients of AWS's services; nothing where the operator's own settings say it all. */
  readonly account: Partial<NonNullable<ReturnType<typeof localAccount>>>;
}

/** The stack of an environment: see `docs/guides/deploying.md`. */
const stackOf = (environment: string): string => (environment === 'production' ? 'Sergi' : `Sergi-${environment}`);

/**
 * The stack of the environment that `SERGI_ENV` names, by the operator's AWS credentials; without it that of the Sergi
 * on this machine, where one runs, else that of production.
 */
export const stackFromEnvironment = async (): Promise<DeployedStack> => {
  const { SERGI_ENV } = process.env;
  const account = (SERGI_ENV ? undefined : localAccount()) ?? {};
  const name = stackOf(SERGI_ENV || 'production');
  const stacks = new CloudFormationClient(account);
  const { Stacks = [] } = await stacks.send(new DescribeStacksCommand({ StackName: name })).catch((error: Error) => {
    if (error.message === 'Region is missing') throw new Error(say('noAwsRegion'), { cause: error });
    if (error.name === 'CredentialsProviderError') throw new Error(say('noAwsCredentials'), { cause: error });
    if (error.name === 'ValidationError') throw new Error(say('noStack', { stack: name }), { cause: error });
    throw error;
  });
  const [{ StackId: id = '', Outputs = [] } = {}] = Stacks;
  if (Outputs.length === 0) throw new Error(say('noStack', { stack: name }));
  const outputs = Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  return { name, id, outputs, account };
};
