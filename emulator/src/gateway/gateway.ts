import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { invocationPolicy } from '../iam/invocation-policy.ts';
import { decide } from '../iam/policy.ts';
import type { LambdaFunction } from '../lambda/lambda.ts';
import { account, region } from '../template/identity.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import { jwtAuthorizer, type TokenClaims } from './authorizer.ts';
import { apiCorsHeaders, apiCorsSchema, apiPreflight } from './cors.ts';
import { apiEvent, apiResponse } from './payload.ts';
import { matchRoute, parseRouteKey, type RoutePattern } from './routes.ts';
import { throttleOf } from './throttle.ts';

const apiSchema = z.object({ ProtocolType: z.literal('HTTP'), CorsConfiguration: apiCorsSchema.optional() });
const stageSchema = z.object({ StageName: z.literal('$default', 'the only stage known here is $default') });
const integrationSchema = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().default(30_000),
});
const routeSchema = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).max(0, 'are not known here').default([]),
});
interface Route {
  readonly key: string;
  readonly path: RoutePattern;
  readonly fn: LambdaFunction;
  readonly timeout: number;
  readonly authorize: ReturnType<typeof jwtAuthorizer> | undefined;
}

const message = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message: text }),
});

const readRoutes = (
  template: Template,
  apiId: string,
  functions: ReadonlyMap<string, LambdaFunction>,
  localize: (text: string) => string,
): Route[] =>
  template.all('AWS::ApiGatewayV2::Route').map((resource) => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId } = propertiesOf(resource, routeSchema);
    const integration = propertiesOf(
      template.one('AWS::ApiGatewayV2::Integration', Target.replace('integrations/', '')),
      integrationSchema,
    );
    const fn = functions.get(integration.IntegrationUri.split(':function:')[1]?.split('/')[0] ?? '');
    if (!fn)
      throw new Error(`Route "${resource.id}" leads to no function of the template: ${integration.IntegrationUri}`);
    const path = parseRouteKey(RouteKey);
    const { allowed } = decide(invocationPolicy(template, fn.name), {
      principal: { Service: 'apigateway.amazonaws.com' },
      action: 'lambda:InvokeFunction',
      resource: integration.IntegrationUri,
      context: {
        'aws:sourcearn': `arn:aws:execute-api:${region}:${account}:${apiId}/$default/${path.method}${path.text}`,
      },
    });
    if (!allowed) throw new Error(`Route "${RouteKey}": no AWS::Lambda::Permission lets the API invoke "${fn.name}"`);
    const authorizer =
      AuthorizationType === 'JWT' ? template.one('AWS::ApiGatewayV2::Authorizer', AuthorizerId ?? '') : undefined;
    const authorize = authorizer && jwtAuthorizer(authorizer, localize);
    return { key: RouteKey, path, fn, timeout: integration.TimeoutInMillis, authorize };
  });

const decodePath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

const timedOut = Symbol();

/** Settings of the API that are not in the template. */
export interface HttpApiOptions {
  readonly localize: (text: string) => string;
  /** False while every call is accepted, at any rate. */
  readonly throttles: () => boolean;
}

/** The template's HTTP API: routes, throttles, authorizer, CORS and the payload format 2.0 of its functions. */
export const httpApi = (
  template: Template,
  functions: ReadonlyMap<string, LambdaFunction>,
  { localize, throttles }: HttpApiOptions,
): ((request: HttpRequest) => Promise<HttpResponse>) => {
  const api = template.one('AWS::ApiGatewayV2::Api', '');
  const apiId = api.id.toLowerCase();
  const cors = propertiesOf(api, apiSchema).CorsConfiguration;
  const stage = template.one('AWS::ApiGatewayV2::Stage', '');
  propertiesOf(stage, stageSchema);
  const routes = readRoutes(template, apiId, functions, localize);
  const letsThrough = throttleOf(stage, new Set(routes.map(({ key }) => key)));

  const answer = async (given: HttpRequest): Promise<HttpResponse> => {
    // An HTTP API decodes the path before it looks for a route, so an encoded slash divides it too.
    const request = { ...given, path: decodePath(given.path) };
    if (request.body === undefined) return message(413, 'Request Entity Too Large');
    const found = matchRoute(routes, request.method, request.path);
    if (!found) return message(404, 'Not Found');
    const { route, parameters } = found;
    if (throttles() && !letsThrough(route.key)) return message(429, 'Too Many Requests');
    let identity: TokenClaims | undefined;
    if (route.authorize) {
      identity = await route.authorize(request.headers);
      if (!identity) return message(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    }
    const event = apiEvent(request, { routeKey: route.key, parameters, identity, apiId, requestId: randomUUID() });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<typeof timedOut>((resolve) => {
      timer = setTimeout(() => resolve(timedOut), route.timeout);
    });
    try {
      const result = await Promise.race([route.fn.invoke(event), late]);
      if (result === timedOut) return message(503, 'Service Unavailable');
      return apiResponse(result) ?? message(500, 'Internal Server Error');
    } catch {
      return message(500, 'Internal Server Error');
    } finally {
      clearTimeout(timer);
    }
  };

  return async (request) => {
    if (!cors) return answer(request);
    if (request.method === 'OPTIONS') return apiPreflight(request, cors);
    const { status, headers, body } = await answer(request);
    // With CORS configured, the API's headers replace the function's.
    const kept = Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'));
    return { status, headers: { ...Object.fromEntries(kept), ...apiCorsHeaders(request, cors) }, body };
  };
};
