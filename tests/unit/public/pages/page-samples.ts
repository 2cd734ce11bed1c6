import type { FeedCard, PublicEvent } from '../../../../shared/contract/public-schemas.ts';
import { type Picture, pictureAt } from '../../../../shared/model/files/picture.ts';
import { defaultSite, type Site } from '../../../../shared/model/site/site.ts';
import type { PagedExhibition } from '../../../../shared/public/pages/exhibition-page.ts';

export const base = 'https://sergi.example';

/** Pages make addresses of their own, as functions do. */

export const site: Site = {
  ...defaultSite,
  title: { az: 'Mədəniyyət Nazirliyi', en: 'Ministry of Culture' },
  quotation: { az: { text: 'Gələcəyimiz uşaqlardır.', speaker: 'Nazir' } },
};

const image = { width: 1600, height: 1100, widths: [320, 640, 1280, 1600], color: '#a48c6e' };

export const picture = (media: string, alt: string): Picture =>
  pictureAt(`${base}/media/${media}`, { ...image, placeholder: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A' }, alt);

const id = '01J00000000000000000000000';
const category = { slug: 'events', label: 'Tədbirlər' };

export const event = (over: Partial<PublicEvent> = {}): PublicEvent => ({
  id,
  ...{
    kind: 'news',
    pictures: [],
    files: [],
    showings: [],
    occurrence: 'planned',
    soldOut: false,
    organisers: [],
    tags: [],
  },
  locale: 'az',
  slug: 'resm',
  title: 'Rəsm müsabiqəsi',
  body: { markdown: '', html: '<p>Müsabiqədə <strong>100</strong> şagird.</p>' },
  category,
  publishedAt: '2022-11-18T08:00:00.000Z',
  url: `${base}/az/events/resm`,
  alternates: [
    { locale: 'az', slug: 'resm', url: `${base}/az/events/resm` },
    { locale: 'en', slug: 'drawing', url: `${base}/en/events/drawing` },
  ],
  ...over,
});

export const card = (over: Partial<FeedCard> = {}): FeedCard => ({
  id: '01J00000000000000000000001',
  kind: over.startsAt ? 'event' : 'news',
  title: 'Training course',
  locale: 'en',
  slug: 'training',
  category,
  publishedAt: '2024-07-24T08:00:00.000Z',
  url: `${base}/en/events/training`,
  alternates: [{ locale: 'en', slug: 'training', url: `${base}/en/events/training` }],
  ...over,
});

const artwork = (n: number, name: string) => ({
  id: `01J0000000000000000000001${n}`,
  locale: 'az',
  title: `Günəş ${n}`,
  artist: { name, ageAtEntry: 9, school: '6 nömrəli məktəb' },
  medium: 'Akvarel',
  year: 2022,
  image: picture(`artwork-${n}`, 'Günəş'),
  url: `${base}/v1/exhibitions/x/artworks/${n}`,
});

export const exhibition = (over: Partial<PagedExhibition> = {}): PagedExhibition => ({
  id,
  locale: 'az',
  slug: 'sergi',
  title: 'Uşaq rəsmləri',
  description: { markdown: '', html: '<p>Rəsmlər.</p>' },
  pageBody: { html: '<p>Rəsmlər.</p>', pictures: [] },
  category: { slug: 'exhibitions', label: 'Sərgilər' },
  place: { name: 'Bakı' },
  pictures: [],
  files: [],
  opensOn: '2022-11-18',
  closesOn: '2022-12-02',
  organisers: [
    { name: 'Nazirlik', role: 'host' },
    { name: 'Səfirlik', role: 'partner' },
  ],
  rights: 'http://rightsstatements.org/vocab/InC/1.0/',
  cover: { ...artwork(1, 'Aysel M.').image, artworkId: artwork(1, 'Aysel M.').id },
  artworks: [artwork(1, 'Aysel M.'), artwork(2, 'Anonim')],
  artworkCount: 2,
  from: 0,
  today: '2022-11-20',
  events: [],
  publishedAt: '2022-11-18T08:00:00.000Z',
  url: `${base}/az/exhibitions/sergi`,
  manifest: `${base}/v1/exhibitions/${id}/manifest`,
  alternates: [{ locale: 'az', slug: 'sergi', url: `${base}/az/exhibitions/sergi` }],
  ...over,
});

/** The structured data of a page. */
// biome-ignore lint/suspicious/noExplicitAny: its fields are what the tests are about
export const structuredData = (page: string): any =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null');
