import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../../shared/contract/route.ts';
import { absenceCacheControl, publicCacheControl } from '../../../shared/http/cache-control.ts';
import { serve } from '../../../shared/http/serve.ts';

const text = 'ə]]>\u2028 '.repeat(400);

const answer = { summary: '', status: 200, response: z.unknown() } as const;

const routes = {
  read: { ...answer, method: 'GET', path: '/read', access: 'public', produces: 'text/plain' },
  readBriefly: { ...answer, method: 'GET', path: '/brief', access: 'public' },
  count: { ...answer, method: 'POST', path: '/count', access: 'public', body: z.strictObject({ n: z.number() }) },
  edit: { ...answer, method: 'POST', path: '/edit', access: 'editor', body: z.strictObject({ n: z.number() }) },
} satisfies Record<string, Route>;

const handler = serve(
  routes,
  {
    read: async () => ({ body: text, headers: { 'content-language': 'az' } }),
    readBriefly: async () => ({ body: { of: 'little' } }),
    count: async () => ({ body: undefined }),
    edit: async (_input, { staff }) => ({ body: staff.id }),
  },
  new Logger({ logLevel: 'SILENT' }),
);

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly query?: Readonly<Record<string, string>>;
}

const ask = (routeKey: string, { headers = {}, claims, body, query }: Asked = {}) => {
  const [method = '', rawPath = ''] = routeKey.split(' ');
  const event = {
    ...{ routeKey, rawPath, body, isBase64Encoded: false },
    headers: { 'content-type': 'application/json', ...headers },
    queryStringParameters: query,
    requestContext: { http: { method, sourceIp: '192.0.2.1' }, authorizer: claims && { jwt: { claims } } },
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
  return handler(event, { awsRequestId: 'request' } as Context) as Promise<APIGatewayProxyStructuredResultV2>;
};

const bytesOf = ({ body = '' }: APIGatewayProxyStructuredResultV2) => Buffer.from(body, 'base64');

describe('a public read', () => {
  it('is compressed as the caller accepts it, with a strong tag for each coding', async () => {
    const plain = await ask('GET /read');
    const br = await ask('GET /read', { headers: { 'accept-encoding': 'gzip, br' } });
    const gzip = await ask('GET /read', { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.body).toBe(text);
    expect(String(brotliDecompressSync(bytesOf(br)))).toBe(text);
    expect(String(gunzipSync(bytesOf(gzip)))).toBe(text);
    const tag = /^"([\w-]{27})"$/.exec(String(plain.headers?.etag))?.[1];
    const both = {
      'content-type': 'text/plain',
      'cache-control': publicCacheControl,
      vary: 'accept-encoding',
      'content-language': 'az',
    };
    expect(plain).toEqual({ statusCode: 200, headers: { ...both, etag: `"${tag}"` }, body: text });
    for (const [coding, { body, ...head }] of Object.entries({ br, gzip })) {
      const headers = { ...both, 'content-encoding': coding, etag: `"${tag}-${coding}"` };
      expect(head).toEqual({ statusCode: 200, headers, isBase64Encoded: true });
    }
  });

  it.each([undefined, 'br'])(
    'is answered 304 with what a cache needs, where the caller has it (coding %s)',
    async (coding) => {
      const accept = coding ? { 'accept-encoding': coding } : undefined;
      const { etag } = (await ask('GET /read', { headers: { ...accept } })).headers ?? {};
      const headers = { 'cache-control': publicCacheControl, vary: 'accept-encoding', etag, 'content-language': 'az' };
      for (const header of [`${etag}`, `W/${etag}`, `"other", W/${etag}`, '*']) {
        const known = await ask('GET /read', { headers: { ...accept, 'if-none-match': header } });
        expect(known).toEqual({ statusCode: 304, headers });
      }
      const other = await ask('GET /read', { headers: { 'accept-encoding': 'gzip', 'if-none-match': `${etag}` } });
      expect(other.statusCode).toBe(200);
    },
  );

  it.each(['identity', 'br'])('is the same for HEAD, so that its length can be told (coding %s)', async (coding) => {
    const headers = { 'accept-encoding': coding };
    expect(await ask('HEAD /read', { headers })).toEqual(await ask('GET /read', { headers }));
  });

  it('says in the plain form too that others have another', async () => {
    const { headers, body } = await ask('GET /brief', { headers: { 'accept-encoding': 'br' } });
    expect(body).toBe('{"of":"little"}');
    expect(headers).toMatchObject({ 'content-type': 'application/json', vary: 'accept-encoding' });
    expect(headers).not.toHaveProperty('content-encoding');
  });
});

describe('any other call', () => {
  it('is neither tagged nor kept', async () => {
    const counted = await ask('POST /count', { headers: { 'accept-encoding': 'br' }, body: '{"n":1}' });
    expect(counted).toEqual({ statusCode: 200, headers: { 'cache-control': 'no-store' } });
  });

  it('is refused to strangers before its input is looked at', async () => {
    const editor = { token_use: 'access', username: 'leyla', 'cognito:groups': '[editor]' };
    const status = async (claims: Readonly<Record<string, string>> | undefined, body: string) =>
      (await ask('POST /edit', { body, ...(claims && { claims }) })).statusCode;
    expect(await status(undefined, '{')).toBe(401);
    expect(await status({ ...editor, token_use: 'id' }, '{')).toBe(401);
    expect(await status({ ...editor, 'cognito:groups': '[jurors]' }, '{')).toBe(403);
    expect(await status(editor, '{')).toBe(400);
    expect((await ask('POST /edit', { claims: editor, body: '{"n":1}' })).body).toBe('"leyla"');
  });

  it('is refused where no route answers it', async () => {
    const missing = await ask('POST /read', { headers: { 'accept-language': 'az', 'accept-encoding': 'br' } });
    expect(missing).toMatchObject({ statusCode: 404 });
    expect(missing.headers).not.toHaveProperty('etag');
  });

  it('is refused in the words of its address where caches keep that for callers of every language', async () => {
    const refused = async (routeKey: string, query?: Readonly<Record<string, string>>) => {
      const { headers } = await ask(routeKey, { headers: { 'accept-language': 'az' }, ...(query && { query }) });
      return [headers?.['cache-control'], headers?.['content-language'], headers?.vary];
    };
    expect(await refused('GET /nothing')).toEqual([absenceCacheControl, 'en', undefined]);
    expect(await refused('GET /nothing', { locale: 'ru-RU' })).toEqual([absenceCacheControl, 'ru', undefined]);
    expect(await refused('GET /v1/staff/nothing')).toEqual(['no-store', 'az', 'accept-language']);
    expect(await refused('POST /edit', { locale: 'ru' })).toEqual(['no-store', 'az', 'accept-language']);
  });
});
