import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = (data: string): string => join(data, 'token-secret');

/**
 * Makes a new secret for token requests. Only users who may read the data folder know it: no other account of this
 * machine, and no web page.
 */
export const makeTokenSecret = (data: string): string => {
  const secret = randomBytes(32).toString('base64url');
  mkdirSync(data, { recursive: true });
  // The mode applies to a new file only, not to an existing one.
  rmSync(file(data), { force: true });
  writeFileSync(file(data), secret, { mode: 0o600, flag: 'wx' });
  return secret;
};

/** The secret of the issuer that runs on a data folder. Throws where there is none. */
export const readTokenSecret = (data: string): string => {
  if (!existsSync(file(data)))
    throw new Error(`${data} has no secret to ask for tokens with: no issuer has run there.`);
  return readFileSync(file(data), 'utf8');
};

/** True where an `Authorization` header carries the secret. */
export const carriesSecret = (authorization: string | undefined, secret: string): boolean => {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${secret}`));
};
