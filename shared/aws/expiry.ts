/**
 * When DynamoDB may delete an item, in seconds since 1970: a number of seconds after an instant
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html).
 */
export const expirySeconds = (from: Date | string | number, seconds = 0): number =>
  Math.ceil(new Date(from).getTime() / 1000) + seconds;

/** The attribute that has DynamoDB delete an item a number of seconds after an instant, or some time after that. */
export const expiry = (from: Date | string | number, seconds = 0): { readonly expiresAt: { readonly N: string } } => ({
  expiresAt: { N: String(expirySeconds(from, seconds)) },
});
