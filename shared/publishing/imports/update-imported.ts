import { readEdition } from '../../desk/events/editions.ts';
import { readEvent } from '../../desk/events/events.ts';
import { legacyPathClaim, sourceUpdate } from '../../desk/events/sources.ts';
import { readRevision } from '../../desk/history/revisions.ts';
import { type Event, type EventContent, eventContentSchema, withEventContent } from '../../model/events/event.ts';
import type { Edition } from '../../model/publication/edition.ts';
import { compareVersions } from '../../model/publication/revision.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { publishDraft } from '../events/publish-draft.ts';
import { withEdition } from '../events/with-edition.ts';
import { resolveEventAttention } from '../mentions/resolve-event-attention.ts';
import { textHash } from '../mentions/text-hash.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';
import { eventOfLine } from './event-of-line.ts';
import type { ImportContext, ImportedItem, LineOutcome } from './line-outcome.ts';
import { publicationOf } from './publication-of.ts';
import { redirectErrors, slugErrors } from './redirects-of-line.ts';
import { requirePublishable } from './require-publishable.ts';

/** The content of a line, with the slugs that the event has, where the line asks for no other: its addresses stay. */
const withSlugsOf = (content: EventContent, { translations }: Event): EventContent => ({
  ...content,
  translations: Object.fromEntries(
    Object.entries(content.translations).map(([locale, translation]) => {
      const slug = translation.slug ?? translations[locale]?.slug;
      return [locale, { ...translation, ...(slug !== undefined && { slug }) }];
    }),
  ),
});

/**
 * The event that an earlier import has made of the item, as long as no person has changed it since. Throws a refusal
 * that names both otherwise: their version, and the fields in which the line differs from it.
 */
const requireUntouched = async (eventId: string, content: EventContent): Promise<Event> => {
  const event = await readEvent(eventId);
  if (!event) throw new InvalidInputError([fieldError('line', 'erasedSinceImport')]);
  const revision = await readRevision({ kind: 'event', id: eventId }, event.version);
  if (revision?.action === 'imported') return event;
  const changed = withEventContent(event, withSlugsOf(content, event), new Date(event.updatedAt));
  const fields = compareVersions(eventContentSchema, event, changed).map(({ path }) => path);
  const { version, updatedBy, updatedAt } = event;
  throw new InvalidInputError([
    fieldError('line', 'changedSinceImport', { version, updatedBy, updatedAt, fields: fields.slice(0, 20) }),
  ]);
};

/** Updates an imported event from its line, unless staff have changed it since. */
export const updateImported = async (
  { item, addresses, digest, uploads }: ImportedItem,
  eventId: string,
  { site, actor, options: { isDryRun, job }, readNames }: ImportContext,
): Promise<LineOutcome> => {
  const { content, warnings, named } = await eventOfLine(item, { site, actor, isDryRun });
  const previous = await requireUntouched(eventId, content);
  const errors = [
    ...(await redirectErrors(addresses, eventId, site)),
    ...(await slugErrors(item.translations, eventId)),
  ];
  if (errors.length > 0) throw new InvalidInputError(errors);
  const { views: _, ...rest } = withEventContent(previous, withSlugsOf(content, previous), actor.now);
  const event: Event = { ...rest, ...(item.views !== undefined && { views: item.views }) };
  if (isDryRun) {
    const draft = { event, previous, edition: await readEdition(eventId) };
    const request = publicationOf(item, [], site);
    const examined = await named(() => requirePublishable(draft, { request, now: actor.now, site, readNames }));
    return { result: 'updated', errors: [], warnings: [...warnings, ...examined.warnings] };
  }
  const work = job === undefined ? job : ({ job, outcome: 'updated' } as const);
  const publish = (edition: Edition | undefined) => {
    const known = edition?.redirectsFrom ?? [];
    const erased = edition?.erasedRedirects ?? [];
    const added = addresses.filter((address) => !known.includes(address) && !erased.includes(textHash(address)));
    const others = [
      sourceUpdate(item.externalId, { eventId, digest, uploads, work }),
      ...added.map((path) => legacyPathClaim(path, eventId, `redirectsFrom.${addresses.indexOf(path)}`)),
    ];
    const request = publicationOf(item, added, site);
    const draft = { event, previous, edition };
    return publishDraft(draft, { request, context: actor, site, action: 'imported', others });
  };
  const published = await named(() => withEdition(eventId, publish));
  await deleteDueMedia(eventId, actor.now);
  await resolveEventAttention(published.event, actor);
  return { result: 'updated', errors: [], warnings: [...warnings, ...published.warnings] };
};
