import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, inject, it } from 'vitest';
import type { Route } from '../../shared/contract/route.ts';
import { staffRoutes } from '../../shared/contract/staff/routes.ts';
import { groups, highestRole, isAccessAllowed } from '../../shared/model/staff/role.ts';
import { ask } from '../support/clients/client.ts';

/** A preview link is for whoever holds it; its own tests are with the editorial ones. */
const routes = Object.entries<Route>(staffRoutes).filter(([, { access }]) => access !== 'public');
const address = (route: Route) =>
  route.path.replace(/\{(id|\w+Id)\}/g, '01ARZ3NDEKTSV4RRFFQ69G5FAV').replace('{version}', '1');
const call = (route: Route, token?: string) =>
  ask(address(route), {
    method: route.method,
    ...(token !== undefined && { token }),
    ...(route.body && { raw: '{' }),
    ...(route.ifMatch && { headers: { 'if-match': '"1"', 'content-type': 'application/json' } }),
  });

const tampered = (token: string): string => {
  const [head, body = '', signature] = token.split('.');
  const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), 'cognito:groups': ['admin'] };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
};

/** A token that says all the right things, signed by a key of our own. */
const forged = async (): Promise<string> => {
  const [head = '', body = ''] = inject('tokens').admin.split('.');
  const { privateKey } = await generateKeyPair('RS256');
  const parts = [head, body].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
  return new SignJWT(parts[1]).setProtectedHeader({ ...parts[0], alg: 'RS256' }).sign(privateKey);
};

const unsigned = (token: string): string => {
  const [, body] = token.split('.');
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
};

describe.each(routes)('%s', (_, route) => {
  it('answers 401 to who has no token, or one that is not ours', async () => {
    const { contributor } = inject('tokens');
    for (const token of [undefined, '', 'nonsense', tampered(contributor), unsigned(contributor), await forged()]) {
      expect((await call(route, token)).status, token).toBe(401);
    }
  });

  it('answers 401 to an ID token, whatever groups it names', async () => {
    const { status, headers, body } = await call(route, inject('identityToken'));
    expect(status).toBe(401);
    expect(body).toMatchObject({
      type: 'urn:problem:sergi:unauthorized',
      detail: expect.stringContaining('access token'),
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(groups)('answers a %s as the contract says', async (role) => {
    const { status, body } = await call(route, inject('tokens')[role]);
    if (route.access !== 'public' && isAccessAllowed(route.access, highestRole([role]), role === 'juror'))
      expect([200, 400, 404, 415]).toContain(status);
    else {
      expect(status).toBe(403);
      expect(body.detail).toContain(route.access);
    }
  });
});

describe('the ID token of these tests', () => {
  it('is an admin’s, of the same issuer and client as the tokens that open every route', () => {
    const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const [identity, access] = [inject('identityToken'), inject('tokens').admin].map(claimsOf);
    expect(identity).toMatchObject({ token_use: 'id', iss: access.iss, aud: access.client_id, sub: access.sub });
    expect(identity['cognito:groups']).toEqual(access['cognito:groups']);
  });
});
