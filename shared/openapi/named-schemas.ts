import type * as z from 'zod';
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
} from '../contract/exhibition-schemas.ts';
import { juryWorkSchema } from '../contract/jury-schemas.ts';
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
import { mentionSchema } from '../contract/staff-attention.ts';
import { listedAuditEntrySchema, staffAuditEntrySchema } from '../contract/staff-audit.ts';
import { staffJobSchema } from '../contract/staff-jobs.ts';
import { requestPatchSchema } from '../contract/staff-person-requests.ts';
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
} from '../contract/staff-schemas.ts';
import { webhookPatchSchema } from '../contract/staff-webhooks.ts';
import { artistSchema, artworkContentSchema, artworkTranslationSchema } from '../model/artwork.ts';
import { attentionSchema } from '../model/attention.ts';
import { consentSchema } from '../model/consent.ts';
import { documentSchema, publicFileSchema } from '../model/document.ts';
import { eventContentSchema, translationSchema } from '../model/event.ts';
import { eventFileSchema } from '../model/event-file.ts';
import { eventPictureSchema } from '../model/event-picture.ts';
import { exhibitionContentSchema, exhibitionTranslationSchema, selectionSchema } from '../model/exhibition.ts';
import { refusalCodeSchema } from '../model/field-error.ts';
import { fieldLocationSchema } from '../model/field-location.ts';
import { idSchema } from '../model/id.ts';
import { localeSchema } from '../model/locale.ts';
import { confirmedMentionSchema } from '../model/names/confirmed-mention.ts';
import { pictureSchema } from '../model/picture.ts';
import { placeSchema } from '../model/place.ts';
import { showingSchema } from '../model/showing.ts';
import { siteSchema } from '../model/site.ts';
import { slugSchema } from '../model/slug.ts';
import { instantSchema } from '../model/time/instant.ts';
import { occasionSchema } from '../model/time/occasion.ts';
import { uploadRequestSchema } from '../model/upload.ts';
import { webhookPayloadSchema } from '../model/webhook.ts';

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
  ...{ JuryWork: juryWorkSchema },
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
    Attention: attentionSchema,
    ConfirmedMention: confirmedMentionSchema,
    FieldLocation: fieldLocationSchema,
  },
  ...{
    SiteVersionSummary: siteVersionSummarySchema,
    AuditEntry: staffAuditEntrySchema,
    ListedAuditEntry: listedAuditEntrySchema,
    Job: staffJobSchema,
    WebhookMessage: webhookPayloadSchema,
    WebhookPatch: webhookPatchSchema,
    PersonRequestPatch: requestPatchSchema,
  },
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof namedSchemas;
