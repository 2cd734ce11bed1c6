import { requireNotArchived } from '../../desk/events/require-not-archived.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { Event } from '../../model/events/event.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { linkTo } from '../../model/site/item-link.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { withFileTexts } from '../files/file-texts.ts';
import { linkErrors } from '../links/link-errors.ts';
import { textLinksOf } from '../links/text-links.ts';
import { textsLinkingTo } from '../links/texts-linking-to.ts';
import { mentionsOfEvent } from '../mentions/event-mentions.ts';
import { mentionWarnings } from '../mentions/field-mentions.ts';
import { resolveEventAttention } from '../mentions/resolve-event-attention.ts';
import { foreignPictureWarnings } from '../pictures/text-pictures.ts';
import { deleteDueMedia } from '../shared/delete-due-media.ts';
import { seenFrom } from '../shared/publication-times.ts';
import { type EventPublicationRequest, publishDraft } from './publish-draft.ts';
import { requireOtherChange } from './require-other-change.ts';
import { withEdition } from './with-edition.ts';

/**
 * Publishes languages of an event, and gives what is worth a look in its texts, and the texts of others that will link
 * to nothing from its planned end on. Throws `NotPublishableError` with every reason, or `VersionConflictError` where
 * the working copy has changed meanwhile; then nothing is public that was not before.
 */
export const publishEvent = async (
  event: Event,
  request: EventPublicationRequest,
  actor: Actor,
): Promise<{ event: Event; warnings: readonly FieldError[]; linkedFrom: readonly FieldLocation[] }> => {
  requireNotArchived(event);
  const { site } = await readSite();
  if (site.fourEyes) requireOtherChange(event, actor);
  const { event: published, warnings } = await withEdition(event.id, (edition) =>
    publishDraft({ event, previous: event, edition }, { request, context: actor, site, action: 'published' }),
  );
  // The publication stands whether or not the media of the previous one can be deleted now: the next publication tries
  // again.
  await deleteDueMedia(event.id, actor.now).catch((error: unknown) =>
    actor.logger.warn('Old media are left', { error }),
  );
  await resolveEventAttention(published, actor);
  const { found } = await mentionsOfEvent(published, await withFileTexts(published), {
    now: actor.now,
    site,
    edition: undefined,
  });
  // What was withdrawn while this was published has not named it.
  const dead = await linkErrors(
    linkTo(event),
    textLinksOf(published.translations, published.published?.locales),
    seenFrom({ publishedAt: published.publishedAt ?? '' }, actor.now),
  );
  const { unpublishAt, translations } = published;
  const foreign = foreignPictureWarnings(
    Object.fromEntries((published.published?.locales ?? []).map((locale) => [locale, translations[locale] ?? {}])),
  );
  const linkedFrom = unpublishAt ? await textsLinkingTo(linkTo(event), unpublishAt) : [];
  return { event: published, warnings: [...warnings, ...mentionWarnings(found), ...dead, ...foreign], linkedFrom };
};
