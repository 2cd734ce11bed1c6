import type { JWK } from 'jose';
import * as z from 'zod';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { mailPage } from '../ses/mail-page.ts';
import type { Mail } from '../ses/outbox.ts';
import type { TokenRequest } from './token-request.ts';
import { carriesSecret } from './token-secret.ts';

/** The path at which a running issuer gives tokens to clients that know its secret. */
export const tokenPath = '/tokens';

const requestSchema = z.strictObject({
  groups: z.array(z.string()).optional(),
  name: z.string().optional(),
  attributes: z.record(z.string(), z.string()).optional(),
  expiresIn: z.int('is no whole number of seconds').optional(),
  use: z.enum(['access', 'id']).optional(),
});

/** The answers of an issuer. */
export interface IssuerParts {
  readonly url: string;
  readonly secret: string;
  readonly keys: readonly JWK[];
  token(request: TokenRequest): Promise<string>;
  /** Answers what concerns signing in with a browser. */
  browsers(request: HttpRequest): Promise<HttpResponse | undefined>;
  /** The mails that were sent. */
  mails(): readonly Mail[];
}

const answer = (status: number, type: string, body: string): HttpResponse => ({
  status,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body,
});
const json = (value: unknown): HttpResponse => answer(200, 'application/json', JSON.stringify(value));
const text = (status: number, body: string): HttpResponse => answer(status, 'text/plain', body);

/**
 * Whether a request names this machine as its host. To a browser, a page whose name suddenly resolves to this machine
 * (DNS rebinding) has the same origin as this server; the browser then sends that name.
 */
const isForThisMachine = ({ headers: { host = '' } }: HttpRequest, url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].some((name) => host === `${name}:${new URL(url).port}`);

const parsed = (body: Buffer | undefined): TokenRequest => requestSchema.parse(JSON.parse(String(body ?? '')));

/**
 * Serves OpenID Connect Discovery and the keys to verify tokens, signs people in with a browser, shows the mails that
 * were sent, and gives tokens to clients that know the secret. No page may read the answer of these: there is no CORS
 * here.
 */
export const issuerHandler =
  ({ url, secret, keys, token, browsers, mails }: IssuerParts) =>
  async (request: HttpRequest): Promise<HttpResponse> => {
    const { method, path, headers, body } = request;
    if (!isForThisMachine(request, url)) return text(421, 'This is the issuer of another host.');
    const signedIn = await browsers(request);
    if (signedIn) return signedIn;
    const read = method === 'GET' ? path : undefined;
    if (read === '/.well-known/openid-configuration') {
      return json({
        issuer: url,
        jwks_uri: `${url}/jwks`,
        authorization_endpoint: `${url}/oauth2/authorize`,
        token_endpoint: `${url}/oauth2/token`,
        revocation_endpoint: `${url}/oauth2/revoke`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (read === '/jwks') return json({ keys });
    if (read === '/mail') return mailPage(mails());
    if (path !== tokenPath) return text(404, 'There is nothing here.');
    if (method !== 'POST') return { ...text(405, 'Tokens are asked for by POST.'), headers: { allow: 'POST' } };
    if (!carriesSecret(headers.authorization, secret)) {
      return text(401, 'Tokens need the secret of the data folder: it is in the file token-secret.');
    }
    try {
      return text(200, await token(parsed(body)));
    } catch (error) {
      if (error instanceof z.ZodError) return text(400, z.prettifyError(error));
      return text(400, error instanceof Error ? error.message : String(error));
    }
  };
