import { artworkChangeOutcomeSchema } from '../../contract/staff/artwork-changes.ts';
import { exhibitionCountsSchema, exhibitionsPage } from '../../contract/staff/exhibition-list.ts';
import {
  artworkPatchSchema,
  exhibitionPatchSchema,
  exhibitionPreviewSchema,
  exhibitionPublicationSchema,
  exhibitionRevisionSummarySchema,
  hallWorkSchema,
  likenessSchema,
  rankedSchema,
  selectionProposalSchema,
  staffArtworkSchema,
  staffExhibitionRevisionSchema,
  staffExhibitionSchema,
} from '../../contract/staff/exhibition-schemas.ts';
import { staffRoutes } from '../../contract/staff/routes.ts';
import { organiserSchema } from '../../model/events/organiser.ts';
import { artistSchema, artworkContentSchema, artworkTranslationSchema } from '../../model/exhibitions/artwork.ts';
import {
  exhibitionContentSchema,
  exhibitionSchema,
  exhibitionTranslationSchema,
} from '../../model/exhibitions/exhibition.ts';
import { consentSchema } from '../../model/people/consent.ts';
import { describeObject } from './describe-object.ts';
import { exhibitionDescription } from './public-descriptions.ts';

/** Which texts link to what was withdrawn. */
const linkedFrom =
  'The public texts that link to it by its id, at most those of 100 items. Only in the answer to the act that withdrew it, and absent where there are none: their readers come to a page that says it was withdrawn.';

const confirmedMentions =
  'Where editors have confirmed that a text means another person than an artist whose name is withheld. A list takes the place of the one before.';
const confirmedFiles =
  'Uploads of files whose whole text could not be read, such as scans, and which editors have read themselves: they name nobody who may not be named. A list takes the place of the one before.';
const textChangedAt =
  'When the text of a language was last changed, by language. Absent for a language that has not changed since the exhibition was created.';
const patchedTranslations = 'The texts, by language: what is absent stays, a field or a language that is `null` goes.';
const workNumber =
  'The number by which the jury knows the work: drawn at random with blind rating, else the entry number.';

const translation = describeObject(exhibitionTranslationSchema, {
  title: 'The title: one line, up to 300 characters. Needed for publication.',
  slug: 'The last part of the address in this language, up to 80 characters. Absent: made from the title at the first publication. A slug that was public redirects when it is changed.',
  summary: 'A short text without markup for cards and feeds, up to 1,000 characters.',
  description: 'The text in Markdown (CommonMark with tables), up to 100,000 characters. Needed for publication.',
});

const content = describeObject(exhibitionContentSchema, {
  category: 'The slug of the category whose feeds announce the exhibition. Absent: `exhibitions`.',
  campaign: 'The slug of a campaign of the site, where it belongs to one.',
  opensOn: 'The first day on which it can be seen (`2022-11-18`).',
  closesOn: 'The last day on which it can be seen, included. Needs `opensOn`, and is not before it.',
  openingHours: 'On which days and hours it can be seen, by language: up to 500 characters each.',
  place: 'Where it is shown.',
  bookingUrl: 'The address at which tickets are had.',
  price: 'What it costs, in words, by language: up to 300 characters each.',
  contact: 'Whom to ask, by language: up to 500 characters each.',
  organisers: 'Who holds, supports or sponsors it, in order: at most 20.',
  pictures: 'Photographs beside the works, in their order: at most 60. They are no part of the IIIF manifest.',
  files: 'Documents that readers can open, in this order: at most 20.',
  cover: 'What stands for it in lists and opens its page: an artwork or a photograph. Absent: its first artwork.',
  eventIds: 'The ids of events that belong to it, such as the opening: at most 20.',
  rights:
    'The rights statement that holds for the artworks: an address of Creative Commons or RightsStatements.org, with `http:` as IIIF demands. Absent: in copyright.',
  blindRating:
    'True where the artists are hidden while entries are rated, from the close of entries until they are revealed. For editors to set; fixed with the first entry.',
  translations: 'The texts, by language. Only languages of the site are taken.',
});

const artworkTranslation = describeObject(artworkTranslationSchema, {
  title: 'The title: one line, up to 300 characters. Needed for publication.',
  description: 'A text about the artwork, up to 5,000 characters.',
  alt: 'What the artwork shows, for people who cannot see it: up to 1,000 characters. Needed for publication.',
});

/** What staff write of an artwork. */
export const artwork = describeObject(artworkContentSchema, {
  entryNumber:
    'The number of the entry in its exhibition, up to 999,999. Absent when it is entered: the next free one. It may lie 10,000 above the highest.',
  uploadId: 'The upload that is its image. Needed for publication.',
  translations: 'The texts, by language. Only languages of the site are taken.',
  artist: 'Who made it. Only staff who may know it see it.',
  medium: 'Material and technique: one line, up to 300 characters.',
  year: 'The year in which it was made: 1000 to 2999.',
  status: 'Where the entry stands. Once a selection is made, answers also say `selected` or `not-selected`.',
});

/** An artwork as staff see it. */
export const staffArtwork = describeObject(
  staffArtworkSchema,
  {
    id: 'The id of the artwork. It never changes.',
    exhibitionId: 'The exhibition that it is entered in.',
    confirmedMentions,
    artistHidden:
      'True where the caller may not know the artist: then nothing is shown that hints at one. Absent otherwise.',
    publicName:
      'How the artist is named in public, by language: without a name, where consent allows a shorter form alone and nobody can tell which word is the given name.',
    publicDetails: 'What consent lets stand beside the name.',
    consentGap: 'What keeps the artwork from the public for want of consent. Absent where nothing does.',
    uploadState:
      'How far its image is. `expired`: the file did not arrive within a day, or was not processed within two hours after that. Absent where no upload was named.',
    uploadSha256:
      'SHA-256 of the file of its image, in lower-case hex: who enters a folder again knows by it what is entered already. Absent where no upload was named.',
    rejection: 'Why the image was refused, in the language of `Accept-Language`.',
    image: 'Its image, by signed addresses that work for a few minutes. In a list only the smallest form.',
    myScore: 'The score that the caller has given, 1 to 10. Absent where none was given.',
    removedFrom: 'In the answer to a change: the places where the public saw it, and does not any more.',
    mentions:
      'In the answer to a change: texts that go on naming the artist. They wait for an editor at `GET /v1/staff/attention`.',
    mentionsPending: 'True while texts are still being searched. What is found is listed at `GET /v1/staff/attention`.',
    createdBy: 'The person who entered it. Absent where the caller may not know it.',
    updatedBy: 'The person who last changed it. Absent where the caller may not know it.',
  },
  artwork,
);

const details = {
  ageAtEntry: 'The age in years at entry.',
  school: 'The school.',
  region: 'The region or town.',
};

const rejection = { code: 'The reason, for programs.', message: 'The reason, for people.' };

const publishing = staffExhibitionSchema.shape.publishing.unwrap();

const removal = staffRoutes.deleteArtwork.response;

/** Working copies of exhibitions and their artworks, and what is done with them. */
export const exhibitionDescriptions = [
  translation,
  content,
  describeObject(exhibitionContentSchema.shape.cover.unwrap(), {
    artworkId:
      'The artwork. At publication it is refused unless it is selected. Where consent to it ends, the next picture stands in for it.',
    uploadId: 'In its place: the upload of one of `pictures`.',
  }),
  describeObject(organiserSchema, {
    name: 'Its name, by language: in one at least.',
    role: 'What it does for the event or the exhibition.',
  }),
  describeObject(
    exhibitionPatchSchema,
    {
      ...{ translations: patchedTranslations, confirmedMentions, confirmedFiles },
      upToDateLocales:
        'Languages whose text still says what the original says, though that has changed since: they leave `outdatedLocales`. Each needs a text.',
    },
    content,
  ),
  describeObject(exhibitionPatchSchema.shape.translations.unwrap().valueType.unwrap(), {}, translation),
  describeObject(
    staffExhibitionSchema,
    {
      id: 'The id of the exhibition. It never changes.',
      status:
        'Where it stands between plan and end. `scheduled` before `publishedAt`, and `withdrawn` from `unpublishAt` on, follow from the clock.',
      archivedFrom: 'The status that an archived exhibition had, and gets back when it leaves the archive.',
      selection:
        'Which artworks are shown, and who decided it. Absent before a selection is made, after entries were taken again, and in lists.',
      rating: 'The blind rating. Absent before it begins.',
      confirmedMentions,
      confirmedFiles,
      textChangedAt,
      publishedAt: 'When it was first published, or will be: publishing again keeps it. Absent before that.',
      unpublishAt: 'When it leaves the public by itself, to the second. Absent where no end is planned.',
      displayTitle: 'A title to show in lists: in the first language that has one, or a placeholder where none has.',
      hasUnpublishedChanges:
        'True where the working copy, the selection or the name of a selected artist has changed since it was published.',
      publishedLocales: 'The languages that the public can read, once `publishedAt` has come.',
      outdatedLocales:
        'The languages whose text is older than the original: than that of the first language, in which the exhibition was created.',
      warnings: 'What is worth a look though the exhibition was published. Only in the answer to a publication.',
      linkedFrom,
      coverImage:
        'In lists: the picture that stands for it, in its smallest form, at an address that works for a few minutes. While the rating is blind no work stands for it.',
      publishing: 'A publication that is under way, or that failed. Absent where none is.',
    },
    content,
  ),
  describeObject(staffExhibitionSchema.shape.selection.unwrap(), {
    artworkIds: 'The selected artworks, in the order of the exhibition. Absent while the rating is blind.',
    numbers: 'In their place while the rating is blind: the numbers by which the jury knows them. For editors.',
    decidedBy: 'The editor who decided.',
    decidedAt: 'When it was decided.',
  }),
  describeObject(staffExhibitionSchema.shape.rating.unwrap(), {
    startedAt: 'When entries were closed and the numbers drawn.',
    revealedAt: 'When the artists were revealed, and the rating ended. Absent before that.',
    revealedBy: 'The editor who revealed them.',
    namesSeen: 'True where the artists had been seen before: an earlier rating was ended, or entries opened again.',
  }),
  describeObject(publishing, {
    requestedAt: 'When it was asked for.',
    errors:
      'Why it failed, field by field. Absent while it is under way; empty to those who may not read where texts name somebody.',
    done: 'How many of its pictures and documents are copied, as it was counted last. Absent at first, and in lists.',
    total: 'How many are to be copied.',
  }),
  describeObject(exhibitionPublicationSchema, {
    content: 'What is public: of each language that is, the text as it was published.',
    publishedAt: 'When it became public, or will.',
    unpublishAt: 'When it leaves the public side by itself. Absent where it stays.',
    addresses: 'Where people find it, by language.',
  }),
  describeObject(exhibitionPublicationSchema.shape.content, {}, content),
  describeObject(exhibitionPublicationSchema.shape.content.shape.translations.valueType, {}, translation),
  describeObject(exhibitionsPage, {
    counts:
      'How many exhibitions there are in each status, whatever the list was asked for. On the first page only, and where more is asked for than one status.',
  }),
  describeObject(exhibitionCountsSchema, {
    draft: 'How many are drafts.',
    open: 'How many take entries.',
    selection: 'How many have closed entries, and are rated or selected.',
    scheduled: 'How many are published for a time that is still to come.',
    published: 'How many the public can see.',
    withdrawn: 'How many were withdrawn, or have come to their planned end.',
    archived: 'How many are archived.',
  }),
  describeObject(staffRoutes.updateExhibitionStatus.body, {
    status: '`open` takes entries, `selection` closes them, `draft` takes an open exhibition back.',
  }),
  describeObject(
    staffExhibitionRevisionSchema.shape.exhibition,
    {
      id: 'The id of the exhibition.',
      status: 'The status that it had when the version was made.',
      textChangedAt,
      publishedAt: 'When it was first published, or was to be. Absent before that.',
      unpublishAt: 'When it was to leave the public side by itself. Absent where it was to stay.',
      published: 'What of it was public. Absent where nothing was, and in versions from before it was recorded.',
    },
    content,
  ),
  describeObject(exhibitionSchema.shape.published.unwrap(), {
    version:
      'The version that was public in all its languages. Absent where languages were public in different versions.',
    locales: 'The languages that were public.',
  }),
  describeObject(exhibitionRevisionSummarySchema, {
    action: 'What made the version.',
    status: 'The status of the exhibition in that version.',
    createdAt: 'When it was made.',
    createdBy: 'The person who made it.',
  }),
  describeObject(staffRoutes.getExhibitionRevision.response, {
    action: 'What made the version.',
    exhibition: 'What staff had written in that version, and its status. No version keeps a selection.',
    changes: 'With `against`: the fields that differ. `before` is of the other version, `after` of this one.',
  }),
  describeObject(
    exhibitionPreviewSchema,
    {
      version: 'The version whose texts the link shows.',
      locale: 'The language that the link shows.',
      slug: 'The slug that it has, or would get.',
      title: 'The title. Empty where the draft has none.',
      artworks:
        'The selected artworks that could be published now, with names as consent allows, by signed addresses that work for a few minutes: at most 200, from `from` on. Empty while the rating is blind.',
      artworkCount: 'How many artworks there are in all.',
      publishedAt: 'When it became public, or now.',
      url: 'Where its page is, or would be.',
      manifest: 'Where its IIIF manifest is, or would be.',
      alternates: 'The languages of the version, with the slugs that they have or would get.',
    },
    exhibitionDescription,
  ),
  describeObject(staffRoutes.unpublishExhibition.body, {
    hideTitle:
      'Calendars say of what is called off that it is cancelled, with its title; with `true` without it. It works afterwards, too.',
  }),
  describeObject(staffRoutes.publishExhibition.body, {
    publishAt:
      'When it becomes public. Absent: now, or as before where it is public. A past time dates it back, a future one keeps it hidden until then.',
    unpublishAt: 'When it leaves the public by itself. Absent: as before. `null`: never.',
    locales: 'Which languages to publish. Absent: all that the working copy has.',
  }),
  describeObject(staffRoutes.selectArtworks.body, {
    artworkIds: 'The artworks in the order of the exhibition: 1 to 1,000.',
    numbers: 'In place of `artworkIds` while the rating is blind: the numbers by which the jury knows the works.',
  }),
  describeObject(staffRoutes.getRanking.response, {
    items: 'The entries by mean score, then by number of ratings, then by entry number: as many as fit into an answer.',
    proposal: 'The best rated that can be selected, ready to be sent to `POST …/selection`.',
  }),
  describeObject(staffRoutes.listHallWorks.response, {
    items: 'The works in their order.',
    nextCursor: 'Where the list goes on. Absent at its end.',
    isPublished: 'True where these are the works of the publication, false where there is none yet.',
    leftOut:
      'The entry numbers of selected works that are not in the list, since they are not public, or could not be published now.',
  }),
  describeObject(hallWorkSchema, {
    artworkId: 'The artwork.',
    number: 'Its place in the exhibition, from 1 on.',
    locale: 'The language of its texts: the one that was asked for, where it has it.',
    title: 'Its title.',
    artist: 'What consent allows to say of the artist. Without a name where it is withheld.',
    medium: 'How it was made.',
    year: 'When it was made.',
    url: 'Where people read of it. Absent before the exhibition is published: its address is not settled before.',
  }),
  describeObject(hallWorkSchema.shape.artist, {
    name: 'As consent allows: in full or shortened. Absent where it is withheld.',
    ageAtEntry: 'The age in years when the artwork was entered. Absent where consent withholds it, or it is not known.',
    school: 'The school. Absent where consent withholds it, or it is not known.',
    region: 'The region or town. Absent where consent withholds it, or it is not known.',
  }),
  describeObject(selectionProposalSchema, {
    artworkIds: 'Artworks, best first. Absent while the rating is blind.',
    numbers: 'In their place while the rating is blind: the numbers by which the jury knows the works.',
  }),
  describeObject(rankedSchema, {
    artworkId: 'The artwork. Absent while the rating is blind.',
    entryNumber: 'The number of the entry. Absent while the rating is blind.',
    number: 'In their place while the rating is blind: the number by which the jury knows the work.',
    mean: 'The mean of the scores, rounded to hundredths; 0 without a rating.',
    ratings: 'How many people have rated it.',
    lowest: 'The lowest score that was given. Absent without a rating.',
    highest: 'The highest score that was given. Absent without a rating.',
    obstacle: 'What keeps it from being selected. Absent where nothing does.',
  }),
  describeObject(likenessSchema, {
    artworkIds: 'The two entries.',
    entryNumbers: 'Their entry numbers, in the same order.',
    distance: 'How much the images differ: 0 for the same picture, growing with the difference.',
  }),
  artworkTranslation,
  artwork,
  describeObject(artistSchema, {
    name: 'The full name, given name first: up to 300 characters. The public sees it as consent allows.',
    ageAtEntry: 'The age in years when the artwork was entered: 1 to 120. No birth date is kept.',
    school: 'The school: one line, up to 300 characters.',
    region: 'The region or town: one line, up to 300 characters.',
    isMinor: 'True where the artist is under 18. Then the artwork needs consent to be shown.',
    consent:
      'What the guardian of a minor, or the artist, has agreed to. Absent: an adult agrees to all, a minor to nothing.',
  }),
  describeObject(consentSchema, {
    guardian: 'The name of the person who has agreed: up to 300 characters. Never public.',
    grantedOn: 'The first day on which it holds (`2022-11-18`), not in the future.',
    expiresOn: 'The last day on which it holds, included. With its end the artwork leaves the public side by itself.',
    image: 'Whether the artwork may be shown.',
    name: 'How the artist may be named: in full, as given name and initial, by the given name, or not at all.',
    school: 'Whether the school may stand beside the artwork. Absent: yes, unless a minor is not named in full.',
    region: 'Whether the region may stand beside the artwork. Absent: yes, unless a minor is not named in full.',
    age: 'Whether the age may stand beside the artwork. Absent: yes, unless a minor is not named in full.',
  }),
  describeObject(
    artworkPatchSchema,
    {
      translations: patchedTranslations,
      artist: 'Merged into the artist as a patch; `null` takes the artist away, `{"consent": null}` the consent.',
      confirmedMentions,
    },
    artwork,
  ),
  describeObject(artworkPatchSchema.shape.translations.unwrap().valueType.unwrap(), {}, artworkTranslation),
  staffArtwork,
  describeObject(staffRoutes.updateArtworks.body, { changes: 'The changes: 1 to 100, each of another artwork.' }),
  describeObject(staffRoutes.updateArtworks.body.shape.changes.element, {
    artworkId: 'The artwork that is changed.',
    version: 'The version that the caller has seen. An artwork that has another one by now is refused with 412.',
    patch: 'The change, as `PATCH …/artworks/{artworkId}` takes it.',
  }),
  describeObject(staffRoutes.updateArtworks.response, {
    items: 'The outcome of each change, in the order of `changes`.',
  }),
  describeObject(artworkChangeOutcomeSchema, {
    artworkId: 'The artwork.',
    outcome: 'Whether it was changed.',
    version: 'The version that it has now, where it was changed.',
    artwork:
      'The artwork as it is now, with its image as in a list. Absent where it was refused, or where the answer has no room left: read it then.',
    problem: 'Why it was refused, and what to do. `status` is what the single route would have answered.',
  }),
  describeObject(staffArtworkSchema.shape.publicDetails.unwrap(), details),
  describeObject(staffArtworkSchema.shape.rejection.unwrap(), rejection),
  describeObject(removal, {
    artworkId: 'The id of the artwork.',
    erased: 'False where files are still being deleted: that goes on by itself.',
    removedFrom: 'The places where the public saw it, and does not any more. Absent where it was not public.',
    mentions: 'Texts that go on naming the artist. They wait for an editor at `GET /v1/staff/attention`.',
    backupsUntil: 'Until when backups of the tables hold it. What is restored from one is erased again.',
  }),
  describeObject(staffRoutes.lookUpArtist.body, {
    name: 'Part of the name of the artist or of the guardian: at least two letters.',
    entryNumber: 'The number of the entry.',
    number: 'The number by which the jury knows the work.',
  }),
  describeObject(staffRoutes.lookUpArtist.response.shape.items.element, { number: workNumber }, staffArtwork),
];
