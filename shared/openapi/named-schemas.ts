import type * as z from 'zod';
import { personSchema } from '../contract/person.ts';
import { problemSchema } from '../contract/problem.ts';
import {
  cardPictureSchema,
  exhibitionCardSchema,
  feedCardSchema,
  feedItemSchema,
  publicArtworkSchema,
  publicEventSchema,
  publicExhibitionSchema,
  publicNoticeSchema,
  publicPageCardSchema,
  publicPageSchema,
  publicPictureSchema,
  publicPlaceSchema,
  publicShowingSchema,
  publicSiteSchema,
  searchResultSchema,
} from '../contract/public-schemas.ts';
import { listedAttentionSchema, mentionSchema } from '../contract/staff/attention.ts';
import { listedAuditEntrySchema, staffAuditEntrySchema } from '../contract/staff/audit.ts';
import {
  artworkPatchSchema,
  exhibitionPatchSchema,
  exhibitionPreviewSchema,
  exhibitionRevisionSummarySchema,
  likenessSchema,
  rankedSchema,
  staffArtworkSchema,
  staffExhibitionRevisionSchema,
  staffExhibitionSchema,
} from '../contract/staff/exhibition-schemas.ts';
import { staffJobSchema } from '../contract/staff/jobs.ts';
import { juryWorkSchema, ratingChangeSchema } from '../contract/staff/jury-schemas.ts';
import { requestPatchSchema } from '../contract/staff/person-requests.ts';
import {
  eventPatchSchema,
  fieldChangeSchema,
  importReportSchema,
  listedUploadSchema,
  previewSchema,
  previewSummarySchema,
  revisionSummarySchema,
  siteVersionSummarySchema,
  staffEventSchema,
  staffRevisionSchema,
  staffUploadSchema,
} from '../contract/staff/schemas.ts';
import { webhookPatchSchema } from '../contract/staff/webhooks.ts';
import { eventContentSchema, translationSchema } from '../model/events/event.ts';
import { eventFileSchema } from '../model/events/event-file.ts';
import { eventPictureSchema } from '../model/events/event-picture.ts';
import { placeSchema } from '../model/events/place.ts';
import { showingSchema } from '../model/events/showing.ts';
import { artistSchema, artworkContentSchema, artworkTranslationSchema } from '../model/exhibitions/artwork.ts';
import {
  exhibitionContentSchema,
  exhibitionTranslationSchema,
  selectionSchema,
} from '../model/exhibitions/exhibition.ts';
import { documentSchema, publicFileSchema } from '../model/files/document.ts';
import { pictureSchema } from '../model/files/picture.ts';
import { uploadRequestSchema } from '../model/files/upload.ts';
import { idSchema } from '../model/id.ts';
import { refusalCodeSchema } from '../model/json/field-error.ts';
import { fieldLocationSchema } from '../model/json/field-location.ts';
import { localeSchema } from '../model/languages/locale.ts';
import { confirmedMentionSchema } from '../model/names/confirmed-mention.ts';
import { consentSchema } from '../model/people/consent.ts';
import { siteSchema } from '../model/site/site.ts';
import { webhookPayloadSchema, webhookTestPayloadSchema } from '../model/staff/webhook.ts';
import { slugSchema } from '../model/text/slug.ts';
import { instantSchema } from '../model/time/instant.ts';
import { occasionSchema } from '../model/time/occasion.ts';

/**
 * The schemas of the contract that have a name of their own in the document. What is not named stands where it is used;
 * a schema whose input differs from its output has two, the former called `…Input`.
 */
export const namedSchemas = {
  ...{ Id: idSchema, Locale: localeSchema, Slug: slugSchema, Instant: instantSchema, DayOrInstant: occasionSchema },
  ...{
    Problem: problemSchema,
    RefusalCode: refusalCodeSchema,
    Person: personSchema,
    Picture: pictureSchema,
    CardPicture: cardPictureSchema,
    PublicPicture: publicPictureSchema,
    PublicFile: publicFileSchema,
    PublicPlace: publicPlaceSchema,
    PublicShowing: publicShowingSchema,
    Site: siteSchema,
    PublicSite: publicSiteSchema,
    PublicNotice: publicNoticeSchema,
    PublicPage: publicPageSchema,
    PublicPageCard: publicPageCardSchema,
  },
  ...{ FeedCard: feedCardSchema, FeedItem: feedItemSchema, SearchResult: searchResultSchema },
  ...{ PublicEvent: publicEventSchema },
  ...{
    ExhibitionCard: exhibitionCardSchema,
    PublicExhibition: publicExhibitionSchema,
    PublicArtwork: publicArtworkSchema,
  },
  ...{
    EventContent: eventContentSchema,
    EventTranslation: translationSchema,
    EventPicture: eventPictureSchema,
    EventFile: eventFileSchema,
    Showing: showingSchema,
    Place: placeSchema,
    EventPatch: eventPatchSchema,
  },
  ...{ StaffEvent: staffEventSchema, EventVersion: staffRevisionSchema.shape.event, EventPreview: previewSchema },
  ...{ RevisionSummary: revisionSummarySchema, FieldChange: fieldChangeSchema, PreviewSummary: previewSummarySchema },
  ...{ ExhibitionContent: exhibitionContentSchema, ExhibitionTranslation: exhibitionTranslationSchema },
  ...{ ExhibitionPatch: exhibitionPatchSchema, StaffExhibition: staffExhibitionSchema, Selection: selectionSchema },
  ...{
    ExhibitionVersion: staffExhibitionRevisionSchema.shape.exhibition,
    ExhibitionRevisionSummary: exhibitionRevisionSummarySchema,
    ExhibitionPreview: exhibitionPreviewSchema,
  },
  ...{ JuryWork: juryWorkSchema, RatingPatch: ratingChangeSchema },
  ...{ ArtworkContent: artworkContentSchema, ArtworkTranslation: artworkTranslationSchema },
  ...{ ArtworkPatch: artworkPatchSchema, StaffArtwork: staffArtworkSchema, Artist: artistSchema },
  ...{ Consent: consentSchema, RankedArtwork: rankedSchema, Likeness: likenessSchema },
  ...{
    UploadRequest: uploadRequestSchema,
    Upload: staffUploadSchema,
    Document: documentSchema,
    ListedUpload: listedUploadSchema,
    ImportReport: importReportSchema,
  },
  ...{
    Mention: mentionSchema,
    Attention: listedAttentionSchema,
    ConfirmedMention: confirmedMentionSchema,
    FieldLocation: fieldLocationSchema,
  },
  ...{
    SiteVersionSummary: siteVersionSummarySchema,
    AuditEntry: staffAuditEntrySchema,
    ListedAuditEntry: listedAuditEntrySchema,
    Job: staffJobSchema,
    WebhookMessage: webhookPayloadSchema,
    WebhookTestMessage: webhookTestPayloadSchema,
    WebhookPatch: webhookPatchSchema,
    PersonRequestPatch: requestPatchSchema,
  },
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof namedSchemas;
