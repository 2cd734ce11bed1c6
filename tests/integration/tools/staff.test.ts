import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addAccount, disableAccount, enableAccount, listAccounts, setGroups } from '../../../tools/staff/accounts.ts';
import { signInByBrowser } from '../../../tools/staff/sign-in-by-browser.ts';
import type { UserPool } from '../../../tools/staff/user-pool.ts';
import { type ProductCloud, startProduct } from '../../support/product-cloud.ts';

let cloud: ProductCloud;
let pool: UserPool;

const account = () => ({ endpoint: cloud.storeUrl, region: 'us-east-1', credentials: cloud.operator });

beforeAll(async () => {
  cloud = await startProduct('staff');
  const id = cloud.outputs.StaffPoolId ?? '';
  pool = { client: new CognitoIdentityProviderClient(account()), id };
});
afterAll(() => cloud.end());
afterEach(() => vi.restoreAllMocks());

const leyla = 'leyla@example.org';
const rolesOf = async (email: string) => (await listAccounts(pool)).find((one) => one.email === email)?.groups;

/** Signs in as `npm run sign-in` does, with a browser that chooses a person at once. */
const signedInAs = async (person: string): Promise<string> => {
  vi.stubEnv('BROWSER', 'true');
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    const url = new URL(/http\S+/.exec(text)?.[0] ?? '');
    url.searchParams.set('person', person);
    void fetch(url);
  });
  const token = await signInByBrowser(cloud.url);
  vi.unstubAllEnvs();
  return token;
};

describe('npm run staff', () => {
  it('finds the user pool among the outputs of the stack', async () => {
    const stacks = new CloudFormationClient(account());
    const { Stacks } = await stacks.send(new DescribeStacksCommand({ StackName: 'Sergi' }));
    expect(Stacks?.[0]?.Outputs).toContainEqual(
      expect.objectContaining({ OutputKey: 'StaffPoolId', OutputValue: pool.id }),
    );
  });

  it('makes an account that can sign in, changes its roles, and disables it', async () => {
    await addAccount(pool, leyla, { name: 'Leyla Əliyeva', groups: ['admin'] });
    expect(await listAccounts(pool)).toEqual([
      { email: leyla, name: 'Leyla Əliyeva', groups: ['admin'], isEnabled: true, isConfirmed: false },
    ]);
    const headers = { authorization: `Bearer ${await signedInAs(leyla)}` };
    const me = await (await fetch(`${cloud.url}/v1/staff/me`, { headers })).json();
    expect(me).toMatchObject({ name: 'Leyla Əliyeva', role: 'admin' });

    await setGroups(pool, leyla, ['editor', 'juror']);
    expect(await rolesOf(leyla)).toEqual(['editor', 'juror']);
    await disableAccount(pool, leyla);
    expect(await listAccounts(pool)).toMatchObject([{ isEnabled: false }]);
    await enableAccount(pool, leyla);
    expect(await listAccounts(pool)).toMatchObject([{ isEnabled: true }]);
  });

  it('says who has no account, and who has one already', async () => {
    await expect(setGroups(pool, 'nobody@example.org', ['editor'])).rejects.toThrow('nobody@example.org');
    await addAccount(pool, 'rashad@example.org', { name: undefined, groups: ['editor'] });
    const again = addAccount(pool, 'rashad@example.org', { name: undefined, groups: ['admin'] });
    await expect(again).rejects.toThrow('rashad@example.org');
    expect(await rolesOf('rashad@example.org')).toEqual(['editor']);
  });
});
