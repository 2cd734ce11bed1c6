import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

/** The one Cognito client of a function. */
export const cognito = new CognitoIdentityProviderClient({ maxAttempts: 4 });
