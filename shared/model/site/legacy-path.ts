import type { Locale } from '../languages/locale.ts';

/** Largest old address in its normal form, in bytes: a key of DynamoDB holds 2,048. */
export const maxLegacyPathBytes = 1_000;

/** True where an address in its normal form is one that can be kept. */
export const isStorableLegacyPath = (address: string): boolean =>
  new TextEncoder().encode(address).length <= maxLegacyPathBytes;

/**
 * The form in which an old path is kept and looked up: decoded, without a slash at its end, its query in order of
 * names.
 */
export const normalizeLegacyPath = (path: string): string => {
  // After a host whatever follows is a path: taken as relative, `//x` would name another host.
  const { pathname, searchParams } = new URL(`http://site.invalid${path}`);
  searchParams.sort();
  const query = searchParams.toString();
  return `${withoutEndSlashes(decode(pathname))}${query && `?${query}`}`;
};

/** The normal form of a path that is asked for, decoded and without its first slash, with its query as it was sent. */
export const legacyAddressOf = (path: string, rawQuery: string): string =>
  normalizeLegacyPath(`/${encodeURI(path.toWellFormed())}${rawQuery && `?${rawQuery}`}`);

/**
 * The language of an address of the earlier site, in its normal form, among those of ours: its first part
 * (`/en/drawing`), or what `lang` says (`/?p=5&lang=en`). `undefined` where it says none.
 */
export const localeOfLegacyAddress = (address: string, locales: readonly Locale[]): Locale | undefined => {
  const [path = '', query] = address.split(/\?(.*)/s);
  const named = [path.split('/')[1], new URLSearchParams(query).get('lang')].map((name) => name?.toLowerCase());
  return named.flatMap((name) => locales.find((locale) => locale.toLowerCase() === name) ?? [])[0];
};

/** What stands before an address whose capitals do not matter. No other address begins with it. */
const anyCaseMark = '~';

/**
 * A path in its normal form, as it is kept where the earlier site did not tell capitals from small letters (IIS). It is
 * found by every spelling, and is another address than the path as it is written.
 */
export const inAnyCase = (path: string): string => `${anyCaseMark}${path.toLowerCase().normalize('NFC')}`;

/** The path of an address that is kept, without the mark of one whose capitals do not matter. */
export const pathOfLegacyAddress = (address: string): string =>
  address.startsWith(anyCaseMark) ? address.slice(anyCaseMark.length) : address;

/** A loop, since `/\/+$/` begins anew at each slash of a long row. */
const withoutEndSlashes = (path: string): string => {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
};

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
