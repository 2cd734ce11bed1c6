import { cognito } from '../../shared/aws/cognito.ts';
import { env } from '../../shared/aws/environment.ts';
import { accountRoutes } from '../../shared/contract/staff/accounts.ts';
import {
  disableAccount,
  enableAccount,
  listAccounts,
  resendInvitation,
  resetSecondFactor,
  setGroups,
  type UserPool,
} from '../../shared/desk/people/accounts.ts';
import { changeAccount, createAccount } from '../../shared/desk/people/manage-accounts.ts';
import { requireValidToken } from '../../shared/desk/people/revocations.ts';
import type { Actor } from '../../shared/desk/store/actor.ts';
import { type Call, serve } from '../../shared/http/serve.ts';
import { logger } from './logger.ts';
import { shownAccount } from './shown-account.ts';

const pool = (): UserPool => ({ client: cognito, id: env.userPool });

const actorOf = ({ staff, now, from, viewer }: Call): Actor => ({
  ...{ by: staff.id, role: staff.role, now, from, viewer, logger },
});

/** Answers admins about the accounts of the staff, and changes them. */
export const handler = serve(
  accountRoutes,
  {
    listAccounts: async () => ({ body: { items: (await listAccounts(pool())).map(shownAccount) } }),

    createAccount: async ({ body }, call) => ({
      body: shownAccount(await createAccount(pool(), body, actorOf(call))),
    }),

    resendInvitation: async ({ params: { personId } }, call) => {
      const change = async (account: { email: string }) => {
        await resendInvitation(pool(), account);
        return {};
      };
      const act = { action: 'account.invitedAgain', change } as const;
      return { body: shownAccount(await changeAccount(pool(), personId, actorOf(call), act)) };
    },

    updateAccountGroups: async ({ params: { personId }, body: { groups } }, call) => {
      const account = await changeAccount(pool(), personId, actorOf(call), {
        ...{ action: 'account.groupsChanged', granted: groups },
        change: async (before) => {
          await setGroups(pool(), before, groups);
          return { groups };
        },
      });
      return { body: shownAccount(account) };
    },

    disableAccount: async ({ params: { personId } }, call) => {
      const change = async () => {
        await disableAccount(pool(), personId);
        return { isEnabled: false };
      };
      const act = { action: 'account.disabled', change } as const;
      return { body: shownAccount(await changeAccount(pool(), personId, actorOf(call), act)) };
    },

    enableAccount: async ({ params: { personId } }, call) => {
      const change = async () => {
        await enableAccount(pool(), personId);
        return { isEnabled: true };
      };
      const act = { action: 'account.enabled', change } as const;
      return { body: shownAccount(await changeAccount(pool(), personId, actorOf(call), act)) };
    },

    resetSecondFactor: async ({ params: { personId } }, call) => {
      const change = async () => {
        await resetSecondFactor(pool(), personId);
        return {};
      };
      const act = { action: 'account.secondFactorReset', change } as const;
      return { body: shownAccount(await changeAccount(pool(), personId, actorOf(call), act)) };
    },
  },
  logger,
  { requireValidToken },
);
