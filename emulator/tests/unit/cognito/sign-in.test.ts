import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Person, signIn } from '../../../src/cognito/sign-in.ts';
import type { TokenRequest } from '../../../src/cognito/token-request.ts';
import type { HttpResponse } from '../../../src/http.ts';

const home = 'http://127.0.0.1:8787/console/';
const people = [
  { name: 'editor', groups: ['editor'], attributes: { name: 'Leyla <Əliyeva>' } },
  { name: 'admin', groups: ['admin'] },
];
const token = async (request: TokenRequest) => JSON.stringify(request);
const begin = () =>
  signIn({ clients: () => [{ id: 'console', callbackUrls: [home], logoutUrls: [home] }], people: () => people, token });

type Answer = (request: Parameters<ReturnType<typeof begin>>[0]) => Promise<HttpResponse | undefined>;
const ask = (answer: Answer, method: string, path: string, values: Record<string, string>, headers = {}) => {
  const text = new URLSearchParams(values).toString();
  const isForm = method === 'POST';
  const parts = isForm ? { query: '', body: Buffer.from(text) } : { query: text, body: undefined };
  return answer({ method, path, headers, ip: '127.0.0.1', ...parts }) as Promise<HttpResponse>;
};

const verifier = 'v'.repeat(43);
const question = {
  client_id: 'console',
  redirect_uri: home,
  response_type: 'code',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
  state: 'kept by the page',
  nonce: 'once',
};
const codeOf = async (answer: Answer, changed: Record<string, string> = {}): Promise<URL> => {
  const { headers } = await ask(answer, 'GET', '/oauth2/authorize', { ...question, person: 'editor', ...changed });
  return new URL(String(headers.location));
};
const redeem = (answer: Answer, code: string, changed: Record<string, string> = {}, headers = {}) => {
  const form = { grant_type: 'authorization_code', client_id: 'console', redirect_uri: home, code_verifier: verifier };
  return ask(answer, 'POST', '/oauth2/token', { ...form, code, ...changed }, headers);
};
const json = ({ body }: HttpResponse) => JSON.parse(String(body));

describe('signing in with a browser', () => {
  it('lets people choose who they are, and leads back with a code and the state', async () => {
    const answer = begin();
    const { status, body, headers } = await ask(answer, 'GET', '/oauth2/authorize', question);
    expect(status).toBe(200);
    expect(String(body)).toContain('Leyla &#60;Əliyeva&#62;');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const back = await codeOf(answer);
    expect(back.href.startsWith(home)).toBe(true);
    expect(back.searchParams.get('state')).toBe('kept by the page');
    const tokens = json(await redeem(answer, back.searchParams.get('code') ?? ''));
    expect(JSON.parse(tokens.access_token)).toMatchObject({ name: 'editor', groups: ['editor'], audience: 'console' });
    expect(JSON.parse(tokens.id_token)).toMatchObject({ use: 'id', nonce: 'once' });
  });

  it('leads nowhere but to the addresses of the client, by either name of this machine', async () => {
    const answer = begin();
    for (const redirect_uri of ['https://evil.example/', `${home}x`, 'http://127.0.0.1:8788/console/']) {
      const refused = await ask(answer, 'GET', '/oauth2/authorize', { ...question, redirect_uri, person: 'admin' });
      expect([refused.status, refused.headers.location], redirect_uri).toEqual([400, undefined]);
    }
    expect((await ask(answer, 'GET', '/oauth2/authorize', { ...question, client_id: 'x' })).status).toBe(400);
    const localhost = home.replace('127.0.0.1', 'localhost');
    expect((await codeOf(answer, { redirect_uri: localhost })).hostname).toBe('localhost');
    const out = (logout_uri: string) => ask(answer, 'GET', '/logout', { client_id: 'console', logout_uri });
    expect((await out(home)).headers.location).toBe(home);
    expect((await out('https://evil.example/')).status).toBe(400);
  });

  it('gives tokens once for a code, to whoever has asked for it', async () => {
    const answer = begin();
    const code = async () => (await codeOf(answer)).searchParams.get('code') ?? '';
    const wrong: Record<string, string>[] = [
      { code_verifier: 'w'.repeat(43) },
      { client_id: 'x' },
      { redirect_uri: 'x' },
    ];
    for (const changed of wrong)
      expect(json(await redeem(answer, await code(), changed))).toEqual({ error: 'invalid_grant' });
    const good = await code();
    expect((await redeem(answer, good)).status).toBe(200);
    expect((await redeem(answer, good)).status).toBe(400);
  });

  it('renews tokens by a refresh token that is good for one use', async () => {
    const answer = begin();
    const { refresh_token } = json(await redeem(answer, (await codeOf(answer)).searchParams.get('code') ?? ''));
    const renew = () =>
      ask(answer, 'POST', '/oauth2/token', { grant_type: 'refresh_token', client_id: 'console', refresh_token });
    expect(JSON.parse(json(await renew()).access_token)).toMatchObject({ name: 'editor' });
    expect((await renew()).status).toBe(400);
  });

  it('renews nothing any more by a refresh token that its client has taken back', async () => {
    const answer = begin();
    const { refresh_token } = json(await redeem(answer, (await codeOf(answer)).searchParams.get('code') ?? ''));
    const revoke = (client_id: string, token: string) => ask(answer, 'POST', '/oauth2/revoke', { client_id, token });
    const renew = (token: string) =>
      ask(answer, 'POST', '/oauth2/token', { grant_type: 'refresh_token', client_id: 'console', refresh_token: token });
    expect((await revoke('x', refresh_token)).status).toBe(200);
    const renewed = json(await renew(refresh_token)).refresh_token;
    expect((await revoke('console', renewed)).status).toBe(200);
    expect(json(await renew(renewed))).toEqual({ error: 'invalid_grant' });
    expect((await revoke('console', renewed)).status).toBe(200);
  });

  it('renews no token of whose account is disabled, or whose sessions were ended since', async () => {
    let known: Person[] = [...people];
    const clients = [{ id: 'console', callbackUrls: [home], logoutUrls: [home] }];
    const answer = signIn({ clients: () => clients, people: () => known, token });
    const renewed = async () => {
      const { refresh_token } = json(await redeem(answer, (await codeOf(answer)).searchParams.get('code') ?? ''));
      return async () => {
        const form = { grant_type: 'refresh_token', client_id: 'console', refresh_token };
        return json(await ask(answer, 'POST', '/oauth2/token', form));
      };
    };
    const [changed, ended, disabled] = [await renewed(), await renewed(), await renewed()];
    known = known.map((person) => ({ ...person, groups: ['contributor'] }));
    expect(JSON.parse((await changed()).access_token).groups).toEqual(['contributor']);
    known = known.map((person) => ({ ...person, signedOutAt: Date.now() }));
    expect(await ended()).toEqual({ error: 'invalid_grant' });
    known = [];
    expect(await disabled()).toEqual({ error: 'invalid_grant' });
  });

  it('lets no page read tokens but those of the client', async () => {
    const answer = begin();
    const code = async () => (await codeOf(answer)).searchParams.get('code') ?? '';
    const own = await redeem(answer, await code(), {}, { origin: 'http://127.0.0.1:8787' });
    expect(own.headers['access-control-allow-origin']).toBe('http://127.0.0.1:8787');
    const foreign = await redeem(answer, await code(), {}, { origin: 'https://evil.example' });
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });
});
