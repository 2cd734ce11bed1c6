import { readEdition } from '../../desk/events/editions.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { slugsOf } from '../../model/publication/publication.ts';
import type { Delivery } from '../../model/staff/webhook.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { erasedSlugHash } from '../../showcase/store/erased-slug.ts';
import type { PublicKind } from '../../showcase/store/public-summary.ts';

/** What a message is about: an exhibition, or anything that is kept as an event is. */
export interface Subject {
  readonly kind: PublicKind;
  readonly id: string;
}

/** Tells whether an address in a language was erased. */
type IsErased = (locale: Locale, url: string) => boolean;

/** The parts of an address that may be a slug: where in it that stands is up to the institution's own site. */
const slugsWithin = (url: string): string[] =>
  url.split(/[/?#&=]/).filter((part) => slugSchema.safeParse(part).success);

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
  const hashOf = (locale: Locale, slug: string): string => erasedSlugHash(found.kind, locale, slug);
  const { erasedSlugs, slugHistory, publication } = found.edition;
  const hashes = new Set(erasedSlugs);
  for (const [locale, slugs] of Object.entries(slugHistory))
    for (const slug of slugs) hashes.delete(hashOf(locale, slug));
  for (const [locale, slug] of Object.entries(publication ? slugsOf(publication) : {}))
    hashes.delete(hashOf(locale, slug));
  return (locale, url) => slugsWithin(url).some((slug) => hashes.has(hashOf(locale, slug)));
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
