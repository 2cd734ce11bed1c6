import * as z from 'zod';
import { AwsError } from './aws-error.ts';
import { readKept, replaceFile } from './kept-file.ts';
import type { Person } from './sign-in.ts';
import { subjectOf } from './subject-of.ts';

const userSchema = z.object({
  /** The address, by which the person signs in. */
  email: z.string(),
  attributes: z.record(z.string(), z.string()),
  groups: z.array(z.string()),
  enabled: z.boolean(),
  createdAt: z.number(),
});

type User = z.output<typeof userSchema>;

const attributesSchema = z.array(z.object({ Name: z.string(), Value: z.string().default('') })).default([]);
const inputSchema = z.object({
  UserPoolId: z.string(),
  Username: z.string().optional(),
  GroupName: z.string().optional(),
  UserAttributes: attributesSchema,
});

type Input = z.output<typeof inputSchema>;

interface DirectoryOptions {
  readonly pools: readonly string[];
  readonly groups: readonly string[];
  /** The file that keeps the accounts; they are in memory alone, where absent. */
  readonly file: string | undefined;
  readonly report: (message: string) => void;
}

/**
 * The accounts of the user pool, as an operator makes them. Passwords are not known: whoever has an account can be chosen where one signs in.
 *
 * {@link https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html}
 */
export class UserDirectory {
  readonly #users = new Map<string, User>();
  readonly #options: DirectoryOptions;

  constructor(options: DirectoryOptions) {
    this.#options = options;
    const { file, report } = options;
    const read = (text: string) => z.array(userSchema).parse(JSON.parse(text));
    for (const user of (file && readKept(file, read, report)) || []) this.#users.set(user.email, user);
  }

  /** Those who may sign in. */
  get people(): Person[] {
    return [...this.#users.values()]
      .filter(({ enabled }) => enabled)
      .map(({ email, groups, attributes }) => ({ name: email, groups, attributes }));
  }

  clear(): void {
    this.#users.clear();
  }

  /** Answers a call whose signer is authorized. */
  answer(operation: string, body: unknown): object {
    const input = inputSchema.parse(body);
    if (!this.#options.pools.includes(input.UserPoolId)) {
      throw new AwsError(400, 'ResourceNotFoundException', `User pool ${input.UserPoolId} does not exist.`);
    }
    const act = this.#operations[operation];
    if (!act) throw new AwsError(501, 'NotImplemented', `The embedded cloud does not know cognito-idp:${operation}`);
    const answered = act(input);
    const { file } = this.#options;
    if (file) replaceFile(file, JSON.stringify([...this.#users.values()]), 0o600);
    return answered;
  }

  readonly #operations: Readonly<Record<string, (input: Input) => object>> = {
    AdminCreateUser: ({ Username: email = '', UserAttributes }) => {
      if (this.#users.has(email)) {
        throw new AwsError(400, 'UsernameExistsException', 'An account with the given email already exists.');
      }
      const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
      const user = { email, attributes: { ...attributes, email }, groups: [], enabled: true, createdAt: Date.now() };
      this.#users.set(email, user);
      return { User: { ...described(user), Attributes: described(user).UserAttributes } };
    },
    AdminGetUser: (input) => described(this.#user(input)),
    AdminDisableUser: (input) => this.#change(input, (user) => ({ ...user, enabled: false })),
    AdminEnableUser: (input) => this.#change(input, (user) => ({ ...user, enabled: true })),
    AdminUserGlobalSignOut: (input) => this.#change(input, (user) => user),
    AdminAddUserToGroup: (input) => {
      const group = this.#group(input);
      return this.#change(input, (user) => ({ ...user, groups: [...new Set([...user.groups, group])] }));
    },
    AdminRemoveUserFromGroup: (input) => {
      const group = this.#group(input);
      return this.#change(input, (user) => ({ ...user, groups: user.groups.filter((one) => one !== group) }));
    },
    AdminListGroupsForUser: (input) => ({ Groups: this.#user(input).groups.map((GroupName) => ({ GroupName })) }),
    ListUsers: () => ({ Users: this.#listed(() => true) }),
    ListUsersInGroup: (input) => {
      const group = this.#group(input);
      return { Users: this.#listed(({ groups }) => groups.includes(group)) };
    },
  };

  #listed(isMeant: (user: User) => boolean): object[] {
    return [...this.#users.values()].filter(isMeant).map((user) => {
      const { UserAttributes: Attributes, ...rest } = described(user);
      return { ...rest, Attributes };
    });
  }

  #group({ GroupName = '' }: Input): string {
    if (this.#options.groups.includes(GroupName)) return GroupName;
    throw new AwsError(400, 'ResourceNotFoundException', 'Group not found.');
  }

  /** A person is named by the address, or by the name that the pool has given. */
  #user({ Username = '' }: Input): User {
    const user = [...this.#users.values()].find(({ email }) => email === Username || subjectOf(email) === Username);
    if (!user) throw new AwsError(400, 'UserNotFoundException', 'User does not exist.');
    return user;
  }

  #change(input: Input, make: (user: User) => User): object {
    const user = make(this.#user(input));
    this.#users.set(user.email, user);
    return {};
  }
}

const described = ({ email, attributes, enabled, createdAt }: User) => ({
  Username: subjectOf(email),
  UserAttributes: Object.entries({ sub: subjectOf(email), ...attributes }).map(([Name, Value]) => ({ Name, Value })),
  Enabled: enabled,
  UserStatus: 'FORCE_CHANGE_PASSWORD',
  UserCreateDate: createdAt / 1000,
});
