import type * as z from 'zod';
import type { accountSchema } from '../../shared/contract/staff/accounts.ts';
import type { Account } from '../../shared/desk/people/accounts.ts';

const statusOf = ({ isEnabled, isConfirmed }: Account) => {
  if (!isEnabled) return 'disabled';
  return isConfirmed ? 'active' : 'invited';
};

/** An account as the API shows it. */
export const shownAccount = (account: Account): z.input<typeof accountSchema> => {
  const { id, email, name, groups, language, createdAt } = account;
  return {
    ...{ id, email, ...(name && { name }), groups: [...groups] },
    ...(language && { language }),
    ...{ status: statusOf(account), createdAt },
  };
};
