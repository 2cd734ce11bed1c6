import { openapiRoutes } from '../../contract/openapi.ts';
import { problemSchema } from '../../contract/problem.ts';
import { publicRoutes } from '../../contract/public.ts';
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
} from '../../contract/public-schemas.ts';
import { publicFileSchema } from '../../model/files/document.ts';
import { pictureSchema } from '../../model/files/picture.ts';
import { fieldErrorSchema } from '../../model/json/field-error.ts';
import { coloursSchema, contactSchema, logoSchema } from '../../model/site/appearance.ts';
import { frontendSchema } from '../../model/site/frontend.ts';
import { navigatedPageSchema, navigatedSectionSchema, siteSchema } from '../../model/site/site.ts';
import { describeObject } from './describe-object.ts';

const startsAt =
  'When it takes place next or, where all is over, took place last: a day (`2022-11-18`), or a point in time in UTC. Absent where it has no date. `endsAt` is of the same kind.';
const endsAt =
  'The last day, included, or the point in time at which it ends. Absent where only its beginning is known.';
const publishedAt = 'When it became public, or will: lists are in this order.';
const campaign = 'The slug of the campaign that it belongs to, one of `GET /v1/site`. Absent where it belongs to none.';
const locale =
  'The language of the texts in this answer: the one that was asked for, or the one that stands in for it.';
const url = 'The address of its page for people, in the language of `locale`.';
const markdown = 'The text as it was written: CommonMark with tables, its pictures by the addresses of JPEGs.';
const html =
  'The same text as HTML that is safe to show: scripts, styles and foreign frames are removed. Its pictures are `<picture>` with all renditions, those between paragraphs in a `<figure>` with their captions.';

const category = {
  slug: 'What to send as `category` to list items of it.',
  label: 'Its name in the language of `locale`.',
};

const alternate = {
  locale: 'A language in which it is published.',
  slug: 'Its slug in that language.',
  url: 'Its page in that language.',
};

const picture = describeObject(pictureSchema, {
  renditions:
    'The same picture in several sizes and formats: AVIF, WebP and JPEG up to 1,280 pixels wide, JPEG beyond. Choose by `width` and `type`.',
  alt: 'What the picture shows, for people who cannot see it, in the language of the answer.',
  placeholder: 'A blurred preview of some 25 bytes as ThumbHash in base64 (https://evanw.github.io/thumbhash/).',
  color: 'The dominant colour as `#rrggbb`, to fill the space until the picture is there.',
});

const cardPicture = describeObject(
  cardPictureSchema,
  { focalPoint: 'The point that stays in sight where the picture is cropped. Absent: its middle.' },
  picture,
);
const site = describeObject(siteSchema, {
  title: 'The name of the site, by language.',
  locales:
    'The languages of the site, at most four, in order of fallback: where a text lacks a language, readers get the default language, else the first of these that it has.',
  defaultLocale: 'The language of answers that name no `locale`. One of `locales`.',
  timeZone: 'The IANA time zone in which the days of events begin and end, such as `Asia/Baku`.',
  categories: 'The categories, in the order in which a navigation shows them. At most 100.',
  campaigns: 'Campaigns that items of several categories can belong to, such as a yearly competition. At most 100.',
  navigation:
    "The sections, by their `category`, and the editors' pages, by the id of the `page`, that the navigation of every page shows, in this order: at most 20. A page that is not public is passed over. Absent: all sections, then all pages.",
  picture:
    'The picture that messengers show beside a link to a page without one of its own. Absent: a list shows the newest picture in it, other pages none.',
  frontend:
    'Where the institution has pages of its own: `url` of cards, feeds, calendars, manifests, sitemaps and webhooks leads there. Absent: to the pages of this site.',
  quotation: 'A quotation that stands at the end of the pages, by language. Absent where there is none.',
  logo: 'The logo in the header of the pages, beside the name. Absent: the name alone.',
  colours: 'The colours of the pages. Absent: dark blue.',
  font: 'The family that the pages are written in: `inter` and `notoSans` without serifs, `literata` with them. The site serves it itself, with the letters of Azerbaijani, other Latin and Cyrillic. Absent: the font of the system.',
  contact: 'What the footer of the pages says of how to reach the institution.',
  accessibilityStatement:
    'Where the institution says how accessible its pages are: an address by https, which may have `{locale}`. The footer leads there.',
  fourEyes:
    'True where nobody may publish an event whose content they have changed last themselves: 403 then. Absent: everybody who may publish may do so.',
  requestDays:
    'In how many days a person is answered who asks for something of their data: 1 to 90. Absent: in one calendar month.',
  confirmedMentions:
    'Where an admin has confirmed that a text means another person than an artist whose name consent withholds. What is said of another text than the present one is left out.',
});

const publicPage = describeObject(publicPageSchema, {
  id: 'The id of the page. It never changes.',
  locale,
  slug: 'The last part of its address in this language. A former slug redirects to it.',
  title: 'The title in the language of `locale`.',
  summary: 'A short text without markup, up to 1,000 characters. Absent where none was written.',
  body: 'The text of the page.',
  pictures: 'Its pictures, the cover first.',
  files: 'Its files, in the order given.',
  url,
  alternates: 'All languages in which the page is published, this one included.',
});

const card = describeObject(feedCardSchema, {
  id: 'The id of the event or exhibition. It never changes.',
  kind: 'What the card stands for: read `news` and an `event` at `/v1/events/{id}`, an `exhibition` at `/v1/exhibitions/{id}`.',
  title: 'The title in the language of `locale`.',
  locale,
  slug: 'Its slug in the language of `locale`.',
  category: 'The category that it is listed under.',
  campaign,
  publishedAt,
  url,
  alternates: 'Every language in which it is published, this one included, with its slug and page there.',
  summary: 'A short text without markup, up to 1,000 characters. Absent where none was written.',
  startsAt,
  endsAt,
  placeName: 'The name of the place. Absent where none was given.',
  occurrence: 'Where it does not take place as it was planned, how. Absent: as planned.',
  soldOut: 'True where no more places are to be had.',
  picture: 'Its first picture. Absent where it has none.',
});

const opensOn = 'The first day on which the exhibition can be seen (`2022-11-18`). Absent where no day was given.';
const closesOn = 'The last day on which the exhibition can be seen, included. Absent where its end is open.';

const publicPicture = describeObject(
  publicPictureSchema,
  {
    caption: 'What stands below the picture. Absent where nothing does.',
    credit: 'Who made the picture or owns it. Absent where that is not said.',
  },
  cardPicture,
);

/** A published exhibition; previews have the same fields. */
export const exhibitionDescription = describeObject(publicExhibitionSchema, {
  id: 'The id of the exhibition. It never changes.',
  locale,
  slug: 'The last part of its address in this language. A former slug redirects to it.',
  title: 'The title in the language of `locale`.',
  summary: 'A short text without markup, up to 1,000 characters. Absent where none was written.',
  description: 'The text about the exhibition.',
  category: 'The category of the feeds that announce it.',
  campaign,
  opensOn,
  closesOn,
  openingHours: 'On which days and hours it can be seen. Absent where that is not said.',
  place: 'Where it is shown. Absent where that is not said.',
  bookingUrl: 'The address at which tickets are had. Absent where none was given.',
  price: 'What it costs, in words. Absent where that is not said.',
  contact: 'Whom to ask. Absent where that is not said.',
  organisers: 'Who holds, supports or sponsors it, in the order given.',
  rights: 'The rights statement that holds for the artworks: an address of Creative Commons or RightsStatements.org.',
  cover:
    'What stands for it: the artwork or photograph that was chosen, else its first artwork. Absent where nothing can.',
  pictures: 'Photographs beside the works, in their order.',
  files: 'Documents to open or keep. Empty where there are none.',
  artworks:
    'The artworks in their order: all of them, or as many as one answer holds. `nextCursor` leads to the others.',
  artworkCount: 'How many artworks the exhibition shows, also where `artworks` does not hold all of them.',
  nextCursor:
    'Send it as `cursor` to `GET /v1/exhibitions/{idOrSlug}/artworks` to get the further artworks. Absent where `artworks` holds all of them.',
  views: 'How often its page was read. Absent before the first reading is counted.',
  events: 'Published events that belong to it, such as the opening.',
  publishedAt,
  url,
  manifest: 'The address of its IIIF manifest, for viewers (https://iiif.io/api/presentation/3.0/).',
  alternates: 'All languages in which the exhibition is published, this one included.',
});

/** What the public reads. */
export const publicDescriptions = [
  site,
  describeObject(
    publicSiteSchema,
    { notices: 'What every page says now above its content, warnings first. Empty where there is nothing to say.' },
    site,
  ),
  describeObject(publicNoticeSchema, {
    id: 'The id of the notice. It never changes.',
    level: 'How much it matters: a `warning` stands out.',
    title: 'Its text, by language.',
    summary: 'More of it, by language. Empty where there is no more.',
    url: 'Where its title leads. Absent where it leads nowhere.',
    publishedAt: 'When it appeared.',
    unpublishAt: 'When it will leave by itself. Absent where it stays.',
  }),
  publicPage,
  describeObject(publicPageCardSchema, {}, publicPage),
  describeObject(navigatedSectionSchema, { category: 'The slug of a category.' }),
  describeObject(navigatedPageSchema, { page: "The id of an editors' page." }),
  describeObject(logoSchema, {
    url: 'Its address by https: an SVG, or a picture at least 96 pixels high. The pages allow its host as a source of pictures.',
  }),
  describeObject(coloursSchema, {
    accent:
      'Links, buttons and marks, as `#rrggbb`. It needs a contrast of 4.5 to white; on dark screens the pages lighten it.',
    header:
      'The ground of header and footer, as `#rrggbb`. What is read on it is white, or black where white would be too faint.',
  }),
  describeObject(contactSchema, {
    address: 'The postal address, by language: up to 500 characters, line breaks allowed.',
    phone: 'A telephone number, as people write it.',
    email: 'An email address.',
  }),
  describeObject(siteSchema.shape.picture.unwrap(), {
    url: 'Its address, best of a JPEG of 1,200 by 630 pixels, which anybody can read.',
    alt: 'What it shows, by language.',
  }),
  describeObject(frontendSchema, {
    home: 'The first page (`https://example.org/{locale}`).',
    events:
      'The page of an event: `https://example.org/{locale}/events/{slug}`. `{slug}` is needed, and `{locale}` where the site has several languages.',
    exhibitions: 'The page of an exhibition, with the same placeholders.',
    pages: "An editors' page, with the same placeholders.",
    artworks:
      'The page of an artwork: `https://example.org/{locale}/exhibitions/{slug}/{id}`. `{id}` is needed, and `{slug}`, of the exhibition, may stand in it. Absent: its page on this site.',
    preview: 'The page that shows a preview, which it reads with the `{token}` that is put into its address.',
  }),
  describeObject(siteSchema.shape.categories.element, {
    slug: 'Its name in queries and feeds. Lower-case Latin letters, digits and hyphens.',
    label: 'Its name for people, by language. The default language is required.',
  }),
  describeObject(siteSchema.shape.quotation.unwrap().valueType, {
    text: 'What is quoted: up to 1,000 characters, line breaks allowed.',
    speaker: 'Who said it, with title or office.',
  }),
  picture,
  describeObject(publicFileSchema, {
    title: 'What it is called, in the language of the answer.',
    url: 'Its address. A browser opens a PDF, and saves the others.',
    type: 'Its media type.',
    bytes: 'Its size in bytes.',
    pages: 'How many pages a PDF has.',
  }),
  describeObject(pictureSchema.shape.renditions.element, {
    url: 'The address of the file. Public renditions are cached for a year: another picture has another address.',
    width: 'Width in pixels.',
    height: 'Height in pixels.',
    type: 'The media type of the file.',
  }),
  card,
  describeObject(
    feedItemSchema,
    {
      summary:
        'A short text without markup, up to 1,000 characters: whole where `fields=body` was asked for, else cut to 120.',
      body: 'With `fields=body`: the whole text, of an exhibition its description.',
      pictures: 'With `fields=body`: the pictures of an event, the cover first.',
      files: 'With `fields=body`: the documents.',
      showings: 'With `fields=body`: when an event takes place, each time, by start.',
      place: 'With `fields=body`: where an event takes place, where that is said.',
      bookingUrl: 'With `fields=body`: the address at which places are booked, where one was given.',
      price: 'With `fields=body`: what an event costs, in words, where that is said.',
      contact: 'With `fields=body`: whom to ask, where that is said.',
      organisers: 'With `fields=body`: who holds, supports or sponsors an event, in the order given.',
      tags: 'With `fields=body`: what an event is about.',
      exhibition: 'With `fields=body`: the exhibition that it tells of, where that is public.',
      views: 'With `fields=body`: how often it was read, here and on an earlier site.',
    },
    card,
  ),
  describeObject(
    searchResultSchema,
    {
      id: 'The id of the event, the exhibition, the artwork or the page. It never changes.',
      kind: 'What was found: read `news` and an `event` at `/v1/events/{id}`, an `exhibition` at `/v1/exhibitions/{id}`, an `artwork` at `/v1/exhibitions/{exhibition.id}/artworks/{id}`, a `page` at `/v1/pages/{id}`.',
      category: 'The category that it is listed under; of an artwork that of its exhibition. A page has none.',
      slug: 'Its slug in the language of `locale`; of an artwork that of its exhibition.',
      artist: 'Who made an artwork, as far as consent lets the name be shown. Absent where it does not.',
      exhibition: 'The exhibition of an artwork.',
      highlights:
        'Where the words stand that were searched for, field by field. Empty where only the text, the tags or the organisers have them.',
    },
    card,
  ),
  describeObject(searchResultSchema.shape.exhibition.unwrap(), {
    id: 'The id of the exhibition.',
    title: 'Its title in the language in which its readers see it.',
    url: 'Its page.',
  }),
  describeObject(searchResultSchema.shape.highlights.element, {
    field: 'The field of the result.',
    start: 'The first UTF-16 unit of what was found in the field, counted from 0, as JavaScript and Java count.',
    end: 'The unit after the last one: `result[field].slice(start, end)` is what was found.',
  }),
  describeObject(feedCardSchema.shape.category, category),
  describeObject(exhibitionCardSchema, { opensOn, closesOn }, card),
  describeObject(publicEventSchema, {
    id: 'The id of the event. It never changes.',
    locale,
    slug: 'The last part of its address in this language. A former slug redirects to it.',
    title: 'The title in the language of `locale`.',
    summary: 'A short text without markup, up to 1,000 characters. Absent where none was written.',
    body: 'The text of the event.',
    pictures: 'Its pictures, the cover first.',
    files: 'Documents to open or keep. Empty where there are none.',
    category: 'The category that it is listed under.',
    campaign,
    kind: 'News to read, or an event to go to.',
    showings: 'When it takes place, each time, by start. Empty where it has no date.',
    place: 'Where it takes place. Absent where that is not said.',
    occurrence: 'Whether it takes place as it was planned (https://schema.org/EventStatusType).',
    soldOut: 'True where no more places are to be had.',
    bookingUrl: 'The address at which places are booked. Absent where none was given.',
    price: 'What it costs, in words. Absent where that is not said.',
    contact: 'Whom to ask. Absent where that is not said.',
    organisers: 'Who holds, supports or sponsors it, in the order given.',
    tags: 'What it is about, in the language of `locale` where a tag has it.',
    exhibition: 'The exhibition that it tells of. Absent where it tells of none, or that one is not public.',
    views: 'How often it was read, readings on an earlier site included. Absent before the first one is counted.',
    publishedAt,
    url,
    alternates: 'All languages in which the event is published, this one included.',
  }),
  cardPicture,
  publicPicture,
  describeObject(publicShowingSchema, {
    startsAt: 'A day (`2022-11-18`), or a point in time in UTC.',
    endsAt: 'The last day, included, or the point in time at which it ends. Absent where only its beginning is known.',
    doorsAt: 'When the doors open. Absent where that is not said.',
    allDay: 'True where it takes place on whole days.',
  }),
  describeObject(publicPlaceSchema, {
    name: 'What the place is called.',
    address: 'Street and town.',
    latitude: 'Degrees north of the equator (WGS 84).',
    longitude: 'Degrees east of Greenwich (WGS 84).',
    onlineUrl: 'The address at which it can be followed on the web.',
    accessibility: 'How people get in and around who cannot walk, see or hear well.',
  }),
  describeObject(publicEventSchema.shape.body, { markdown, html }),
  describeObject(publicEventSchema.shape.exhibition.unwrap(), {
    id: 'The id of the exhibition.',
    title: 'Its title in the language of the answer, or in the one that stands in for it.',
    url: 'Its page for people.',
  }),
  describeObject(publicEventSchema.shape.alternates.element, alternate),
  exhibitionDescription,
  describeObject(
    publicExhibitionSchema.shape.cover.unwrap(),
    { artworkId: 'The artwork that it shows. Absent where it is a photograph.' },
    publicPicture,
  ),
  describeObject(publicExhibitionSchema.shape.description, { markdown, html }),
  describeObject(publicExhibitionSchema.shape.organisers.element, {
    name: 'Its name in the language of the answer.',
    role: 'What it does for the event or the exhibition.',
  }),
  describeObject(publicExhibitionSchema.shape.events.element, {
    id: 'The id of the event.',
    locale: 'The language of its title.',
    title: 'Its title.',
    url: 'Its page for people.',
  }),
  describeObject(publicExhibitionSchema.shape.alternates.element, alternate),
  describeObject(publicArtworkSchema, {
    id: 'The id of the artwork. It never changes.',
    locale,
    title: 'The title in the language of `locale`.',
    description: 'A text about it, up to 5,000 characters. Absent where none was written.',
    artist: 'Who made it, as far as consent lets the public know.',
    medium: 'Material and technique, such as "Watercolour on paper".',
    year: 'The year in which it was made.',
    image: 'The picture of the artwork.',
    imageService:
      'The IIIF Image API 3.0 service for deep zoom: its `info.json` lies below this address. Absent for images from before there were tiles.',
    url: 'Where this artwork can be read alone, as JSON.',
  }),
  describeObject(publicArtworkSchema.shape.artist, {
    name: 'As consent allows: in full, shortened (*Aysel M.*, *Aysel*), or the word for "anonymous" in this language.',
    ageAtEntry: 'The age in years when the artwork was entered. Absent where consent withholds it, or it is not known.',
    school: 'The school. Absent where consent withholds it, or it is not known.',
    region: 'The region or town. Absent where consent withholds it, or it is not known.',
  }),
  describeObject(publicRoutes.getManifest.response, {
    '@context': 'The JSON-LD context of IIIF Presentation 3.0. The other properties are those of that specification.',
    id: 'The address of this document.',
    type: '`Manifest` or `Collection`.',
  }),
  describeObject(openapiRoutes.getOpenapi.response, {
    openapi: 'The version of the OpenAPI Specification that the document follows.',
    paths: 'The operations, by path and method. The document has further parts, as that specification says.',
  }),
  describeObject(problemSchema, {
    type: 'An address that stands for the kind of refusal: it ends in its code, which never changes.',
    title: 'The kind of refusal in a few words, in the language of `detail`.',
    status: 'The HTTP status, as in the answer itself.',
    detail:
      'What is wrong in this case, for people, in the language of `Accept-Language`: az, en or ru. Caches keep what is not there, or elsewhere, for all callers, so that is said in the language of `locale`, else in English.',
    code: 'The reason, for programs: it is stable, and the same in every language.',
    errors: 'The faults of the input, field by field: at most 50. Absent where no field is to blame.',
    currentVersion: 'With 412: the version that is current. Read it, and make the change to it.',
    updatedBy: 'With 412: the id of the person who wrote the current version.',
    createdId: 'With 422: the id of what the earlier request with this `Idempotency-Key` has made.',
    requestId: 'With 5xx: the number under which the log has the request.',
  }),
  describeObject(fieldErrorSchema, {
    path: 'The field, such as `translations.az.title` or `limit`.',
    code: 'The reason, for programs. Absent in what was stored before there were codes.',
    message: 'What is wrong with it, or worth a look, in the language of `Accept-Language`: az, en or ru.',
    params: 'What the message says in numbers and names, such as a limit. Absent where it says none.',
  }),
];
