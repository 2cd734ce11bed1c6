import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { account, region } from '../template/identity.ts';
import type { TokenClaims } from './authorizer.ts';

export interface ApiEventDetails {
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly identity: TokenClaims | undefined;
  readonly apiId: string;
  readonly requestId: string;
}

const isText = (headers: Readonly<Record<string, string>>): boolean => {
  const type = headers['content-type'];
  if (headers['content-encoding']) return false;
  return type === undefined || /^(text\/|application\/(json|javascript|xml)\b)/i.test(type);
};

/** The header as a proxy forwards it: the caller's address `ip` follows what came with the request. */
export const forwardedFor = (headers: Readonly<Record<string, string>>, ip: string): string =>
  headers['x-forwarded-for'] ? `${headers['x-forwarded-for']}, ${ip}` : ip;

const queryOf = (query: string): Record<string, string> => {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    joined[name] = name in joined ? `${joined[name]},${value}` : value;
  return joined;
};

/**
 * The event of a function behind an HTTP API, payload format 2.0.
 *
 * {@link https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html}
 */
export const apiEvent = (
  request: HttpRequest,
  { routeKey, parameters, identity, apiId, requestId }: ApiEventDetails,
) => {
  const { method, path, query, headers, body = Buffer.alloc(0), ip } = request;
  const time = new Date();
  const domainName = `${apiId}.execute-api.${region}.amazonaws.com`;
  const text = isText(headers);
  const { cookie } = headers;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: {
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '443',
      host: domainName,
      ...headers,
      // After what the request brought: a caller cannot forge the address that the API has seen itself.
      'x-forwarded-for': forwardedFor(headers, ip),
    },
    ...(query !== '' && { queryStringParameters: queryOf(query) }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: account,
      apiId,
      ...(identity && { authorizer: { jwt: identity } }),
      domainName,
      domainPrefix: apiId,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: ip, userAgent: headers['user-agent'] ?? '' },
      requestId,
      routeKey,
      stage: '$default',
      time: time.toUTCString(),
      timeEpoch: time.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
};

const responseSchema = z.object({
  statusCode: z.coerce.number().int().min(200).max(599),
  headers: z.record(z.string(), z.coerce.string()).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** The API's answer for a function's result; undefined where that is not valid. */
export const apiResponse = (result: unknown): HttpResponse | undefined => {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const parsed = responseSchema.safeParse(result);
  if (!parsed.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const given = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    status: statusCode,
    headers: {
      ...(body && { 'content-type': 'text/plain;charset=UTF-8' }),
      ...Object.fromEntries(given),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
};
