import { randomBytes } from 'node:crypto';

/**
 * The name of new public media: 128 random bits, so that what is scheduled for later cannot be guessed, and no two
 * publications share a file.
 */
export const randomMedia = (): string => randomBytes(16).toString('base64url');
