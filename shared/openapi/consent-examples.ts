import { exampleIds, exampleValues, artworkContent as wholeContent } from './example-values.ts';

const { uploadId: _, ...artworkContent } = wholeContent as { uploadId?: string };

const { eventId, exhibitionId, artworkId, uploadId } = exampleIds;

const text = {
  place: { kind: 'event', id: eventId, locale: 'az', field: 'body' },
  displayTitle: 'Uşaq rəsmləri',
  match: 'full',
  isPublic: true,
};

const requestFacts = { kind: 'access', receivedOn: '2022-11-18', channel: 'phone' };

const extension = { reason: 'Arxivdə axtarış davam edir.', toldOn: '2022-12-01' };

const personRequest = {
  ...{ id: '01J1YQ9A6C8E0G2J4M6P8R0T2V', ...requestFacts, dueOn: '2022-12-18', name: 'Aysel Hüseynova' },
  entries: [{ exhibitionId, artworkId, entryNumber: 17, exhibitionTitle: 'Uşaq rəsmləri' }],
  ...{ hiddenEntries: 0, acts: [], version: 1 },
  ...{ createdAt: '2022-11-18T08:00:00.000Z', createdBy: 'leyla' },
  ...{ updatedAt: '2022-11-18T08:00:00.000Z', updatedBy: 'leyla' },
};

const act = { act: 'accessDocument', createdAt: '2022-11-21T08:00:00.000Z', createdBy: 'leyla' };

const outcome = { result: 'answered', createdAt: '2022-11-21T08:10:00.000Z', createdBy: 'leyla' };

/** What the routes of consents may be sent, by their names. */
export const consentBodies = {
  lookUpConsents: { name: 'Aysel Hüseynova' },
  lookUpNamingTexts: { name: 'Aysel Hüseynova' },
  foreseeEffects: { consent: null },
  foreseeNamingTexts: { consent: null },
  createConsentForm: {
    contentType: 'application/pdf',
    contentLength: 48_210,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
  createConsentFormLink: {},
  createAccessDocument: {},
  lookUpAccessTexts: {},
  createPersonRequest: {
    ...requestFacts,
    name: 'Aysel Hüseynova',
    entries: [{ exhibitionId, artworkId }],
  },
  updatePersonRequest: { channel: 'email' },
  extendPersonRequest: extension,
  createRequestAct: { act: 'accessDocument' },
  closePersonRequest: { result: 'answered', text: 'Sənəd poçtla göndərildi.' },
};

const formId = '01J1YQ7Z4M6P8R0T2V4X6Z8B0D';

/** What the routes of consents may answer, by their names. */
export const consentAnswers = {
  lookUpConsents: {
    items: [{ ...(exampleValues.StaffArtwork as object), exhibitionTitle: 'Uşaq rəsmləri', isPublic: true }],
    hidden: [],
  },
  lookUpNamingTexts: { texts: [text], files: [{ uploadId, fileName: 'aysel-huseynova.jpg' }] },
  foreseeEffects: {
    artworkId,
    version: 3,
    leaves: [{ kind: 'exhibition', id: exhibitionId, as: 'work', displayTitle: 'Uşaq rəsmləri' }],
    showsLess: false,
  },
  foreseeNamingTexts: { texts: [text] },
  lookUpAccessTexts: {
    texts: [
      {
        place: { kind: 'event', id: eventId, locale: 'az', field: 'body' },
        ...{ displayTitle: 'Uşaq rəsmləri', isPublic: true },
        passages: ['Birinci yeri […] və Aysel Hüseynova tutub.'],
      },
    ],
    files: [
      {
        ...{ fileName: 'aysel-huseynova.jpg', contentType: 'image/jpeg', contentLength: 812_034 },
        createdAt: '2022-11-17T07:29:00.000Z',
      },
    ],
  },
  createAccessDocument: {
    ...{ writtenAt: '2024-11-18T08:00:00.000Z', exhibitionTitle: 'Uşaq rəsmləri' },
    entry: { ...artworkContent, entryNumber: 17 },
    ...{ enteredAt: '2022-11-17T07:30:00.000Z', changedAt: '2022-11-17T07:30:00.000Z', isPublic: false },
    pictures: [{ fileName: 'scan-017.jpg', contentLength: 812_034, createdAt: '2022-11-17T07:29:00.000Z' }],
    ...{ ratings: [{ score: 9 }], forms: [] },
    acts: [{ createdAt: '2022-11-17T07:30:00.000Z', action: 'artwork.entered' }],
  },
  createConsentForm: {
    ...{ formId, method: 'PUT', url: `https://originals.s3.amazonaws.com/incoming/${formId}?X-Amz-Signature=0` },
    headers: { 'content-type': 'application/pdf', 'if-none-match': '*' },
    expiresAt: '2022-11-18T08:15:00.000Z',
  },
  listConsentForms: {
    items: [
      {
        ...{ formId, contentType: 'application/pdf', contentLength: 48_210, state: 'ready' },
        ...{ createdAt: '2022-11-18T08:00:00.000Z', createdBy: 'leyla' },
      },
    ],
  },
  createConsentFormLink: {
    url: `https://originals.s3.amazonaws.com/consent-forms/${formId}?X-Amz-Signature=0`,
    expiresAt: '2022-11-18T08:05:00.000Z',
  },
  deleteConsentForm: { formId, deleted: true },
  listPersonRequests: { items: [personRequest] },
  createPersonRequest: personRequest,
  getPersonRequest: personRequest,
  updatePersonRequest: { ...personRequest, version: 2, channel: 'email' },
  extendPersonRequest: { ...personRequest, version: 2, dueOn: '2023-02-18', extension },
  createRequestAct: { ...personRequest, version: 2, acts: [act] },
  closePersonRequest: {
    ...{ ...personRequest, version: 3, acts: [act], outcome },
    personUntil: '2023-02-19T08:10:00.000Z',
  },
};
