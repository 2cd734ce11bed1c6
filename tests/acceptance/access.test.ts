import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, inject, it } from 'vitest';
import type { Route } from '../../shared/contract/route.ts';
import { staffRoutes } from '../../shared/contract/staff.ts';
import { covers, roles } from '../../shared/domain/role.ts';
import { ask } from './client.ts';

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

  it.each(roles)('answers a %s as the contract says', async (role) => {
    const { status, body } = await call(route, inject('tokens')[role]);
    if (route.access !== 'public' && covers(role, route.access)) expect([200, 400, 404, 415]).toContain(status);
    else {
      expect(status).toBe(403);
      expect(body.detail).toContain(route.access);
    }
  });
});
