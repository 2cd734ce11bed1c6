import { readEdition } from '../../desk/events/editions.ts';
import { readEvent } from '../../desk/events/events.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { type AddressKind, itemKindOf } from '../../model/events/event-kind.ts';
import type { Edition } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { erasedSlugHash } from '../../showcase/store/erased-slug.ts';
import { eraseEventAddresses, eraseExhibitionAddresses } from '../erasure/erase-former-address.ts';
import { type AddressHistory, formerSlugsOf, type LocalizedSlug, type Slugs } from '../mentions/former-addresses.ts';
import { textHash } from '../mentions/text-hash.ts';

/** Which item, and the hash of its erased address. */
interface ErasedAddress {
  readonly id: string;
  readonly hash: string;
}

/**
 * The slug with a hash among the former ones of an item; none where the edition knows that it was erased: then an equal
 * one was given to it later.
 */
const restoredSlugs = (
  edition: AddressHistory & Pick<Edition, 'erasedSlugs'>,
  translations: Slugs,
  kind: AddressKind | 'notice',
  hash: string,
): LocalizedSlug[] =>
  edition.erasedSlugs?.includes(hash)
    ? []
    : formerSlugsOf(edition, translations).filter(({ locale, slug }) => erasedSlugHash(kind, locale, slug) === hash);

/** Erases a former address of an event that a restore has brought back; false where there is none, or it is current. */
export const reapplyEventSlugErasure = ({ id, hash }: ErasedAddress, context: ActionContext, site: Site) =>
  retryOnNewEdition(async (): Promise<boolean> => {
    const [before, event] = [await readEdition(id), await readEvent(id)];
    const slugs = before && event ? restoredSlugs(before, event.translations, itemKindOf(event), hash) : [];
    if (!before || !event || slugs.length === 0) return false;
    await eraseEventAddresses(event, { before, slugs, paths: [] }, context, site);
    return true;
  });

/** The same of its address on an earlier site. */
export const reapplyEventPathErasure = ({ id, hash }: ErasedAddress, context: ActionContext, site: Site) =>
  retryOnNewEdition(async (): Promise<boolean> => {
    const [before, event] = [await readEdition(id), await readEvent(id)];
    const paths = before?.redirectsFrom.filter((path) => textHash(path) === hash) ?? [];
    if (!before || !event || paths.length === 0) return false;
    await eraseEventAddresses(event, { before, slugs: [], paths }, context, site);
    return true;
  });

/** The same of a former address of an exhibition. */
export const reapplyExhibitionSlugErasure = ({ id, hash }: ErasedAddress, context: ActionContext, site: Site) =>
  retryOnNewEdition(async (): Promise<boolean> => {
    const [before, exhibition] = [await readExhibitionEdition(id), await readExhibition(id)];
    const slugs = before && exhibition ? restoredSlugs(before, exhibition.translations, 'exhibition', hash) : [];
    if (!before || slugs.length === 0) return false;
    await eraseExhibitionAddresses(id, { before, slugs }, context, site);
    return true;
  });
