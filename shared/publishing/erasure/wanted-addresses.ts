import { countRevisionsWithSlug, type RevisedItem } from '../../desk/history/revisions.ts';
import { slugsOf } from '../../model/publication/publication.ts';
import { ConflictError, InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { type AddressHistory, formerSlugsOf, type LocalizedSlug, type Slugs } from '../mentions/former-addresses.ts';
import { textHash } from '../mentions/text-hash.ts';

/** A former address of an item: a slug with its language, or the SHA-256 by which it is named where it was found. */
export interface WantedAddress {
  readonly locale?: string | undefined;
  readonly slug?: string | undefined;
  readonly addressHash?: string | undefined;
}

/**
 * The former addresses that are meant: slugs, and paths of an earlier site. Throws `InvalidInputError` if there is
 * none, and `ConflictError` if the slug is that of now.
 */
export const wantedAddresses = (
  { locale = '', slug, addressHash }: WantedAddress,
  history: AddressHistory | undefined,
  translations: Slugs,
): { slugs: LocalizedSlug[]; paths: string[] } => {
  if ((slug === undefined) === (addressHash === undefined))
    throw new InvalidInputError([fieldError('body', 'exactlyOneOf', { fields: ['slug', 'addressHash'] })]);
  const former = history ? formerSlugsOf(history, translations) : [];
  if (slug !== undefined) {
    const published = history?.publication ? slugsOf(history.publication) : {};
    if (published[locale] === slug || translations[locale]?.slug === slug)
      throw new ConflictError([fieldError('slug', 'currentSlug')]);
    const slugs = former.filter((one) => one.locale === locale && one.slug === slug);
    if (slugs.length === 0) throw new InvalidInputError([fieldError('slug', 'notAFormerSlug')]);
    return { slugs, paths: [] };
  }
  const slugs = former.filter((one) => textHash(one.slug) === addressHash);
  const paths = (history?.redirectsFrom ?? []).filter((path) => textHash(path) === addressHash);
  if (slugs.length + paths.length === 0) throw new InvalidInputError([fieldError('addressHash', 'notAFormerSlug')]);
  return { slugs, paths };
};

/** How many versions of an item hold slugs that are erased. */
export const countVersionsWith = async (item: RevisedItem, slugs: readonly LocalizedSlug[]): Promise<number> => {
  const counts = await Promise.all(slugs.map((slug) => countRevisionsWithSlug(item, slug)));
  return counts.reduce((sum, count) => sum + count, 0);
};
