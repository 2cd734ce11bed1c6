import { readEdition } from '../../desk/events/editions.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { slugsOf } from '../../model/publication/publication.ts';
import type { Delivery } from '../../model/staff/webhook.ts';
import { erasedSlugHash } from '../../showcase/store/erased-slug.ts';
import type { PublicKind } from '../../showcase/store/public-summary.ts';
import { holdsErasedSlug } from './holds-erased-slug.ts';

/** What a message is about: an exhibition, or anything that is kept as an event is. */
export interface Subject {
  readonly kind: PublicKind;
  readonly id: string;
}

/** Tells whether an address in a language was erased. */
type IsErased = (locale: Locale, url: string) => boolean;

/**
 * Tells which addresses of an event or an exhibition were erased, by their hashes; `undefined` where none was. One that
 * was given to it again since is not.
 */
export const readErasedAddresses = async ({ kind, id }: Subject): Promise<IsErased | undefined> => {
  const found =
    kind === 'exhibition'
      ? { kind, edition: await readExhibitionEdition(id) }
      : await readEdition(id).then((edition) => ({ kind: itemKindOf(edition ?? {}), edition }));
  if (!found.edition?.erasedSlugs?.length) return undefined;
  const { erasedSlugs, slugHistory, publication } = found.edition;
  const currentIn = (locale: Locale): string[] => {
    const published = publication && slugsOf(publication)[locale];
    return [...(slugHistory[locale] ?? []), ...(published ? [published] : [])];
  };
  const known = new Map<string, boolean>();
  return (locale, url) => {
    const name = `${locale} ${url}`;
    const isErased = (slug: string) => erasedSlugs.includes(erasedSlugHash(found.kind, locale, slug));
    const answer = known.get(name) ?? holdsErasedSlug(url, isErased, currentIn(locale));
    known.set(name, answer);
    return answer;
  };
};

/**
 * The body of a message without addresses that were erased: they stand under their languages, and nothing else does.
 */
export const withoutErasedAddresses = (body: string, isErased: IsErased): string =>
  JSON.stringify(
    JSON.parse(body, (name, value) => (typeof value === 'string' && isErased(name, value) ? undefined : value)),
  );

const subjectOf = (body: string): Subject | undefined => {
  const { data } = JSON.parse(body);
  return typeof data?.id === 'string' ? { kind: data.kind, id: data.id } : undefined;
};

/** A delivery as it may be seen and sent: a restore of the table brings back addresses that were erased. */
export const deliveryWithoutErased = async (delivery: Delivery): Promise<Delivery> => {
  const subject = subjectOf(delivery.body);
  const isErased = subject && (await readErasedAddresses(subject));
  return isErased ? { ...delivery, body: withoutErasedAddresses(delivery.body, isErased) } : delivery;
};
