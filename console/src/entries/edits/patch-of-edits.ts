import type { Entry } from '../entry.ts';

type Fields = { [name: string]: unknown };

const put = (fields: Fields, [name = '', ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) fields[name] = value ?? null;
  else {
    fields[name] ??= {};
    put(fields[name] as Fields, rest, value);
  }
};

/**
 * The change (JSON Merge Patch, RFC 7396) that writes some values. An artist who is named first is taken for a minor,
 * until an editor says otherwise: then the work waits for a consent instead of going public without one. A language
 * that keeps no text is taken away.
 */
export const patchOfEdits = (
  entry: Entry,
  edits: readonly { readonly path: string; readonly value: unknown }[],
): Fields => {
  const patch: Fields = {};
  for (const { path, value } of edits) put(patch, path.split('.'), value);
  const { artist, translations } = patch as { artist?: Fields; translations?: Record<string, Fields | null> };
  if (artist && !entry.artist && artist.isMinor === undefined) artist.isMinor = true;
  for (const [locale, changed] of Object.entries(translations ?? {})) {
    const after = Object.entries({ ...entry.translations[locale], ...changed }).filter(([, text]) => text !== null);
    if (translations && after.length === 0) translations[locale] = null;
  }
  return patch;
};
