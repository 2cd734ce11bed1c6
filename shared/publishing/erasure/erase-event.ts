import { batchesOf } from '../../aws/batches-of.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { editionWrite, readEdition } from '../../desk/events/editions.ts';
import { eventCountWrites } from '../../desk/events/event-counts.ts';
import { eventRemoval, fileEvent, readEvent } from '../../desk/events/events.ts';
import { listEntryRemovals } from '../../desk/events/list-entries.ts';
import { legacyPathRemoval } from '../../desk/events/sources.ts';
import { removeAllWords } from '../../desk/events/title-words.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { deleteRevisionsBefore } from '../../desk/history/revisions.ts';
import { deleteAttention, readAttention } from '../../desk/mentions/attention.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { slugRemoval } from '../../desk/store/slugs.ts';
import { writeVersion } from '../../desk/store/versions.ts';
import { forgetUploadUses } from '../../desk/uploads/event-uses.ts';
import type { Event } from '../../model/events/event.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import { type Edition, editionKind, publishCountOf } from '../../model/publication/edition.ts';
import { slugsOf } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { erasedSlugHash } from '../../showcase/store/erased-slug.ts';
import { eventEditionWrites } from '../editions/event-items.ts';
import type { LocalizedSlug } from '../mentions/former-addresses.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';

/** Every address that an event has or had in public. */
const publicSlugsOf = ({ slugHistory, publication }: Edition): LocalizedSlug[] => {
  const all = new Map<string, LocalizedSlug>();
  const add = (locale: string, slug: string) => all.set(`${locale}/${slug}`, { locale, slug });
  for (const [locale, slugs] of Object.entries(slugHistory)) for (const slug of slugs) add(locale, slug);
  for (const [locale, slug] of Object.entries(publication ? slugsOf(publication) : {})) add(locale, slug);
  return [...all.values()];
};

const hashIn =
  (event: Event) =>
  ({ locale, slug }: LocalizedSlug): string =>
    erasedSlugHash(itemKindOf(event), locale, slug);

const batchSize = 80;

/**
 * Erases an archived event: its versions, its working copy, what is kept of its publications, and what its addresses
 * were; these answer 410 by their hashes. A repeated call completes an interrupted one, since the working copy goes
 * last. Throws `VersionConflictError`.
 */
export const eraseEvent = async (
  event: Event,
  context: ActionContext,
  site: Site,
): Promise<{ revisions: number; addresses: number }> => {
  const { id } = event;
  const before = await readEdition(id);
  const addresses = before ? publicSlugsOf(before) : [];
  await deleteDueMedia(id, context.now);
  // The current version last: as long as it exists, the erasure is known to be incomplete.
  const revisions = await deleteRevisionsBefore({ kind: 'event', id }, event.version + 1);
  for (const { attention } of await readAttention({ eventId: id })) await deleteAttention(attention);
  const drafted = Object.entries(event.translations).flatMap(([locale, { slug }]) => (slug ? [{ locale, slug }] : []));
  // A claim that another event has is kept.
  for (const { locale, slug } of [...addresses, ...drafted])
    await writeItem(slugRemoval(itemKindOf(event), locale, slug, id));
  for (const path of before?.redirectsFrom ?? []) await writeItem(legacyPathRemoval(path, id));
  const husk: Edition | undefined = before && {
    number: before.number + 1,
    publishCount: publishCountOf(before) + 1,
    actedAt: context.now.toISOString(),
    ...editionKind(event),
    slugHistory: {},
    redirectsFrom: [],
    erasedSlugs: [...new Set([...(before.erasedSlugs ?? []), ...addresses.map(hashIn(event))])],
  };
  const change = husk && before ? [editionWrite(id, husk, before), ...eventEditionWrites(id, husk, before, site)] : [];
  // A very long list of addresses is written in parts: each item may be written alone, and the edition goes last.
  await fileEvent(event);
  await removeAllWords(id);
  await forgetUploadUses(undefined, event, event.version);
  const early = change.slice(batchSize);
  for (const batch of batchesOf(early, batchSize)) await writeTogether(batch);
  await writeVersion(
    [
      ...change.slice(0, batchSize),
      eventRemoval(event),
      ...listEntryRemovals(event),
      ...eventCountWrites(undefined, event),
      endPreviews(`EVENT#${id}`),
      auditWrite(context, 'event.erased', id),
    ],
    () => readEvent(id),
  );
  // Whoever was about to change it may have entered words after they were removed; none can be from now on.
  await removeAllWords(id);
  return { revisions, addresses: addresses.length };
};
