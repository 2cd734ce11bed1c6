import { setTimeout as pause } from 'node:timers/promises';
import { writeItem } from '../../aws/write-item.ts';
import type { AuditAction } from '../../model/staff/audit.ts';
import { type Group, highestRole } from '../../model/staff/role.ts';
import { ApplicationError, ForbiddenError, NotFoundError, UnavailableError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import type { Actor } from '../store/actor.ts';
import { auditWrite } from '../store/audit.ts';
import { releaseLease, takeLease } from '../store/lease.ts';
import { type Account, addAccount, type Invited, listAccounts, setGroups, type UserPool } from './accounts.ts';
import { keepName } from './person-names.ts';
import { revokeTokens } from './revocations.ts';

/**
 * The lease under which accounts are changed. Who holds it dies before it ends: the function has 29 seconds, a lease
 * 30.
 */
const partition = 'ACCOUNTS';

/** How long an act waits for another one, in milliseconds. */
const leaseTimeoutMs = 10_000;

/**
 * Does some work while nobody else changes an account: Cognito has no conditions, so that two admins could take the
 * role from each other.
 */
const alone = async <T>(work: () => Promise<T>): Promise<T> => {
  const end = Date.now() + leaseTimeoutMs;
  for (;;) {
    const holder = await takeLease(partition, new Date());
    if (holder !== undefined) {
      try {
        return await work();
      } finally {
        await releaseLease(partition, holder);
      }
    }
    if (Date.now() > end) throw new UnavailableError(reason('storeBusy'));
    await pause(200);
  }
};

/**
 * Throws where the account of who acts is no admin's any more, whatever the token says. As nobody acts on their own
 * account, there is an admin after each act: the one who has acted.
 */
const requireAdmin = (accounts: readonly Account[], { by }: Actor): void => {
  const own = accounts.find(({ id }) => id === by);
  if (own?.isEnabled && own.groups.includes('admin')) return;
  const held = (own?.isEnabled && highestRole(own.groups)) || 'none';
  throw new ForbiddenError(reason('roleRequired', { required: 'admin', held }));
};

/** Records an act before it is done: where the act fails then, the entry stands for an attempt. */
const record = async (actor: Actor, action: AuditAction, id: string, granted?: readonly Group[]): Promise<void> => {
  const notes = { ...actor.notes, ...(granted && { groups: [...granted] }) };
  await writeItem(auditWrite({ ...actor, notes }, action, id));
};

/**
 * Changes the account of another person, as `change` does in the user pool. Throws where it is the actor's own, or
 * nobody's. The person's tokens are refused from then on, also where it fails halfway.
 */
export const changeAccount = (
  pool: UserPool,
  id: string,
  actor: Actor,
  {
    action,
    granted,
    change,
  }: {
    readonly action: AuditAction;
    /** What the person may act as then, where that changes. */
    readonly granted?: readonly Group[];
    readonly change: (account: Account) => Promise<Partial<Account>>;
  },
): Promise<Account> =>
  alone(async () => {
    const accounts = await listAccounts(pool);
    requireAdmin(accounts, actor);
    if (id === actor.by) throw new ForbiddenError(reason('ownAccount'));
    const account = accounts.find((one) => one.id === id);
    if (!account) throw new NotFoundError(reason('accountNotFound', { id }));
    await record(actor, action, id, granted);
    // Where the change stops halfway, nobody knows what a token from before says: it is refused as well, unless nothing
    // was done.
    const changed = await change(account).catch(async (error: unknown) => {
      if (!(error instanceof ApplicationError)) await revokeTokens(id, new Date());
      throw error;
    });
    await revokeTokens(id, new Date());
    return { ...account, ...changed };
  });

/** Makes an account and gives it its groups. Throws where the address has one. */
export const createAccount = (
  pool: UserPool,
  { groups, ...invited }: Invited & { readonly name: string; readonly groups: readonly Group[] },
  actor: Actor,
): Promise<Account> =>
  alone(async () => {
    requireAdmin(await listAccounts(pool), actor);
    const account = await addAccount(pool, invited);
    // Without a group, the account may do nothing: it is recorded before it has one.
    await record(actor, 'account.invited', account.id, groups);
    await setGroups(pool, account, groups);
    await keepName(account.id, invited.name);
    return { ...account, groups };
  });
