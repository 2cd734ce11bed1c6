import { ownAddress } from '../../contract/own-address.ts';
import { readLegacyPathHolder } from '../../desk/events/sources.ts';
import { readSlugHolder } from '../../desk/store/slugs.ts';
import {
  inAnyCase,
  isStorableLegacyPath,
  maxLegacyPathBytes,
  pathOfLegacyAddress,
} from '../../model/site/legacy-path.ts';
import type { Site } from '../../model/site/site.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';

/** The old addresses of a line as they are kept. */
export const keptAddresses = (paths: readonly string[], ignoresCase: boolean): string[] =>
  ignoresCase ? [...new Set(paths.map(inAnyCase))] : [...paths];

/** Why an address may not lead to an event; `undefined` where it may. */
const addressError = async (
  address: string,
  at: string,
  eventId: string,
  site: Site,
): Promise<FieldError | undefined> => {
  if (!isStorableLegacyPath(address)) return fieldError(at, 'tooManyBytes', { max: maxLegacyPathBytes });
  const own = ownAddress(pathOfLegacyAddress(address), site.locales);
  if (own === 'own') return fieldError(at, 'reservedPath');
  if (own && slugSchema.safeParse(own.slug).success) {
    if (await readSlugHolder(own.kind, own.locale, own.slug)) return fieldError(at, 'pathOfPage');
  }
  const holder = await readLegacyPathHolder(address);
  return holder && holder !== eventId ? fieldError(at, 'pathOfOtherEvent') : undefined;
};

/** What is wrong with the old addresses of an event that is imported: those that are ours, or lead elsewhere. */
export const redirectErrors = async (
  addresses: readonly string[],
  eventId: string,
  site: Site,
): Promise<FieldError[]> => {
  const errors = await Promise.all(
    addresses.map((address, n) => addressError(address, `redirectsFrom.${n}`, eventId, site)),
  );
  return errors.filter((error) => error !== undefined);
};

/** The slugs that a line asks for and other events have. */
export const slugErrors = async (
  translations: Readonly<Record<string, { readonly slug?: string | undefined }>>,
  eventId: string,
): Promise<FieldError[]> => {
  const errors = await Promise.all(
    Object.entries(translations).map(async ([locale, { slug }]) => {
      const holder = slug && (await readSlugHolder('event', locale, slug));
      return holder && holder !== eventId
        ? fieldError(`translations.${locale}.slug`, 'slugOfOtherEvent', { slug })
        : undefined;
    }),
  );
  return errors.filter((error) => error !== undefined);
};
