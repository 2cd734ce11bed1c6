import type { SchemaName } from './named-schemas.ts';

const site = 'https://sergi.example';
const eventId = '01J1YQ0ZJ5E4N7V3K8W2T6R9XB';
const exhibitionId = '01J1YQ1B6F9H2K5M8P0S3V7X4Z';
const artworkId = '01J1YQ2M8D3C6B9A5F7G1H4K0S';
const otherArtworkId = '01J1YQ3R5T8V1X4Z7B0D3F6H9K';
const uploadId = '01J1YQ3ZW7Y0A3C6E9G2J5M8PQ';
const documentId = '01J1YQ45B8D1F4H7K0N3Q6S9VX';

export const exampleIds = { eventId, exhibitionId, artworkId, otherArtworkId, uploadId };

const picture = {
  renditions: [
    { url: `${site}/media/q1w2e3r4t5y6u7i8o9p0as/640.avif`, width: 640, height: 480, type: 'image/avif' },
    { url: `${site}/media/q1w2e3r4t5y6u7i8o9p0as/640.jpg`, width: 640, height: 480, type: 'image/jpeg' },
  ],
  alt: 'Uşaq rəsmi: ev, günəş və əl-ələ tutmuş iki uşaq',
  placeholder: '3PcNNYSFeXh/k2BYeHh3h3d3h4iI',
  color: '#7bb661',
};

const category = { slug: 'events', label: 'Tədbirlər' };
const exhibitions = { slug: 'exhibitions', label: 'Sərgilər' };
const text = {
  markdown: 'Müsabiqədə **100** şagird iştirak edib.',
  html: '<p>Müsabiqədə <strong>100</strong> şagird iştirak edib.</p>',
};

const made = {
  createdAt: '2022-11-17T07:30:00.000Z',
  createdBy: 'leyla',
  updatedAt: '2022-11-18T08:00:00.000Z',
  updatedBy: 'leyla',
};

export const eventContent = {
  category: 'events',
  campaign: 'drawings-2022',
  kind: 'event',
  showings: [{ startsAt: '2022-11-18T11:00:00.000Z', endsAt: '2022-11-18T13:00:00.000Z' }],
  place: {
    name: { az: 'Nazirliyin foyesi', en: 'The hall of the ministry' },
    address: { az: 'Bakı, Nizami küçəsi 1', en: '1 Nizami Street, Baku' },
    ...{ latitude: 40.3777, longitude: 49.892 },
  },
  price: { az: 'Giriş pulsuzdur', en: 'Free of charge' },
  organisers: [{ name: { az: 'Nazirlik', en: 'The ministry' }, role: 'host' }],
  tags: [{ az: 'uşaqlar', en: 'children' }],
  translations: {
    az: {
      title: 'Rəsm müsabiqəsinin qalibləri mükafatlandırılıb',
      summary: '10 rəsm seçilib.',
      body: 'Müsabiqədə **100** şagird iştirak edib.',
    },
    en: { title: 'Winners of the drawing competition receive their awards', body: 'About **100** pupils took part.' },
  },
  pictures: [
    {
      uploadId,
      alt: { az: 'Uşaq rəsmi: ev, günəş və əl-ələ tutmuş iki uşaq', en: 'A drawing: a house and two children' },
      caption: { az: 'Qaliblərdən birinin rəsmi', en: 'The drawing of one of the winners' },
      credit: 'Foto: R. Əliyev',
      focalPoint: { x: 0.5, y: 0.4 },
    },
  ],
  files: [{ uploadId: documentId, title: { az: 'Müsabiqənin qaydaları', en: 'Rules of the competition' } }],
};

export const exhibitionContent = {
  category: 'exhibitions',
  campaign: 'drawings-2022',
  opensOn: '2022-11-18',
  closesOn: '2022-12-18',
  openingHours: { az: 'Hər gün 10:00–18:00', en: 'Daily from 10 am to 6 pm' },
  place: eventContent.place,
  price: eventContent.price,
  organisers: [{ name: { az: 'Nazirlik', en: 'The ministry' }, role: 'host' }],
  eventIds: [eventId],
  pictures: [],
  files: [],
  rights: 'http://rightsstatements.org/vocab/InC/1.0/',
  blindRating: false,
  translations: {
    az: { title: 'Uşaq rəsmləri', description: 'Seçilmiş **10** rəsm.' },
    en: { title: 'Drawings by children', description: 'The **10** drawings that were selected.' },
  },
};

const { blindRating: _, translations, ...publishedFields } = exhibitionContent;

/** What is published of it, in one language. */
export const publishedExhibitionContent = {
  ...publishedFields,
  translations: { az: { ...translations.az, slug: 'usaq-resmleri' } },
};

export const artworkContent = {
  entryNumber: 7,
  uploadId,
  translations: { az: { title: 'Mənim evim', alt: 'Ev, günəş və iki uşaq' } },
  artist: {
    name: 'Aysel Məmmədova',
    ageAtEntry: 9,
    school: '20 nömrəli məktəb',
    isMinor: true,
    consent: {
      guardian: 'Sevda Məmmədova',
      grantedOn: '2022-10-01',
      expiresOn: '2032-10-01',
      image: true,
      name: 'initial',
      age: true,
    },
  },
  medium: 'Akvarel',
  year: 2022,
  status: 'entered',
};

export const uploadRequest = {
  fileName: 'scan-7.jpg',
  contentType: 'image/jpeg',
  contentLength: 1_834_201,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

const settings = {
  title: { az: 'Sərgi', en: 'Sergi', ru: 'Серги' },
  locales: ['az', 'en', 'ru'],
  defaultLocale: 'az',
  timeZone: 'Asia/Baku',
  categories: [
    { slug: 'events', label: { az: 'Tədbirlər', en: 'Events', ru: 'Мероприятия' } },
    { slug: 'news', label: { az: 'Xəbərlər', en: 'News', ru: 'Новости' } },
    { slug: 'exhibitions', label: { az: 'Sərgilər', en: 'Exhibitions', ru: 'Выставки' } },
    { slug: 'announcements', label: { az: 'Elanlar', en: 'Announcements', ru: 'Объявления' } },
  ],
  campaigns: [{ slug: 'drawings-2022', label: { az: 'Rəsmlər 2022', en: 'Drawings 2022' } }],
};

const eventSlug = 'resm-musabiqesinin-qalibleri';
const eventUrl = `${site}/az/events/${eventSlug}`;
const card = {
  id: eventId,
  kind: 'event',
  title: eventContent.translations.az.title,
  locale: 'az',
  category,
  campaign: 'drawings-2022',
  publishedAt: '2022-11-18T08:00:00.000Z',
  ...{ slug: eventSlug, url: eventUrl, alternates: [{ locale: 'az', slug: eventSlug, url: eventUrl }] },
  summary: '10 rəsm seçilib.',
  ...{ startsAt: eventContent.showings[0]?.startsAt, endsAt: eventContent.showings[0]?.endsAt },
  ...{ placeName: eventContent.place.name.az, picture },
};

const details = {
  kind: 'event',
  showings: eventContent.showings.map((showing) => ({ ...showing, allDay: false })),
  place: {
    ...{ name: eventContent.place.name.az, address: eventContent.place.address.az },
    ...{ latitude: eventContent.place.latitude, longitude: eventContent.place.longitude },
  },
  ...{ occurrence: 'planned', soldOut: false, price: eventContent.price.az },
  ...{ organisers: [{ name: 'Nazirlik', role: 'host' }], tags: ['uşaqlar'] },
  pictures: [{ ...picture, caption: 'Qaliblərdən birinin rəsmi', credit: 'Foto: R. Əliyev' }],
  files: [
    {
      ...{
        title: eventContent.files[0]?.title.az,
        url: `${site}/media/a1s2d3f4g5h6j7k8l9z0xc/musabiqenin-qaydalari.pdf`,
      },
      ...{ type: 'application/pdf', bytes: 84_211, pages: 3 },
    },
  ],
};

const exhibitionUrl = `${site}/az/exhibitions/usaq-resmleri`;
const exhibitionCard = {
  ...{ id: exhibitionId, kind: 'exhibition', title: 'Uşaq rəsmləri', locale: 'az', category: exhibitions },
  ...{ publishedAt: '2022-11-18T08:00:00.000Z', slug: 'usaq-resmleri', url: exhibitionUrl },
  alternates: [{ locale: 'az', slug: 'usaq-resmleri', url: exhibitionUrl }],
  ...{ placeName: 'Bakı', opensOn: '2022-11-18', closesOn: '2022-12-18' },
};

const artwork = {
  ...{ id: artworkId, locale: 'az', title: 'Mənim evim', artist: { name: 'Aysel M.', ageAtEntry: 9 } },
  ...{ medium: 'Akvarel', year: 2022, image: picture, imageService: `${site}/iiif/3/q1w2e3r4t5y6u7i8o9p0as` },
  url: `${site}/v1/exhibitions/${exhibitionId}/artworks/${artworkId}?locale=az`,
};

const staffEvent = {
  ...{
    ...eventContent,
    id: eventId,
    status: 'published',
    publishedAt: '2022-11-18T08:00:00.000Z',
    version: 7,
    ...made,
  },
  ...{
    displayTitle: eventContent.translations.az.title,
    hasUnpublishedChanges: false,
    publishedLocales: ['az', 'en'],
    outdatedLocales: [],
  },
};

const staffExhibition = {
  ...{
    ...exhibitionContent,
    pictures: eventContent.pictures,
    cover: { artworkId },
    id: exhibitionId,
    status: 'selection',
    version: 7,
    ...made,
  },
  selection: { artworkIds: [artworkId], decidedBy: 'rauf', decidedAt: '2022-11-10T09:00:00.000Z' },
  ...{ displayTitle: 'Uşaq rəsmləri', hasUnpublishedChanges: true, publishedLocales: [], outdatedLocales: [] },
};

const upload = {
  ...{ ...uploadRequest, uploadId, kind: 'picture', state: 'ready', createdAt: made.createdAt, createdBy: 'leyla' },
  ...{ width: 4000, height: 3000, renditions: picture.renditions, placeholder: picture.placeholder },
  color: picture.color,
};

const noticeId = '01J1YQ9D5F8H1K4N7Q0S3V6X9Z';
const pageUrl = `${site}/az/haqqimizda`;
const pageCard = {
  ...{ id: '01J1YQAE6G9J2M5P8R1T4W7Y0A', locale: 'az', slug: 'haqqimizda', title: 'Haqqımızda', url: pageUrl },
  alternates: [{ locale: 'az', slug: 'haqqimizda', url: pageUrl }],
};

const publicExhibition = {
  ...{ id: exhibitionId, locale: 'az', slug: 'usaq-resmleri', title: 'Uşaq rəsmləri' },
  description: { markdown: 'Seçilmiş **10** rəsm.', html: '<p>Seçilmiş <strong>10</strong> rəsm.</p>' },
  ...{ category: exhibitions, opensOn: '2022-11-18', closesOn: '2022-12-18', openingHours: 'Hər gün 10:00–18:00' },
  ...{ place: details.place, price: details.price },
  organisers: [{ name: 'Nazirlik', role: 'host' }],
  ...{
    rights: exhibitionContent.rights,
    cover: { ...picture, artworkId },
    pictures: details.pictures,
    files: details.files,
  },
  ...{ artworks: [artwork], artworkCount: 1 },
  events: [{ id: eventId, locale: 'az', title: card.title, url: card.url }],
  ...{ publishedAt: '2022-11-18T08:00:00.000Z', url: exhibitionUrl },
  manifest: `${site}/v1/exhibitions/${exhibitionId}/manifest`,
  alternates: [{ locale: 'az', slug: 'usaq-resmleri', url: exhibitionUrl }],
};

/** What an answer with a named schema looks like. */
export const exampleValues: { readonly [name in SchemaName]?: unknown } = {
  Site: settings,
  PublicSite: {
    ...settings,
    notices: [
      {
        ...{ id: noticeId, level: 'warning', title: { az: 'Bu gün bağlıyıq', en: 'We are closed today' } },
        ...{ summary: {}, publishedAt: '2022-11-18T05:00:00.000Z', unpublishAt: '2022-11-18T20:00:00.000Z' },
      },
    ],
  },
  PublicPage: { ...pageCard, body: text, pictures: [picture], files: [] },
  PublicPageCard: pageCard,
  FeedCard: card,
  SearchResult: { ...card, highlights: [{ field: 'title', start: 33, end: 37 }] },
  FeedItem: { ...card, body: text, ...details, views: 719 },
  PublicEvent: {
    ...{ id: eventId, locale: 'az', slug: 'resm-musabiqesinin-qalibleri', title: card.title, summary: card.summary },
    ...{ body: text, category, campaign: card.campaign, ...details },
    exhibition: { id: exhibitionId, title: 'Uşaq rəsmləri', url: exhibitionUrl },
    ...{ views: 719, publishedAt: card.publishedAt, url: card.url },
    alternates: card.alternates,
  },
  ExhibitionCard: exhibitionCard,
  PublicExhibition: publicExhibition,
  ExhibitionPreview: { ...publicExhibition, version: 7 },
  ExhibitionRevisionSummary: {
    ...{ version: 7, action: 'published', status: 'published' },
    ...{ createdAt: made.updatedAt, createdBy: 'leyla' },
  },
  PublicArtwork: artwork,
  StaffEvent: staffEvent,
  StaffExhibition: staffExhibition,
  StaffArtwork: {
    ...{ ...artworkContent, id: artworkId, exhibitionId, version: 7, ...made },
    ...{ publicName: { az: 'Aysel M.' }, publicDetails: { ageAtEntry: 9 } },
    ...{ uploadState: 'ready', uploadSha256: uploadRequest.sha256, image: picture },
  },
  Upload: upload,
  ListedUpload: { ...upload, usedBy: [{ kind: 'event', id: eventId, field: 'pictures' }] },
  EventPreview: {
    ...{ id: eventId, version: 7, locale: 'az', title: card.title, body: text, ...details },
    ...{ category, publishedAt: card.publishedAt },
    ...{ slug: eventSlug, url: eventUrl, alternates: card.alternates },
  },
  RevisionSummary: {
    version: 7,
    action: 'published',
    status: 'published',
    createdAt: made.updatedAt,
    createdBy: 'leyla',
  },
  PreviewSummary: {
    ...{ previewId: '01J1YQ4T7P8S5Q2N6M9R3V0W1X', version: 7, locale: 'az', createdBy: 'leyla' },
    expiresAt: '2022-11-19T08:00:00.000Z',
  },
  SiteVersionSummary: { version: 2, createdAt: made.updatedAt, createdBy: 'rauf' },
  RankedArtwork: { artworkId, entryNumber: 7, mean: 8.67, ratings: 3, lowest: 8, highest: 9 },
  Mention: {
    ...{ place: { kind: 'event', id: eventId, locale: 'az', field: 'body' }, textHash: uploadRequest.sha256 },
    ...{ artworkId, entryNumber: 7, who: 'artist', kind: 'full', weight: 'confirm', isConfirmed: false },
  },
  Attention: {
    ...{ id: '01J1YQ7B3D6F9H2K5M8P1R4T7W', place: { kind: 'event', id: eventId, locale: 'az', field: 'body' } },
    ...{ artworkId, cause: 'consent', match: 'full', textHash: uploadRequest.sha256, foundAt: made.updatedAt },
  },
  Likeness: { artworkIds: [artworkId, otherArtworkId], entryNumbers: [7, 31], distance: 4 },
  AuditEntry: {
    ...{
      createdAt: made.updatedAt,
      createdBy: 'leyla',
      from: '192.0.2.7',
      action: 'event.published',
      item: eventId,
      version: 7,
    },
  },
  ListedAuditEntry: {
    ...{
      createdAt: made.updatedAt,
      createdBy: 'leyla',
      from: '192.0.2.7',
      action: 'event.published',
      item: eventId,
      version: 7,
    },
    subject: { kind: 'event', title: 'Rəsm müsabiqəsi' },
  },
  Job: {
    ...{ id: '01J1YQ8C4E7G0J3M6P9R2T5V8X', kind: 'rebuild', state: 'running', done: 150, total: 440, errors: [] },
    ...{ createdAt: made.createdAt, createdBy: 'rauf', updatedAt: '2022-11-17T07:30:09.000Z' },
  },
  ImportReport: {
    ...{ created: 1, updated: 0, unchanged: 0, changed: 0 },
    warnings: [],
    refused: [{ line: 2, externalId: '2022-118', errors: [{ path: 'translations.az.title', message: 'is missing' }] }],
  },
};
