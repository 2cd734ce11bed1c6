import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import { propertiesOf, type Resource } from '../template/template.ts';

const authorizerSchema = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.string().regex(/^\$request\.header\.[\w-]+$/)]),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.url() }),
});

/** The claims of an accepted token, as an HTTP API passes them on: all of them text. */
export interface TokenClaims {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

// API Gateway writes an array as Go would: in brackets, separated by spaces.
const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** How many tokens are remembered. */
const mostKept = 1000;

const audiences = ({ aud, client_id }: JWTPayload): string[] => [aud ?? client_id ?? []].flat() as string[];

/**
 * The JWT authorizer of an HTTP API: resolves to `undefined` where the token is not accepted.
 *
 * {@link https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html}
 */
export const jwtAuthorizer = (resource: Resource, localize: (text: string) => string) => {
  const { IdentitySource, JwtConfiguration } = propertiesOf(resource, authorizerSchema);
  const header = (IdentitySource[0].split('.').at(-1) ?? '').toLowerCase();
  const issuer = localize(JwtConfiguration.Issuer);
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  // Checking a signature takes longer than the rest of a request here, and a token's content stays the same until it
  // expires.
  const accepted = new Map<string, { readonly payload: JWTPayload; readonly until: number }>();
  const verify = async (token: string): Promise<JWTPayload> => {
    const before = accepted.get(token);
    if (before && Date.now() < before.until) return before.payload;
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] });
    if (accepted.size === mostKept) accepted.clear();
    accepted.set(token, { payload, until: (payload.exp ?? 0) * 1000 });
    return payload;
  };
  return async (headers: Readonly<Record<string, string>>): Promise<TokenClaims | undefined> => {
    const token = headers[header]?.replace(/^Bearer /i, '');
    if (!token) return undefined;
    try {
      const payload = await verify(token);
      if (!audiences(payload).some((one) => JwtConfiguration.Audience.includes(one))) return undefined;
      const claims = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));
      const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ') : null;
      return { claims, scopes };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
      throw error;
    }
  };
};
