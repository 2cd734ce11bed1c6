import { randomBytes } from 'node:crypto';
import { ConditionsFailed, writeTogether } from '../aws/transaction.ts';
import { nextVersion, StaleVersion, saveEvent } from '../desk/events.ts';
import { forgetLeftover, leftoverRemoval, leftoverWrite, readLeftovers } from '../desk/leftovers.ts';
import {
  type PublishedContent,
  publishedContentSchema,
  publishedRemoval,
  publishedWrite,
  readPublished,
} from '../desk/published.ts';
import { slugClaim, slugGuard } from '../desk/slugs.ts';
import { readUpload } from '../desk/uploads.ts';
import type { Event, Publication, PublishedImage } from '../domain/event.ts';
import type { Locale } from '../domain/locale.ts';
import type { Site } from '../domain/site.ts';
import { publishMedia, withdrawMedia } from '../media/publish-media.ts';
import { editionWrites, withdrawalWrites } from './edition.ts';
import { missingPieces } from './missing-pieces.ts';
import { NotPublishable } from './not-publishable.ts';
import { slugAttempts, slugCandidate } from './slug-candidates.ts';

export interface PublicationRequest {
  readonly publishAt?: string | undefined;
  readonly locales?: readonly Locale[] | undefined;
  readonly by: string;
  readonly now: Date;
  readonly site: Site;
}

/**
 * Publishes languages of an event: its media first, then everything else in one transaction, so that readers see the old
 * edition or the new one. Languages published before stay as they are. Throws `NotPublishable` with every reason, or
 * `StaleVersion` where the working copy has changed meanwhile; then nothing is public that was not before.
 */
export const publishEvent = async (event: Event, request: PublicationRequest): Promise<Event> => {
  const before = event.publication && (await readPublished(event.id));
  const chosen = request.locales ?? Object.keys(event.translations);
  const errors = missingPieces(event, chosen, request.site);
  if (event.publication && request.publishAt && request.publishAt > request.now.toISOString()) {
    errors.push({
      path: 'publishAt',
      message: 'lies in the future, but the event is public already: withdraw it first',
    });
  }
  const cover = await coverOf(event, before, errors);
  if (errors.length > 0) throw new NotPublishable(errors);

  const content = contentOf(event, chosen, before);
  if (!cover || cover.media === event.publication?.cover?.media) return commit(event, content, cover, request);
  await writeTogether([leftoverWrite(event.id, { image: cover, begunAt: request.now.toISOString() })]);
  try {
    await publishMedia(event.coverUploadId ?? '', cover);
    return await commit(event, content, cover, request);
  } catch (error) {
    // Where a call broke off its outcome is not known, and the media may be public rightly: the record decides later.
    if (error instanceof StaleVersion || error instanceof NotPublishable) await discard(event.id, cover);
    throw error;
  }
};

/**
 * Takes an event from the public: first everything that leads to it, in one transaction, then its media (`sweepMedia`).
 * An event that is not public stays as it is.
 */
export const withdrawEvent = async (event: Event, by: string, now: Date): Promise<Event> => {
  const { publication, ...rest } = event;
  if (!publication) return event;
  const next = nextVersion(rest, { status: 'draft' }, by, now);
  await saveEvent(next, event, [
    publishedRemoval(event.id),
    ...(publication.cover ? [leftoverWrite(event.id, { image: publication.cover })] : []),
    ...withdrawalWrites(event.id, publication, now),
  ]);
  return next;
};

/** Deletes the media that withdrawn, replaced and broken-off publications of an event have left in public. */
export const sweepMedia = async (eventId: string, now: Date): Promise<void> => {
  for (const image of await readLeftovers(eventId, now)) await discard(eventId, image);
};

const discard = async (eventId: string, image: PublishedImage): Promise<void> => {
  await withdrawMedia(image);
  await forgetLeftover(eventId, image);
};

/** The cover as it will be public: the one that is, where it is the same upload, or a new one below an address of its own. */
const coverOf = async (
  event: Event,
  before: PublishedContent | undefined,
  errors: { path: string; message: string }[],
): Promise<PublishedImage | undefined> => {
  if (!event.coverUploadId) return undefined;
  if (before?.coverUploadId === event.coverUploadId) return event.publication?.cover;
  const upload = await readUpload(event.coverUploadId);
  // 128 random bits: what is scheduled for later cannot be guessed, and no two publications share a file.
  if (upload?.image) return { ...upload.image, media: randomBytes(16).toString('base64url') };
  const state = upload ? `is ${upload.state}` : 'is not known';
  errors.push({ path: 'coverUploadId', message: `${state}: only an upload that is ready can be published` });
  return undefined;
};

/** What will be public: the chosen languages as they are now, the others as they were published. */
const contentOf = (event: Event, chosen: readonly Locale[], before: PublishedContent | undefined): PublishedContent => {
  const { category, campaign, startsAt, endsAt, venue, coverUploadId } = event;
  const translations = Object.fromEntries(chosen.map((locale) => [locale, event.translations[locale]]));
  return publishedContentSchema.parse({
    ...{ category, campaign, startsAt, endsAt, venue, coverUploadId },
    translations: { ...before?.translations, ...translations },
  });
};

/** Writes the publication, trying other slugs for titles whose own is taken. */
const commit = async (
  event: Event,
  content: PublishedContent,
  cover: PublishedImage | undefined,
  { publishAt, by, now, site }: PublicationRequest,
): Promise<Event> => {
  const previous = event.publication;
  const attempts = new Map<Locale, number>();
  for (;;) {
    const slugs = Object.fromEntries(
      Object.entries(content.translations).map(([locale, { slug, title }]) => [
        locale,
        slug ?? slugCandidate(title, event.id, attempts.get(locale) ?? 0),
      ]),
    );
    const publication: Publication = {
      version: event.version + 1,
      publishedAt: publishAt ?? event.publishedAt ?? now.toISOString(),
      category: content.category ?? '',
      ...(content.campaign && { campaign: content.campaign }),
      slugs,
      feedLocales: site.locales,
      ...(cover && { cover }),
    };
    const named = nameSlugs(content, slugs);
    const translations = { ...event.translations, ...nameSlugs(event, slugs).translations };
    const next = nextVersion(
      event,
      { status: 'published', publishedAt: publication.publishedAt, publication, translations },
      by,
      now,
    );
    try {
      await saveEvent(next, event, [
        ...Object.entries(slugs).map(([locale, slug]) => slugClaim(locale, slug, event.id)),
        publishedWrite(event.id, named),
        ...(cover && cover.media !== previous?.cover?.media ? [leftoverRemoval(event.id, cover)] : []),
        ...(previous?.cover && previous.cover.media !== cover?.media
          ? [leftoverWrite(event.id, { image: previous.cover })]
          : []),
        ...editionWrites(event.id, named, publication, previous, site),
      ]);
      return next;
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
      for (const locale of Object.keys(slugs).filter((locale) => error.guards.includes(slugGuard(locale)))) {
        const attempt = (attempts.get(locale) ?? 0) + 1;
        if (content.translations[locale]?.slug || attempt === slugAttempts) {
          throw new NotPublishable([
            { path: `translations.${locale}.slug`, message: `${slugs[locale]} is taken by another event` },
          ]);
        }
        attempts.set(locale, attempt);
      }
    }
  }
};

/** The same content with the slugs that its translations are published under. */
const nameSlugs = <T extends Pick<Event, 'translations'>>(content: T, slugs: Readonly<Record<Locale, string>>): T => ({
  ...content,
  translations: Object.fromEntries(
    Object.entries(content.translations).map(([locale, translation]) => [
      locale,
      { ...translation, ...(slugs[locale] && { slug: slugs[locale] }) },
    ]),
  ),
});
