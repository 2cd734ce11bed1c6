import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { escaped, htmlPage } from '../html-page.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { identify } from '../template/identity.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import type { TokenRequest } from './token-request.ts';

/** A person whom a developer can choose to be on the page for signing in, without a password. */
export interface Person {
  /** What the person signs in with. */
  readonly name: string;
  readonly groups: readonly string[];
  /** As `name` or `given_name`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The id in the user pool; that of the name, where absent. */
  readonly subject?: string;
  /** When all of the person's sessions were ended, in milliseconds since 1970. */
  readonly signedOutAt?: number | undefined;
}

/** A client of the user pool to which its pages give codes. */
export interface SignInClient {
  readonly id: string;
  /** Where people may be led after signing in, and after signing out. */
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
}

const clientSchema = z.object({
  AllowedOAuthFlowsUserPoolClient: z.boolean().default(false),
  AllowedOAuthFlows: z.array(z.literal('code', 'no other flow is known here')).default([]),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  GenerateSecret: z.literal(false, 'clients with a secret are not known here').default(false),
});

/**
 * The clients of the template that sign people in with a browser; `more` are addresses that each may lead to as well.
 */
export const signInClients = (
  template: Template,
  localize: (text: string) => string,
  more: readonly string[] = [],
): SignInClient[] =>
  template.all('AWS::Cognito::UserPoolClient').flatMap((resource) => {
    const { AllowedOAuthFlowsUserPoolClient, CallbackURLs, LogoutURLs } = propertiesOf(resource, clientSchema);
    if (!AllowedOAuthFlowsUserPoolClient) return [];
    const { ref } = identify(resource.id, resource.type);
    const local = (urls: readonly string[]) => [...urls.map(localize), ...more];
    return [{ id: ref, callbackUrls: local(CallbackURLs), logoutUrls: local(LogoutURLs) }];
  });

/** How long a code may be used, in milliseconds. */
const codeLifetime = 5 * 60_000;

const page = (body: string, status = 200): HttpResponse => htmlPage('Sign in', body, { status });

const refusal = (message: string): HttpResponse =>
  page(`<h1>This cannot be signed in to</h1><p>${escaped(message)}</p>`, 400);

/** On one machine both names mean the same, and a person may open either. */
const onLoopback = (url: string): string => url.replace('//localhost:', '//127.0.0.1:');
const holds = (urls: readonly string[], url: string): boolean => urls.map(onLoopback).includes(onLoopback(url));

const authorizeSchema = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  code_challenge: z.string().min(43),
  code_challenge_method: z.literal('S256'),
  state: z.string().optional(),
  nonce: z.string().optional(),
  person: z.string().optional(),
});

const tokenSchema = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    client_id: z.string(),
    code: z.string(),
    code_verifier: z.string(),
    redirect_uri: z.string(),
  }),
  z.object({ grant_type: z.literal('refresh_token'), client_id: z.string(), refresh_token: z.string() }),
]);

interface Grant {
  readonly client: string;
  /** The name of the person. */
  readonly person: string;
  /** When the session began, in milliseconds since 1970. */
  readonly since: number;
  readonly nonce: string | undefined;
}

interface SignInParts {
  readonly clients: () => readonly SignInClient[];
  /** Those who may sign in at this moment. */
  readonly people: () => readonly Person[];
  /** Told who has signed in. */
  readonly signedIn?: ((person: Person) => void) | undefined;
  token(request: TokenRequest): Promise<string>;
}

/**
 * The pages and the token endpoint by which a browser signs in at a user pool: the authorization code grant with PKCE.
 * Anybody on this machine chooses who to be.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html}
 */
export const signIn = ({ clients, people, signedIn = () => {}, token }: SignInParts) => {
  const codes = new Map<
    string,
    Grant & { readonly challenge: string; readonly redirectUri: string; readonly until: number }
  >();
  const refreshTokens = new Map<string, Grant>();
  const secret = () => randomBytes(32).toString('base64url');

  const authorize = (query: string): HttpResponse => {
    const given = new URLSearchParams(query);
    const parsed = authorizeSchema.safeParse(Object.fromEntries(given));
    if (!parsed.success) return refusal(z.prettifyError(parsed.error));
    const { client_id, redirect_uri, code_challenge: challenge, state, nonce, person: chosen } = parsed.data;
    const client = clients().find(({ id }) => id === client_id);
    if (!client) return refusal(`There is no client "${client_id}".`);
    if (!holds(client.callbackUrls, redirect_uri)) return refusal(`The client may not be led back to ${redirect_uri}.`);
    const person = people().find(({ name }) => name === chosen);
    if (!person) {
      const links = people().map((one) => {
        given.set('person', one.name);
        const groups = escaped(one.groups.join(', ') || 'no role');
        const name = escaped(one.attributes?.name ?? one.name);
        return `<a href="/oauth2/authorize?${escaped(given.toString())}">${name}<small>${groups}</small></a>`;
      });
      return page(`<h1>Sign in as</h1>${links.join('')}<p>On this machine nobody needs a password.</p>`);
    }
    const code = secret();
    codes.set(code, {
      client: client.id,
      person: person.name,
      since: Date.now(),
      nonce,
      challenge,
      redirectUri: redirect_uri,
      until: Date.now() + codeLifetime,
    });
    const target = new URL(redirect_uri);
    target.searchParams.set('code', code);
    if (state !== undefined) target.searchParams.set('state', state);
    return { status: 302, headers: { location: target.href, 'cache-control': 'no-store' } };
  };

  const grantOf = (request: z.output<typeof tokenSchema>): Grant | undefined => {
    if (request.grant_type === 'refresh_token') {
      const grant = refreshTokens.get(request.refresh_token);
      // Each is good for one use.
      refreshTokens.delete(request.refresh_token);
      return grant;
    }
    const grant = codes.get(request.code);
    codes.delete(request.code);
    const challenge = createHash('sha256').update(request.code_verifier).digest('base64url');
    const isRight =
      grant && grant.challenge === challenge && grant.redirectUri === request.redirect_uri && grant.until > Date.now();
    return isRight ? grant : undefined;
  };

  /** The person as the account says now; nobody where the account is disabled, or its sessions were ended meanwhile. */
  const personOf = ({ person, since }: Grant): Person | undefined =>
    people().find(({ name, signedOutAt = 0 }) => name === person && signedOutAt < since);

  const exchange = async (body: Buffer | undefined): Promise<HttpResponse> => {
    const json = (status: number, value: unknown): HttpResponse => ({
      status,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: JSON.stringify(value),
    });
    const parsed = tokenSchema.safeParse(Object.fromEntries(new URLSearchParams(String(body ?? ''))));
    if (!parsed.success) return json(400, { error: 'invalid_request' });
    const grant = grantOf(parsed.data);
    const person = grant && personOf(grant);
    if (!grant || !person || grant.client !== parsed.data.client_id) return json(400, { error: 'invalid_grant' });
    const { client, nonce } = grant;
    signedIn(person);
    const { groups, attributes, subject } = person;
    const request = {
      groups,
      attributes,
      audience: client,
      name: subject ?? person.name,
      ...(subject && { sub: subject }),
    };
    const refreshToken = secret();
    refreshTokens.set(refreshToken, { ...grant, nonce: undefined });
    return json(200, {
      access_token: await token(request),
      id_token: await token({ ...request, use: 'id', nonce }),
      refresh_token: refreshToken,
      expires_in: 3600,
      token_type: 'Bearer',
    });
  };

  /** Takes back a refresh token (RFC 7009): one that is not known is taken back already. */
  const revoke = (body: Buffer | undefined): HttpResponse => {
    const given = new URLSearchParams(String(body ?? ''));
    const refreshToken = given.get('token') ?? '';
    if (refreshTokens.get(refreshToken)?.client === given.get('client_id')) refreshTokens.delete(refreshToken);
    return { status: 200, headers: { 'cache-control': 'no-store' } };
  };

  const signOut = (query: string): HttpResponse => {
    const given = new URLSearchParams(query);
    const client = clients().find(({ id }) => id === given.get('client_id'));
    const url = given.get('logout_uri') ?? '';
    if (!client || !holds(client.logoutUrls, url)) return refusal('The client may not be led back there.');
    return { status: 302, headers: { location: url, 'cache-control': 'no-store' } };
  };

  /** Pages of the clients' own origins may read what the token endpoint answers. */
  const withCors = (request: HttpRequest, response: HttpResponse): HttpResponse => {
    const { origin } = request.headers;
    const allowed = clients().flatMap(({ callbackUrls }) => callbackUrls.map((url) => new URL(url).origin));
    if (origin === undefined || !holds(allowed, origin)) return response;
    const headers = {
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'content-type',
      vary: 'Origin',
    };
    return { ...response, headers: { ...response.headers, ...headers } };
  };

  /** The answer to a request that concerns signing in; `undefined` for any other. */
  return async (request: HttpRequest): Promise<HttpResponse | undefined> => {
    const { method, path, query, body } = request;
    if (path === '/oauth2/token' && method === 'OPTIONS') return withCors(request, { status: 204, headers: {} });
    if (path === '/oauth2/token' && method === 'POST') return withCors(request, await exchange(body));
    if (path === '/oauth2/revoke' && method === 'POST') return revoke(body);
    if (path === '/oauth2/authorize' && method === 'GET') return authorize(query);
    if (path === '/logout' && method === 'GET') return signOut(query);
    return undefined;
  };
};
