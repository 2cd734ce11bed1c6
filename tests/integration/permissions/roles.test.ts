import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../shared/contract/route.ts';
import { accountRoutes } from '../../../shared/contract/staff/accounts.ts';
import { jurorRoutes } from '../../../shared/contract/staff/jurors.ts';
import { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { type Group, groups, highestRole, isAccessAllowed } from '../../../shared/model/staff/role.ts';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

const routes = Object.entries<Route>({ ...staffRoutes, ...accountRoutes, ...jurorRoutes }).filter(
  ([, { access }]) => access !== 'public',
);

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProduct('roles');
});
afterAll(() => cloud.end());

const statusOf = async (route: Route, token: string): Promise<number> => {
  const path = route.path.replace(/\{(id|previewId)\}/g, '01ARZ3NDEKTSV4RRFFQ69G5FAV').replace('{version}', '1');
  const response = await fetch(`${cloud.url}${path}`, {
    method: route.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"1"' },
    ...((route.body || route.acceptsJsonLines) && { body: '{' }),
  });
  return response.status;
};

const kinds: Record<string, (role: Group) => Promise<string>> = {
  expired: (role) => cloud.token({ groups: [role], expiresIn: -60 }),
  'of a wrong issuer': (role) => cloud.token({ groups: [role], issuer: 'https://issuer.example' }),
  'for a wrong audience': (role) => cloud.token({ groups: [role], audience: 'somebody-else' }),
  'that was tampered with': async (role) => {
    const [head, body = '', signature] = (await cloud.token({ groups: [role] })).split('.');
    const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), 'cognito:groups': ['admin'], exp: 4e9 };
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  },
};

describe.each(routes)('%s', (_, route) => {
  it.each(groups)('lets a %s in as the contract says, by a token that is right in everything', async (role) => {
    const status = await statusOf(route, await cloud.token({ groups: [role] }));
    const isAllowed = route.access !== 'public' && isAccessAllowed(route.access, highestRole([role]), role === 'juror');
    if (isAllowed) expect([200, 400, 404, 412, 415]).toContain(status);
    else expect(status).toBe(403);
    for (const [kind, token] of Object.entries(kinds)) expect(await statusOf(route, await token(role)), kind).toBe(401);
  });

  it('lets nobody in who has no role', async () => {
    expect(await statusOf(route, await cloud.token({}))).toBe(403);
  });
});
