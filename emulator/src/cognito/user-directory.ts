import * as z from 'zod';
import { AwsError } from '../endpoint/aws-error.ts';
import { type Outbox, textOfHtml } from '../ses/outbox.ts';
import { readKept, replaceFile } from '../storage/kept-file.ts';
import type { MessageTrigger } from './message-trigger.ts';
import type { Person } from './sign-in.ts';
import { subjectOf } from './subject-of.ts';

const userSchema = z.object({
  /** What the person signs in with: the address, or the name of somebody whom the emulator began with. */
  email: z.string(),
  attributes: z.record(z.string(), z.string()),
  groups: z.array(z.string()),
  enabled: z.boolean(),
  /** False until the person has signed in. */
  confirmed: z.boolean().default(false),
  /** When all sessions were ended, in milliseconds since 1970. */
  signedOutAt: z.number().optional(),
  createdAt: z.number(),
});

type User = z.output<typeof userSchema>;

const attributesSchema = z.array(z.object({ Name: z.string(), Value: z.string().default('') })).default([]);
const inputSchema = z.object({
  UserPoolId: z.string(),
  Username: z.string().optional(),
  GroupName: z.string().optional(),
  UserAttributes: attributesSchema,
  MessageAction: z.enum(['RESEND', 'SUPPRESS']).optional(),
  Limit: z.int().optional(),
  PaginationToken: z.string().optional(),
  NextToken: z.string().optional(),
});

type Input = z.output<typeof inputSchema>;

/** Most accounts that one answer lists. */
const mostListed = 60;

interface DirectoryOptions {
  readonly pools: readonly string[];
  readonly groups: readonly string[];
  /** Who has an account from the beginning. */
  readonly people: readonly Person[];
  /** The file that keeps the accounts; they are in memory alone, where absent. */
  readonly file: string | undefined;
  readonly outbox: Outbox;
  /** Words the invitations. */
  readonly invitation: () => MessageTrigger;
  readonly report: (message: string) => void;
}

/**
 * The accounts of the user pool, as an operator makes them. Passwords and second factors are not known: whoever has an
 * account can be chosen where one signs in.
 *
 * {@link https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html}
 */
export class UserDirectory {
  readonly #users = new Map<string, User>();
  readonly #options: DirectoryOptions;

  constructor(options: DirectoryOptions) {
    this.#options = options;
    this.#begin();
    const { file, report } = options;
    const read = (text: string) => z.array(userSchema).parse(JSON.parse(text));
    for (const user of (file && readKept(file, read, report)) || []) this.#users.set(user.email, user);
  }

  #begin(): void {
    for (const { name, groups, attributes = {} } of this.#options.people) {
      const email = `${name}@example.org`;
      this.#users.set(name, {
        ...{ email: name, attributes: { email, ...attributes }, groups: [...groups] },
        ...{ enabled: true, confirmed: true, createdAt: Date.now() },
      });
    }
  }

  /** Those who may sign in. */
  get people(): Person[] {
    return [...this.#users.values()]
      .filter(({ enabled }) => enabled)
      .map(({ email, groups, attributes, signedOutAt }) => ({
        ...{ name: email, groups, attributes, subject: subjectOf(email), signedOutAt },
      }));
  }

  /** Notes that somebody has signed in: the account is confirmed then. */
  signedIn({ name }: Person): void {
    const user = this.#users.get(name);
    if (!user || user.confirmed) return;
    this.#users.set(name, { ...user, confirmed: true });
    this.#keep();
  }

  /** Leaves those alone who have had an account from the beginning. */
  clear(): void {
    this.#users.clear();
    this.#begin();
  }

  /** Answers a call whose signer is authorized. */
  async answer(operation: string, body: unknown): Promise<object> {
    const input = inputSchema.parse(body);
    if (!this.#options.pools.includes(input.UserPoolId)) {
      throw new AwsError(400, 'ResourceNotFoundException', `User pool ${input.UserPoolId} does not exist.`);
    }
    const act = this.#operations[operation];
    if (!act) throw new AwsError(501, 'NotImplemented', `The embedded cloud does not know cognito-idp:${operation}`);
    const answered = await act(input);
    this.#keep();
    return answered;
  }

  #keep(): void {
    const { file } = this.#options;
    if (file) replaceFile(file, JSON.stringify([...this.#users.values()]), 0o600);
  }

  readonly #operations: Readonly<Record<string, (input: Input) => object | Promise<object>>> = {
    AdminCreateUser: async (input) => {
      if (input.MessageAction === 'RESEND') return this.#inviteAgain(input);
      const { Username: email = '', UserAttributes } = input;
      const isTaken = [...this.#users.values()].some((user) => user.attributes.email === email);
      if (isTaken) {
        throw new AwsError(400, 'UsernameExistsException', 'An account with the given email already exists.');
      }
      const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
      const user = {
        ...{ email, attributes: { ...attributes, email }, groups: [] },
        ...{ enabled: true, confirmed: false, createdAt: Date.now() },
      };
      if (input.MessageAction !== 'SUPPRESS') await this.#invite(user);
      this.#users.set(email, user);
      return { User: listed(user) };
    },
    AdminGetUser: (input) => described(this.#user(input)),
    AdminDisableUser: (input) => this.#change(input, (user) => ({ ...user, enabled: false })),
    AdminEnableUser: (input) => this.#change(input, (user) => ({ ...user, enabled: true })),
    AdminUserGlobalSignOut: (input) => this.#change(input, (user) => ({ ...user, signedOutAt: Date.now() })),
    // No account of the emulator has a second factor: only the state of the account counts.
    AdminDeleteSoftwareToken: (input) => {
      if (!this.#user(input).confirmed) throw new AwsError(400, 'UserNotConfirmedException', 'User is not confirmed.');
      return {};
    },
    AdminAddUserToGroup: (input) => {
      const group = this.#group(input);
      return this.#change(input, (user) => ({ ...user, groups: [...new Set([...user.groups, group])] }));
    },
    AdminRemoveUserFromGroup: (input) => {
      const group = this.#group(input);
      return this.#change(input, (user) => ({ ...user, groups: user.groups.filter((one) => one !== group) }));
    },
    AdminListGroupsForUser: (input) => ({ Groups: this.#user(input).groups.map((GroupName) => ({ GroupName })) }),
    ListUsers: (input) => {
      const { users, next } = this.#page(input, input.PaginationToken, () => true);
      return { Users: users, ...(next && { PaginationToken: next }) };
    },
    ListUsersInGroup: (input) => {
      const group = this.#group(input);
      const { users, next } = this.#page(input, input.NextToken, ({ groups }) => groups.includes(group));
      return { Users: users, ...(next && { NextToken: next }) };
    },
  };

  async #invite(user: User): Promise<void> {
    const { subject, message } = await this.#options.invitation()(subjectOf(user.email), attributesOf(user));
    this.#options.outbox.send({ to: [user.attributes.email ?? user.email], subject, text: textOfHtml(message) });
  }

  async #inviteAgain(input: Input): Promise<object> {
    const user = this.#user(input);
    if (user.confirmed) {
      throw new AwsError(400, 'UnsupportedUserStateException', 'User has already signed in.');
    }
    await this.#invite(user);
    return { User: listed(user) };
  }

  /** A page of accounts; its token is the place of the next one. */
  #page({ Limit = mostListed }: Input, token: string | undefined, isMeant: (user: User) => boolean) {
    const start = Number(token ?? 0);
    const end = start + Math.min(Limit, mostListed);
    const all = [...this.#users.values()].filter(isMeant);
    return { users: all.slice(start, end).map(listed), next: end < all.length ? String(end) : undefined };
  }

  #group({ GroupName = '' }: Input): string {
    if (this.#options.groups.includes(GroupName)) return GroupName;
    throw new AwsError(400, 'ResourceNotFoundException', 'Group not found.');
  }

  /** A person is named by the address, or by the name that the pool has given. */
  #user({ Username = '' }: Input): User {
    const user = [...this.#users.values()].find(({ email, attributes }) =>
      [email, attributes.email, subjectOf(email)].includes(Username),
    );
    if (!user) throw new AwsError(400, 'UserNotFoundException', 'User does not exist.');
    return user;
  }

  #change(input: Input, make: (user: User) => User): object {
    const user = make(this.#user(input));
    this.#users.set(user.email, user);
    return {};
  }
}

const attributesOf = ({ email, attributes }: User) => ({ sub: subjectOf(email), ...attributes });

const described = (user: User) => ({
  Username: subjectOf(user.email),
  UserAttributes: Object.entries(attributesOf(user)).map(([Name, Value]) => ({ Name, Value })),
  Enabled: user.enabled,
  UserStatus: user.confirmed ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
  UserCreateDate: user.createdAt / 1000,
});

/** As lists and new accounts name the attributes. */
const listed = (user: User) => {
  const { UserAttributes: Attributes, ...rest } = described(user);
  return { ...rest, Attributes };
};
