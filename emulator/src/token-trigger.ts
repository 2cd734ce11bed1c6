import * as z from 'zod';
import { account, functionArn, region } from './identity.ts';
import { invocationPolicy } from './invocation-policy.ts';
import type { LambdaFunction } from './lambda.ts';
import { decide } from './policy.ts';
import { propertiesOf, type Template } from './template.ts';

const poolSchema = z.object({
  LambdaConfig: z
    .object({
      PreTokenGenerationConfig: z.object({ LambdaArn: z.string(), LambdaVersion: z.literal('V2_0') }),
      PreTokenGeneration: z.string().optional(),
    })
    .partial()
    .optional(),
});

const claimsSchema = z.record(z.string(), z.unknown());

const responseSchema = z.object({
  response: z.object({
    claimsAndScopeOverrideDetails: z
      .object({
        accessTokenGeneration: z.object({ claimsToAddOrOverride: claimsSchema.default({}) }).nullish(),
        idTokenGeneration: z.object({ claimsToAddOrOverride: claimsSchema.default({}) }).nullish(),
      })
      .nullish(),
  }),
});

/** The account that a token is asked for. */
export interface TokenUser {
  readonly userName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly clientId: string;
}

/** The claims that are added to the tokens of a user. */
export interface AddedClaims {
  readonly access: Readonly<Record<string, unknown>>;
  readonly id: Readonly<Record<string, unknown>>;
}

/** Asks what is to be added to the tokens of a user. Rejects where the function fails: then there is no token. */
export type TokenTrigger = (user: TokenUser) => Promise<AddedClaims>;

/**
 * The function that a user pool asks before it signs tokens (V2_0); `undefined` where the template has none. Throws where
 * the pool may not invoke it.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html}
 */
export const tokenTrigger = (
  template: Template,
  functions: ReadonlyMap<string, LambdaFunction>,
): TokenTrigger | undefined => {
  const pool = template.all('AWS::Cognito::UserPool').at(0);
  const arn = pool && propertiesOf(pool, poolSchema).LambdaConfig?.PreTokenGenerationConfig?.LambdaArn;
  if (!pool || arn === undefined) return undefined;
  const [, fn] = [...functions].find(([id]) => functionArn(id) === arn) ?? [];
  if (!fn) throw new Error(`${pool.type} "${pool.id}" calls ${arn}, which is no function of the template`);
  const userPoolId = `${region}_${pool.id.slice(-9)}`;
  const { allowed } = decide(invocationPolicy(template, fn.name), {
    ...{ action: 'lambda:InvokeFunction', resource: arn, principal: { Service: 'cognito-idp.amazonaws.com' } },
    context: { 'aws:sourcearn': `arn:aws:cognito-idp:${region}:${account}:userpool/${userPoolId}` },
  });
  if (!allowed) throw new Error(`${pool.type} "${pool.id}" may not invoke "${fn.name}"`);
  return async ({ userName, attributes, groups, clientId }) => {
    const { response } = responseSchema.parse(
      await fn.invoke({
        ...{ version: '2', triggerSource: 'TokenGeneration_Authentication', region, userPoolId, userName },
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
        request: {
          userAttributes: attributes,
          groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
          scopes: ['aws.cognito.signin.user.admin'],
        },
        response: { claimsAndScopeOverrideDetails: null },
      }),
    );
    const { accessTokenGeneration, idTokenGeneration } = response.claimsAndScopeOverrideDetails ?? {};
    return {
      access: accessTokenGeneration?.claimsToAddOrOverride ?? {},
      id: idTokenGeneration?.claimsToAddOrOverride ?? {},
    };
  };
};
