import { writeTogether } from '../../aws/transaction.ts';
import { editionWrite, readEdition } from '../../desk/events/editions.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { legacyPathRemoval } from '../../desk/events/sources.ts';
import { exhibitionEditionWrite, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { attentionRemovals } from '../../desk/mentions/attention.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { exhibitionSlugRemoval, slugRemoval } from '../../desk/store/slugs.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import type { Event } from '../../model/events/event.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import type { ExhibitionEdition } from '../../model/exhibitions/exhibition-edition.ts';
import { type Edition, publishCountOf } from '../../model/publication/edition.ts';
import type { SlugHistory } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { erasedSlugHash } from '../../showcase/store/erased-slug.ts';
import { exhibitionSlugItem } from '../../showcase/store/exhibition.ts';
import { itemRemoval } from '../../showcase/store/write.ts';
import { eventEditionWrites } from '../editions/event-items.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { formerAddressFieldNames, type LocalizedSlug } from '../mentions/former-addresses.ts';
import { resolveEventAttention } from '../mentions/resolve-event-attention.ts';
import { resolveExhibitionAttention } from '../mentions/resolve-exhibition-attention.ts';
import { textHash } from '../mentions/text-hash.ts';
import { readCoverArtwork } from '../shared/read-cover-artwork.ts';
import { countVersionsWith, type WantedAddress, wantedAddresses } from './wanted-addresses.ts';

const without = (history: SlugHistory, slugs: readonly LocalizedSlug[]): SlugHistory =>
  Object.fromEntries(
    Object.entries(history).map(([locale, all]) => [
      locale,
      all.filter((slug) => !slugs.some((one) => one.locale === locale && one.slug === slug)),
    ]),
  );

const together = (before: readonly string[] = [], added: readonly string[]): string[] => [
  ...new Set([...before, ...added]),
];

/**
 * Settles what is listed of an address after its erasure, also where that is refused since it was erased before: a
 * search may have listed the address meanwhile. Whoever erases is told first of what has kept the address.
 */
const andSettle = async <T>(erasure: Promise<T>, settle: () => Promise<void>): Promise<T> => {
  const [erased] = await Promise.allSettled([erasure]);
  const [settled] = await Promise.allSettled([settle()]);
  if (erased.status === 'rejected') throw erased.reason;
  if (settled.status === 'rejected') throw settled.reason;
  return erased.value;
};

/**
 * Erases a former address of an event: a slug answers 410 by its hash from then on, a path of an earlier site leads
 * nowhere, and no import brings it back. Gives how many versions hold it still. Throws as `wantedAddresses`.
 */
export const eraseEventAddress = async (id: string, wanted: WantedAddress, actor: Actor): Promise<number> => {
  const event = await requireEvent(id);
  const { site } = await readSite();
  const erase = async () => {
    const before = await readEdition(id);
    const found = wantedAddresses(wanted, before, event.translations);
    if (before) await eraseEventAddresses(event, { before, ...found }, actor, site);
    return found.slugs;
  };
  const slugs = await andSettle(retryOnNewEdition(erase), () => resolveEventAttention(event, actor));
  return countVersionsWith({ kind: 'event', id }, slugs);
};

interface FormerAddresses<E> {
  readonly before: E;
  readonly slugs: readonly LocalizedSlug[];
}

/** Erases former addresses of an event that its edition `before` has. */
export const eraseEventAddresses = async (
  event: Event,
  { before, slugs, paths }: FormerAddresses<Edition> & { readonly paths: readonly string[] },
  context: ActionContext,
  site: Site,
): Promise<void> => {
  const { id } = event;
  const kind = itemKindOf(event);
  const hashes = slugs.map(({ locale, slug }) => erasedSlugHash(kind, locale, slug));
  const pathHashes = paths.map(textHash);
  const next: Edition = {
    ...before,
    number: before.number + 1,
    publishCount: publishCountOf(before),
    slugHistory: without(before.slugHistory, slugs),
    redirectsFrom: before.redirectsFrom.filter((path) => !paths.includes(path)),
    ...(hashes.length > 0 && { erasedSlugs: together(before.erasedSlugs, hashes) }),
    ...(paths.length > 0 && { erasedRedirects: together(before.erasedRedirects, pathHashes) }),
  };
  for (const hash of hashes) await saveErasureRecord({ kind: 'event-slug', id, hash });
  for (const hash of pathHashes) await saveErasureRecord({ kind: 'event-path', id, hash });
  await writeTogether([
    editionWrite(id, next, before),
    ...eventEditionWrites(id, next, before, site),
    ...slugs.map(({ locale, slug }) => slugRemoval(kind, locale, slug, id)),
    ...paths.map((path) => legacyPathRemoval(path, id)),
    ...(await attentionRemovals({ eventId: id }, { id, fields: formerAddressFieldNames(slugs, paths) })),
    auditWrite(context, 'slug.erased', id),
  ]);
};

/** Erases a former address of an exhibition, as that of an event. */
export const eraseExhibitionAddress = async (id: string, wanted: WantedAddress, actor: Actor): Promise<number> => {
  const exhibition = await requireExhibition(id);
  const { site } = await readSite();
  const erase = async () => {
    const before = await readExhibitionEdition(id);
    const { slugs } = wantedAddresses(wanted, before, exhibition.translations);
    if (before) await eraseExhibitionAddresses(id, { before, slugs }, actor, site);
    return slugs;
  };
  const slugs = await andSettle(retryOnNewEdition(erase), () => resolveExhibitionAttention(exhibition, actor));
  return countVersionsWith({ kind: 'exhibition', id }, slugs);
};

/** Erases former addresses of an exhibition that its edition `before` has. */
export const eraseExhibitionAddresses = async (
  id: string,
  { before, slugs }: FormerAddresses<ExhibitionEdition>,
  context: ActionContext,
  site: Site,
): Promise<void> => {
  const hashes = slugs.map(({ locale, slug }) => erasedSlugHash('exhibition', locale, slug));
  const next: ExhibitionEdition = {
    ...before,
    number: before.number + 1,
    publishCount: publishCountOf(before),
    slugHistory: without(before.slugHistory, slugs),
    erasedSlugs: together(before.erasedSlugs, hashes),
  };
  const cover = await readCoverArtwork(id, before);
  for (const hash of hashes) await saveErasureRecord({ kind: 'exhibition-slug', id, hash });
  await writeTogether([
    exhibitionEditionWrite(id, next, before),
    ...exhibitionEditionWrites(id, { next, cover, previous: before }, site),
    ...slugs.flatMap(({ locale, slug }) => [
      itemRemoval(exhibitionSlugItem(locale, slug, id)),
      exhibitionSlugRemoval(locale, slug, id),
    ]),
    ...(await attentionRemovals({ exhibitionId: id }, { id, fields: formerAddressFieldNames(slugs, []) })),
    auditWrite(context, 'slug.erased', id),
  ]);
};
