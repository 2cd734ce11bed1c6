import {
  accessDocumentSchema,
  consentEntrySchema,
  leavingSchema,
  namingFileSchema,
  namingTextSchema,
  passageSchema,
  staffConsentFormSchema,
} from '../../contract/staff/consent.ts';
import { staffRoutes } from '../../contract/staff/routes.ts';
import { consentFormRequestSchema } from '../../model/people/consent-form.ts';
import { describeObject } from './describe-object.ts';
import { artwork, staffArtwork } from './exhibition-descriptions.ts';

const cursor = '`nextCursor` of the answer before. Absent for the beginning.';
const displayTitle = 'The title, in the first language that has one.';
const texts = {
  texts: 'The texts that were found in this part.',
  nextCursor: 'Where the search goes on, also where this part has found nothing. Absent once all texts are compared.',
};

const act = describeObject(staffRoutes.foreseeEffects.body, {
  consent: 'The consent that is to be; `null` for none.',
  erase: 'True to erase the entry.',
});

const foreseen = staffRoutes.foreseeEffects.response;

/** The desk for consents. */
export const consentDescriptions = [
  act,
  describeObject(staffRoutes.lookUpConsents.body, {
    name: 'The name of the artist or of the guardian, or a part of it, in any spelling and grammatical form: at least two letters.',
    filter:
      'Which entries: `ending`, whose consent ends within 30 days; `ended`; `missing`, of minors without consent; `minors`, all of them.',
    cursor,
  }),
  describeObject(staffRoutes.lookUpConsents.response, {
    hidden:
      'The exhibitions that were left out: they are rated blind, and the caller may not know whose the entries are. An admin may ask for a name there, and gets no list.',
  }),
  describeObject(staffRoutes.lookUpConsents.response.shape.hidden.element, {
    id: 'The id of the exhibition.',
    displayTitle,
  }),
  describeObject(
    consentEntrySchema,
    {
      exhibitionTitle: 'The title of the exhibition, in the first language that has one.',
      isPublic: 'True where the publication of the exhibition shows it.',
    },
    staffArtwork,
  ),
  describeObject(staffRoutes.lookUpNamingTexts.body, { name: 'The name of a person: at least two letters.', cursor }),
  describeObject(staffRoutes.lookUpNamingTexts.response, {
    ...texts,
    files: 'The uploads whose names hold the name, as far as this part has looked.',
  }),
  describeObject(staffRoutes.lookUpNamingTexts.response.shape.files.element, {
    uploadId: 'The id of the upload.',
    fileName: 'Its name on the device that it came from.',
  }),
  describeObject(namingTextSchema, {
    place: 'Where the name stands.',
    exhibitionId: 'The exhibition that an artwork belongs to.',
    displayTitle,
    match: 'What of the name stands there: all of it, an initial and the surname, or one of its words.',
    isPublic: 'True where the public sees it.',
  }),
  describeObject(foreseen, {
    artworkId: 'The id of the artwork.',
    leaves: 'What would leave the public, and the selection, of which nothing is said while the rating is blind.',
    showsLess: 'True where the artwork would stay public, with less of the name.',
    deletes: 'What an erasure would delete for good.',
  }),
  describeObject(leavingSchema, {
    kind: 'What shows it: an event or an exhibition.',
    id: 'The id of that.',
    as: 'As what it would leave: the `work`, its place in the `selection`, or its picture as the `cover`, in the `gallery` or in a `text`.',
    displayTitle,
  }),
  describeObject(foreseen.shape.deletes.unwrap(), {
    pictures: 'How many pictures: its own, and those that it had before.',
    ratings: 'How many ratings. Absent while the rating is blind.',
    forms: 'How many scans of forms.',
  }),
  describeObject(accessDocumentSchema, {
    writtenAt: 'When the document was made.',
    exhibitionTitle: 'The title of the exhibition.',
    entry: 'What staff have written of the work and of the person, with the consent.',
    enteredAt: 'When it was entered.',
    changedAt: 'When it was last changed.',
    isPublic: 'True where the public sees it.',
    publicName: 'The name that the public sees. Absent where it sees none.',
    pictures: 'Its picture, and those that it had before.',
    ratings: 'What the jury has given, without who.',
    forms: 'The scans of forms that are kept.',
    acts: 'What was done with the entry, without who, newest first.',
  }),
  describeObject(staffRoutes.lookUpAccessTexts.body, { cursor }),
  describeObject(staffRoutes.lookUpAccessTexts.response, {
    ...texts,
    files: 'The files whose names hold the name, as far as this part has looked.',
  }),
  describeObject(passageSchema, {
    place: 'Where the name stands.',
    exhibitionId: 'The exhibition that an artwork belongs to.',
    displayTitle: 'The title, in the first language that has one, without the names of others.',
    isPublic: 'True where the public sees it.',
    passages: 'The sentences that name the person, without the names of others. None where an address names them.',
  }),
  describeObject(namingFileSchema, {
    fileName: 'Its name on the device that it came from, without the names of others.',
    contentType: 'Its media type.',
    contentLength: 'Its size in bytes.',
  }),
  describeObject(accessDocumentSchema.shape.entry, {}, artwork),
  describeObject(accessDocumentSchema.shape.pictures.element, {
    fileName: 'The name of the file on the device that it came from.',
    contentLength: 'Its size in bytes.',
    image: 'The picture as JPEG in base64, about 600 pixels wide. Absent until it is ready.',
  }),
  describeObject(accessDocumentSchema.shape.ratings.element, {
    score: 'The points: 1 to 10.',
    comment: 'The comment.',
  }),
  describeObject(accessDocumentSchema.shape.forms.element, {
    contentType: 'The media type of the scan.',
    contentLength: 'Its size in bytes.',
  }),
  describeObject(accessDocumentSchema.shape.acts.element, { action: 'What was done.' }),
  describeObject(consentFormRequestSchema, {
    contentType: 'The media type of the scan.',
    contentLength: 'Its size in bytes.',
    sha256: 'SHA-256 of its bytes in lower-case hex.',
  }),
  describeObject(staffRoutes.createConsentForm.response, {
    formId: 'The id of the form.',
    method: 'How the scan is sent.',
    url: 'Where it is sent to.',
    headers: 'The headers that must go with it.',
    expiresAt: 'Until when the address works.',
  }),
  describeObject(staffConsentFormSchema, {
    formId: 'The id of the form.',
    contentType: 'The media type, as the bytes say once it is `ready`.',
    contentLength: 'Its size in bytes.',
    state: 'Whether it has arrived: `ready` once it can be looked at, `rejected` where it is no PDF and no image.',
    rejection: 'Why it was refused.',
  }),
  describeObject(staffConsentFormSchema.shape.rejection.unwrap(), {
    code: 'The reason, for programs.',
    message: 'The reason, for people.',
  }),
  describeObject(staffRoutes.createConsentFormLink.response, {
    url: 'The address.',
    expiresAt: 'Until when it works.',
  }),
  describeObject(staffRoutes.deleteConsentForm.response, {
    formId: 'The id of the form.',
    deleted: 'Always true.',
  }),
  describeObject(staffRoutes.foreseeNamingTexts.body, { cursor }, act),
  describeObject(staffRoutes.foreseeNamingTexts.response, texts),
];
