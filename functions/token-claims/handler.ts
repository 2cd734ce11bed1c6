import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { personName } from '../../shared/model/people/person-name.ts';

/**
 * Puts the name of the account into the access token that is about to be signed. An account without a name signs in
 * without one. It reads nothing else: while it fails, nobody can sign in.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html}
 */
export const handler = async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
  const name = personName(event.request.userAttributes);
  if (name === '') return event;
  const accessTokenGeneration = { claimsToAddOrOverride: { name } };
  return { ...event, response: { claimsAndScopeOverrideDetails: { accessTokenGeneration } } };
};
