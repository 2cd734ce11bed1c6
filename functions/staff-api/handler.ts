import { staffRoutes } from '../../shared/contract/staff.ts';
import { serve } from '../../shared/http/serve.ts';
import { listAttention } from './admin/attention.ts';
import { readAudit } from './admin/audit.ts';
import {
  deleteRevisions,
  deleteUpload,
  eraseEvent,
  eraseExhibition,
  eraseExhibitionSlug,
  eraseSlug,
  listUnusedUploads,
} from './admin/erasure.ts';
import { listEventMentions, listExhibitionMentions } from './admin/mentions.ts';
import { replay } from './admin/redrive.ts';
import { changeSite, listSiteVersions, readSite, readSiteVersion, rebuildShowcase } from './admin/site.ts';
import { archiveEvent, changeEvent, createEvent, handEvent, listEvents, readEvent } from './events/events.ts';
import { importArchive } from './events/imports.ts';
import { createPreview, listPreviews, revokePreview, showPreview } from './events/previews.ts';
import { publishEvent, unpublishEvent } from './events/publication.ts';
import { listRevisions, readRevision, restoreRevision } from './events/revisions.ts';
import { addArtwork, changeArtwork, eraseArtwork, listArtworks, readArtwork } from './exhibitions/artworks.ts';
import { lookUpArtist, revealArtists } from './exhibitions/blind-rating.ts';
import { publishExhibition, unpublishExhibition } from './exhibitions/exhibition-publication.ts';
import {
  changeExhibition,
  createExhibition,
  listExhibitions,
  moveExhibition,
  readExhibition,
} from './exhibitions/exhibitions.ts';
import { assignJuror, listJuries, listJurors, removeJuror } from './exhibitions/juries.ts';
import { listLikenesses, rateArtwork, readRanking } from './exhibitions/jury.ts';
import { listJuryWorks, rateJuryWork, readJuryWork } from './exhibitions/jury-works.ts';
import { selectArtworks } from './exhibitions/selection.ts';
import { logger } from './logger.ts';
import { readUpload, requestUpload } from './uploads/uploads.ts';
import {
  listWebhookDeliveries,
  readWebhookDelivery,
  resendWebhookDelivery,
  testWebhook,
} from './webhooks/webhook-deliveries.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listWebhooks,
  readWebhook,
  rotateWebhookSecret,
} from './webhooks/webhooks.ts';

/** Answers the staff: the desk, signed uploads, and the act of publication. */
export const handler = serve(
  staffRoutes,
  {
    ...{ createEvent, listEvents, readEvent, changeEvent, handEvent, archiveEvent, publishEvent, unpublishEvent },
    ...{ createExhibition, listExhibitions, readExhibition, changeExhibition, moveExhibition },
    ...{ publishExhibition, unpublishExhibition, selectArtworks, readRanking, rateArtwork, listLikenesses },
    ...{ listJuries, listJuryWorks, readJuryWork, rateJuryWork, listJurors, assignJuror, removeJuror },
    ...{ revealArtists, lookUpArtist },
    ...{ listAttention, listEventMentions, listExhibitionMentions },
    ...{ addArtwork, listArtworks, readArtwork, changeArtwork, eraseArtwork },
    ...{ listRevisions, readRevision, restoreRevision, createPreview, listPreviews, revokePreview, showPreview },
    ...{
      deleteUpload,
      listUnusedUploads,
      deleteRevisions,
      eraseEvent,
      eraseExhibition,
      eraseExhibitionSlug,
      eraseSlug,
    },
    ...{ createWebhook, listWebhooks, readWebhook, changeWebhook, deleteWebhook, rotateWebhookSecret },
    ...{ testWebhook, listWebhookDeliveries, readWebhookDelivery, resendWebhookDelivery },
    ...{
      readSite,
      listSiteVersions,
      readSiteVersion,
      changeSite,
      rebuildShowcase,
      replay,
      readAudit,
      importArchive,
      requestUpload,
      readUpload,
    },
  },
  logger,
);
