import { editionWrite } from '../../desk/events/editions.ts';
import { saveEvent } from '../../desk/events/events.ts';
import { leftoverWrite } from '../../desk/events/leftovers.ts';
import { endPreviews } from '../../desk/events/preview-ends.ts';
import type { Act } from '../../desk/store/audit.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { cancellationOf } from '../../model/cancellation.ts';
import { actsOf, type Edition, type Publication, seenSlugs } from '../../model/edition.ts';
import type { Event } from '../../model/event.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { coverWrites } from '../pictures/publish-cover.ts';
import { editionChange } from './showcase-items.ts';
import { withEdition } from './with-edition.ts';

/**
 * Takes an event, or some languages of it, from the public: everything that leads to it, in one transaction. Its media are
 * deleted after that (`sweepMedia`). What is not public stays as it is.
 */
export const withdrawEvent = (
  event: Event,
  locales: readonly Locale[] | undefined,
  act: Act,
  site: Site,
): Promise<Event> => withEdition(event.id, (before) => withdraw(event, before, locales, act, site));

const withdraw = async (
  event: Event,
  before: Edition | undefined,
  locales: readonly Locale[] | undefined,
  act: Act,
  site: Site,
): Promise<Event> => {
  const publication = before?.publication && without(before.publication, locales);
  if (!before?.publication || publication === before.publication) return event;
  const cancelled = publication ? undefined : cancellationOf(before.publication, act.now.toISOString());
  const edition: Edition = {
    number: before.number + 1,
    acts: actsOf(before) + 1,
    actedAt: act.now.toISOString(),
    ...(publication && { publication }),
    ...(cancelled && { cancelled }),
    former: seenSlugs(before, act.now),
    oldAddresses: before.oldAddresses,
  };
  const { published: _, unpublishAt, publishedAt, ...rest } = event;
  // What nobody has seen was never published.
  const isSeen = before.publication.publishedAt <= act.now.toISOString();
  const left = Object.keys(publication?.content.translations ?? {});
  const change: Partial<Event> = publication
    ? { published: { locales: left }, publishedAt, unpublishAt }
    : { status: 'draft' as const, ...(isSeen && { publishedAt }) };
  const withdrawn = nextVersion(rest, change, act);
  await saveEvent(withdrawn, event, 'withdrawn', act, [
    editionWrite(event.id, edition, before),
    endPreviews(`EVENT#${event.id}`),
    ...(!publication && before.publication.cover
      ? [leftoverWrite(event.id, { image: before.publication.cover, dueAt: act.now.toISOString() })]
      : []),
    ...(publication ? [] : await coverWrites(event, undefined, before.publication)),
    ...editionChange(event.id, edition, before, site),
  ]);
  return withdrawn;
};

/** The publication without some languages; the same where it has none of them, and none where nothing is left. */
const without = (publication: Publication, locales: readonly Locale[] | undefined): Publication | undefined => {
  if (!locales) return undefined;
  const all = Object.entries(publication.content.translations);
  const left = all.filter(([locale]) => !locales.includes(locale));
  if (left.length === all.length) return publication;
  if (left.length === 0) return undefined;
  return { ...publication, content: { ...publication.content, translations: Object.fromEntries(left) } };
};
