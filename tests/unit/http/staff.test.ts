import { describe, expect, it } from 'vitest';
import { requireAccessToken, staffOf } from '../../../shared/http/staff.ts';

describe('the role in a token', () => {
  it.each([
    ['[editor admin]', 'admin'],
    ['[contributor]', 'contributor'],
    ['[contributor editor]', 'editor'],
    ['[x,admin]', undefined],
    ['editor', 'editor'],
    ['[]', undefined],
    ['[editors superadmin]', undefined],
    ['[admin-of-something]', undefined],
    [undefined, undefined],
    [['editor'], 'editor'],
  ])('of the groups %j is %s', (groups, role) => {
    expect(staffOf({ sub: '1', 'cognito:groups': groups }).role).toBe(role);
  });

  it('comes from nowhere else', () => {
    expect(staffOf({ sub: '1', role: 'admin', groups: '[admin]' }).role).toBeUndefined();
  });
});

describe('a token to call the API with', () => {
  it('is an access token', () => {
    expect(() => requireAccessToken({ token_use: 'access' })).not.toThrow();
  });

  it.each([{ token_use: 'id' }, { token_use: 'refresh' }, { token_use: 'Access' }, { token_use: ['access'] }, {}])(
    'is none with the claims %j',
    (claims) => {
      expect(() => requireAccessToken({ 'cognito:groups': '[admin]', ...claims })).toThrow('access tokens only');
    },
  );
});
