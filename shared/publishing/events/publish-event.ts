import { isDeepStrictEqual } from 'node:util';
import { DocumentTooLargeError } from '../../aws/document.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { editionWrite } from '../../desk/events/editions.ts';
import { saveEvent } from '../../desk/events/events.ts';
import {
  mediaDeletionRemoval,
  mediaDeletionWrite,
  publicationDeadline,
} from '../../desk/events/pending-media-deletions.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { slugClaim, slugCondition } from '../../desk/store/slugs.ts';
import { nextVersion, VersionConflictError } from '../../desk/store/versions.ts';
import { publishMedia } from '../../media/publish-media.ts';
import {
  coverEndsAt,
  type Edition,
  type Publication,
  type PublicCover,
  type PublishedContent,
  publishCountOf,
  publishedContentSchema,
  slugHistoryAt,
  slugsOf,
} from '../../model/edition.ts';
import { type Event, eventContentOf, eventContentSchema } from '../../model/event.ts';
import type { FieldError } from '../../model/field-error.ts';
import { knownFields } from '../../model/known-fields.ts';
import type { Locale } from '../../model/locale.ts';
import { readStored } from '../../model/read-stored.ts';
import type { Site } from '../../model/site.ts';
import { eventAttentionErrors, mentionsOfEvent } from '../mentions/event-mentions.ts';
import { mentionErrors } from '../mentions/field-mentions.ts';
import { allowedCover, coverWrites, recordCoverUse } from '../pictures/publish-cover.ts';
import { applyLocaleChangeToEvent } from '../rebuild/rebuild.ts';
import { deletePublicMedia } from '../shared/delete-due-media.ts';
import { NotPublishableError } from '../shared/not-publishable-error.ts';
import { type PublicationTimes, publicationTimes, type RequestedTimes } from '../shared/publication-times.ts';
import { slugAttempts, slugCandidate } from '../shared/slug-candidates.ts';
import { eventEditionWrites } from './event-items.ts';
import { validateEventForPublication } from './validate-event.ts';
import { retryOnNewEdition, withEdition } from './with-edition.ts';

export interface PublicationRequest extends RequestedTimes {
  readonly locales?: readonly Locale[] | undefined;
  /** Paths of an earlier site that lead to the event from now on. */
  readonly oldAddresses?: readonly string[];
}

/** A draft that is being published, with what there was before. `previous` is absent for one that is not stored yet. */
interface Draft {
  readonly event: Event;
  readonly previous: Event | undefined;
  readonly edition: Edition | undefined;
}

/**
 * Publishes languages of an event: its media first, then everything else in one transaction, so that readers see the old
 * edition or the new one. Languages published before stay as they are. Throws `NotPublishableError` with every reason, or
 * `VersionConflictError` where the working copy has changed meanwhile; then nothing is public that was not before.
 */
export const publishEvent = (
  event: Event,
  request: PublicationRequest,
  context: ActionContext,
  site: Site,
): Promise<Event> =>
  withEdition(event.id, (edition) => publish({ event, previous: event, edition }, request, context, site, 'published'));

/** Creates an event and publishes it in the same transaction, with `others`. Throws as `publishEvent` does. */
export const importEvent = (
  event: Event,
  request: PublicationRequest,
  context: ActionContext,
  site: Site,
  others: readonly Write[],
): Promise<Event> =>
  retryOnNewEdition(() =>
    publish({ event, previous: undefined, edition: undefined }, request, context, site, 'imported', others),
  );

const publish = async (
  draft: Draft,
  request: PublicationRequest,
  context: ActionContext,
  site: Site,
  action: 'published' | 'imported',
  others: readonly Write[] = [],
): Promise<Event> => {
  const { event, edition } = draft;
  // A language that the site has no longer is left alone.
  const chosen = request.locales ?? Object.keys(event.translations).filter((locale) => site.locales.includes(locale));
  const kept = keptLocales(draft, chosen);
  const { times, errors: timeErrors } = publicationTimes(event, edition?.publication, kept, request, context.now);
  const errors = [...validateEventForPublication(event, chosen, site), ...coverErrors(draft, kept), ...timeErrors];
  const allowed = await allowedCover(event, edition?.publication, context.now, site);
  if (allowed && 'message' in allowed) errors.push(allowed);
  const texts = publicTexts(draft, chosen, kept);
  const mentions = await mentionsOfEvent(event, texts, context.now, site);
  errors.push(...mentionErrors(mentions.found), ...(await eventAttentionErrors(event, texts)));
  if (errors.length > 0 || (allowed && 'message' in allowed)) throw new NotPublishableError(errors);

  const cover = allowed?.cover;
  const isNew = cover && cover.media !== edition?.publication?.cover?.media;
  const save = async () => {
    const shown = await coverWrites(event, allowed, edition?.publication);
    const all = [...others, ...shown, ...mentions.checks];
    const published = await commit(draft, chosen, cover, times, request.oldAddresses ?? [], context, site, action, all);
    // Whoever has changed the languages of the site meanwhile may have passed this event by.
    await applyLocaleChangeToEvent(event.id, site);
    return published;
  };
  if (allowed) await recordCoverUse(allowed, context.now);
  if (!isNew) return save();
  await writeTogether([mediaDeletionWrite(event.id, { image: cover, dueAt: publicationDeadline(context.now) })]);
  try {
    await publishMedia(event.coverUploadId ?? '', cover);
    return await save();
  } catch (error) {
    // Where a call broke off its outcome is not known, and the media may be public rightly: the record decides later.
    const isRefused = [VersionConflictError, NotPublishableError, ConditionsFailedError, DocumentTooLargeError].some(
      (refusal) => error instanceof refusal,
    );
    if (isRefused) await deletePublicMedia(event.id, cover);
    throw error;
  }
};

/** The texts as they will be public: the chosen languages as they are now, the others as they were published. */
const publicTexts = ({ event, edition }: Draft, chosen: readonly Locale[], kept: readonly Locale[]) => {
  const before = edition?.publication?.content.translations ?? {};
  return Object.fromEntries([
    ...kept.map((locale) => [locale, before[locale] ?? {}]),
    ...chosen.map((locale) => [locale, event.translations[locale] ?? {}]),
  ]);
};

/** Languages that stay as they were published, but for another image: their text on it would be that of the old one. */
const coverErrors = ({ event, edition }: Draft, kept: readonly Locale[]): FieldError[] => {
  if (!event.coverUploadId || event.coverUploadId === edition?.publication?.content.coverUploadId) return [];
  return kept.map((locale) => ({
    path: 'locales',
    message: `lacks ${locale}, which is public: publish it too, since its cover has changed`,
  }));
};

/** Languages that stay as they were published: not chosen now, and not removed from the working copy since. */
const keptLocales = ({ event, edition }: Draft, chosen: readonly Locale[]): Locale[] =>
  Object.keys(edition?.publication?.content.translations ?? {}).filter(
    (locale) => !chosen.includes(locale) && event.translations[locale],
  );

/** What will be public: the chosen languages as they are now, the others as they were published. */
const contentWith = (
  { event, edition }: Draft,
  chosen: readonly Locale[],
  attempts: ReadonlyMap<Locale, number>,
): PublishedContent => {
  const translations = chosen.map((locale) => {
    const { title = '', slug, ...translation } = event.translations[locale] ?? {};
    return [locale, { ...translation, title, slug: slug ?? slugCandidate(title, event.id, attempts.get(locale) ?? 0) }];
  });
  const before = edition?.publication?.content.translations ?? {};
  const kept = keptLocales({ event, edition, previous: event }, chosen).map((locale) => [locale, before[locale]]);
  return readStored(publishedContentSchema, {
    ...eventContentOf(event),
    translations: Object.fromEntries([...kept, ...translations]),
  });
};

/** Writes the publication, trying other slugs for titles whose own is taken. */
const commit = async (
  draft: Draft,
  chosen: readonly Locale[],
  cover: PublicCover | undefined,
  times: PublicationTimes,
  addresses: readonly string[],
  context: ActionContext,
  site: Site,
  action: 'published' | 'imported',
  others: readonly Write[],
): Promise<Event> => {
  const { event, previous, edition: before } = draft;
  const attempts = new Map<Locale, number>();
  for (;;) {
    const content = contentWith(draft, chosen, attempts);
    const publication: Publication = {
      content,
      ...times,
      feedLocales: site.locales,
      ...(cover && { cover }),
      ...(event.views !== undefined && { views: event.views }),
    };
    const edition: Edition = {
      number: (before?.number ?? 0) + 1,
      acts: before ? publishCountOf(before) + 1 : 1,
      actedAt: context.now.toISOString(),
      publication,
      former: slugHistoryAt(before, context.now),
      oldAddresses: [...(before?.oldAddresses ?? []), ...addresses],
    };
    const slugs = slugsOf(publication);
    const next = published(event, publication, context, previous !== undefined);
    const oldCover = before?.publication?.cover;
    try {
      await saveEvent(next, previous, action, context, [
        editionWrite(event.id, edition, before),
        ...Object.entries(slugs).map(([locale, slug]) => slugClaim(locale, slug, event.id)),
        ...coverRecord(event.id, publication),
        ...(oldCover && oldCover.media !== cover?.media
          ? [mediaDeletionWrite(event.id, { image: oldCover, dueAt: context.now.toISOString() })]
          : []),
        ...eventEditionWrites(event.id, edition, before, site),
        ...others,
      ]);
      return next;
    } catch (error) {
      const taken = error instanceof ConditionsFailedError ? error.failedConditions : [];
      const locales = Object.keys(slugs).filter((locale) => taken.includes(slugCondition(locale)));
      // The slug is not to blame where something else has failed as well: then the caller looks again, and finds whether it is taken.
      const others = taken.filter((guard) => !locales.some((locale) => guard === slugCondition(locale)));
      if (locales.length > 0 && others.length > 0) throw new ConditionsFailedError(others);
      if (locales.length === 0) throw error;
      for (const locale of locales) {
        const attempt = (attempts.get(locale) ?? 0) + 1;
        if (event.translations[locale]?.slug || attempt === slugAttempts) {
          const message = `${slugs[locale]} is taken by another event`;
          throw new NotPublishableError([{ path: `translations.${locale}.slug`, message }]);
        }
        attempts.set(locale, attempt);
      }
    }
  }
};

/** The record that the media of a publication must go when it ends, or the consent to them; none where neither does. */
const coverRecord = (id: string, publication: Publication): Write[] => {
  const { cover } = publication;
  if (!cover) return [];
  const end = coverEndsAt(publication);
  return [end ? mediaDeletionWrite(id, { image: cover, dueAt: end }) : mediaDeletionRemoval(id, cover)];
};

/** The working copy after a publication: with the slugs that were found for it. */
const published = (event: Event, publication: Publication, context: ActionContext, isStored: boolean): Event => {
  const slugs = slugsOf(publication);
  const translations = Object.fromEntries(
    Object.entries(event.translations).map(([locale, translation]) => [
      locale,
      { ...translation, ...(slugs[locale] && { slug: slugs[locale] }) },
    ]),
  );
  const { unpublishAt: _, ...rest } = event;
  const version = isStored ? event.version + 1 : event.version;
  const change = {
    status: 'published' as const,
    publishedAt: publication.publishedAt,
    ...(publication.unpublishAt && { unpublishAt: publication.unpublishAt }),
    published: { locales: Object.keys(slugs), ...(isFullyPublished(translations, publication) && { version }) },
    translations,
  };
  return { ...nextVersion(rest, change, context), version };
};

/** True where the public sees every language of the working copy as it is, in what this release knows of it. */
const isFullyPublished = (translations: Event['translations'], { content }: Publication): boolean =>
  isDeepStrictEqual(
    knownFields(eventContentSchema.shape.translations, translations),
    knownFields(eventContentSchema.shape.translations, content.translations),
  );
