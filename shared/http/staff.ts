import { personName } from '../model/people/person-name.ts';
import { highestRole, jurorRole, type Role } from '../model/staff/role.ts';
import { ApplicationError } from '../refusals/application-error.ts';
import { reason } from '../refusals/reason.ts';

/** A member of the staff, as the token says. */
export interface Staff {
  /** The subject of the token: stays the same when a name changes. */
  readonly id: string;
  /** What others may call the person, where the token says it. */
  readonly name?: string | undefined;
  readonly role: Role | undefined;
  /** True where the token carries the group of jurors, beside a role of the ladder or alone. */
  readonly isJuror: boolean;
}

/**
 * Throws where the token is not an access token. The authorizer of an HTTP API accepts ID tokens as well, which carry
 * the same groups: with one, an application that should only learn who has signed in could act in that person's name.
 *
 * {@link https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html}
 */
export const requireAccessToken = ({ token_use: use }: Readonly<Record<string, unknown>>): void => {
  if (use === 'access') return;
  throw new ApplicationError('unauthorized', reason('accessTokenRequired'), {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });
};

/**
 * The member of the staff whom the API's authorizer has let in. HTTP API passes a list claim on as text, `"[editor
 * admin]"`; this is the one place that splits it, at spaces only: other characters may be part of a name.
 */
export const staffOf = (claims: Readonly<Record<string, unknown>>): Staff => {
  const groups = claims['cognito:groups'];
  const names = Array.isArray(groups)
    ? groups.map(String)
    : String(groups ?? '')
        .replace(/^\[|\]$/g, '')
        .split(/\s+/);
  const id = String(claims.username ?? claims['cognito:username'] ?? claims.sub ?? '');
  const name = personName(claims);
  return { id, ...(name && { name }), role: highestRole(names), isJuror: names.includes(jurorRole) };
};
