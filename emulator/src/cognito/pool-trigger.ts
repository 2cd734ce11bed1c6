import * as z from 'zod';
import { invocationPolicy } from '../iam/invocation-policy.ts';
import { decide } from '../iam/policy.ts';
import type { LambdaFunction } from '../lambda/lambda.ts';
import { functionArn, identify, region, userPoolArn } from '../template/identity.ts';
import { propertiesOf, type Template } from '../template/template.ts';

const configSchema = z
  .object({
    PreTokenGenerationConfig: z.object({ LambdaArn: z.string(), LambdaVersion: z.literal('V2_0') }),
    PreTokenGeneration: z.string(),
    CustomMessage: z.string(),
  })
  .partial();

const poolSchema = z.object({ LambdaConfig: configSchema.default({}) });

/**
 * A function that the user pool asks, by its ARN in the pool's configuration; `undefined` where the template has none.
 * Throws where the pool may not invoke it.
 */
export const poolTrigger = (
  template: Template,
  functions: ReadonlyMap<string, LambdaFunction>,
  arnIn: (config: z.output<typeof configSchema>) => string | undefined,
) => {
  const pool = template.all('AWS::Cognito::UserPool').at(0);
  const arn = pool && arnIn(propertiesOf(pool, poolSchema).LambdaConfig);
  if (!pool || arn === undefined) return undefined;
  const [, fn] = [...functions].find(([id]) => functionArn(id) === arn) ?? [];
  if (!fn) throw new Error(`${pool.type} "${pool.id}" calls ${arn}, which is no function of the template`);
  const userPoolId = identify(pool.id, pool.type).ref;
  const { allowed } = decide(invocationPolicy(template, fn.name), {
    ...{ action: 'lambda:InvokeFunction', resource: arn, principal: { Service: 'cognito-idp.amazonaws.com' } },
    context: { 'aws:sourcearn': userPoolArn(userPoolId) },
  });
  if (!allowed) throw new Error(`${pool.type} "${pool.id}" may not invoke "${fn.name}"`);
  return {
    /** Invokes the function with the event that the pool makes of a request. */
    ask: (
      triggerSource: string,
      userName: string,
      { clientId = '', ...event }: { clientId?: string; [part: string]: unknown },
    ) =>
      fn.invoke({
        ...{ version: '2', triggerSource, region, userPoolId, userName },
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
        ...event,
      }),
  };
};
