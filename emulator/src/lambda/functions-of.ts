import type { Caller } from '../iam/callers.ts';
import type { Roles } from '../iam/roles.ts';
import { logGroupArn } from '../template/identity.ts';
import { LambdaFunction, type LambdaOptions } from './lambda.ts';

/** The functions of a template by their logical ids, each with the keys that it calls AWS with. None has started. */
export const functionsOf = (
  callers: ReadonlyMap<string, Caller>,
  roles: Roles,
  options: Omit<LambdaOptions, 'resource' | 'credentials' | 'mayLog'>,
): ReadonlyMap<string, LambdaFunction> => {
  const mayLog = (role: string, group: string): boolean => {
    const stream = `${logGroupArn(group)}:log-stream:local`;
    return ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) =>
      roles.may(role, { action, resource: stream }),
    );
  };
  return new Map(
    [...callers.values()].map((credentials) => {
      const resource = options.template.one('AWS::Lambda::Function', credentials.function);
      return [resource.id, new LambdaFunction({ ...options, resource, credentials, mayLog })];
    }),
  );
};
