import { highestRole, type Role } from '../domain/role.ts';

/** A member of the staff, as the token says. */
export interface Staff {
  /** The subject of the token: stays the same when a name changes. */
  readonly id: string;
  readonly role: Role | undefined;
}

/**
 * The member of the staff whom the API's authorizer has let in. HTTP API hands a claim that is a list over as text,
 * `"[editor admin]"`; this is the one place that takes it apart, at spaces only: other characters may be part of a name.
 */
export const staffOf = (claims: Readonly<Record<string, unknown>>): Staff => {
  const groups = claims['cognito:groups'];
  const names = Array.isArray(groups)
    ? groups.map(String)
    : String(groups ?? '')
        .replace(/^\[|\]$/g, '')
        .split(/\s+/);
  return { id: String(claims.username ?? claims['cognito:username'] ?? claims.sub ?? ''), role: highestRole(names) };
};
