import type { Locale } from '../../model/languages/locale.ts';
import type { TextField } from '../../model/names/text-fields.ts';
import type { Edition } from '../../model/publication/edition.ts';
import { type SlugHistory, slugsOf } from '../../model/publication/publication.ts';
import { textHash } from './text-hash.ts';

/** What is kept of the addresses of an event or an exhibition. */
export interface AddressHistory extends Partial<Pick<Edition, 'redirectsFrom'>> {
  readonly slugHistory: SlugHistory;
  readonly publication?: Parameters<typeof slugsOf>[0] | undefined;
}

/** The slugs of an item as staff have it. */
export type Slugs = Readonly<Record<Locale, { readonly slug?: string | undefined }>>;

/** The last part of an address in a language. */
export interface LocalizedSlug {
  readonly locale: Locale;
  readonly slug: string;
}

/** The slugs that lead to an item and are not its own any more, neither in public nor in the working copy. */
export const formerSlugsOf = ({ slugHistory, publication }: AddressHistory, translations: Slugs): LocalizedSlug[] => {
  const published = publication ? slugsOf(publication) : {};
  return Object.entries(slugHistory).flatMap(([locale, slugs]) =>
    slugs
      .filter((slug) => slug !== published[locale] && slug !== translations[locale]?.slug)
      .map((slug) => ({ locale, slug })),
  );
};

const fieldOfSlug = (hash: string): string => `formerSlugs.${hash}`;

const fieldOfPath = (hash: string): string => `redirectsFrom.${hash}`;

/** The fields of some former addresses, by which they are named as places. */
export const formerAddressFieldNames = (slugs: readonly LocalizedSlug[], paths: readonly string[]): string[] => [
  ...slugs.map(({ slug }) => fieldOfSlug(textHash(slug))),
  ...paths.map((path) => fieldOfPath(textHash(path))),
];

/** The field of a former address that a slug has become; `undefined` where `fields` have none with its hash. */
export const formerSlugField = (
  fields: readonly TextField[],
  locale: Locale | undefined,
  hash: string,
): string | undefined =>
  fields.find((one) => one.locale === locale && one.field === fieldOfSlug(hash)) && fieldOfSlug(hash);

/**
 * The addresses that lead to an item since they were its own, or those of its page on an earlier site. Each is named by
 * its SHA-256: it keeps its place among the others, whichever of them are erased, and is itself not said.
 */
export const formerAddressFields = (history: AddressHistory | undefined, translations: Slugs): TextField[] =>
  history === undefined
    ? []
    : [
        ...formerSlugsOf(history, translations).map(
          ({ locale, slug }): TextField => ({
            locale,
            field: fieldOfSlug(textHash(slug)),
            text: slug,
            form: 'address',
          }),
        ),
        ...(history.redirectsFrom ?? []).map(
          (path): TextField => ({ field: fieldOfPath(textHash(path)), text: path, form: 'address' }),
        ),
      ];
