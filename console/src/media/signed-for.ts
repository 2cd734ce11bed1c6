/** How long signed addresses are taken for good, in milliseconds: they end after a quarter of an hour. */
export const signedFor = 10 * 60_000;
