import * as z from 'zod';
import { personSchema } from '../contract/person.ts';
import { problemDocument } from '../http/problem-document.ts';
import { knownFields } from '../model/json/known-fields.ts';
import { ApplicationError } from '../refusals/application-error.ts';
import { reason } from '../refusals/reason.ts';
import { consentAnswers, consentBodies } from './consent-examples.ts';
import {
  artworkContent,
  eventContent,
  exampleIds,
  exampleValues,
  exhibitionContent,
  publishedExhibitionContent,
  uploadRequest,
} from './example-values.ts';
import { juryAnswers, juryBodies } from './jury-examples.ts';
import type { SchemaName } from './named-schemas.ts';
import { nameOf } from './schemas.ts';

const { eventId, exhibitionId, artworkId, uploadId } = exampleIds;

const archiveLine = {
  externalId: '2022-117',
  publishedAt: '2022-11-18',
  category: 'events',
  views: 719,
  redirectsFrom: ['/az/news/117.html'],
  translations: { az: { title: 'Rəsm müsabiqəsi', body: 'Müsabiqədə 100 şagird iştirak edib.' } },
};

const webhook = {
  ...{ id: '01J1YQ6K8N1Q4S7V0X3Z6B9D2F', url: 'https://builder.example/hooks/sergi', enabled: true, version: 1 },
  ...{ createdAt: '2022-11-17T07:30:00.000Z', createdBy: 'rauf' },
  ...{ updatedAt: '2022-11-17T07:30:00.000Z', updatedBy: 'rauf' },
};

const delivery = {
  ...{ id: '01J1YQ5N9R2T6V0X3Z7B1D4F8G', webhookId: webhook.id, type: 'event.published', state: 'succeeded' },
  createdAt: '2022-11-18T08:00:00.000Z',
  attempts: [{ at: '2022-11-18T08:00:01.000Z', durationMs: 120, status: 204 }],
};

const exampleMyMail = {
  from: 'desk@example.org',
  kinds: ['review', 'returned', 'consent', 'failure'],
  off: ['consent'],
  language: 'az',
};

const exampleAccount = {
  ...{ id: 'c4e8f4a8-2011-70d5-4c1e-8f0f3b2a7d11', email: 'leyla@example.org', name: 'Leyla Həsənova' },
  ...{ groups: ['editor'], language: 'az', status: 'active', createdAt: '2022-11-17T07:30:00.000Z' },
};

const secret = 'whsec_dGhpcyBpcyBubyBzZWNyZXQgYXQgYWxsLCBpdCBpcy4=';

/** As a new site takes them, without what only another site has. */
const { pictures: _pictures, files: _files, ...newEvent } = eventContent;
const { eventIds: _eventIds, ...newExhibition } = exhibitionContent;

/** What a route may be sent, by its name. */
const bodies: Readonly<Record<string, unknown>> = {
  updateMyMail: { language: 'az', off: ['consent'] },
  createAccount: { email: 'leyla@example.org', name: 'Leyla Həsənova', groups: ['editor'], language: 'az' },
  updateAccountGroups: { groups: ['editor', 'juror'] },
  createEvent: newEvent,
  updateEvent: {
    soldOut: true,
    place: { accessibility: null },
    translations: { en: { title: 'The winners receive their awards' } },
  },
  publishEvent: { publishAt: '2022-11-18T08:00:00Z' },
  unpublishEvent: {},
  restoreRevision: {},
  restoreExhibitionRevision: {},
  unarchiveEvent: {},
  unarchiveExhibition: {},
  createPreview: { locale: 'az', hours: 48 },
  renderText: { locale: 'en', body: 'The **best** drawings are on show.' },
  createExhibitionPreview: { locale: 'az', hours: 48 },
  updateSite: exampleValues.Site,
  lookUpSiteMentions: exampleValues.Site,
  rebuildShowcase: {},
  importArchive: `${JSON.stringify(archiveLine)}\n`,
  createUpload: uploadRequest,
  createExhibition: newExhibition,
  updateExhibition: { closesOn: '2022-12-25' },
  updateExhibitionStatus: { status: 'open' },
  publishExhibition: { publishAt: '2022-11-18T08:00:00Z' },
  unpublishExhibition: {},
  selectArtworks: { artworkIds: [artworkId] },
  createArtwork: artworkContent,
  updateArtwork: { artist: { consent: null } },
  updateArtworks: { changes: [{ artworkId, version: 3, patch: { artist: { school: '6 nömrəli məktəb' } } }] },
  rateArtwork: { score: 9 },
  retryJob: {},
  redriveQueue: { queue: 'uploads' },
  createWebhook: { url: webhook.url, description: 'The builder of the site', events: ['event.published'] },
  updateWebhook: { enabled: false },
  rotateWebhookSecret: {},
  eraseEvent: {},
  eraseExhibition: {},
  eraseEventSlug: { locale: 'az', slug: 'ayselin-sergisi' },
  eraseExhibitionSlug: { locale: 'az', slug: 'ayselin-sergisi' },
  testWebhook: {},
  resendWebhookDelivery: {},
  updateEventStatus: { status: 'inReview', note: 'The Russian text is still to come.' },
  updateEvents: { act: 'archive', items: [{ id: eventId, version: 7 }] },
  assignContributors: { handedTo: ['c1f7d3b2-5a0e-4c8f-9d1b-7f4f1f2a3b4c'] },
  ...juryBodies,
  ...consentBodies,
};

const manifest = (type: string, id: string) => ({
  '@context': 'http://iiif.io/api/presentation/3/context.json',
  id: `https://sergi.example/v1/${id}`,
  type,
});

/** What a route may answer, by its name, where that has no named schema. */
const answers: Readonly<Record<string, unknown>> = {
  getManifest: manifest('Manifest', `exhibitions/${exhibitionId}/manifest`),
  getCollection: manifest('Collection', 'iiif/collection'),
  getOpenapi: { openapi: '3.1.1', paths: {} },
  updateArtworks: {
    items: [
      { artworkId, outcome: 'changed', version: 4, artwork: exampleValues.StaffArtwork },
      {
        artworkId: '01J1YQ2B7C8D9E0F1G2H3J4K5M',
        outcome: 'refused',
        problem: problemDocument(
          new ApplicationError('stale-version', reason('versionConflict', { version: 5, updatedBy: 'leyla' }), {
            currentVersion: 5,
            updatedBy: 'leyla',
          }),
          'en',
        ),
      },
    ],
  },
  getRevision: {
    action: 'updated',
    event: {
      ...{ ...eventContent, id: eventId, status: 'draft', version: 3 },
      ...{ createdAt: '2022-11-17T07:30:00.000Z', createdBy: 'leyla' },
      ...{ updatedAt: '2022-11-17T08:00:00.000Z', updatedBy: 'leyla' },
    },
    changes: [{ path: 'place.name.az', before: 'Gəncə', after: 'Bakı' }],
  },
  getEventPublication: {
    content: eventContent,
    publishedAt: '2022-11-18T08:00:00.000Z',
    addresses: { az: 'https://sergi.example/az/events/resm-sergisi' },
  },
  getEventPublicationCheck: {
    version: 3,
    errors: [{ path: 'translations.en.body', code: 'required', message: 'is missing' }],
    warnings: [],
  },
  getExhibitionPublication: {
    content: publishedExhibitionContent,
    publishedAt: '2022-11-18T08:00:00.000Z',
    addresses: { az: 'https://sergi.example/az/exhibitions/usaq-resmleri' },
  },
  getExhibitionPublicationCheck: {
    version: 3,
    errors: [{ path: 'translations.en.description', code: 'required', message: 'is missing' }],
    warnings: [],
  },
  getExhibitionRevision: {
    action: 'updated',
    exhibition: {
      ...{ ...exhibitionContent, id: exhibitionId, status: 'draft', version: 3 },
      ...{ createdAt: '2022-11-17T07:30:00.000Z', createdBy: 'leyla' },
      ...{ updatedAt: '2022-11-17T08:00:00.000Z', updatedBy: 'leyla' },
    },
    changes: [{ path: 'closesOn', before: '2022-12-02', after: '2022-12-18' }],
  },
  createPreview: {
    previewId: '01J1YQ4T7P8S5Q2N6M9R3V0W1X',
    url: 'https://sergi.example/v1/staff/previews/01J1YQ4T7P8S5Q2N6M9R3V0W1X.dGhpcyBpcyBubyBzZWNyZXQgYXQgYWxsLCBpdCBpcy4/page',
    apiUrl:
      'https://sergi.example/v1/staff/previews/01J1YQ4T7P8S5Q2N6M9R3V0W1X.dGhpcyBpcyBubyBzZWNyZXQgYXQgYWxsLCBpdCBpcy4',
    expiresAt: '2022-11-19T08:00:00.000Z',
  },
  createExhibitionPreview: {
    previewId: '01J1YQ4T7P8S5Q2N6M9R3V0W1X',
    url: 'https://sergi.example/v1/staff/previews/01J1YQ4T7P8S5Q2N6M9R3V0W1X.dGhpcyBpcyBubyBzZWNyZXQgYXQgYWxsLCBpdCBpcy4/page',
    apiUrl:
      'https://sergi.example/v1/staff/previews/01J1YQ4T7P8S5Q2N6M9R3V0W1X.dGhpcyBpcyBubyBzZWNyZXQgYXQgYWxsLCBpdCBpcy4/exhibition',
    expiresAt: '2022-11-19T08:00:00.000Z',
  },
  revokeExhibitionPreview: { previewId: '01J1YQ4T7P8S5Q2N6M9R3V0W1X', revoked: true },
  renderText: { html: '<p>The <strong>best</strong> drawings are on show.</p>', warnings: [] },
  revokePreview: { previewId: '01J1YQ4T7P8S5Q2N6M9R3V0W1X', revoked: true },
  createUpload: {
    uploadId,
    alreadyUploaded: false,
    method: 'PUT',
    url: `https://originals.s3.amazonaws.com/incoming/${uploadId}?X-Amz-Signature=0`,
    headers: {
      'content-type': 'image/jpeg',
      'if-none-match': '*',
      'x-amz-checksum-sha256': 'n4bQgYhMfWWaL+qgxVrQFQ==',
    },
    expiresAt: '2022-11-18T08:15:00.000Z',
  },
  listHallWorks: {
    items: [
      {
        ...{ artworkId, number: 1, locale: 'en', title: 'My home', medium: 'Gouache', year: 2022 },
        artist: { name: 'Aysel M.', ageAtEntry: 9 },
        url: `https://sergi.example/en/exhibitions/drawings/artworks/${artworkId}`,
      },
    ],
    isPublished: true,
    leftOut: [],
  },
  getRanking: { items: [exampleValues.RankedArtwork], proposal: { artworkIds: [artworkId] } },
  deleteArtwork: {
    artworkId,
    erased: true,
    mentions: [{ kind: 'event', id: eventId, locale: 'az', field: 'body' }],
    backupsUntil: '2024-12-23T07:30:00.000Z',
  },
  listEventMentions: { items: [exampleValues.Mention] },
  lookUpSiteMentions: { items: [exampleValues.Mention] },
  listExhibitionMentions: { items: [exampleValues.Mention] },
  getMe: { id: 'leyla', name: 'Leyla Həsənova', role: 'editor', groups: ['editor', 'juror'], getsMail: true },
  getMyMail: exampleMyMail,
  updateMyMail: exampleMyMail,
  listPeople: { items: [{ id: 'leyla', name: 'Leyla Həsənova' }] },
  listAccounts: { items: [exampleAccount] },
  createAccount: { ...exampleAccount, status: 'invited' },
  resendInvitation: { ...exampleAccount, status: 'invited' },
  updateAccountGroups: exampleAccount,
  disableAccount: { ...exampleAccount, status: 'disabled' },
  enableAccount: exampleAccount,
  resetSecondFactor: exampleAccount,
  listKnownJurors: { items: [{ id: 'leyla', name: 'Leyla Həsənova' }] },
  deletePersonName: { id: 'leyla', erased: true },
  deleteUpload: { uploadId, files: 38 },
  deleteRevisions: { id: eventId, revisions: 4 },
  deleteSiteRevisions: { revisions: 4 },
  deleteExhibitionRevisions: { id: exhibitionId, revisions: 4 },
  eraseEvent: { id: eventId, revisions: 5, addresses: 2 },
  eraseExhibition: { id: exhibitionId, erased: true, artworks: 96, revisions: 12, addresses: 3 },
  eraseEventSlug: { id: eventId, revisions: 4 },
  eraseExhibitionSlug: { id: exhibitionId, erased: true, revisions: 4 },
  rateArtwork: { artworkId, score: 9 },
  listSetAside: {
    queues: [{ queue: 'uploads', count: 1 }],
    items: [
      {
        ...{ id: '5fea7756-0ea4-451a-a703-a558b933e274', queue: 'uploads', sentAt: '2022-11-17T07:30:00.000Z' },
        ...{ subject: { kind: 'upload', id: uploadId }, reason: 'NoSuchKey', failedAt: '2022-11-17T08:10:00.000Z' },
      },
    ],
  },
  redriveQueue: { queue: 'uploads', count: 3 },
  createWebhook: { ...webhook, secret },
  listWebhooks: { items: [webhook] },
  getWebhook: webhook,
  updateWebhook: { ...webhook, enabled: false, version: 2 },
  deleteWebhook: { id: webhook.id, deleted: true },
  rotateWebhookSecret: { ...webhook, version: 2, secret },
  testWebhook: { ...delivery, type: 'webhook.test', state: 'pending', attempts: [] },
  listWebhookDeliveries: { items: [delivery] },
  getWebhookDelivery: { ...delivery, body: '{"type":"event.published"}' },
  resendWebhookDelivery: { ...delivery, state: 'pending' },
  ...juryAnswers,
  ...consentAnswers,
};

/** An example of what a route may be sent. */
export const bodyExample = (name: string): unknown => bodies[name];

const exampleFor = (schema: unknown): unknown =>
  schema instanceof z.ZodType ? exampleValues[nameOf(schema) as SchemaName] : undefined;

/** An example of what a route answers: its own, that of its schema, or a page with one item that has a named schema. */
export const responseExample = (name: string, response: z.ZodType): unknown => {
  const value = answers[name] ?? exampleFor(response);
  if (value !== undefined || !(response instanceof z.ZodObject)) return withPeople(response, value);
  const { items } = response.shape;
  const item = items instanceof z.ZodArray ? exampleFor(items.element) : undefined;
  return item === undefined ? undefined : withPeople(response, { items: [item] });
};

/** The example with a name beside the id of each person. */
const withPeople = (response: z.ZodType, value: unknown): unknown =>
  value && knownFields(response, value, { schema: personSchema, by: (id) => ({ id, name: names.get(String(id)) }) });

const names = new Map([
  ['leyla', 'Leyla Həsənova'],
  ['rauf', 'Rauf Əliyev'],
]);
