import { bulkActSchema } from '../../contract/staff/bulk-act.ts';
import { eventCountsSchema, eventsPage } from '../../contract/staff/event-list.ts';
import { staffRoutes } from '../../contract/staff/routes.ts';
import {
  eventPatchSchema,
  eventPublicationSchema,
  fieldChangeSchema,
  importReportSchema,
  placePatchSchema,
  previewSchema,
  previewSummarySchema,
  publicationCheckSchema,
  revisionSummarySchema,
  staffEventSchema,
  staffReviewSchema,
  staffRevisionSchema,
} from '../../contract/staff/schemas.ts';
import { eventContentSchema, eventSchema, translationSchema } from '../../model/events/event.ts';
import { eventFileSchema } from '../../model/events/event-file.ts';
import { eventPictureSchema, focalPointSchema } from '../../model/events/event-picture.ts';
import { noticeSchema } from '../../model/events/notice.ts';
import { placeSchema } from '../../model/events/place.ts';
import { showingSchema } from '../../model/events/showing.ts';
import { confirmedMentionSchema } from '../../model/names/confirmed-mention.ts';
import { bulkItemSchema } from '../../model/publication/bulk-act.ts';
import { reviewSchema } from '../../model/publication/review.ts';
import { describeObject } from './describe-object.ts';

const translation = describeObject(translationSchema, {
  title: 'The title: one line, up to 300 characters. Needed for publication.',
  slug: 'The last part of the address in this language, up to 80 characters. Absent: made from the title at the first publication. A slug that was public redirects when it is changed.',
  summary: 'A short text without markup for cards and feeds, up to 1,000 characters.',
  body: 'The text in Markdown (CommonMark with tables), up to 100,000 characters. Needed for publication. `![alt](upload:ID "caption")` shows the picture of an upload.',
});

const picture = describeObject(eventPictureSchema, {
  uploadId: 'The upload that is the picture: one that is `ready`.',
  alt: 'What the picture shows, for people who cannot see it, by language: up to 500 characters each. Needed in each language that is published.',
  caption: 'What stands below the picture, by language: up to 500 characters each.',
  credit: 'Who made the picture or owns it, in the same words in every language: one line, up to 200 characters.',
  focalPoint: 'The point that stays in sight where the picture is cropped. Absent: its middle.',
});

const file = describeObject(eventFileSchema, {
  uploadId: 'The upload that is the document: one that is `ready`.',
  title:
    'What readers choose it by, by language: up to 300 characters each. Needed in each language that is published.',
});

const focalPoint = describeObject(focalPointSchema, {
  x: 'How far from the left edge: from 0 to 1.',
  y: 'How far from the upper edge: from 0 to 1.',
});

const showing = describeObject(showingSchema, {
  startsAt: 'When it begins: a day (`2022-11-18`), or a point in time with its offset.',
  endsAt: 'The last day, included, or when it ends. Of the same kind as `startsAt`, and not before it.',
  doorsAt: 'When the doors open: a point in time, not after `startsAt`.',
  allDay: 'True where it takes place on whole days. It follows from `startsAt`, and may not contradict it.',
});

const place = describeObject(placeSchema, {
  name: 'What the place is called, by language: up to 300 characters each.',
  address: 'Street and town, by language: up to 500 characters each.',
  latitude: 'Degrees north of the equator (WGS 84), for maps. Not without `longitude`.',
  longitude: 'Degrees east of Greenwich (WGS 84). Not without `latitude`.',
  onlineUrl: 'The address at which it can be followed on the web.',
  accessibility:
    'How people get in and around who cannot walk, see or hear well, by language: up to 1,000 characters each.',
});

const content = describeObject(eventContentSchema, {
  category: 'The slug of a category of the site. Needed for publication.',
  campaign: 'The slug of a campaign of the site, where it belongs to one.',
  kind: '`news` to read, an `event` to go to, a `page` of the site that is in no feed ("About us"), or a `notice` on every page ("closed today"). Absent: an event where it has a showing, else news. A page or a notice stays what it is.',
  notice: 'Of a notice alone, whose text is its title and summary.',
  showings: 'When it takes place, each time: at most 100, no two with one start.',
  place: 'Where it takes place.',
  occurrence:
    'Whether it takes place as it was planned (https://schema.org/EventStatusType). Absent: `planned`. What is `cancelled` stays public, and says so.',
  soldOut: 'True where no more places are to be had.',
  bookingUrl: 'The address at which places are booked.',
  price: 'What it costs, in words, by language: up to 300 characters each.',
  contact: 'Whom to ask, by language: up to 500 characters each.',
  organisers: 'Who holds, supports or sponsors it, in this order: at most 20.',
  tags: 'What it is about, each tag by language: at most 20 of up to 60 characters.',
  translations: 'The texts, by language. Only languages of the site are taken.',
  pictures: 'The pictures, the cover first.',
  files: 'Documents that readers can open, in this order: at most 20.',
  exhibitionId: 'The exhibition that it tells of, public or not.',
});

const notice = describeObject(noticeSchema, {
  level: 'How much it matters: a `warning` stands before what is `info`, and stands out.',
  url: 'Where its title leads.',
});

/** Which texts link to what was withdrawn. */
const linkedFrom =
  'The public texts that link to it by its id, at most those of 100 items. Only in the answer to the act that withdrew it, or that planned its end (`unpublishAt`), and absent where there are none: their readers come to a page that says it was withdrawn.';

const confirmedMentions =
  'Where editors have confirmed that a text means another person than an artist whose name is withheld. A list takes the place of the one before.';

const confirmedFiles =
  'Uploads of files whose whole text could not be read, such as scans, and which editors have read themselves: they name nobody who may not be named. A list takes the place of the one before.';

const review = {
  step: 'Whether review was `asked` for, or the event `returned` to be worked on.',
  note: 'What the one who did so wrote to the other. Absent where nothing was written.',
  createdAt: 'When that was.',
  createdBy: 'The person who did so.',
};

const event = describeObject(
  eventSchema,
  {
    id: 'The id of the event. It never changes.',
    status:
      'Where the event stands. `scheduled` before `publishedAt`, and `withdrawn` from `unpublishAt` on, follow from the clock.',
    publishedAt: 'When it was first published, or will be: publishing again keeps it. Absent before that.',
    unpublishAt: 'When it leaves the public side by itself. Absent where it stays.',
    views: 'How often it was read on an earlier site.',
    handedTo: 'The ids of contributors who may change it beside the one who created it.',
    confirmedMentions,
    confirmedFiles,
    review:
      'The last step of its review: that it was asked for, or sent back. Absent where there was none since the last publication.',
    changedBy: 'Who has changed the content last. Absent: the one who created it.',
    textChangedAt:
      'When the text of a language was last changed, by language. Absent for a language that has not changed since the event was created.',
    published: 'What of it is public. Absent where nothing is.',
  },
  content,
);

/** Working copies of events, and what is done with them. */
export const eventDescriptions = [
  translation,
  picture,
  file,
  focalPoint,
  showing,
  place,
  content,
  notice,
  describeObject(
    staffRevisionSchema.shape.event,
    { status: 'The status that it had when the version was made.' },
    event,
  ),
  describeObject(eventSchema.shape.published.unwrap(), {
    version:
      'The version that is public in all its languages. Absent where languages are public in different versions.',
    locales: 'The languages that are public.',
  }),
  describeObject(
    eventPatchSchema,
    {
      translations: 'The texts, by language: what is absent stays, a field or a language that is `null` goes.',
      confirmedMentions,
      confirmedFiles,
      upToDateLocales:
        'Languages whose text still says what the original says, though that has changed since: they leave `outdatedLocales`. Each needs a text.',
    },
    content,
  ),
  describeObject(eventPatchSchema.shape.translations.unwrap().valueType.unwrap(), {}, translation),
  describeObject(placePatchSchema, {}, place),
  describeObject(
    staffEventSchema,
    {
      displayTitle: 'A title to show in lists: in the first language that has one, or a placeholder where none has.',
      hasUnpublishedChanges: 'True where the working copy has changed since it was published.',
      publishedLocales: 'The languages that the public can read, once `publishedAt` has come.',
      outdatedLocales:
        'The languages whose text is older than the original: than that of the first language, in which the event was created.',
      warnings: 'What is worth a look though the event was published. Only in the answer to a publication.',
      linkedFrom,
    },
    event,
  ),
  describeObject(bulkActSchema, {
    act: 'What is done to each: `publish` all its languages now, or again; `unpublish`; `archive`, or `unarchive`; `submit` it to review, or `recall` it.',
    items: 'At most 100 events, each once.',
  }),
  describeObject(bulkItemSchema, {
    id: 'The id of the event.',
    version: 'The version that is meant: where another one is current, the event is left alone, and the job says so.',
  }),
  describeObject(eventsPage, {
    counts: 'How many events there are in each status, whatever the list was asked for. On the first page only.',
  }),
  describeObject(eventCountsSchema, {
    draft: 'How many are drafts.',
    inReview: 'How many are in review.',
    scheduled: 'How many are published for a time that is still to come.',
    published: 'How many the public can read.',
    withdrawn: 'How many were withdrawn, or have come to their planned end.',
    archived: 'How many are archived.',
  }),
  describeObject(confirmedMentionSchema, {
    artworkId: 'The entry whose artist is not meant.',
    locale: 'The language of the text. Absent for a field that has no language, such as `campaign`.',
    field: 'The field, as a mention names it: `title`, `body`, `place.name`, `organisers.0.name`.',
    textHash: 'SHA-256 of the text in hex, as a mention gives it: a text that is changed has to be confirmed anew.',
    namedAt:
      'As a mention gives it: once the entry gets another name, the text has to be confirmed anew. Absent where the mention has none.',
  }),
  describeObject(previewSchema, {
    id: 'The id of the event.',
    version: 'The version that the link shows.',
    locale: 'The language that the link shows.',
    slug: 'The slug that it has, or would get.',
    title: 'The title. Empty where the draft has none.',
    summary: 'The short text. Absent where none was written.',
    body: 'The text.',
    kind: 'News to read, an event to go to, a page of the site, or a notice on every page.',
    notice: 'Of a notice alone.',
    pictures:
      'The pictures, by signed addresses that work for a few minutes; those that may not be shown are left out.',
    files: 'The files, by signed addresses that work for a few minutes; those that are not ready are left out.',
    category: 'The category. Absent where none was chosen yet.',
    campaign: 'The slug of the campaign. Absent where it belongs to none.',
    showings: 'When it takes place, by start.',
    place: 'Where it takes place. Absent where that is not said.',
    occurrence: 'Whether it takes place as it was planned.',
    soldOut: 'True where no more places are to be had.',
    bookingUrl: 'The address at which places are booked.',
    price: 'What it costs, in words.',
    contact: 'Whom to ask.',
    organisers: 'Who holds, supports or sponsors it.',
    tags: 'What it is about.',
    exhibition: 'The exhibition that it tells of, where that is public.',
    views: 'Views counted before it came here.',
    publishedAt: 'When it became public, or now.',
    url: 'Where its page is, or would be.',
    alternates: 'The languages of the version, with the slugs that they have or would get.',
  }),
  describeObject(revisionSummarySchema, {
    action: 'What made the version.',
    status: 'The status of the event in that version.',
    note: 'What was written when it was sent to review, or back. Absent in other versions.',
    createdAt: 'When it was made.',
    createdBy: 'The person who made it.',
  }),
  describeObject(staffRoutes.getRevision.response, {
    action: 'What made the version.',
    event: 'The event as it was in that version.',
    changes: 'With `against`: the fields that differ. `before` is of the other version, `after` of this one.',
  }),
  describeObject(fieldChangeSchema, {
    path: 'The field, such as `translations.az.title`.',
    before:
      'The value in the other version. Absent where it had none, or where the values are too large for an answer.',
    after: 'The value in this version. Absent where it has none, or where the values are too large for an answer.',
  }),
  describeObject(staffRoutes.assignContributors.body, {
    handedTo: 'The ids of up to 20 contributors, in place of those before. An empty list takes the event back.',
  }),
  describeObject(staffRoutes.updateEventStatus.body, {
    status: '`inReview` sends it to the editors, `draft` takes it back or sends it back.',
    note: 'What the other should know, up to 1,000 characters. It stands in `review` until the next step, and in the version for good.',
  }),
  describeObject(reviewSchema, review),
  describeObject(staffReviewSchema, review),
  describeObject(eventPublicationSchema, {
    content: 'What is public: of each language that is, the text as it was published.',
    publishedAt: 'When it became public, or will.',
    unpublishAt: 'When it leaves the public side by itself. Absent where it stays.',
    addresses: 'Where people read it, by language: of a notice the front page, on which it stands.',
  }),
  describeObject(publicationCheckSchema, {
    version: 'The version that was checked.',
    errors: 'What would be refused, each by its field. Empty where nothing would.',
    warnings: 'What is worth a look and does not hold it back.',
  }),
  describeObject(staffRoutes.publishEvent.body, {
    publishAt:
      'When it becomes public. Absent: now, or as before where it is public. A past time dates it back, a future one keeps it hidden until then.',
    unpublishAt: 'When it leaves the public side by itself. Absent: as before. `null`: never.',
    locales: 'Which languages to publish. Absent: all that the working copy has.',
  }),
  describeObject(staffRoutes.unpublishEvent.body, {
    locales: 'Which languages to unpublish. Absent: all, and with them the pictures.',
    hideTitle:
      'Calendars say of what is called off that it is cancelled, with its title; with `true` without it. It works afterwards, too.',
  }),
  describeObject(staffRoutes.renderText.body, {
    body: 'The text in Markdown (CommonMark with tables): at most 100,000 characters.',
    locale: 'The language of the text.',
  }),
  describeObject(staffRoutes.renderText.response, {
    html: 'The text as HTML, with its headings below the title of the page.',
    warnings: 'What is worth a look: pictures without words for those who cannot see them, pictures of other sites.',
  }),
  describeObject(staffRoutes.createPreview.body, {
    locale: 'The language to show. The version must have it.',
    version: 'The version to show. Absent: the current one. Earlier ones are for editors.',
    hours: 'For how many hours the link works: 1 to 168. Absent: 24.',
  }),
  describeObject(staffRoutes.createPreview.response, {
    previewId: 'The id of the link, to revoke it by.',
    url: 'The link for people: a page of the frontend, where the settings say so. Keep it: no other answer shows it.',
    apiUrl: 'Where the API answers it.',
    expiresAt: 'When it stops working.',
  }),
  describeObject(previewSummarySchema, {
    previewId: 'The id of the link, to revoke it by.',
    version: 'The version that it shows.',
    locale: 'The language that it shows.',
    expiresAt: 'When it stops working.',
  }),
  describeObject(staffRoutes.revokePreview.response, {
    previewId: 'The id of the link.',
    revoked: 'Always true: the link does not work any more.',
  }),
  describeObject(importReportSchema, {
    created: 'How many lines were published, or would be with `dryRun`.',
    updated: 'How many events took what their line says now, or would with `dryRun`; with `update` only.',
    unchanged: 'How many lines name items that were imported before: they are left as they are.',
    changed: 'How many lines differ from what was imported of them: `update` writes what they say.',
    refused: 'The lines that were refused.',
    warnings: 'The lines of which something was left out, or taken otherwise than it stands there.',
  }),
  describeObject(importReportSchema.shape.warnings.element, {
    line: 'The number of the line, from 1.',
    externalId: 'The id that the line gives its item. Absent where it gives none.',
    warnings: 'What was left out or taken otherwise, field by field.',
  }),
  describeObject(importReportSchema.shape.refused.element, {
    line: 'The number of the line, from 1.',
    externalId: 'The id that the line gives its item. Absent where it gives none.',
    errors: 'What is wrong with it, field by field.',
  }),
];
