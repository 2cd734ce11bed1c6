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
import { eraseEventSlug } from '../erasure/erase-event.ts';
import { eraseExhibitionSlug } from '../erasure/erase-exhibition.ts';

/** Which item, and the hash of its erased address. */
interface ErasedSlug {
  readonly id: string;
  readonly hash: string;
}

/**
 * The address with a hash among those that an edition had; `undefined` where it has none such, or knows that it was
 * erased: then an equal one was given to it later.
 */
const restoredSlug = (
  { slugHistory, erasedSlugs }: Pick<Edition, 'slugHistory' | 'erasedSlugs'>,
  kind: AddressKind | 'notice',
  hash: string,
): { readonly locale: string; readonly slug: string } | undefined => {
  if (erasedSlugs?.includes(hash)) return undefined;
  return Object.entries(slugHistory)
    .flatMap(([locale, slugs]) => slugs.map((slug) => ({ locale, slug })))
    .find(({ locale, slug }) => erasedSlugHash(kind, locale, slug) === hash);
};

/** Erases a former address of an event that a restore has brought back; false where there is none, or it is current. */
export const reapplyEventSlugErasure = ({ id, hash }: ErasedSlug, context: ActionContext, site: Site) =>
  retryOnNewEdition(async (): Promise<boolean> => {
    const [edition, event] = [await readEdition(id), await readEvent(id)];
    const address = edition && event && restoredSlug(edition, itemKindOf(event), hash);
    return !!address && typeof (await eraseEventSlug(event, address, context, site)) === 'number';
  });

/** The same of an exhibition. */
export const reapplyExhibitionSlugErasure = ({ id, hash }: ErasedSlug, context: ActionContext, site: Site) =>
  retryOnNewEdition(async (): Promise<boolean> => {
    const [edition, exhibition] = [await readExhibitionEdition(id), await readExhibition(id)];
    const address = edition && exhibition && restoredSlug(edition, 'exhibition', hash);
    return !!address && typeof (await eraseExhibitionSlug(exhibition, address, context, site)) === 'number';
  });
