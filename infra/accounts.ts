import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import type { StaffIdentity } from './staff-identity.ts';
import { bindTable, type Stores } from './stores.ts';

/** What may be done with the accounts of the user pool, by its IAM name. */
type PoolAction =
  | 'AdminCreateUser'
  | 'AdminDeleteSoftwareToken'
  | 'AdminAddUserToGroup'
  | 'AdminRemoveUserFromGroup'
  | 'AdminDisableUser'
  | 'AdminEnableUser'
  | 'AdminUserGlobalSignOut'
  | 'ListUsers'
  | 'ListUsersInGroup';

/** Lets a function do something with the accounts, and tells it which user pool they are in. */
export const bindPool = (fn: SergiFunction, { pool }: StaffIdentity, actions: readonly PoolAction[]): void => {
  fn.addEnvironment('USER_POOL', pool.userPoolId);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `cognito-idp:${action}`),
      resources: [pool.userPoolArn],
    }),
  );
};

interface AccountsProps {
  readonly identity: StaffIdentity;
  readonly stores: Stores;
  readonly settings: Settings;
}

/**
 * The functions that may ask the user pool who the staff are: one changes accounts, for admins; the other reads who is
 * a juror, for editors. Of all others only the sender of mail has a right on the pool.
 */
export class Accounts extends Construct {
  /** Answers admins. */
  readonly fn: SergiFunction;
  /** Answers editors. */
  readonly jurors: SergiFunction;

  constructor(scope: Construct, id: string, { identity, stores, settings }: AccountsProps) {
    super(scope, id);
    // Shorter than a lease of the desk, under which it works: see `manage-accounts.ts`.
    const answering = { settings, memorySize: 512, timeout: Duration.seconds(29) };
    this.fn = new SergiFunction(this, 'AccountsFunction', { name: 'accounts', ...answering });
    bindPool(this.fn, identity, [
      ...(['AdminCreateUser', 'AdminAddUserToGroup', 'AdminRemoveUserFromGroup'] as const),
      ...(['AdminDisableUser', 'AdminEnableUser', 'AdminDeleteSoftwareToken', 'AdminUserGlobalSignOut'] as const),
      ...(['ListUsers', 'ListUsersInGroup'] as const),
    ]);
    // The audit, the names, the lease, and whose tokens are refused.
    bindTable(this.fn, 'DESK_TABLE', stores.desk, ['Query', 'PutItem', 'UpdateItem', 'DeleteItem']);
    this.jurors = new SergiFunction(this, 'JurorsFunction', { name: 'jurors', ...answering });
    bindPool(this.jurors, identity, ['ListUsersInGroup']);
    bindTable(this.jurors, 'DESK_TABLE', stores.desk, ['Query']);
  }
}
