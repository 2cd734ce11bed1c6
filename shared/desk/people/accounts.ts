import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminDeleteSoftwareTokenCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  paginateListUsers,
  paginateListUsersInGroup,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { personName } from '../../model/people/person-name.ts';
import { type Group, groups, type Role, roles } from '../../model/staff/role.ts';
import { ApplicationError, ConflictError, NotFoundError } from '../../refusals/application-error.ts';
import { type Language, languages } from '../../refusals/language.ts';
import { reason } from '../../refusals/reason.ts';

/** The user pool that holds the accounts of the staff. */
export interface UserPool {
  readonly client: CognitoIdentityProviderClient;
  readonly id: string;
}

/** An account of a member of the staff. */
export interface Account {
  /** The name that the pool has given: by it the desk names the person. */
  readonly id: string;
  readonly email: string;
  /** Empty where the account has none. */
  readonly name: string;
  readonly groups: readonly Group[];
  /** In which the person was invited. */
  readonly language?: Language | undefined;
  readonly isEnabled: boolean;
  /** False until the person has chosen a password. */
  readonly isConfirmed: boolean;
  readonly createdAt: string;
}

const refusals: Readonly<Record<string, (email: string) => ApplicationError>> = {
  UserNotFoundException: (id) => new NotFoundError(reason('accountNotFound', { id })),
  UsernameExistsException: (email) => new ConflictError(reason('accountExists', { email })),
  UserNotConfirmedException: () => new ConflictError(reason('accountNotUsedYet')),
  UnsupportedUserStateException: () => new ConflictError(reason('accountInUse')),
  LimitExceededException: () => new ApplicationError('too-many-requests', reason('invitationsUsedUp')),
};

/** What Cognito refuses about an account, as a refusal of ours. */
const understood = <T>(user: string, answer: Promise<T>): Promise<T> =>
  answer.catch((error: Error) => {
    throw refusals[error.name]?.(user) ?? error;
  });

const accountOf = (user: UserType, members: readonly Group[]): Account => {
  const attributes = Object.fromEntries((user.Attributes ?? []).map(({ Name = '', Value }) => [Name, Value]));
  const id = user.Username ?? '';
  return {
    ...{ id, email: attributes.email ?? id, name: personName(attributes), groups: members },
    language: languages.find((language) => language === attributes.locale),
    isEnabled: user.Enabled ?? true,
    isConfirmed: user.UserStatus !== 'FORCE_CHANGE_PASSWORD',
    createdAt: (user.UserCreateDate ?? new Date(0)).toISOString(),
  };
};

/** Those who are in a group, with that group alone. */
export const listMembers = async ({ client, id }: UserPool, group: Group): Promise<Account[]> => {
  const found: Account[] = [];
  for await (const { Users = [] } of paginateListUsersInGroup({ client }, { UserPoolId: id, GroupName: group })) {
    found.push(...Users.map((user) => accountOf(user, [group])));
  }
  return found;
};

/** An account by which somebody may do more than rate. */
export interface StaffAccount extends Account {
  /** The highest one. */
  readonly role: Role;
}

/** Those who have a role of the ladder. */
export const listStaff = async (pool: UserPool): Promise<StaffAccount[]> => {
  const lists = await Promise.all(roles.map(async (role) => ({ role, members: await listMembers(pool, role) })));
  // The lists begin with the lowest role.
  const staff = lists.flatMap(({ role, members }) =>
    members.map((member) => [member.id, { ...member, role }] as const),
  );
  return [...new Map(staff).values()];
};

/** Every account, by its address. */
export const listAccounts = async (pool: UserPool): Promise<Account[]> => {
  const { client, id } = pool;
  const members = new Map<string, Group[]>();
  const lists = await Promise.all(groups.map((group) => listMembers(pool, group)));
  for (const member of lists.flat()) {
    members.set(member.id, [...(members.get(member.id) ?? []), ...member.groups]);
  }
  const accounts: Account[] = [];
  for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId: id })) {
    accounts.push(...Users.map((user) => accountOf(user, members.get(user.Username ?? '') ?? [])));
  }
  return accounts.sort((one, other) => (one.email < other.email ? -1 : 1));
};

/** Lets no token be renewed: those that are there end within an hour. */
const endSessions = async ({ client, id }: UserPool, user: string): Promise<void> => {
  await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId: id, Username: user }));
};

/** Gives a person these groups and no other. */
export const setGroups = async (
  pool: UserPool,
  account: Pick<Account, 'id' | 'groups'>,
  wanted: readonly Group[],
): Promise<void> => {
  const user = { UserPoolId: pool.id, Username: account.id };
  for (const GroupName of wanted.filter((group) => !account.groups.includes(group))) {
    await pool.client.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
  }
  const taken = account.groups.filter((group) => !wanted.includes(group));
  for (const GroupName of taken) await pool.client.send(new AdminRemoveUserFromGroupCommand({ ...user, GroupName }));
  if (taken.length > 0) await endSessions(pool, account.id);
};

/** Who is invited. */
export interface Invited {
  readonly email: string;
  readonly name?: string | undefined;
  readonly language: Language;
}

const createUser = async (pool: UserPool, email: string, more: Partial<AdminCreateUserCommandInput>) => {
  const user = { UserPoolId: pool.id, Username: email, DesiredDeliveryMediums: ['EMAIL' as const], ...more };
  return understood(email, pool.client.send(new AdminCreateUserCommand(user)));
};

/** Makes an account without a role; Cognito sends a temporary password to the address, in the language. */
export const addAccount = async (pool: UserPool, { email, name, language }: Invited): Promise<Account> => {
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'locale', Value: language },
    ...(name === undefined ? [] : [{ Name: 'name', Value: name }]),
  ];
  const { User = {} } = await createUser(pool, email, { UserAttributes });
  return accountOf(User, []);
};

/** Sends another temporary password to somebody who has not signed in yet: each works for three days. */
export const resendInvitation = async (pool: UserPool, { email }: Pick<Account, 'email'>): Promise<void> => {
  await createUser(pool, email, { MessageAction: 'RESEND' });
};

export const disableAccount = async (pool: UserPool, user: string): Promise<void> => {
  await understood(user, pool.client.send(new AdminDisableUserCommand({ UserPoolId: pool.id, Username: user })));
  await endSessions(pool, user);
};

export const enableAccount = async (pool: UserPool, user: string): Promise<void> => {
  await understood(user, pool.client.send(new AdminEnableUserCommand({ UserPoolId: pool.id, Username: user })));
};

/**
 * Forgets the authenticator app of an account: who signs in next sets up another one. A preference of no app
 * (`AdminSetUserMFAPreference`) would be taken and do nothing where the pool requires a second factor.
 *
 * {@link https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteSoftwareToken.html}
 */
export const resetSecondFactor = async (pool: UserPool, user: string): Promise<void> => {
  await understood(
    user,
    pool.client.send(new AdminDeleteSoftwareTokenCommand({ UserPoolId: pool.id, Username: user })),
  );
  await endSessions(pool, user);
};
