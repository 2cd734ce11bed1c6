import { isAccessAllowed, jurorRole } from '../model/staff/role.ts';
import { ForbiddenError } from '../refusals/application-error.ts';
import { reason } from '../refusals/reason.ts';
import type { HttpEvent, HttpMiddleware, RouteOf } from './http-middleware.ts';
import { requireAccessToken, type Staff, staffOf } from './staff.ts';

/** Throws where a token that a person has got then, in seconds since 1970, is refused since. */
export type RequireValidToken = (id: string, issuedAt: number) => Promise<void>;

/** The claims of the token that the API's authorizer has verified; none on public routes. */
const claimsOf = (event: HttpEvent): Readonly<Record<string, unknown>> =>
  event.requestContext.authorizer?.jwt?.claims ?? {};

/** The member of the staff who calls; nobody known on public routes. */
export const callerOf = (event: HttpEvent): Staff => staffOf(claimsOf(event));

/**
 * Refuses who may not call a route: with 401 where the token is not an access token (RFC 6750, section 3.1) or is
 * revoked, with 403 where it lacks the role that the route asks for (RFC 9110, section 15.5.4). It runs before the
 * input is parsed, so that a stranger learns nothing of it.
 */
export const authorize = (routeOf: RouteOf, requireValidToken?: RequireValidToken): HttpMiddleware => ({
  before: async ({ event }) => {
    const { access } = routeOf(event);
    if (access === 'public') return;
    const claims = claimsOf(event);
    requireAccessToken(claims);
    const { id, role, isJuror } = callerOf(event);
    await requireValidToken?.(id, Number(claims.iat));
    if (isAccessAllowed(access, role, isJuror)) return;
    const held = role ?? (isJuror ? jurorRole : 'none');
    throw new ForbiddenError(reason('roleRequired', { required: access, held }));
  },
});
