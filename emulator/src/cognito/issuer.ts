import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import * as z from 'zod';
import { type HttpHandler, listen } from '../http.ts';
import type { Mail } from '../ses/outbox.ts';
import { readKept, replaceFile } from '../storage/kept-file.ts';
import { issuerHandler } from './issuer-handler.ts';
import { type Person, type SignInClient, signIn } from './sign-in.ts';
import { subjectOf } from './subject-of.ts';
import type { TokenRequest } from './token-request.ts';
import { makeTokenSecret } from './token-secret.ts';
import type { TokenTrigger } from './token-trigger.ts';

export interface Issuer {
  readonly url: string;
  token(request?: TokenRequest): Promise<string>;
  stop(): Promise<void>;
}

const keySchema = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), d: z.string() });

/** The key that signs tokens: that of the data folder, or a new one that is saved there. */
const signingKey = async (data: string, report: (message: string) => void): Promise<JWK & { kid: string }> => {
  const file = join(data, 'issuer-keys.json');
  const kept = readKept(file, (text) => keySchema.parse(JSON.parse(text)) as JWK & { kid: string }, report);
  if (kept) return kept;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256' };
  mkdirSync(data, { recursive: true });
  replaceFile(file, JSON.stringify(key), 0o600);
  return key;
};

const publicPart = ({ kty, n, e, kid, alg }: JWK): JWK => ({ kty, n, e, kid, alg, use: 'sig' }) as JWK;

/**
 * Starts an OpenID Connect issuer whose tokens look like those of the user pool. Its key is kept in `data`, with the
 * secret for token requests.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html}
 */
export const startIssuer = async (options: {
  readonly data: string;
  readonly port: number;
  readonly clientId: string;
  readonly groups: readonly string[];
  /** The clients that sign people in with a browser. */
  readonly clients?: () => readonly SignInClient[];
  /** Who can sign in with a browser; nobody, where absent. */
  readonly people?: () => readonly Person[];
  /** Told who has signed in with one. */
  readonly signedIn?: (person: Person) => void;
  /** The mails that were sent: the issuer has a page of them. */
  readonly mails?: () => readonly Mail[];
  /** What the user pool asks before it signs tokens; nothing, where it asks nobody. */
  readonly trigger?: () => TokenTrigger | undefined;
  /** Told where the kept key cannot be read. */
  readonly report?: (message: string) => void;
}): Promise<Issuer> => {
  const { data, port, clientId, groups: known, trigger, report = () => {} } = options;
  const jwk = await signingKey(data, report);
  const key = await importJWK(jwk, 'RS256');
  const secret = makeTokenSecret(data);
  let handler: HttpHandler = async () => 'reset';
  const listener = await listen((request) => handler(request), { port, limit: 10_000 });
  const { url } = listener;

  const token: Issuer['token'] = async ({ use = 'access', ...request } = {}) => {
    const { groups = [], name, attributes: given = {}, sub, expiresIn = 3600, audience = clientId } = request;
    const { issuer = url, nonce } = request;
    const unknown = groups.find((group) => !known.includes(group));
    if (unknown !== undefined) {
      throw new Error(`There is no group "${unknown}": the groups are ${known.join(', ')}`);
    }
    const user = name ?? groups[0] ?? 'nobody';
    const subject = sub ?? subjectOf(user);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      sub: subject,
      iss: issuer,
      token_use: use,
      auth_time: now,
      iat: now,
      exp: now + expiresIn,
      jti: randomUUID(),
      ...(groups.length > 0 && { 'cognito:groups': groups }),
    };
    const userName = name ?? subject;
    const attributes = { sub: subject, email: `${user}@example.org`, ...given };
    const added = await trigger?.()?.({ userName, attributes, groups, clientId: audience });
    // An access token has its client in a claim of its own, and no audience; it says nothing of the person by itself.
    const ofUse =
      use === 'access'
        ? { client_id: audience, username: userName, scope: 'aws.cognito.signin.user.admin', ...added?.access }
        : { aud: audience, 'cognito:username': userName, ...(nonce && { nonce }), ...attributes, ...added?.id };
    return new SignJWT({ ...claims, ...ofUse }).setProtectedHeader({ alg: 'RS256', kid: jwk.kid }).sign(key);
  };
  const { clients = () => [], people = () => [], signedIn, mails = () => [] } = options;
  const browsers = signIn({ clients, people, signedIn, token });
  handler = issuerHandler({ url, secret, keys: [publicPart(jwk)], token, browsers, mails });
  return { url, token, stop: () => listener.close() };
};
