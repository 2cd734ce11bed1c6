import { exampleIds, exampleValues } from './example-values.ts';

const { eventId, exhibitionId, artworkId, uploadId } = exampleIds;

const text = {
  place: { kind: 'event', id: eventId, locale: 'az', field: 'body' },
  displayTitle: 'Uşaq rəsmləri',
  match: 'full',
  isPublic: true,
};

/** What the routes of consents may be sent, by their names. */
export const consentBodies = {
  lookUpConsents: { name: 'Aysel Hüseynova' },
  lookUpNamingTexts: { name: 'Aysel Hüseynova' },
  foreseeEffects: { consent: null },
  foreseeNamingTexts: { consent: null },
};

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
};
