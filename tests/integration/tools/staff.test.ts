import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  addAccount,
  disableAccount,
  enableAccount,
  listAccounts,
  setGroups,
  type UserPool,
} from '../../../shared/desk/people/accounts.ts';
import { signInByBrowser } from '../../../tools/staff/sign-in-by-browser.ts';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

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
const accountOf = async (address: string) => (await listAccounts(pool)).find(({ email }) => email === address);

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
    const made = await addAccount(pool, { email: leyla, name: 'Leyla Əliyeva', language: 'az' });
    await setGroups(pool, made, ['admin']);
    const account = { email: leyla, name: 'Leyla Əliyeva', groups: ['admin'], language: 'az', isEnabled: true };
    expect(await accountOf(leyla)).toMatchObject({ ...account, isConfirmed: false });
    const headers = { authorization: `Bearer ${await signedInAs(leyla)}` };
    const me = await (await fetch(`${cloud.url}/v1/staff/me`, { headers })).json();
    expect(me).toMatchObject({ id: made.id, name: 'Leyla Əliyeva', role: 'admin' });
    expect(await accountOf(leyla)).toMatchObject({ ...account, isConfirmed: true });

    await setGroups(pool, { ...made, groups: ['admin'] }, ['editor', 'juror']);
    expect(await accountOf(leyla)).toMatchObject({ groups: ['editor', 'juror'] });
    await disableAccount(pool, leyla);
    expect(await accountOf(leyla)).toMatchObject({ isEnabled: false });
    await enableAccount(pool, leyla);
    expect(await accountOf(leyla)).toMatchObject({ isEnabled: true });
  });

  it('says who has no account, and who has one already', async () => {
    await expect(disableAccount(pool, 'nobody@example.org')).rejects.toThrow('nobody@example.org');
    const rashad = { email: 'rashad@example.org', language: 'en' as const };
    await setGroups(pool, await addAccount(pool, rashad), ['editor']);
    await expect(addAccount(pool, rashad)).rejects.toThrow('rashad@example.org has an account already');
    expect(await accountOf('rashad@example.org')).toMatchObject({ name: '', groups: ['editor'] });
  });
});
