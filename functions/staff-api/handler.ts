import { staffRoutes } from '../../shared/contract/staff/routes.ts';
import { keepName, readNames } from '../../shared/desk/people/person-names.ts';
import { requireValidToken } from '../../shared/desk/people/revocations.ts';
import { serve } from '../../shared/http/serve.ts';
import { listAttention } from './admin/attention.ts';
import {
  deleteExhibitionRevisions,
  deleteRevisions,
  deleteSiteRevisions,
  deleteUpload,
  eraseEvent,
  eraseEventSlug,
  eraseExhibition,
  eraseExhibitionSlug,
} from './admin/erasure.ts';
import {
  listArtworkAuditEntries,
  listAuditEntries,
  listEventAuditEntries,
  listExhibitionAuditEntries,
} from './admin/list-audit-entries.ts';
import { listEventMentions, listExhibitionMentions, lookUpSiteMentions } from './admin/mentions.ts';
import { listSetAside, redriveQueue } from './admin/set-aside.ts';
import { getSiteRevision, getStaffSite, listSiteRevisions, rebuildShowcase, updateSite } from './admin/site.ts';
import { createAccessDocument, lookUpAccessTexts } from './consent/access-document.ts';
import {
  createConsentForm,
  createConsentFormLink,
  deleteConsentForm,
  listConsentForms,
} from './consent/consent-forms.ts';
import { lookUpConsents, lookUpNamingTexts } from './consent/consents.ts';
import { foreseeEffects, foreseeNamingTexts } from './consent/effects.ts';
import {
  closePersonRequest,
  createPersonRequest,
  createRequestAct,
  extendPersonRequest,
  getPersonRequest,
  listPersonRequests,
  updatePersonRequest,
} from './consent/person-requests.ts';
import {
  archiveEvent,
  assignContributors,
  createEvent,
  getStaffEvent,
  unarchiveEvent,
  updateEvent,
  updateEventStatus,
  updateEvents,
} from './events/events.ts';
import { importArchive } from './events/imports.ts';
import { listStaffEvents } from './events/list-events.ts';
import { getEventPublication, getEventPublicationCheck, publishEvent, unpublishEvent } from './events/publication.ts';
import {
  createArtwork,
  deleteArtwork,
  getStaffArtwork,
  listStaffArtworks,
  updateArtwork,
} from './exhibitions/artworks.ts';
import { lookUpArtist, revealArtists } from './exhibitions/blind-rating.ts';
import {
  getExhibitionPublication,
  getExhibitionPublicationCheck,
  publishExhibition,
  unpublishExhibition,
} from './exhibitions/exhibition-publication.ts';
import {
  archiveExhibition,
  createExhibition,
  getStaffExhibition,
  unarchiveExhibition,
  updateExhibition,
  updateExhibitionStatus,
} from './exhibitions/exhibitions.ts';
import { listHallWorks } from './exhibitions/hall.ts';
import { assignJuror, listJuries, listJurors, removeJuror } from './exhibitions/juries.ts';
import { getRanking, listDuplicates, rateArtwork } from './exhibitions/jury.ts';
import { getJuryWork, listJuryWorks, rateJuryWork, updateJuryRating } from './exhibitions/jury-works.ts';
import { listStaffExhibitions } from './exhibitions/list-exhibitions.ts';
import { listRatings } from './exhibitions/list-ratings.ts';
import { selectArtworks } from './exhibitions/selection.ts';
import { updateArtworks } from './exhibitions/update-artworks.ts';
import {
  createExhibitionPreview,
  createPreview,
  getExhibitionPreview,
  getPreview,
  getPreviewPage,
  listExhibitionPreviews,
  listPreviews,
  revokeExhibitionPreview,
  revokePreview,
} from './history/previews.ts';
import {
  getExhibitionRevision,
  getRevision,
  listExhibitionRevisions,
  listRevisions,
  restoreExhibitionRevision,
  restoreRevision,
} from './history/revisions.ts';
import { getJob, listJobs, retryJob } from './jobs/jobs.ts';
import { logger } from './logger.ts';
import { getMyMail, updateMyMail } from './people/my-mail.ts';
import { deletePersonName, getMe, listPeople } from './people/people.ts';
import { renderText } from './texts/render-text.ts';
import { createUpload, getUpload, listUploads } from './uploads/uploads.ts';
import {
  getWebhookDelivery,
  listWebhookDeliveries,
  resendWebhookDelivery,
  testWebhook,
} from './webhooks/webhook-deliveries.ts';
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  rotateWebhookSecret,
  updateWebhook,
} from './webhooks/webhooks.ts';

/** Answers the staff: the desk, signed uploads, and publication. */
export const handler = serve(
  staffRoutes,
  {
    ...{
      createEvent,
      listStaffEvents,
      getStaffEvent,
      updateEvent,
      updateEvents,
      assignContributors,
      updateEventStatus,
      archiveEvent,
      getEventPublication,
      getEventPublicationCheck,
      publishEvent,
      unpublishEvent,
    },
    ...{ createExhibition, listStaffExhibitions, getStaffExhibition, updateExhibition, updateExhibitionStatus },
    ...{ getExhibitionPublication, getExhibitionPublicationCheck, listHallWorks },
    ...{ publishExhibition, unpublishExhibition, selectArtworks, getRanking, rateArtwork, listDuplicates },
    ...{
      listJuries,
      listJuryWorks,
      getJuryWork,
      rateJuryWork,
      updateJuryRating,
      listJurors,
      assignJuror,
      removeJuror,
      listRatings,
    },
    ...{ revealArtists, lookUpArtist },
    ...{ createAccessDocument, lookUpAccessTexts },
    ...{ createConsentForm, listConsentForms, createConsentFormLink, deleteConsentForm },
    ...{ lookUpConsents, lookUpNamingTexts, foreseeEffects, foreseeNamingTexts },
    ...{ listPersonRequests, createPersonRequest, getPersonRequest, updatePersonRequest },
    ...{ extendPersonRequest, createRequestAct, closePersonRequest },
    ...{ listAttention, lookUpSiteMentions, listEventMentions, listExhibitionMentions },
    ...{ createArtwork, listStaffArtworks, getStaffArtwork, updateArtwork, updateArtworks, deleteArtwork },
    ...{ listRevisions, getRevision, restoreRevision, createPreview, listPreviews, revokePreview, getPreview },
    renderText,
    ...{ getPreviewPage, listExhibitionRevisions, getExhibitionRevision, restoreExhibitionRevision },
    ...{ createExhibitionPreview, listExhibitionPreviews, revokeExhibitionPreview, getExhibitionPreview },
    ...{ archiveExhibition, unarchiveExhibition, unarchiveEvent, deleteExhibitionRevisions, deleteSiteRevisions },
    ...{
      deleteUpload,
      deleteRevisions,
      eraseEvent,
      eraseExhibition,
      eraseExhibitionSlug,
      eraseEventSlug,
    },
    ...{ createWebhook, listWebhooks, getWebhook, updateWebhook, deleteWebhook, rotateWebhookSecret },
    ...{ testWebhook, listWebhookDeliveries, getWebhookDelivery, resendWebhookDelivery },
    ...{
      getStaffSite,
      listSiteRevisions,
      getSiteRevision,
      updateSite,
      rebuildShowcase,
      listJobs,
      getJob,
      retryJob,
      listSetAside,
      redriveQueue,
      listAuditEntries,
      listEventAuditEntries,
      listExhibitionAuditEntries,
      listArtworkAuditEntries,
      importArchive,
      createUpload,
      getUpload,
      listUploads,
      getMe,
      listPeople,
      deletePersonName,
      getMyMail,
      updateMyMail,
    },
  },
  logger,
  { names: { read: readNames, keep: keepName }, requireValidToken },
);
