import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  paginateListUsers,
  paginateListUsersInGroup,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Group, groups } from '../../shared/model/role.ts';
import { say } from '../command-words.ts';
import type { UserPool } from './user-pool.ts';

/** An account as the list shows it. */
export interface Account {
  readonly email: string;
  readonly name: string | undefined;
  readonly groups: readonly Group[];
  readonly isEnabled: boolean;
  /** False until the person has chosen a password. */
  readonly isConfirmed: boolean;
}

const refusals: Readonly<Record<string, (email: string) => string>> = {
  UserNotFoundException: (email) => say('noAccount', { email }),
  UsernameExistsException: (email) => say('accountExists', { email }),
};

/** What Cognito refuses about an account, in the words of the commands. */
const worded = <T>(email: string, answer: Promise<T>): Promise<T> =>
  answer.catch((error: Error) => {
    throw new Error(refusals[error.name]?.(email) ?? error.message, { cause: error });
  });

/** Lets no token be renewed: those that are there end within an hour. */
const endSessions = async ({ client, id }: UserPool, email: string): Promise<void> => {
  await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId: id, Username: email }));
};

/** Gives a person these groups and no other. */
export const setGroups = async ({ client, id }: UserPool, email: string, wanted: readonly Group[]): Promise<void> => {
  const user = { UserPoolId: id, Username: email };
  const { Groups = [] } = await worded(email, client.send(new AdminListGroupsForUserCommand(user)));
  const given = Groups.map(({ GroupName = '' }) => GroupName);
  for (const GroupName of wanted.filter((group) => !given.includes(group))) {
    await client.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
  }
  const taken = groups.filter((group) => given.includes(group) && !wanted.includes(group));
  for (const GroupName of taken) await client.send(new AdminRemoveUserFromGroupCommand({ ...user, GroupName }));
  if (taken.length > 0) await endSessions({ client, id }, email);
};

/** Makes an account; Cognito sends a temporary password to the address. */
export const addAccount = async (
  pool: UserPool,
  email: string,
  { name, groups: wanted }: { readonly name: string | undefined; readonly groups: readonly Group[] },
): Promise<void> => {
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
    ...(name === undefined ? [] : [{ Name: 'name', Value: name }]),
  ];
  const user = { UserPoolId: pool.id, Username: email, UserAttributes, DesiredDeliveryMediums: ['EMAIL' as const] };
  await worded(email, pool.client.send(new AdminCreateUserCommand(user)));
  await setGroups(pool, email, wanted);
};

export const disableAccount = async (pool: UserPool, email: string): Promise<void> => {
  await worded(email, pool.client.send(new AdminDisableUserCommand({ UserPoolId: pool.id, Username: email })));
  await endSessions(pool, email);
};

export const enableAccount = async (pool: UserPool, email: string): Promise<void> => {
  await worded(email, pool.client.send(new AdminEnableUserCommand({ UserPoolId: pool.id, Username: email })));
};

/** Every account, by its address. */
export const listAccounts = async ({ client, id }: UserPool): Promise<Account[]> => {
  const members = new Map<string, Group[]>();
  for (const group of groups) {
    for await (const { Users = [] } of paginateListUsersInGroup({ client }, { UserPoolId: id, GroupName: group })) {
      for (const { Username = '' } of Users) members.set(Username, [...(members.get(Username) ?? []), group]);
    }
  }
  const attribute = ({ Attributes = [] }: UserType, name: string) =>
    Attributes.find(({ Name }) => Name === name)?.Value;
  const accounts: Account[] = [];
  for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: id })) {
    for (const user of Users) {
      accounts.push({
        email: attribute(user, 'email') ?? user.Username ?? '',
        name: attribute(user, 'name'),
        groups: members.get(user.Username ?? '') ?? [],
        isEnabled: user.Enabled ?? true,
        isConfirmed: user.UserStatus === 'CONFIRMED',
      });
    }
  }
  return accounts.sort((one, other) => (one.email < other.email ? -1 : 1));
};
