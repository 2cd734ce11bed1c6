import { hash } from 'node:crypto';

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** A name for a value: the same for values that JSON writes alike, whatever the order of their fields. */
export const digestOf = (value: unknown): string =>
  hash('sha256', JSON.stringify(value, sorted), 'base64url').slice(0, 22);
