/**
 * `npm run staff -- add leyla@example.org --role admin`: makes accounts of the staff, gives them their roles, disables
 * and lists them, by the operator's AWS credentials.
 */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { addAccount, disableAccount, enableAccount, listAccounts, setGroups } from '../shared/desk/people/accounts.ts';
import { type Group, groups } from '../shared/model/staff/role.ts';
import { NotFoundError } from '../shared/refusals/application-error.ts';
import { reason } from '../shared/refusals/reason.ts';
import { commandLanguage } from './command/command-language.ts';
import { say, sayError } from './command/command-words.ts';
import { table } from './command/table.ts';
import { userPoolFromEnvironment } from './staff/user-pool.ts';

const usage = say('usage', { usage: say('staffUsage', { roles: groups.join('|') }) });

const emailSchema = z.email();
const rolesSchema = z.array(z.enum(groups)).min(1);

interface Order {
  readonly act: string;
  readonly email: string;
  readonly groups: readonly Group[];
  readonly name: string | undefined;
}

/** What is to be done. Throws the usage where that is not plain. */
const readOrder = (): Order => {
  try {
    const options = { role: { type: 'string', multiple: true }, name: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [act = '', address, ...others] = positionals;
    const hasRoles = act === 'add' || act === 'role';
    if (!['add', 'role', 'disable', 'enable', 'list'].includes(act) || others.length > 0) throw new Error(usage);
    if (!hasRoles && values.role) throw new Error(usage);
    return {
      act,
      email: act === 'list' ? '' : emailSchema.parse(address),
      groups: hasRoles ? rolesSchema.parse(values.role ?? []) : [],
      name: values.name,
    };
  } catch (cause) {
    throw new Error(usage, { cause });
  }
};

const run = async ({ act, email, groups: wanted, name }: Order): Promise<void> => {
  const pool = await userPoolFromEnvironment();
  const roles = wanted.join(', ');
  if (act === 'list') {
    const rows = (await listAccounts(pool)).map((account) => [
      account.email,
      account.name || undefined,
      account.groups.join(', ') || undefined,
      account.isEnabled ? say(account.isConfirmed ? 'accountActive' : 'accountInvited') : say('accountDisabled'),
    ]);
    console.log(table([say('accountEmail'), say('accountName'), say('accountRoles'), say('accountState')], rows));
  } else if (act === 'add') {
    const account = await addAccount(pool, { email, name, language: commandLanguage() });
    await setGroups(pool, account, wanted);
    console.log(say('accountAdded', { email, roles }));
  } else if (act === 'role') {
    const account = (await listAccounts(pool)).find((one) => one.email.toLowerCase() === email.toLowerCase());
    if (!account) throw new NotFoundError(reason('accountNotFound', { id: email }));
    await setGroups(pool, account, wanted);
    console.log(say('rolesGiven', { email, roles }));
  } else if (act === 'disable') {
    await disableAccount(pool, email);
    console.log(say('accountDisabledNow', { email }));
  } else {
    await enableAccount(pool, email);
    console.log(say('accountEnabledNow', { email }));
  }
};

const main = async (): Promise<void> => run(readOrder());

main().catch((error: Error) => {
  console.error(sayError(error));
  process.exit(error.message === usage ? 2 : 1);
});
