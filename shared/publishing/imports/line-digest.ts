import { createHash } from 'node:crypto';
import type { LineDigest } from '../../desk/events/sources.ts';
import type { ArchiveLine } from '../../model/archive.ts';

/** A value as JSON in which the order of properties says nothing, and absent ones are none. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.map(([name, inner]) => [name, canonical(inner)]).sort());
};

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('base64url');

/** What a line says: two lines with equal digests make the same event. */
export const lineDigest = ({ images = [], redirectsFrom, ...rest }: ArchiveLine): LineDigest => {
  const uploads = images.flatMap(({ uploadId }) => uploadId ?? []);
  const alts = images.map(({ alt }) => alt);
  return {
    texts: hashOf({ ...rest, redirectsFrom: redirectsFrom.toSorted(), alts }),
    ...(uploads.length === images.length && { images: hashOf(uploads) }),
  };
};

/** True where a line says the same as when it was imported, as far as both are known. */
export const isSameLine = (before: LineDigest, now: LineDigest): boolean =>
  before.texts === now.texts &&
  (before.images === undefined || now.images === undefined || before.images === now.images);
