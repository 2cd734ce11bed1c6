/** The staff roles, lowest first: each may do what those before it may. */
export const roles = ['contributor', 'editor', 'admin'] as const;

export type Role = (typeof roles)[number];

/** The role beside the ladder: a member of juries, who sees their works and nothing else. */
export const jurorRole = 'juror';

/** Every group that a token may carry. A person may be in `juror` and in a role of the ladder at once. */
export const groups = [...roles, jurorRole] as const;

export type Group = (typeof groups)[number];

/** True where `held` is `needed` or a higher role. */
export const isAtLeast = (held: Role, needed: Role): boolean => roles.indexOf(held) >= roles.indexOf(needed);

/** The highest role among the groups of a token, or `undefined` where it carries none. */
export const highestRole = (groups: readonly string[]): Role | undefined =>
  roles.findLast((role) => groups.includes(role));

/**
 * True where who holds `role` may call a route that needs `needed`. The routes of juries are open to jurors and to
 * every role of the ladder: they ask themselves whether the caller is on the jury.
 */
export const isAccessAllowed = (needed: Group, role: Role | undefined, isJuror: boolean): boolean =>
  needed === jurorRole ? isJuror || role !== undefined : role !== undefined && isAtLeast(role, needed);
