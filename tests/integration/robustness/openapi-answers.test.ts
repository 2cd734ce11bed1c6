import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProductInProcess } from '../../support/cloud/product-cloud.ts';
import { type Asked, type DocumentedApi, documentedApi } from '../../support/documented-api.ts';
import { withCover } from '../../support/files/with-cover.ts';

const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

let cloud: ProductCloud;
let api: DocumentedApi;
const call: DocumentedApi['call'] = (...asked) => api.call(...asked);

/** The operations whose answers nothing here compares with the document. A new one is walked below, or named here. */
const notWalked: readonly string[] = [
  ...['listPages', 'getPage', 'getArtworkPage', 'getEditorsPage', 'getAsset', 'getFont'],
  ...['countExhibitionView', 'archiveExhibition', 'unarchiveExhibition', 'getExhibitionPublication'],
  ...['createWebhook', 'listWebhooks', 'getWebhook', 'updateWebhook', 'deleteWebhook'],
  ...['rotateWebhookSecret', 'testWebhook', 'listWebhookDeliveries', 'getWebhookDelivery'],
  ...['resendWebhookDelivery', 'deleteExhibitionRevisions', 'listExhibitionRevisions', 'updateEvents'],
  ...['unarchiveEvent', 'getEventPublication', 'getEventPublicationCheck', 'getExhibitionRevision'],
  ...['restoreExhibitionRevision', 'createExhibitionPreview', 'listExhibitionPreviews'],
  ...['revokeExhibitionPreview', 'getExhibitionPreview', 'getMe', 'listPeople', 'deletePersonName'],
  ...['listEventAuditEntries', 'listExhibitionAuditEntries', 'listArtworkAuditEntries', 'listAccounts'],
  ...['createAccount', 'resendInvitation', 'updateAccountGroups', 'disableAccount', 'enableAccount'],
  ...['resetSecondFactor', 'listKnownJurors', 'updateArtworks'],
];

beforeAll(async () => {
  cloud = await startProductInProcess();
  api = await documentedApi(cloud);
});
afterAll(() => cloud.end());

/** Everything that is done with a request about an entry. */
const callPersonRequests = async (entry: { exhibitionId: string; artworkId: string }): Promise<void> => {
  const facts = { kind: 'access', receivedOn: new Date().toISOString().slice(0, 10), channel: 'phone' };
  const { id } = await call('createPersonRequest', 201, { body: { ...facts, name: 'Aysel', entries: [entry] } });
  await call('createPersonRequest', 400, { body: facts });
  const params = { id };
  await call('updatePersonRequest', 200, { params, version: 1, body: { note: 'Zəng etmək' } });
  await call('updatePersonRequest', 412, { params, version: 1, body: { note: null } });
  const extension = { reason: 'Arxiv', toldOn: facts.receivedOn };
  await call('extendPersonRequest', 200, { params, version: 2, body: extension });
  await call('extendPersonRequest', 409, { params, version: 3, body: extension });
  await call('createRequestAct', 200, { params, body: { act: 'accessDocument' } });
  await call('closePersonRequest', 400, { params, version: 4, body: { result: 'refused' } });
  await call('closePersonRequest', 200, { params, version: 4, body: { result: 'answered', text: 'Verilib.' } });
  await call('closePersonRequest', 409, { params, version: 5, body: { result: 'answered' } });
  await call('getPersonRequest', 200, { params });
  await call('getPersonRequest', 404, { params: { id: unknown } });
  expect((await call('listPersonRequests', 200, { query: 'state=closed' })).items).toHaveLength(1);
};

describe('the document, as it is served', () => {
  it('names the address of the site, and is asked for again with its ETag', async () => {
    expect(api.document).toMatchObject({ openapi: '3.1.1', servers: [{ url: cloud.url }] });
    const { headers } = await cloud.ask('/v1/openapi.json');
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await cloud.fetch(`${cloud.url}/v1/openapi.json`, {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe('every answer is as the document says', () => {
  let event: string;
  let exhibition: string;

  it('of events and what belongs to them', async () => {
    const translations = {
      az: { title: 'Sərgi', summary: 'Qısa', body: '**Mətn**' },
      en: { title: 'Exhibition', body: 'Text' },
    };
    const content = {
      category: 'events',
      campaign: 'c',
      showings: [{ startsAt: '2022-11-18', endsAt: '2022-11-19' }],
      place: { name: { az: 'Bakı' } },
    };
    const uploadId = await cloud.image();
    const draft = await call('createEvent', 201, { body: { ...content, translations, ...withCover(uploadId) } });
    event = draft.id;
    const params = { id: event };
    await call('updateEvent', 200, { params, version: 1, body: { place: null } });
    await call('updateEvent', 412, { params, version: 1, body: { place: null } });
    await call('updateEvent', 428, { params, body: { place: null } });
    await call('updateEvent', 400, { params, version: 2, body: { place: 7 } });
    await call('updateEvent', 415, { params, version: 2, body: 'x', headers: { 'content-type': 'text/plain' } });
    await call('updateEvent', 413, { params, version: 2, body: 'x'.repeat(1_100_000) });
    await call('renderText', 200, { body: { body: '# Sərgi\n\n![](https://example.az/a.png)', locale: 'az' } });
    await call('createPreview', 201, { params, body: { locale: 'az' } }).then(async ({ apiUrl, previewId }) => {
      const token = apiUrl.split('/').at(-1);
      await call('getPreview', 200, { params: { token } });
      await call('getPreviewPage', 200, { params: { token } });
      await call('listPreviews', 200, { params });
      await call('revokePreview', 200, { params: { id: event, previewId } });
    });
    await call('publishEvent', 403, { params, body: {}, as: 'contributor' });
    await call('publishEvent', 200, { params, body: { publishAt: '2022-11-18T08:00:00Z' } });
    await call('archiveEvent', 409, { params, version: 3 });
    await call('getStaffEvent', 200, { params });
    await call('getStaffEvent', 404, { params: { id: unknown } });
    await call('getStaffEvent', 401, { params, as: 'nobody' });
    await call('listStaffEvents', 200, { query: 'status=published' });
    await call('listEventMentions', 200, { params });
    await call('listRevisions', 200, { params, query: 'limit=1' });
    await call('getRevision', 200, { params: { id: event, version: '2' }, query: 'against=1' });
    await call('restoreRevision', 200, { params: { id: event, version: '1' }, version: 3, body: {} });
    const { id: other } = await call('createEvent', 201, { body: {} });
    await call('assignContributors', 200, { params: { id: other }, version: 1, body: { handedTo: ['leyla'] } });
    for (const status of ['inReview', 'draft'])
      await call('updateEventStatus', 200, { params: { id: other }, body: { status } });
    await call('updateEventStatus', 409, { params: { id: other }, body: { status: 'draft' } });
    await call('archiveEvent', 200, { params: { id: other }, version: 4 });
    await call('deleteRevisions', 412, { params: { id: other }, version: 1 });
    await call('deleteRevisions', 200, { params: { id: other }, version: 5 });
    await call('eraseEvent', 409, { params, version: 4, body: {} });
    await call('eraseEvent', 200, { params: { id: other }, version: 5, body: {} });
  });

  it('of exhibitions and artworks', async () => {
    const translations = { az: { title: 'Rəsmlər', description: '**On** rəsm' } };
    const organisers = [{ name: { az: 'Nazirlik' }, role: 'host' }];
    const body = {
      translations,
      organisers,
      opensOn: '2022-11-18',
      eventIds: [event],
      place: { name: { az: 'Bakı' } },
    };
    exhibition = (await call('createExhibition', 201, { body })).id;
    const params = { id: exhibition };
    await call('updateExhibition', 200, { params, version: 1, body: { closesOn: '2022-12-18' } });
    await call('updateExhibitionStatus', 200, { params, body: { status: 'open' } });
    const artworks: string[] = [];
    for (const name of ['Aysel Məmmədova', 'Tural Əliyev']) {
      const artwork = {
        uploadId: await cloud.image(),
        translations: { az: { title: 'Evim', alt: 'Ev' } },
        artist: { name, ageAtEntry: 30, isMinor: false },
        year: 2022,
      };
      artworks.push((await call('createArtwork', 201, { params, body: artwork })).id);
    }
    const [first = '', second = ''] = artworks;
    await call('updateArtwork', 200, {
      params: { id: exhibition, artworkId: first },
      version: 1,
      body: { medium: 'Quaş' },
    });
    await call('updateExhibitionStatus', 200, { params, body: { status: 'selection' } });
    await call('rateArtwork', 200, { params: { id: exhibition, artworkId: first }, body: { score: 9 } });
    await call('getRanking', 200, { params });
    await call('listDuplicates', 200, { params });
    await call('selectArtworks', 200, { params, body: { artworkIds: [first] } });
    await call('getExhibitionPublicationCheck', 200, { params });
    await call('publishExhibition', 200, { params, body: {} });
    await expect
      .poll(async () => (await cloud.ask(`/v1/exhibitions/${exhibition}`)).status, { timeout: 20_000 })
      .toBe(200);
    await call('listHallWorks', 200, { params, query: 'locale=az' });
    await call('getStaffExhibition', 200, { params });
    await call('listStaffExhibitions', 200, { query: 'status=published' });
    await call('listExhibitionMentions', 200, { params });
    await call('listAttention', 200, { query: 'limit=1' });
    await call('getStaffArtwork', 200, { params: { id: exhibition, artworkId: first } });
    await call('listStaffArtworks', 200, { params });
    const entry = { id: exhibition, artworkId: second };
    await call('foreseeEffects', 200, { params: entry, body: { erase: true } });
    await call('foreseeEffects', 404, { params: { ...entry, artworkId: unknown }, body: { consent: null } });
    await call('foreseeEffects', 400, { params: entry, body: {} });
    await call('foreseeNamingTexts', 200, { params: entry, body: { consent: null } });
    await call('foreseeNamingTexts', 400, { params: entry, body: {} });
    await call('createAccessDocument', 200, { params: entry, body: {} });
    await call('createAccessDocument', 404, { params: { ...entry, artworkId: unknown }, body: {} });
    await call('lookUpAccessTexts', 200, { params: entry, body: {} });
    await call('lookUpAccessTexts', 404, { params: { ...entry, artworkId: unknown }, body: {} });
    await callPersonRequests({ exhibitionId: entry.id, artworkId: entry.artworkId });
    const scan = { contentType: 'application/pdf', contentLength: 4, sha256: 'a'.repeat(64) };
    const { formId } = await call('createConsentForm', 201, { params: entry, body: scan });
    await call('createConsentForm', 400, { params: entry, body: { ...scan, contentType: 'text/plain' } });
    expect((await call('listConsentForms', 200, { params: entry })).items).toHaveLength(1);
    await call('createConsentFormLink', 409, { params: { ...entry, formId }, body: {} });
    await call('createConsentFormLink', 404, { params: { ...entry, formId: unknown }, body: {} });
    await call('deleteConsentForm', 200, { params: { ...entry, formId } });
    await call('deleteConsentForm', 404, { params: { ...entry, formId } });
    await call('deleteArtwork', 200, { params: entry });

    await call('listExhibitions', 200);
    await call('getExhibition', 200, { params: { idOrSlug: exhibition } });
    await call('getExhibition', 404, { params: { idOrSlug: 'nothing' } });
    await call('listArtworks', 200, { params: { idOrSlug: exhibition } });
    await call('listArtworks', 400, { params: { idOrSlug: exhibition }, query: 'cursor=x' });
    await call('listArtworks', 404, { params: { idOrSlug: 'nothing' } });
    await call('getArtwork', 200, { params: { idOrSlug: exhibition, artworkId: first } });
    await call('getManifest', 200, { params: { idOrSlug: exhibition } });
    await call('getCollection', 200);
  });

  it('of juries, and of what is rated blind', async () => {
    const translations = { az: { title: 'Müsabiqə' } };
    const { id } = await call('createExhibition', 201, { body: { blindRating: true, translations } });
    const params = { id };
    const artist = { name: 'Aysel Məmmədova', ageAtEntry: 30, isMinor: false };
    const artwork = { uploadId: await cloud.image(), translations: { az: { title: 'Evim', alt: 'Ev' } }, artist };
    await call('createArtwork', 201, { params, body: artwork });
    const { jurorId } = await call('listJuries', 200, { as: 'juror' });
    const juror = { id, jurorId };
    await call('listJuryWorks', 404, { params, as: 'juror' });
    await call('assignJuror', 200, { params: juror, body: {} });
    await call('listJuryWorks', 409, { params, as: 'juror' });
    await call('updateExhibitionStatus', 200, { params, body: { status: 'selection' } });
    expect((await call('listJuries', 200, { as: 'juror' })).items).toHaveLength(1);
    const { number } = (await call('listJuryWorks', 200, { params, as: 'juror', query: 'limit=5' })).items[0];
    const work = { id, number: String(number) };
    await call('rateJuryWork', 200, { params: work, body: { score: 9, comment: 'Gözəl' }, as: 'juror' });
    await call('rateJuryWork', 400, { params: work, body: { score: 11 }, as: 'juror' });
    await call('updateJuryRating', 200, { params: work, body: { comment: null }, as: 'juror' });
    await call('updateJuryRating', 400, { params: work, body: {}, as: 'juror' });
    await call('getJuryWork', 200, { params: work, as: 'juror' });
    expect((await call('getJuryWork', 200, { params: work })).opinions).toHaveLength(1);
    await call('listJurors', 200, { params });
    await call('listRatings', 200, { params });
    await call('getRanking', 200, { params });
    expect((await call('lookUpArtist', 200, { params, body: { name: 'aysel' } })).items).toHaveLength(1);
    expect((await call('lookUpConsents', 200, { body: { name: 'aysel' } })).items).not.toEqual([]);
    await call('lookUpConsents', 400, { body: { name: 'a' } });
    await call('lookUpNamingTexts', 200, { body: { name: 'aysel' } });
    await call('revealArtists', 409, { params, body: {} });
    await call('selectArtworks', 200, { params, body: { numbers: [number] } });
    await call('getStaffExhibition', 200, { params });
    await call('revealArtists', 200, { params, body: {} });
    await call('removeJuror', 200, { params: juror });
    await call('removeJuror', 404, { params: juror });
  });

  it('of what the public reads', async () => {
    await call('getSite', 200);
    await call('getSite', 400, { query: 'x=1' });
    await call('getFeed', 200, { query: 'locale=en&campaign=c&category=events&limit=1&translatedOnly=true' });
    await call('getFeed', 200, { query: 'locale=az&fields=body' });
    await call('getFeed', 404, { query: 'locale=xx' });
    await call('getFeed', 400, { query: 'limit=0' });
    const { slug } = await call('getEvent', 200, { params: { idOrSlug: event }, query: 'locale=az' });
    await call('getEvent', 200, { params: { idOrSlug: slug } });
    const { headers } = await cloud.ask('/v1/site');
    await call('getSite', 304, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    for (const format of ['getRss', 'getAtom', 'getJsonFeed', 'getCalendar']) {
      await call(format, 200, { query: 'locale=az' });
      await call(format, 404, { query: 'locale=xx' });
    }
    await call('listCalendarItems', 200, { query: 'locale=az&month=2022-11&category=events' });
    await call('listCalendarItems', 400, { query: 'month=2022-13' });
    await call('listCalendarItems', 404, { query: 'locale=xx' });
    await call('searchItems', 200, { query: 'q=s%C9%99rgi&locale=az' });
    await call('searchItems', 400, { query: 'q=' });
    await call('getEventPage', 200, { params: { locale: 'az', slug } });
    await call('getEventPage', 404, { params: { locale: 'az', slug: 'nothing' } });
    await call('getExhibitionPage', 404, { params: { locale: 'az', slug: 'nothing' } });
    await call('getRobots', 200);
    await call('getSitemapIndex', 200);
    await call('getEventsPage', 200, { params: { locale: 'az' } });
    await call('getEventsPage', 404, { params: { locale: 'xx' } });
    await call('getListPage', 200, { params: { locale: 'az' } });
    await call('getListPage', 404, { params: { locale: 'az' }, query: 'category=nothing' });
    await call('getCalendarPage', 200, { params: { locale: 'az' }, query: 'month=2022-11' });
    await call('getCalendarPage', 400, { params: { locale: 'az' }, query: 'month=2022-13' });
    await call('getSearchPage', 200, { params: { locale: 'az' }, query: 'q=s%C9%99rgi' });
    await call('getSearchPage', 404, { params: { locale: 'xx' } });
    await call('getEventCalendar', 404, { params: { idOrSlug: 'nothing' } });
    await call('getExhibitionsPage', 200, { params: { locale: 'az' } });
    await call('getExhibitionsPage', 301, { params: { locale: 'AZ' } });
    await call('countView', 202, { params: { id: event } });
    await call('countView', 400, { params: { id: 'x' } });
    await call('countView', 413, { params: { id: event }, body: 'x'.repeat(70_000) });
    await call('getOpenapi', 200);

    const { version } = (await cloud.ask(`/v1/staff/events/${event}`)).body;
    await call('updateEvent', 200, {
      params: { id: event },
      version,
      body: { translations: { az: { slug: 'yeni' } } },
    });
    await call('publishEvent', 200, { params: { id: event }, body: {} });
    await call('getEvent', 301, { params: { idOrSlug: slug } });
    await call('eraseEventSlug', 409, { params: { id: event }, body: { locale: 'az', slug: 'yeni' } });
    await call('eraseEventSlug', 200, { params: { id: event }, body: { locale: 'az', slug } });
    await call('getEvent', 410, { params: { idOrSlug: slug } });
    await call('unpublishEvent', 200, { params: { id: event }, body: {} });
    await call('getEvent', 410, { params: { idOrSlug: event } });
    const its = (await cloud.ask(`/v1/exhibitions/${exhibition}`)).body.slug;
    const former = { params: { id: exhibition }, body: { locale: 'az', slug: its } };
    await call('eraseExhibitionSlug', 409, former);
    const renamed = { translations: { az: { slug: 'yeni-sergi' } } };
    const { body: working } = await cloud.ask(`/v1/staff/exhibitions/${exhibition}`);
    await call('updateExhibition', 200, { params: { id: exhibition }, version: working.version, body: renamed });
    await call('publishExhibition', 200, { params: { id: exhibition }, body: {} });
    await call('eraseExhibitionSlug', 200, former);
    await call('getExhibition', 410, { params: { idOrSlug: its } });
    await call('unpublishExhibition', 200, { params: { id: exhibition }, body: {} });
    await call('getExhibition', 410, { params: { idOrSlug: exhibition } });
    await call('eraseExhibition', 200, { params: { id: exhibition }, body: {} });
    await call('eraseExhibition', 404, { params: { id: event }, body: {} });
  });

  it('of settings, uploads, archives and the audit', async () => {
    const site = await call('getStaffSite', 200);
    await call('updateSite', 200, { version: 1, body: { ...site, title: { az: 'Sərgi' } } });
    const job = await call('updateSite', 202, { version: 2, body: { ...site, locales: ['az', 'ru', 'en'] } });
    await call('getJob', 200, { params: { id: job.id } });
    await call('getJob', 404, { params: { id: event } });
    await call('listJobs', 200);
    await call('getMyMail', 200);
    await call('updateMyMail', 400, { body: { off: ['all'] } });
    await call('updateMyMail', 200, { body: { language: 'az', off: [] } });
    await call('listSiteRevisions', 200);
    await call('getSiteRevision', 200, { params: { version: '2' } });
    const { body: settings, headers: now } = await cloud.ask('/v1/staff/site');
    await call('lookUpSiteMentions', 200, { body: settings });
    await call('deleteSiteRevisions', 412, { version: 1 });
    const current = Number(now.get('etag')?.replaceAll('"', ''));
    await call('deleteSiteRevisions', 200, { version: current });
    const upload = { fileName: 'a.jpg', contentType: 'image/jpeg', contentLength: 9, sha256: 'a'.repeat(64) };
    const { uploadId } = await call('createUpload', 201, { body: upload });
    await call('getUpload', 200, { params: { id: uploadId } });
    await call('getUpload', 200, { params: { id: await cloud.image() } });
    await call('deleteUpload', 409, { params: { id: uploadId } });
    await call('deleteUpload', 200, { params: { id: await cloud.image() } });
    await call('listUploads', 200);
    const line = {
      externalId: '1',
      publishedAt: '2022-11-18',
      category: 'news',
      translations: { az: { title: 'A', body: 'B' } },
    };
    const headers = { 'content-type': 'application/jsonl' };
    const lines = { body: `${JSON.stringify(line)}\n{}`, headers };
    await call('importArchive', 200, { ...lines, query: 'dryRun=true' });
    const imported = await call('importArchive', 202, lines);
    await cloud.job({ status: 202, headers: new Headers({ location: `/v1/staff/jobs/${imported.id}` }), body: {} });
    await call('getJob', 200, { params: { id: imported.id } });
    await call('rebuildShowcase', 202, { body: {} });
    await call('listSetAside', 200);
    await call('retryJob', 409, { params: { id: imported.id }, body: {} });
    await call('redriveQueue', 200, { body: { queue: 'views' } });
    await call('listAuditEntries', 200, { query: 'limit=100' });
    await call('listAuditEntries', 403, { as: 'editor' });
  });

  it('takes the examples of bodies as they stand in it, which viewers of the document send', async () => {
    const send = async (operationId: string, status: number, request: Asked = {}) => {
      const operation = api.operations.find(({ operation }) => operation.operationId === operationId)?.operation;
      const [content] = Object.values(operation?.requestBody?.content ?? {});
      return call(operationId, status, { ...request, body: content?.example });
    };
    const { id } = await send('createEvent', 201);
    await send('updateEvent', 200, { params: { id }, version: 1 });
    await send('updateEventStatus', 200, { params: { id }, version: 2 });
    await send('createPreview', 201, { params: { id } });
    await send('publishEvent', 200, { params: { id } });
    await send('unpublishEvent', 200, { params: { id } });
    await send('restoreRevision', 200, { params: { id, version: '1' }, version: 5 });
    const exhibition = await send('createExhibition', 201);
    await send('updateExhibition', 200, { params: { id: exhibition.id }, version: 1 });
    await send('updateExhibitionStatus', 200, { params: { id: exhibition.id }, version: 2 });
    await send('createUpload', 201);
    await send('importArchive', 202, { headers: { 'content-type': 'application/jsonl' } });
    await send('redriveQueue', 200);
    await cloud.job({
      status: 202,
      headers: new Headers({ location: `/v1/staff/jobs/${(await send('rebuildShowcase', 202)).id}` }),
      body: {},
    });
    const { headers } = await cloud.ask('/v1/staff/site');
    // The languages stand in another order than before: what is published is made anew by a job.
    await send('updateSite', 202, { version: Number(headers.get('etag')?.replaceAll('"', '')) });
  });

  it('of what one person has done as often as is allowed', async () => {
    const request = { params: { id: event }, body: { locale: 'az' } };
    const path = `/v1/staff/events/${event}/previews`;
    const made = await Promise.all(Array.from({ length: 20 }, () => cloud.ask(path, { body: request.body })));
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([201, 429]));
    const refused = await call('createPreview', 429, request);
    expect(refused).toMatchObject({ type: 'urn:problem:sergi:too-many-requests', status: 429 });
  });

  it('where AWS fails, too', async () => {
    const busy = cloud.inject({ match: ({ action }) => action === 'dynamodb:Query', respond: 'throttle' });
    await call('getFeed', 503);
    busy();
    const broken = cloud.inject({ match: ({ action }) => action === 'dynamodb:Query', respond: 'deny' });
    await call('getFeed', 500);
    broken();
  });

  it('of every operation but those that are named above', () => {
    const operations = api.operations.map(({ operation }) => operation.operationId);
    expect(new Set(operations.filter((one) => !api.walked.has(one)))).toEqual(new Set(notWalked));
  });
});
