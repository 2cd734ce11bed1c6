import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { command, useCloud } from './fixture-cloud.ts';

interface Echo {
  readonly event: {
    readonly routeKey: string;
    readonly requestContext: { readonly authorizer: { readonly jwt: { readonly claims: Record<string, string> } } };
  };
}

const cloud = useCloud();
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${cloud().apiUrl}${path}`, { headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Echo };
};

describe('the HTTP API', () => {
  it('hands over the request in payload format 2.0', async () => {
    const { body } = await get('/echo/%C9%99%201?a=1&a=2&b=%20', { 'X-Some': 'Thing' });
    expect(body).toMatchObject({
      functionName: 'ApiFunction',
      event: {
        version: '2.0',
        routeKey: 'GET /echo/{name}',
        rawPath: '/echo/ə 1',
        rawQueryString: 'a=1&a=2&b=%20',
        queryStringParameters: { a: '1,2', b: ' ' },
        pathParameters: { name: 'ə 1' },
        headers: { 'x-some': 'Thing' },
        isBase64Encoded: false,
      },
    });
  });

  it('prefers a literal route, and reaches a greedy one with any method', async () => {
    expect((await get('/echo/fixed')).body.event.routeKey).toBe('GET /echo/fixed');
    const response = await fetch(`${cloud().apiUrl}/files/a/b`, {
      method: 'PUT',
      body: new Uint8Array([255, 0]),
      headers: { 'content-type': 'image/png' },
    });
    expect(((await response.json()) as Echo).event).toMatchObject({
      pathParameters: { path: 'a/b' },
      body: '/wA=',
      isBase64Encoded: true,
    });
  });

  it('answers 404 for an unknown path or method, 413 for more than 10 MB, 500 for a function that throws', async () => {
    expect(await get('/none')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect(await get('/do')).toMatchObject({ status: 404 });
    expect(await get('/echo/a%2Fb')).toMatchObject({ status: 404 });
    const large = await fetch(`${cloud().apiUrl}/files/large`, {
      method: 'PUT',
      body: new Uint8Array(10 * 1024 * 1024 + 1),
    });
    expect(large.status).toBe(413);
    expect(await command(cloud(), 'fail')).toEqual({ status: 500, body: { message: 'Internal Server Error' } });
  });

  it('answers preflights itself and adds CORS headers to answers', async () => {
    const preflight = await fetch(`${cloud().apiUrl}/staff`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://a.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const { headers } = await get('/echo/1', { origin: 'https://a.example' });
    expect([headers.get('access-control-allow-origin'), headers.get('access-control-expose-headers')]).toEqual([
      '*',
      'etag',
    ]);
  });
});

describe('the JWT authorizer', () => {
  const staff = (token?: string) => get('/staff', token === undefined ? {} : { authorization: `Bearer ${token}` });

  it('hands the claims of a good token over as text', async () => {
    const { status, body } = await staff(await cloud().token({ groups: ['editor'] }));
    expect(status).toBe(200);
    const { claims } = body.event.requestContext.authorizer.jwt;
    expect(claims).toMatchObject({ 'cognito:groups': '[editor]', token_use: 'access', client_id: 'client' });
    expect(Object.values(claims).every((claim) => typeof claim === 'string')).toBe(true);
  });

  const foreign = async () => {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT({ client_id: 'client', 'cognito:groups': ['admin'] })
      .setProtectedHeader({ alg: 'RS256', kid: 'foreign' })
      .setIssuer(cloud().issuerUrl)
      .setExpirationTime('1h')
      .sign(privateKey);
  };
  const tampered = async () => {
    const [header, payload = '', signature] = (await cloud().token({ groups: ['editor'] })).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['admin'] })).toString('base64url');
    return [header, changed, signature].join('.');
  };
  it.each([
    ['no token', async () => undefined],
    ['no JWT', async () => 'secret'],
    ['an expired token', () => cloud().token({ groups: ['editor'], expiresIn: -10 })],
    ['a foreign key', foreign],
    ['another issuer', () => cloud().token({ groups: ['editor'], issuer: 'https://issuer.example' })],
    ['another audience', () => cloud().token({ groups: ['editor'], audience: 'other' })],
    ['a changed claim', tampered],
  ])('refuses %s', async (_name, token) => {
    const { status, headers, body } = await staff(await token());
    expect([status, body, headers.get('www-authenticate')]).toEqual([401, { message: 'Unauthorized' }, 'Bearer']);
  });

  it('is not given a token for a role that does not exist', async () => {
    await expect(cloud().token({ groups: ['king'] })).rejects.toThrow('editor, admin');
  });
});
