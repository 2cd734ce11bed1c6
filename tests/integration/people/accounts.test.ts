import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Group } from '../../../shared/model/staff/role.ts';
import { type Answer, sendRequest } from '../../support/clients/api-client.ts';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProductInProcess();
});
afterAll(() => cloud.end());

const accounts = '/v1/staff/accounts';

const invite = (email: string, groups: readonly Group[], more: object = {}): Promise<Answer> =>
  cloud.ask(accounts, { body: { email, name: 'Nigar Həsənova', groups, language: 'az', ...more } });

const act = (id: string, path: string, options: { method?: string; body?: unknown } = {}): Promise<Answer> =>
  cloud.ask(`${accounts}/${id}/${path}`, { method: 'POST', ...options });

const listed = async (email: string) =>
  (await cloud.ask(accounts)).body.items.find((account: { email: string }) => account.email === email);

/** Calls the API as somebody who was invited, by a token of now. */
const signedInAs = async (id: string, groups: readonly Group[]) => {
  const token = await cloud.token({ name: id, sub: id, groups });
  return (path: string, options: { method?: string; body?: unknown } = {}) =>
    sendRequest(`${cloud.apiUrl}${path}`, { ...options, token, fetch: cloud.fetch });
};

describe('an account', () => {
  it('is made by inviting somebody, in their language and with the address of the console', async () => {
    const { status, body } = await invite('nigar@example.org', ['juror']);
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Nigar Həsənova', groups: ['juror'], language: 'az', status: 'invited' });
    const [mail] = cloud.mails.slice(-1);
    expect(mail).toMatchObject({ to: ['nigar@example.org'], subject: 'Sizin konsol hesabınız' });
    expect(mail?.text).toContain(`${cloud.url}/console/`);
    expect(mail?.text).toContain('E-poçt: nigar@example.org');
    // Named everywhere from then on, without having acted.
    expect((await cloud.ask('/v1/staff/people')).body.items).toContainEqual({ id: body.id, name: 'Nigar Həsənova' });
    const again = await invite('nigar@example.org', ['admin']);
    expect([again.status, again.body.code]).toEqual([409, 'accountExists']);
    expect(await listed('nigar@example.org')).toMatchObject({ groups: ['juror'] });
  });

  it('is made although the answer to the lease of that work is lost, and the client asks for it again', async () => {
    const remove = cloud.inject({
      match: ({ action, body }) => action === 'dynamodb:PutItem' && JSON.stringify(body).includes('"LEASE"'),
      respond: 'lost',
      times: 1,
    });
    const { status } = await invite('leyla@example.org', ['editor']);
    remove();
    expect(status).toBe(201);
  });

  it('is invited again as long as nobody has signed in with it', async () => {
    const { id } = (await invite('kamal@example.org', ['editor'], { language: 'ru' })).body;
    const sent = cloud.mails.length;
    expect((await act(id, 'invite')).status).toBe(200);
    expect(cloud.mails.slice(sent)).toMatchObject(
      [{ to: ['kamal@example.org'], subject: /учётная запись/ }].map((mail) => ({
        ...mail,
        subject: expect.stringMatching(mail.subject),
      })),
    );
    const { id: active } = await listed('editor@example.org');
    expect((await act(active, 'invite')).body.code).toBe('accountInUse');
  });

  it('says what is wrong with an invitation by its field, in the language of who invites', async () => {
    const wrong = { email: 'nobody', groups: [], name: '  ', language: 'de' };
    const { status, body } = await cloud.ask(accounts, { body: wrong, headers: { 'accept-language': 'az' } });
    expect(status).toBe(400);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'email',
      'groups',
      'language',
      'name',
    ]);
    expect(JSON.stringify(body.errors)).toContain('e-poçt ünvanı');
  });
});

describe('a person whose role has changed', () => {
  it('is refused with the token from before, and let in with one from after', async () => {
    const { id } = (await invite('rena@example.org', ['editor'])).body;
    const byOldToken = await signedInAs(id, ['editor']);
    expect((await byOldToken('/v1/staff/me')).status).toBe(200);
    const changed = await act(id, 'groups', { method: 'PUT', body: { groups: ['contributor', 'juror'] } });
    expect(changed.body.groups).toEqual(['contributor', 'juror']);
    expect(await listed('rena@example.org')).toMatchObject({ groups: ['contributor', 'juror'] });
    const refused = await byOldToken('/v1/staff/me');
    expect([refused.status, refused.body.code]).toEqual([401, 'tokenRevoked']);
    expect(refused.headers.get('www-authenticate')).toContain('invalid_token');
    const after = await signedInAs(id, ['contributor', 'juror']);
    expect((await after('/v1/staff/me')).body.groups).toEqual(['contributor', 'juror']);
  });

  it('whose account is disabled is refused, until it is enabled', async () => {
    const { id } = (await invite('samir@example.org', ['contributor'])).body;
    const byOldToken = await signedInAs(id, ['contributor']);
    expect((await act(id, 'disable')).body.status).toBe('disabled');
    expect((await byOldToken('/v1/staff/me')).status).toBe(401);
    expect(await listed('samir@example.org')).toMatchObject({ status: 'disabled' });
    expect((await act(id, 'enable')).body.status).toBe('invited');
  });

  it('is refused with the token from before, too, where the change stops halfway', async () => {
    const { id } = (await invite('halfway@example.org', ['editor'])).body;
    const byOldToken = await signedInAs(id, ['editor']);
    const match = ({ action }: { action: string }) => action === 'cognito-idp:AdminUserGlobalSignOut';
    const end = cloud.inject({ match, respond: 'deny' });
    expect((await act(id, 'disable')).status).toBe(500);
    end();
    expect(await listed('halfway@example.org')).toMatchObject({ status: 'disabled' });
    expect((await byOldToken('/v1/staff/me')).status).toBe(401);
  });

  it('whose phone is lost sets up another second factor', async () => {
    const { id } = await listed('editor@example.org');
    const before = cloud.calls.length;
    expect((await act(id, 'second-factor/reset')).status).toBe(200);
    const calls = cloud.calls.slice(before).filter(({ action }) => action === 'cognito-idp:AdminDeleteSoftwareToken');
    expect(calls).toMatchObject([{ allowed: true, body: { Username: id } }]);
  });

  it('that nobody has used yet has no second factor', async () => {
    const { id } = (await invite('elnur@example.org', ['editor'])).body;
    const { status, body } = await act(id, 'second-factor/reset');
    expect([status, body.code]).toEqual([409, 'accountNotUsedYet']);
  });
});

describe('admins', () => {
  it('change no account of their own', async () => {
    const { id } = (await invite('admin2@example.org', ['admin'])).body;
    const own = await signedInAs(id, ['admin']);
    for (const [path, options] of [
      ['groups', { method: 'PUT', body: { groups: ['editor'] } }],
      ['disable', { method: 'POST' }],
      ['second-factor/reset', { method: 'POST' }],
    ] as const) {
      const { status, body } = await own(`${accounts}/${id}/${path}`, options);
      expect([path, status, body.code]).toEqual([path, 403, 'ownAccount']);
    }
    expect(await listed('admin2@example.org')).toMatchObject({ groups: ['admin'], status: 'invited' });
  });

  it('cannot take the role from each other at once: one is left', async () => {
    const ids: string[] = [];
    for (const name of ['one', 'two']) ids.push((await invite(`${name}@example.org`, ['admin'])).body.id);
    const [one = '', two = ''] = ids;
    const [first, second] = [await signedInAs(one, ['admin']), await signedInAs(two, ['admin'])];
    const demoted = { method: 'PUT', body: { groups: ['editor'] } };
    const answers = await Promise.all([
      first(`${accounts}/${two}/groups`, demoted),
      second(`${accounts}/${one}/groups`, { ...demoted }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const left = [await listed('one@example.org'), await listed('two@example.org')];
    expect(left.map(({ groups }) => groups[0]).sort()).toEqual(['admin', 'editor']);
  });

  it('find each act in the audit, with what was granted', async () => {
    const { id } = (await invite('audited@example.org', ['juror'])).body;
    await act(id, 'groups', { method: 'PUT', body: { groups: ['editor'] } });
    await act(id, 'disable');
    const month = new Date().toISOString().slice(0, 7);
    const { items } = (await cloud.ask(`/v1/staff/audit?month=${month}&limit=100`)).body;
    const own = items.filter(({ item }: { item: string }) => item === id);
    expect(own.map(({ action, groups }: { action: string; groups?: string[] }) => [action, groups])).toEqual([
      ['account.disabled', undefined],
      ['account.groupsChanged', ['editor']],
      ['account.invited', ['juror']],
    ]);
    expect(JSON.stringify(own)).not.toContain('audited@example.org');
  });
});

describe('who can be put on a jury', () => {
  it('is listed for editors by id and name, without those who cannot sign in', async () => {
    const juror = (await invite('aida@example.org', ['juror'], { name: 'Aida Rəhimova' })).body;
    const gone = (await invite('gone@example.org', ['juror'], { name: 'Disabled' })).body;
    await act(gone.id, 'disable');
    const { items } = (await cloud.ask('/v1/staff/jurors', { as: 'editor' })).body;
    expect(items).toContainEqual({ id: juror.id, name: 'Aida Rəhimova' });
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(gone.id);
    expect(JSON.stringify(items)).not.toContain('@');
    expect((await cloud.ask('/v1/staff/jurors', { as: 'contributor' })).status).toBe(403);
  });
});
