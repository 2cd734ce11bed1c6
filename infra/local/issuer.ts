import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OAuth2Server } from 'oauth2-mock-server';
import * as z from 'zod';

/** What a token says, and for how long. */
export interface TokenRequest {
  /** The group that the token carries; none, where absent. */
  readonly role?: string;
  readonly name?: string;
  readonly sub?: string;
  /** Seconds, which may be negative. */
  readonly expiresIn?: number;
  readonly audience?: string;
  readonly issuer?: string;
}

export interface Issuer {
  readonly url: string;
  token(request?: TokenRequest): Promise<string>;
  stop(): Promise<void>;
}

/** The path at which a running issuer gives tokens to who asks on this machine. */
export const tokenPath = '/staff-token';

const querySchema = z.strictObject({
  role: z.string().optional(),
  name: z.string().optional(),
  expiresIn: z.coerce.number().int('is no whole number of seconds').optional(),
});

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

/**
 * Starts an OpenID Connect issuer whose access tokens look like those of the user pool. Its keys are kept in `data`.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html}
 */
export const startIssuer = async (options: {
  readonly data: string;
  readonly port: number;
  readonly clientId: string;
  readonly groups: readonly string[];
}): Promise<Issuer> => {
  const { data, port, clientId, groups } = options;
  const server = new OAuth2Server();
  const file = join(data, 'issuer-keys.json');
  if (existsSync(file)) await server.issuer.keys.add(JSON.parse(readFileSync(file, 'utf8')));
  else {
    mkdirSync(data, { recursive: true });
    writeFileSync(file, JSON.stringify(await server.issuer.keys.generate('RS256')), { mode: 0o600 });
  }
  await server.start(port, '127.0.0.1');
  const url = `http://127.0.0.1:${server.address().port}`;
  server.issuer.url = url;

  const token = ({ role, name, sub, expiresIn = 3600, audience = clientId, issuer = url }: TokenRequest = {}) => {
    if (role !== undefined && !groups.includes(role)) {
      return Promise.reject(new Error(`There is no role "${role}": the roles are ${groups.join(', ')}`));
    }
    const subject = sub ?? uuidOf(name ?? role ?? 'nobody');
    return server.issuer.buildToken({
      scopesOrTransform: (_header, payload) => {
        delete (payload as { nbf?: number }).nbf;
        Object.assign(payload, {
          sub: subject,
          iss: issuer,
          client_id: audience,
          username: name ?? subject,
          token_use: 'access',
          scope: 'aws.cognito.signin.user.admin',
          auth_time: payload.iat,
          exp: payload.iat + expiresIn,
          jti: randomUUID(),
          ...(role !== undefined && { 'cognito:groups': [role] }),
        });
      },
    });
  };
  server.service.addRoute('GET', tokenPath, async (request, response) => {
    const answer = await Promise.resolve(request.query)
      .then((query) => token(querySchema.parse(query)))
      .then(
        (body) => ({ status: 200, body }),
        (error) => ({ status: 400, body: error instanceof z.ZodError ? z.prettifyError(error) : error.message }),
      );
    response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body);
  });
  return { url, token, stop: () => server.stop() };
};
