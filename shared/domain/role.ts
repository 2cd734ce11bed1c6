/** The staff roles, lowest first: each may do what those before it may. */
export const roles = ['contributor', 'editor', 'admin'] as const;

export type Role = (typeof roles)[number];

/** True where `held` is `needed` or a higher role. */
export const covers = (held: Role, needed: Role): boolean => roles.indexOf(held) >= roles.indexOf(needed);

/** The highest role among the groups of a token, or `undefined` where it carries none. */
export const highestRole = (groups: readonly string[]): Role | undefined =>
  roles.findLast((role) => groups.includes(role));
