import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issuer, startIssuer } from '../src/cognito/issuer.ts';
import { tokenPath } from '../src/cognito/issuer-handler.ts';
import { requestToken } from '../src/cognito/request-token.ts';
import { readTokenSecret } from '../src/cognito/token-secret.ts';

let data: string;
let issuer: Issuer;
const groups = ['admin', 'editor', 'contributor'];

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'emulator-issuer-'));
  issuer = await startIssuer({ data, port: 0, clientId: 'client', groups });
});
afterAll(async () => {
  await issuer.stop();
  rmSync(data, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/**
 * Sends a request with any headers, as a browser does on behalf of a page; `fetch` would not let us choose some of
 * them.
 */
const send = (path: string, method: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(path, issuer.url), { method, headers }, async (message) => {
      let text = '';
      for await (const chunk of message.setEncoding('utf8')) text += chunk;
      resolve({ status: message.statusCode, headers: message.headers, text });
    });
    sent.on('error', reject).end(body);
  });

const isToken = (text: string) => /eyJ[\w-]+\.[\w-]+\.[\w-]+/.test(text);
const admin = JSON.stringify({ groups: ['admin'] });
const page = { origin: 'https://evil.example', referer: 'https://evil.example/' };

describe('a web page that somebody has open beside the emulator', () => {
  /**
   * What a page can let a browser send: some of it without asking first
   * (https://fetch.spec.whatwg.org/#cors-safelisted-method).
   */
  const attacks: [name: string, path: string, method: string, headers: Record<string, string>, body?: string][] = [
    ['a simple GET, as it worked before', `${tokenPath}?groups=admin`, 'GET', page],
    ['an image or a script, which sends no origin', `${tokenPath}?groups=admin`, 'GET', {}],
    ['a form', tokenPath, 'POST', { ...page, 'content-type': 'application/x-www-form-urlencoded' }, 'groups=admin'],
    ['a form that is JSON as a whole', tokenPath, 'POST', { ...page, 'content-type': 'text/plain' }, admin],
    [
      'a form of several parts',
      tokenPath,
      'POST',
      { ...page, 'content-type': 'multipart/form-data; boundary=x' },
      admin,
    ],
    ['JSON, were it not for the preflight', tokenPath, 'POST', { ...page, 'content-type': 'application/json' }, admin],
    ['a guessed secret', tokenPath, 'POST', { ...page, authorization: 'Bearer secret' }, admin],
    ['an empty secret', tokenPath, 'POST', { ...page, authorization: 'Bearer ' }, admin],
    ['a sandboxed frame', tokenPath, 'POST', { origin: 'null', 'content-type': 'text/plain' }, admin],
    [
      'the token endpoint that the mock server had',
      '/token',
      'POST',
      { ...page, 'content-type': 'application/x-www-form-urlencoded' },
      'grant_type=client_credentials',
    ],
    [
      'the sign-in that the mock server had',
      '/authorize?redirect_uri=https://evil.example&response_type=code',
      'GET',
      page,
    ],
  ];

  it.each(attacks)('gets no token by %s', async (_name, path, method, headers, body) => {
    const answer = await send(path, method, headers, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.location).toBeUndefined();
    expect(isToken(answer.text)).toBe(false);
  });

  it('may read nothing: no answer is for another origin, and no preflight allows anything', async () => {
    for (const [path, method] of [
      [tokenPath, 'OPTIONS'],
      [tokenPath, 'POST'],
      ['/jwks', 'GET'],
      ['/.well-known/openid-configuration', 'GET'],
    ] as const) {
      const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
      const { headers } = await send(path, method, { ...page, ...asked });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it.each(['evil.example', 'evil.example:8789', '127.0.0.1.evil.example', 'localhost.', '127.0.0.1:1', '[::1'])(
    'gets nothing at all by the host %j, wherever its name leads (DNS rebinding)',
    async (host) => {
      // Even by the secret.
      const headers = { host, authorization: `Bearer ${readTokenSecret(data)}` };
      for (const [path, method] of [
        [tokenPath, 'POST'],
        ['/jwks', 'GET'],
      ] as const) {
        const { status, text } = await send(path, method, headers, method === 'POST' ? admin : '');
        expect(status).toBe(421);
        expect(isToken(text)).toBe(false);
      }
    },
  );
});

describe('who may read the data folder', () => {
  it('gets tokens by the secret that lies there, which nobody else can read', async () => {
    const file = join(data, 'token-secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'issuer-keys.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8').length).toBeGreaterThanOrEqual(43);
    const token = await requestToken(data, issuer.url, { groups: ['editor'] });
    expect(decodeJwt(token)).toMatchObject({ token_use: 'access', client_id: 'client', 'cognito:groups': ['editor'] });
    const byName = await send(
      tokenPath,
      'POST',
      {
        host: `localhost:${new URL(issuer.url).port}`,
        authorization: `Bearer ${readTokenSecret(data)}`,
      },
      admin,
    );
    expect(byName.status).toBe(200);
  });

  it('is told what is wrong with a request', async () => {
    await expect(requestToken(data, issuer.url, { groups: ['king'] })).rejects.toThrow('the groups are admin, editor');
    await expect(requestToken(data, issuer.url, { expiresIn: 1.5 })).rejects.toThrow('whole number');
    await expect(requestToken(data, issuer.url, { audience: 'other' })).rejects.toThrow('audience');
  });

  it('has another secret after each start, in a file that only he can read, whatever was there', async () => {
    const other = mkdtempSync(join(tmpdir(), 'emulator-issuer-'));
    try {
      writeFileSync(join(other, 'token-secret'), 'known', { mode: 0o644 });
      const second = await startIssuer({ data: other, port: 0, clientId: 'client', groups });
      const secret = readTokenSecret(other);
      expect(secret).not.toBe('known');
      expect(statSync(join(other, 'token-secret')).mode & 0o777).toBe(0o600);
      await expect(requestToken(data, second.url, { groups: ['admin'] })).rejects.toThrow('secret of the data folder');
      await second.stop();
      const third = await startIssuer({ data: other, port: 0, clientId: 'client', groups });
      expect(readTokenSecret(other)).not.toBe(secret);
      await third.stop();
    } finally {
      rmSync(other, { recursive: true });
    }
  });
});

describe('the tokens', () => {
  it('are verified by the keys that the issuer names, of which only the public part is told', async () => {
    const { text } = await send('/.well-known/openid-configuration', 'GET');
    const { jwks_uri, issuer: named } = JSON.parse(text);
    expect(named).toBe(issuer.url);
    const { keys } = JSON.parse((await send('/jwks', 'GET')).text);
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    const token = await issuer.token({ groups: ['admin'], name: 'leyla' });
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { issuer: issuer.url });
    expect(payload).toMatchObject({ username: 'leyla', token_use: 'access' });
  });

  it('are for an API or for an application, as those of a user pool are', async () => {
    const identity = decodeJwt(await issuer.token({ groups: ['admin'], use: 'id' }));
    expect(identity).toMatchObject({ token_use: 'id', aud: 'client', 'cognito:groups': ['admin'] });
    expect(identity.client_id ?? identity.scope).toBeUndefined();
    const access = decodeJwt(await issuer.token({ groups: ['admin'] }));
    expect(access.aud).toBeUndefined();
  });

  it('outlive a start, by the key in the data folder', async () => {
    const token = await issuer.token({ groups: ['admin'] });
    const second = await startIssuer({ data, port: 0, clientId: 'client', groups });
    await jwtVerify(token, createRemoteJWKSet(new URL('/jwks', second.url)));
    await second.stop();
    // It has made a secret of its own: the first one's is put back for the tests that follow.
    await issuer.stop();
    issuer = await startIssuer({ data, port: 0, clientId: 'client', groups });
  });
});
