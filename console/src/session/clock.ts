/** How far the clock of the server is ahead of the one of this machine, in milliseconds. */
let ahead = 0;

/**
 * Sets the clock by an answer of the server: by when it was made, and how long a cache has kept it since (RFC 9110,
 * `Date`; RFC 9111, `Age`). Laptops whose clock is wrong by days are about, and tokens are good by the clock of who has
 * made them.
 */
export const setClock = ({ headers }: Response): void => {
  const made = Date.parse(headers.get('date') ?? '');
  if (Number.isFinite(made)) ahead = made + Number(headers.get('age') ?? 0) * 1000 - Date.now();
};

/** What time it is, by the clock of the server. */
export const now = (): Date => new Date(Date.now() + ahead);
