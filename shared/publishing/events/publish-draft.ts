import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { DocumentTooLargeError } from '../../aws/document.ts';
import { ConditionsFailedError, type Write } from '../../aws/transaction.ts';
import { editionCheck, editionWrite } from '../../desk/events/editions.ts';
import { saveEvent } from '../../desk/events/events.ts';
import { freeAddressChecks } from '../../desk/events/sources.ts';
import { plannedEndWrite } from '../../desk/links/planned-ends.ts';
import { deleteTextLinks, saveTextLinks } from '../../desk/links/text-links.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { slugClaim, slugCondition } from '../../desk/store/slugs.ts';
import { VersionConflictError } from '../../desk/store/versions.ts';
import { pictureChangesCheck } from '../../desk/uploads/picture-changes.ts';
import { publishDocument } from '../../media/document-files.ts';
import type { PublicUse } from '../../media/edge-headers.ts';
import { publishImages } from '../../media/publish-media.ts';
import type { Event } from '../../model/events/event.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import type { Locale } from '../../model/languages/locale.ts';
import {
  type Edition,
  editionKind,
  type Imaged,
  imageFields,
  mediaEnd,
  mediaOf,
  nextEditionOf,
  type Publication,
  type PublicMedia,
  seenAtOf,
  slugHistoryAt,
} from '../../model/publication/edition.ts';
import { slugsOf } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { eventEditionWrites } from '../editions/event-items.ts';
import type { AllowedDocument } from '../files/allowed-documents.ts';
import { linkedNoLonger, targetsOf } from '../links/text-links.ts';
import { allowedImages } from '../pictures/allowed-images.ts';
import { type AllowedPicture, forgetPictureUses, recordPictureUses } from '../pictures/publish-pictures.ts';
import { deletePublicMedia } from '../shared/delete-due-media.ts';
import { NotPublishableError } from '../shared/not-publishable-error.ts';
import { recordMediaChange, settleMediaChange } from '../shared/public-media.ts';
import type { PublicationTimes, RequestedTimes } from '../shared/publication-times.ts';
import { saveWithFreeSlugs } from '../shared/save-with-free-slugs.ts';
import { contentOf, type EventDraft, publishedEvent } from './event-draft.ts';
import { chosenLocales, examineDraft } from './examine-draft.ts';
import { applyLocaleChangeToEvent } from './rebuild-event.ts';

/** When an event is public, in which languages, and what leads there. */
export interface EventPublicationRequest extends RequestedTimes {
  readonly locales?: readonly Locale[] | undefined;
  /** Paths of an earlier site that lead to the event from now on. */
  readonly redirectsFrom?: readonly string[];
}

/** How a draft is published: by whom, for which site, and what else the transaction writes. */
interface DraftPublication {
  readonly request: EventPublicationRequest;
  readonly context: ActionContext;
  readonly site: Site;
  readonly action: 'published' | 'imported';
  readonly others?: readonly Write[];
}

/**
 * Publishes languages of an event: its media first, then everything else in one transaction, so that readers see the
 * old edition or the new one. Languages published before stay as they are. Throws `NotPublishableError` with every
 * reason, or `VersionConflictError` where the working copy has changed meanwhile; then nothing is public that was not
 * before. Warns of pictures that will be shown no more when readers see it first.
 */
export const publishDraft = async (
  { event, previous, edition }: Omit<EventDraft, 'chosen'>,
  { request, context, site, action, others = [] }: DraftPublication,
): Promise<{ event: Event; warnings: readonly FieldError[] }> => {
  const chosen = request.locales ?? chosenLocales({ event }, site);
  const draft: EventDraft = { event, previous, edition, chosen };
  const before = edition?.publication;
  const found = await examineDraft(draft, { request, now: context.now, site });
  const { times, place, pictureChanges, wanted, allowed, documents, mentions, links, source } = found;
  const errors = [...found.errors, ...found.nameErrors];
  if (errors.length > 0) throw new NotPublishableError(errors);

  const shown = {
    ...publicImages(event, allowed),
    ...(documents.length > 0 && { documents: documents.map(({ document }) => document) }),
    ...times,
  };
  await recordPictureUses(place, [...allowed, ...documents], context.now);
  await saveTextLinks(source, targetsOf(links));
  await recordMediaChange(event.id, before, shown, context.now);
  // What is to go at another moment than before is copied again, since the CDN is told of it with the file.
  const ends = new Map(
    (before ? mediaOf(before) : []).map((media) => [media.media, { end: mediaEnd(media, before ?? {}) }]),
  );
  const added = [...allowed, ...documents].filter((one) => {
    const media = publicMediaOf(one);
    const known = ends.get(media.media);
    return !known || known.end !== mediaEnd(media, times);
  });
  const saved = await publishNewMedia(event.id, { added, times, now: context.now }, () =>
    saveEdition(draft, {
      ...{ shown, context, site, action, legacyPaths: request.redirectsFrom ?? [] },
      others: [
        ...others,
        ...(wanted.length + documents.length > 0 ? [pictureChangesCheck(place, pictureChanges)] : []),
        ...mentions.checks,
      ],
    }),
  );
  await settleMediaChange(event.id, before, saved.edition, context.now);
  await forgetPictureUses(place, before, { ...saved.edition, check: editionCheck(event.id, saved.edition) });
  await deleteTextLinks(source, linkedNoLonger(before?.content.translations, links));
  // Another request that has changed the site's languages meanwhile may have missed this event.
  await applyLocaleChangeToEvent(event.id, site);
  return { event: saved.event, warnings: found.warnings };
};

/** The images of what may be public, as a publication holds them. */
const publicImages = ({ pictures }: Event, allowed: readonly AllowedPicture[]): Imaged => {
  const { images, textPictures } = allowedImages(pictures, allowed);
  return { ...imageFields(images), ...textPictures };
};

/** A picture or a file that may be published. */
type Allowed = AllowedPicture | AllowedDocument;

const publicMediaOf = (allowed: Allowed): PublicMedia => ('image' in allowed ? allowed.image : allowed.document);

/** How many documents are copied at the same time. */
const concurrency = 4;

/** The media that are to be copied, and for when. */
interface NewMedia {
  readonly added: readonly Allowed[];
  readonly times: PublicationTimes;
  readonly now: Date;
}

/** Copies the media that are not public yet, and then does the rest; where that is refused, they are deleted again. */
const publishNewMedia = async <T>(id: string, { added, times, now }: NewMedia, save: () => Promise<T>): Promise<T> => {
  const useOf = (media: PublicMedia): PublicUse => ({ tag: `event-${id}`, until: mediaEnd(media, times) });
  try {
    const images = added.filter((one) => 'image' in one);
    await publishImages(images.map(({ uploadId, image }) => ({ uploadId, image, ...useOf(image) })));
    const documents = added.filter((one) => 'document' in one);
    await mapWithConcurrency(documents, concurrency, ({ uploadId, document }) =>
      publishDocument(uploadId, document, useOf(document)),
    );
    return await save();
  } catch (error) {
    // An interrupted call has an unknown outcome, and the media may be public rightly: the record decides later.
    const isRefused = [VersionConflictError, NotPublishableError, ConditionsFailedError, DocumentTooLargeError].some(
      (refusal) => error instanceof refusal,
    );
    if (isRefused) {
      const media = added.map((one) => ({ media: publicMediaOf(one) }));
      await deletePublicMedia(id, media, now);
    }
    throw error;
  }
};

/** An edition of a draft, and what its transaction writes beside it. */
interface EditionParts extends Pick<DraftPublication, 'context' | 'site' | 'action'> {
  readonly shown: PublicationTimes & Imaged & Pick<Publication, 'documents'>;
  readonly legacyPaths: readonly string[];
  readonly others: readonly Write[];
}

/** Writes the edition of a draft with its working copy, in one transaction. */
const saveEdition = (
  draft: EventDraft,
  { shown, legacyPaths, context, site, action, others }: EditionParts,
): Promise<{ event: Event; edition: Edition }> => {
  const { event, previous, edition: before, chosen } = draft;
  const { id, translations, views } = event;
  const seenAt = seenAtOf(event, before, context.now);
  return saveWithFreeSlugs({ kind: itemKindOf(event), id, translations }, chosen, async (slugs) => {
    const publication: Publication = {
      content: contentOf(draft, slugs),
      ...shown,
      feedLocales: itemKindOf(event) === 'event' ? site.locales : [],
      ...(views !== undefined && { views }),
    };
    const edition: Edition = {
      ...nextEditionOf(before, site, context.now),
      ...editionKind(event),
      ...(seenAt && { earlierPublishedAt: seenAt }),
      publication,
      slugHistory: slugHistoryAt(before, context.now),
      redirectsFrom: [...(before?.redirectsFrom ?? []), ...legacyPaths],
    };
    const next = publishedEvent(draft, publication, context);
    await saveEvent(
      {
        event: next,
        previous,
        action,
        others: [
          editionWrite(id, edition, before),
          ...Object.entries(slugsOf(publication)).flatMap(([locale, slug]) => addressWrites(event, locale, slug)),
          ...eventEditionWrites(id, edition, before, site),
          ...plannedEnd(id, publication, context),
          ...others,
        ],
      },
      context,
    );
    return { event: next, edition };
  });
};

/** Claims an address for what is published. That of a page may be one of the earlier site. */
const addressWrites = (event: Event, locale: Locale, slug: string): Write[] => [
  slugClaim(itemKindOf(event), locale, slug, event.id),
  ...(event.kind === 'page' ? freeAddressChecks(`/${locale}/${slug}`, event.id, slugCondition(locale)) : []),
];

/** The record that a publication ends by itself: none of one that has ended already. */
const plannedEnd = (id: string, { unpublishAt }: Publication, { now }: ActionContext): Write[] =>
  unpublishAt !== undefined && unpublishAt > now.toISOString()
    ? [plannedEndWrite({ eventId: id, at: unpublishAt })]
    : [];
