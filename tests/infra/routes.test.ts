import { describe, expect, it } from 'vitest';
import { type Route, routeKey } from '../../shared/contract/route.ts';
import { type ApiFunction, routesByFunction } from '../../shared/contract/routes.ts';
import { synthesize } from './synthesize.ts';
import { resourcesOf } from './template.ts';

const template = synthesize();
const properties = (type: string) => resourcesOf(template, type);

describe('the routes of the API', () => {
  const routes = Object.entries(routesByFunction).flatMap(([name, table]) =>
    Object.values<Route>(table).map((route) => ({ name: name as ApiFunction, route })),
  );

  it('are those of the contract, with HEAD for every public GET, and no others', () => {
    const wanted = routes.flatMap(({ route }) =>
      route.access === 'public' && route.method === 'GET' ? [routeKey(route), `HEAD ${route.path}`] : [routeKey(route)],
    );
    const made = properties('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey);
    expect(made.sort()).toEqual(wanted.sort());
  });

  it('ask for a token except where the contract says public', () => {
    for (const [, { Properties }] of properties('AWS::ApiGatewayV2::Route')) {
      const key: string = Properties.RouteKey.replace('HEAD ', 'GET ');
      const open = routes.find(({ route }) => routeKey(route) === key)?.route.access === 'public';
      expect(Properties.AuthorizationType, key).toBe(open ? 'NONE' : 'JWT');
    }
  });

  it('lead to the function that the contract names', () => {
    const integrations = template.findResources('AWS::ApiGatewayV2::Integration');
    for (const [, { Properties }] of properties('AWS::ApiGatewayV2::Route')) {
      const integration = integrations[Properties.Target['Fn::Join'][1][1].Ref];
      const target = JSON.stringify(integration?.Properties.IntegrationUri);
      const key: string = Properties.RouteKey.replace('HEAD ', 'GET ');
      const { name = '' } = routes.find(({ route }) => routeKey(route) === key) ?? {};
      const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
      expect(target, key).toContain(`${words.join('')}Function`);
    }
  });
});
