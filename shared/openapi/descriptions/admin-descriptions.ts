import { accountRoutes, accountSchema } from '../../contract/staff/accounts.ts';
import { listedAttentionSchema, mentionSchema } from '../../contract/staff/attention.ts';
import { listedAuditEntrySchema, staffAuditEntrySchema } from '../../contract/staff/audit.ts';
import { staffJobErrorSchema, staffJobResultSchema, staffJobSchema } from '../../contract/staff/jobs.ts';
import { jurorRoutes } from '../../contract/staff/jurors.ts';
import { setAsideCountSchema, setAsideSchema } from '../../contract/staff/operations.ts';
import { myMailSchema } from '../../contract/staff/people.ts';
import { staffRoutes } from '../../contract/staff/routes.ts';
import { siteVersionSummarySchema } from '../../contract/staff/schemas.ts';
import { fieldLocationSchema } from '../../model/json/field-location.ts';
import { attentionSchema } from '../../model/publication/attention.ts';
import { describeObject } from './describe-object.ts';

const textHash = 'SHA-256 of the text in hex: an editor who confirms that it means another person sends it back.';
const namedAt =
  'Since when the entry has had the name that was found: sent back with the hash. Absent where it never had another.';
const addresses = 'How many public addresses are kept as hashes, and answer 410.';
const erasedSlug = {
  locale: 'The language of the slug. Absent with `addressHash`.',
  slug: 'The slug to erase: a former one. Either it is given, or `addressHash`.',
  addressHash:
    'The SHA-256 of a former address, as the field of a place ends (`formerSlugs.…`, `redirectsFrom.…`): every former slug of it with this hash is erased, and every path of an earlier site.',
};

const auditEntryDescription = describeObject(staffAuditEntrySchema, {
  createdAt: 'When it was done.',
  createdBy: 'Who did it; `sergi` for what happened by itself.',
  from: 'The IP address that the call came from: that of the caller, or that of the CDN. For admins only.',
  viewer:
    'The IP address of the caller, as the CDN noted it. Where `from` is not the CDN, the caller may have invented it.',
  forwardedFor: 'In entries of 0.1.0, in place of `viewer`: what the caller sent as `X-Forwarded-For`.',
  action: 'What was done.',
  item: 'The id of what it was done to; the name of a queue; `site` for the settings.',
  version: 'The version that it made. Absent where it made none.',
  namesSeen: 'True where the artists of a blind rating had been seen before.',
  groups: 'What the person was to act as from then on.',
  juror: 'The person who was put on a jury, or taken off it.',
  places: 'Fields that it changed or found beside the item itself.',
});

/** What admins and editors see to beside the content. */
export const adminDescriptions = [
  describeObject(staffRoutes.getMe.response, {
    id: 'The id by which answers name the caller.',
    name: 'The name, as the token says it. Absent where it says none.',
    role: 'The highest role of the caller on the ladder from contributor to admin. Absent for who is a juror only.',
    groups: 'What the caller may act as: that role, and `juror`.',
    getsMail: 'Whether this installation sends mail to people in that role.',
  }),
  describeObject(myMailSchema, {
    from: 'The address that mail comes from. Absent where this installation sends none.',
    kinds:
      'What people in the role of the caller are told: that a text waits for review (`review`), that a text was sent back to them (`returned`), once a week how many consents end within 30 days (`consent`), that a publication or a job of theirs has failed, for admins also those of others (`failure`).',
    off: 'What of it the caller has switched off.',
    language: 'The language that the caller has chosen. Absent where it is that of the account.',
  }),
  describeObject(staffRoutes.updateMyMail.body, {
    language: 'The language of mail: that of the account, where absent.',
    off: 'What is not to be sent: all else is.',
  }),
  describeObject(staffRoutes.listPeople.response.shape.items.element, {
    id: 'The id by which answers name the person, and by which lists are filtered.',
    name: 'The name that the token of the person said last.',
  }),
  describeObject(accountSchema, {
    id: 'The id by which answers name the person.',
    email: 'The address with which the person signs in.',
    name: 'The name of the account. Absent where it has none.',
    groups: 'What the person may act as: roles of the ladder, and `juror`.',
    language: 'The language of the invitation. Absent where nobody has said it.',
    status: 'Whether the person has signed in yet, or cannot any more.',
    createdAt: 'When the account was made.',
  }),
  describeObject(accountRoutes.createAccount.body, {
    email: 'The address with which the person is to sign in.',
    name: 'What others are to call the person.',
    groups: 'What the person may act as.',
    language: 'The language of the invitation.',
  }),
  describeObject(accountRoutes.updateAccountGroups.body, {
    groups: 'What the person may act as from now on; nothing else.',
  }),
  describeObject(accountRoutes.listAccounts.response, { items: 'The accounts.' }),
  describeObject(jurorRoutes.listKnownJurors.response, { items: 'The jurors.' }),
  describeObject(jurorRoutes.listKnownJurors.response.shape.items.element, {
    id: 'The id by which a juror is put on a jury.',
    name: 'The name of the account; the id where it has none.',
  }),
  describeObject(staffRoutes.deletePersonName.response, {
    id: 'The id of the person, which stays.',
    erased: 'True: no answer shows the name any more.',
  }),
  describeObject(listedAuditEntrySchema.shape.subject.unwrap(), {
    kind: 'What the item is: pages and notices are events.',
    title: 'The title by which staff know it.',
  }),
  auditEntryDescription,
  describeObject(
    listedAuditEntrySchema,
    { subject: 'What the item is called. Absent where it is no event or exhibition, or is gone.' },
    auditEntryDescription,
  ),
  describeObject(fieldLocationSchema, {
    kind: 'What the field belongs to.',
    id: 'The id of the event, exhibition or artwork; `site` for the settings of the site.',
    locale: 'The language of the text. Absent for a field that has no language.',
    field:
      'The field, such as `title`, `cover` or `organisers.0.name`. A former slug is `formerSlugs.` with its SHA-256, a path of an earlier site `redirectsFrom.` with its own: it is settled by erasing that address.',
  }),
  describeObject(mentionSchema, {
    place: 'Where the name may stand.',
    textHash,
    namedAt,
    artworkId: 'The entry whose artist or guardian may be meant.',
    entryNumber: 'The number of that entry.',
    who: 'Whether the artist or the guardian may be meant.',
    kind: 'How much of the name stands there: all of it, an initial or a part beside it, the surname or the given name alone.',
    weight:
      '`refused`: the text cannot be published. `confirm`: not before an editor has confirmed it. `warning`: worth a look.',
    isConfirmed: 'True where an editor has confirmed that this very text means another person.',
  }),
  describeObject(listedAttentionSchema, {
    id: 'The id of this notice.',
    place: 'Where the name stands.',
    exhibitionId: 'The exhibition of the artwork, where the place is a text of an artwork.',
    artworkId: 'The entry whose artist is named. Absent while it is rated blind.',
    cause: 'Why it must be looked at: `consent` was narrowed or has ended, or the artist was erased.',
    match: 'How much of the name stands there.',
    textHash,
    namedAt,
    foundAt: 'When it was found.',
    changed: 'The change of the text since then. The public still reads the old one. Absent where it was not changed.',
  }),
  describeObject(attentionSchema.shape.changed.unwrap(), {
    by: 'The id of the editor who changed it.',
    at: 'When it was changed.',
  }),
  describeObject(siteVersionSummarySchema, {
    createdAt: 'When it was made.',
    createdBy: 'The admin who made it.',
  }),
  describeObject(staffRoutes.deleteRevisions.response, {
    id: 'The id of the event.',
    revisions: 'How many versions were deleted.',
  }),
  describeObject(staffRoutes.deleteSiteRevisions.response, { revisions: 'How many versions were deleted.' }),
  describeObject(staffRoutes.deleteExhibitionRevisions.response, {
    id: 'The id of the exhibition.',
    revisions: 'How many versions were deleted.',
  }),
  describeObject(staffRoutes.eraseEvent.response, {
    id: 'The id of the event.',
    revisions: 'How many versions were deleted.',
    addresses,
  }),
  describeObject(staffRoutes.eraseExhibition.response, {
    id: 'The id of the exhibition.',
    erased: 'False where entries are left, or files are still being deleted: call it again.',
    artworks: 'How many entries this call has erased.',
    revisions: 'How many versions were deleted. 0 until all entries are gone.',
    addresses,
  }),
  describeObject(staffRoutes.eraseEventSlug.body, erasedSlug),
  describeObject(staffRoutes.eraseEventSlug.response, {
    id: 'The id of the event.',
    revisions: 'How many earlier versions still hold the slug: `DELETE …/revisions` deletes them.',
  }),
  describeObject(staffRoutes.eraseExhibitionSlug.body, erasedSlug),
  describeObject(staffRoutes.eraseExhibitionSlug.response, {
    id: 'The id of the exhibition.',
    erased: 'Always true: the slug is kept as a hash only.',
    revisions: 'How many earlier versions still hold the slug: `DELETE …/revisions` deletes them.',
  }),
  describeObject(staffJobSchema, {
    id: 'The id of the job.',
    kind: '`rebuild`: the public side is made again. `settings`: what is public is made again for changed settings. `import`: lines of an archive. `events`: an act on many events.',
    state:
      '`pending` until a worker takes it, `running` until it ends; `succeeded` where every item was worked on, those that `errors` names in vain; `failed` where it was given up.',
    done: 'How many items have been worked on.',
    total: 'How many items there are. 0 until a worker has counted them.',
    errors: 'What went wrong, at most 50 errors: where there were more, the last one counts the rest.',
    updatedAt: 'When it last made progress.',
    endedAt: 'When it ended. It is kept for seven days from then. Absent until it has ended.',
    results: 'What became of each item, of jobs that report it. Absent in lists.',
  }),
  describeObject(staffJobErrorSchema, {
    item: 'The item that it is about, by its id or name. Absent where it is about the job itself.',
    path: 'The field that is at fault. Empty where it is the item as a whole.',
    code: 'A stable name of the reason.',
    message: 'The reason in words, in the language that `Accept-Language` asks for.',
    params: 'What the words are made of, by name. Absent where there is nothing.',
  }),
  describeObject(staffJobResultSchema, {
    item: 'The item, by its id or name.',
    line: 'The number of its line, counted from 1. Absent where it came in no line.',
    outcome:
      'What became of it. Of a line of an archive: `changed` where it differs from what was imported, and `update` was not asked for.',
    errors: 'Why it was refused: the first ten reasons. Absent where it was not.',
    warnings: 'What of it could not be kept, or was taken otherwise than it stands. Absent where there is nothing.',
  }),
  describeObject(staffRoutes.listSetAside.response, {
    queues: 'About how much was set aside of each queue.',
    items: 'At most 50 of each queue, in no order.',
  }),
  describeObject(setAsideCountSchema, {
    queue:
      'The queue; `changes` for changes of the public side that search, the calendar or the cache could not follow.',
    count: 'About how many messages were set aside.',
  }),
  describeObject(setAsideSchema, {
    id: 'The id of the message.',
    queue: 'The queue that it comes from. What is noted of `changes` cannot be sent back: a rebuild mends it.',
    sentAt: 'When it was sent.',
    subject: 'What it is about. Absent where it does not say so.',
    reason: 'Why it failed last, by the name of the error. Absent where nobody could note it.',
    failedAt: 'When it failed last. Absent where nobody could note it.',
  }),
  describeObject(setAsideSchema.shape.subject.unwrap(), { kind: 'What it is.', id: 'The id of it.' }),
  describeObject(staffRoutes.redriveQueue.body, {
    queue: 'The queue whose dead letters are sent back.',
    message: 'The one message that is sent back. Absent: all of them.',
  }),
  describeObject(staffRoutes.redriveQueue.response, {
    queue: 'The queue.',
    count: 'About how many messages are on their way back.',
  }),
];
