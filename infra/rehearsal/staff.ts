import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Group, groups } from '../../shared/model/staff/role.ts';
import { callAwsJson } from './account.ts';
import { folder } from './processes.ts';

/** What a token request needs while a rehearsal runs. */
interface Session {
  readonly endpoint: string;
  readonly pool: string;
  readonly client: string;
  readonly password: string;
}

const file = join(folder, 'session.json');
const userName = (role: Group): string => `${role}@example.org`;

const cognito = (endpoint: string, action: string, input: object) =>
  callAwsJson('cognito-idp', endpoint, `AWSCognitoIdentityProviderService.${action}`, input);

/** Makes a user in the group of each role, as an administrator of the pool does. */
export const createStaff = async (endpoint: string, pool: string, client: string): Promise<void> => {
  const password = `${randomBytes(18).toString('base64url')}aA1!`;
  for (const role of groups) {
    const user = { UserPoolId: pool, Username: userName(role) };
    const email = [
      { Name: 'email', Value: user.Username },
      { Name: 'email_verified', Value: 'true' },
    ];
    await cognito(endpoint, 'AdminCreateUser', { ...user, UserAttributes: email, MessageAction: 'SUPPRESS' });
    await cognito(endpoint, 'AdminSetUserPassword', { ...user, Password: password, Permanent: true });
    await cognito(endpoint, 'AdminAddUserToGroup', { ...user, GroupName: role });
  }
  writeFileSync(file, JSON.stringify({ endpoint, pool, client, password } satisfies Session), { mode: 0o600 });
};

/** A token of the user with that role: an access token to call the API, or an ID token. */
export const signIn = async (role: Group, use: 'access' | 'id'): Promise<string> => {
  const { endpoint, pool, client, password }: Session = JSON.parse(readFileSync(file, 'utf8'));
  const { AuthenticationResult } = await cognito(endpoint, 'AdminInitiateAuth', {
    UserPoolId: pool,
    ClientId: client,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: userName(role), PASSWORD: password },
  });
  return use === 'access' ? AuthenticationResult.AccessToken : AuthenticationResult.IdToken;
};
