import * as z from 'zod';
import type { LambdaFunction } from '../lambda/lambda.ts';
import type { Template } from '../template/template.ts';
import { poolTrigger } from './pool-trigger.ts';

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
 * The function that a user pool asks before it signs tokens (V2_0); `undefined` where the template has none. Throws
 * where the pool may not invoke it.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html}
 */
export const tokenTrigger = (
  template: Template,
  functions: ReadonlyMap<string, LambdaFunction>,
): TokenTrigger | undefined => {
  const trigger = poolTrigger(template, functions, (config) => config.PreTokenGenerationConfig?.LambdaArn);
  if (!trigger) return undefined;
  return async ({ userName, attributes, groups, clientId }) => {
    const { response } = responseSchema.parse(
      await trigger.ask('TokenGeneration_Authentication', userName, {
        clientId,
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
