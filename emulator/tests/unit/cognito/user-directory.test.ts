import { describe, expect, it } from 'vitest';
import { UserDirectory } from '../../../src/cognito/user-directory.ts';
import { Outbox } from '../../../src/ses/outbox.ts';

const pool = { UserPoolId: 'us-east-1_Pool' };
const report = (message: string) => {
  throw new Error(message);
};

const directory = () => {
  const outbox = new Outbox({ file: undefined, report });
  const users = new UserDirectory({
    ...{ pools: [pool.UserPoolId], groups: ['admin', 'editor'], outbox, file: undefined, report },
    people: [{ name: 'admin', groups: ['admin'] }],
    invitation:
      () =>
      async (_name, { locale = '' }) => ({ subject: locale, message: '<p>One &amp; <b>two</b></p>' }),
  });
  const ask = async (operation: string, input: object = {}) =>
    // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers whose shape it is there to find out
    (await users.answer(operation, { ...pool, ...input })) as any;
  const create = (email: string) =>
    ask('AdminCreateUser', { Username: email, UserAttributes: [{ Name: 'locale', Value: 'az' }] });
  return { users, outbox, ask, create };
};

describe('the accounts of the user pool', () => {
  it('are listed sixty at a time, as Cognito lists them', async () => {
    const { ask, create } = directory();
    for (let n = 0; n < 70; n += 1) {
      await create(`p${n}@example.org`);
      await ask('AdminAddUserToGroup', { Username: `p${n}@example.org`, GroupName: 'editor' });
    }
    const { Users, PaginationToken } = await ask('ListUsers');
    expect(Users).toHaveLength(60);
    const rest = await ask('ListUsers', { PaginationToken });
    expect([rest.Users.length, rest.PaginationToken]).toEqual([11, undefined]);
    const members = await ask('ListUsersInGroup', { GroupName: 'editor' });
    expect(members.Users).toHaveLength(60);
    const { Users: others } = await ask('ListUsersInGroup', { GroupName: 'editor', NextToken: members.NextToken });
    expect(others).toHaveLength(10);
  });

  it('begin with those whom the emulator was given, who stay when it is cleared', async () => {
    const { users, ask, create } = directory();
    await create('leyla@example.org');
    users.clear();
    const { Users } = await ask('ListUsers');
    expect(Users).toMatchObject([{ UserStatus: 'CONFIRMED', Enabled: true }]);
    expect(users.people).toMatchObject([{ name: 'admin', groups: ['admin'] }]);
  });

  it('send an invitation in their words, and another one until somebody has signed in', async () => {
    const { users, outbox, ask, create } = directory();
    const { User } = await create('leyla@example.org');
    expect(User.UserStatus).toBe('FORCE_CHANGE_PASSWORD');
    const again = () => ask('AdminCreateUser', { Username: 'leyla@example.org', MessageAction: 'RESEND' });
    await again();
    const mail = { to: ['leyla@example.org'], subject: 'az', text: 'One & two' };
    expect(outbox.mails).toMatchObject([mail, mail]);
    const [, leyla] = users.people;
    users.signedIn(leyla ?? { name: '', groups: [] });
    await expect(again()).rejects.toMatchObject({ code: 'UnsupportedUserStateException' });
    await expect(create('leyla@example.org')).rejects.toMatchObject({ code: 'UsernameExistsException' });
  });
});
