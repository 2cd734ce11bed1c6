import { staffRoutes } from '../../shared/contract/staff.ts';
import { serve } from '../../shared/http/serve.ts';
import { addArtwork, changeArtwork, eraseArtwork, listArtworks, readArtwork } from './artworks.ts';
import { listAttention } from './attention.ts';
import { readAudit } from './audit.ts';
import { lookUpArtist, revealArtists } from './blind-rating.ts';
import {
  deleteRevisions,
  deleteUpload,
  eraseEvent,
  eraseExhibition,
  eraseExhibitionSlug,
  eraseSlug,
  listUnusedUploads,
} from './erasure.ts';
import { archiveEvent, changeEvent, createEvent, handEvent, listEvents, readEvent } from './events.ts';
import { publishExhibition, unpublishExhibition } from './exhibition-publication.ts';
import { changeExhibition, createExhibition, listExhibitions, moveExhibition, readExhibition } from './exhibitions.ts';
import { importArchive } from './imports.ts';
import { assignJuror, listJuries, listJurors, removeJuror } from './juries.ts';
import { listLikenesses, rateArtwork, readRanking } from './jury.ts';
import { listJuryWorks, rateJuryWork, readJuryWork } from './jury-works.ts';
import { logger } from './logger.ts';
import { listEventMentions, listExhibitionMentions } from './mentions.ts';
import { createPreview, listPreviews, revokePreview, showPreview } from './previews.ts';
import { publishEvent, unpublishEvent } from './publication.ts';
import { replay } from './replay.ts';
import { listRevisions, readRevision, restoreRevision } from './revisions.ts';
import { selectArtworks } from './selection.ts';
import { changeSite, listSiteVersions, readSite, readSiteVersion, rebuildShowcase } from './site.ts';
import { readUpload, requestUpload } from './uploads.ts';
import {
  listWebhookDeliveries,
  readWebhookDelivery,
  resendWebhookDelivery,
  testWebhook,
} from './webhook-deliveries.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listWebhooks,
  readWebhook,
  rotateWebhookSecret,
} from './webhooks.ts';

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
