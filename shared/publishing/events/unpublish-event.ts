import { editionCheck, editionWrite } from '../../desk/events/editions.ts';
import { saveEvent } from '../../desk/events/events.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import { deleteTextLinks } from '../../desk/links/text-links.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { pictureLocation } from '../../desk/uploads/pictures.ts';
import { type Cancellation, cancellationOf, withoutTitles } from '../../model/events/cancellation.ts';
import type { Event } from '../../model/events/event.ts';
import { filesIn } from '../../model/events/event-file.ts';
import { picturesIn } from '../../model/events/event-picture.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import type { Locale } from '../../model/languages/locale.ts';
import {
  type Edition,
  nextEditionOf,
  type Publication,
  seenAtOf,
  slugHistoryAt,
} from '../../model/publication/edition.ts';
import { linkTo } from '../../model/site/item-link.ts';
import type { Site } from '../../model/site/site.ts';
import { InvalidInputError, UnavailableError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { eventEditionWrites } from '../editions/event-items.ts';
import { linkedNoLonger, textLinksOf } from '../links/text-links.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';
import { eventAttentionErrors } from '../mentions/event-mentions.ts';
import { resolveEventAttention } from '../mentions/resolve-event-attention.ts';
import { forgetPictureUses } from '../pictures/publish-pictures.ts';
import { textPicturesOf } from '../pictures/text-pictures.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';
import { recordMediaChange, settleMediaChange } from '../shared/public-media.ts';
import { withEdition } from './with-edition.ts';

/** Which languages to withdraw (all, if none is named), and whether calendars hide the title. */
export interface UnpublishRequest {
  readonly locales?: readonly Locale[] | undefined;
  readonly hideTitle?: boolean;
}

/**
 * Takes an event, or some languages of it, from the public: everything that leads to it, in one transaction, and its
 * media after that. What is not public stays as it is. `linkedFrom` names the public texts that link to an event that
 * is gone. Throws `VersionConflictError`, and a refusal where media could not be deleted: the caller may repeat the
 * request.
 */
export const unpublishEvent = async (
  event: Event,
  { locales, hideTitle = false }: UnpublishRequest,
  actor: Actor,
): Promise<{ event: Event; linkedFrom: readonly FieldLocation[] }> => {
  const unknown = locales?.filter((locale) => !event.published?.locales.includes(locale)) ?? [];
  if (unknown.length > 0) throw new InvalidInputError([fieldError('locales', 'localeNotPublic', { locales: unknown })]);
  const { site } = await readSite();
  const withdrawn = await withEdition(event.id, (edition) =>
    withdraw({ event, edition, locales, hideTitle, site }, actor),
  );
  await resolveEventAttention(withdrawn, actor);
  try {
    await deleteDueMedia(event.id, actor.now);
  } catch (error) {
    actor.logger.error('Withdrawn media are left', { error });
    throw new UnavailableError(reason('withdrawnMediaLeft'));
  }
  const linkedFrom = withdrawn.published ? [] : await textsLinkingTo(linkTo(event));
  return { event: withdrawn, linkedFrom };
};

/** What is withdrawn: some languages of an event, or all. */
interface Withdrawal {
  readonly event: Event;
  readonly edition: Edition | undefined;
  readonly locales: readonly Locale[] | undefined;
  readonly hideTitle: boolean;
  readonly site: Site;
}

const withdraw = async (
  { event, edition: before, locales, hideTitle, site }: Withdrawal,
  context: ActionContext,
): Promise<Event> => {
  const publication = before?.publication && without(before.publication, locales);
  if (before?.cancelled?.titles && hideTitle) return hideCancelledTitle(event, before, site, context);
  if (!before?.publication || publication === before.publication) return event;
  const told = publication ? undefined : cancellationOf(before.publication, context.now.toISOString());
  const cancelled = told && (hideTitle || (await namesSomebody(event, told, context.now)) ? withoutTitles(told) : told);
  const edition: Edition = {
    ...nextEditionOf(before, site, context.now),
    ...(publication && { publication }),
    ...(cancelled && { cancelled }),
    slugHistory: slugHistoryAt(before, context.now),
    redirectsFrom: before.redirectsFrom,
  };
  const { published: _, unpublishAt, publishedAt, ...rest } = event;
  // A publication that no reader has seen counts as never published.
  const seenAt = seenAtOf(event, before, context.now);
  const wasPublic = seenAt !== undefined || Object.keys(edition.slugHistory).length > 0;
  const left = Object.keys(publication?.content.translations ?? {});
  const change: Partial<Event> = publication
    ? { published: { locales: left }, publishedAt, unpublishAt }
    : { status: wasPublic ? ('withdrawn' as const) : ('draft' as const), ...(seenAt && { publishedAt: seenAt }) };
  const withdrawn = nextVersion(rest, change, context);
  await recordMediaChange(event.id, before.publication, publication, context.now);
  await saveEvent(
    {
      event: withdrawn,
      previous: event,
      action: 'unpublished',
      others: [
        editionWrite(event.id, edition, before),
        endPreviews(`EVENT#${event.id}`),
        ...eventEditionWrites(event.id, edition, before, site),
      ],
    },
    context,
  );
  await settleMediaChange(event.id, before.publication, edition, context.now);
  await forgetPictureUses(pictureLocation(event.id), before.publication, {
    ...edition,
    check: editionCheck(event.id, edition),
  });
  const links = textLinksOf(publication?.content.translations ?? {});
  const source = { ...linkTo(event), edition: edition.number };
  await deleteTextLinks(source, linkedNoLonger(before.publication.content.translations, links));
  return withdrawn;
};

/** True where an editor must look at a title first: it names a person whose name is withheld by now. */
const namesSomebody = async (event: Event, { titles = {} }: Cancellation, now: Date): Promise<boolean> => {
  const translations = Object.fromEntries(Object.entries(titles).map(([locale, title]) => [locale, { title }]));
  const texts = { translations, pictures: [], files: [] };
  return (await eventAttentionErrors(event, texts, { now, edition: undefined })).length > 0;
};

/** Calendars go on saying that it is cancelled, and not what it was called. */
const hideCancelledTitle = async (
  event: Event,
  before: Edition,
  site: Site,
  context: ActionContext,
): Promise<Event> => {
  const edition: Edition = {
    ...before,
    ...nextEditionOf(before, site, context.now),
    ...(before.cancelled && { cancelled: withoutTitles(before.cancelled) }),
  };
  const next = nextVersion(event, {}, context);
  const others = [editionWrite(event.id, edition, before), ...eventEditionWrites(event.id, edition, before, site)];
  await saveEvent({ event: next, previous: event, action: 'unpublished', others }, context);
  return next;
};

/** The publication without some languages; the same where it has none of them, and none where nothing is left. */
const without = (publication: Publication, locales: readonly Locale[] | undefined): Publication | undefined => {
  if (!locales) return undefined;
  const all = Object.entries(publication.content.translations);
  const left = all.filter(([locale]) => !locales.includes(locale));
  if (left.length === all.length) return publication;
  if (left.length === 0) return undefined;
  const kept = left.map(([locale]) => locale);
  const pictures = picturesIn(publication.content.pictures, kept);
  const files = filesIn(publication.content.files, kept);
  const translations = Object.fromEntries(left);
  const { textPictures: inTexts = [], ...rest } = publication;
  const shown = new Set(textPicturesOf(translations).map(({ uploadId }) => uploadId));
  const textPictures = inTexts.filter(({ uploadId }) => shown.has(uploadId));
  return {
    ...rest,
    ...(textPictures.length > 0 && { textPictures }),
    content: { ...publication.content, translations, pictures, files },
  };
};
