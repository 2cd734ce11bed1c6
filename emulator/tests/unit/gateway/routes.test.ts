import { describe, expect, it } from 'vitest';
import { matchRoute, parseRouteKey } from '../../../src/gateway/routes.ts';

const keys = [
  '$default',
  'ANY /files/{path+}',
  'GET /files/{name}',
  'GET /files/index',
  'ANY /files/index',
  'GET /events/{id}/revisions/{version}',
];
const routes = keys.map((key) => ({ key, path: parseRouteKey(key) }));
const match = (method: string, path: string, among = routes) => {
  const found = matchRoute(among, method, path);
  return found && [found.route.key, found.parameters];
};

describe('the route of a request', () => {
  it.each([
    ['a literal before a parameter', 'GET', '/files/index', 'GET /files/index', {}],
    ['its method before any', 'POST', '/files/index', 'ANY /files/index', {}],
    ['a parameter before a greedy one', 'GET', '/files/a', 'GET /files/{name}', { name: 'a' }],
    ['a greedy one before the default', 'PUT', '/files/a/b', 'ANY /files/{path+}', { path: 'a/b' }],
    ['the default at last', 'GET', '/other', '$default', { proxy: 'other' }],
    [
      'several parameters',
      'GET',
      '/events/1/revisions/2',
      'GET /events/{id}/revisions/{version}',
      { id: '1', version: '2' },
    ],
  ])('is %s', (_name, method, path, key, parameters) => {
    expect(match(method, path)).toEqual([key, parameters]);
  });

  it('is none for an empty parameter, a slash too many, or another method', () => {
    const some = routes.filter(({ key }) => key === 'GET /files/{name}');
    expect([match('GET', '/files/', some), match('GET', '/files/a/', some), match('POST', '/files/a', some)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
