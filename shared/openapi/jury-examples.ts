import { exampleIds, exampleValues } from './example-values.ts';

const { artworkId, exhibitionId } = exampleIds;

const jurorId = 'c1f7d3b2-5a0e-4c8f-9d1b-7f4f1f2a3b4c';

const mark = 'hXw3n0yq5mYk1Rr7aTqJ2w';

const work = {
  ...{ number: 4271, mark, translations: { az: { title: 'Evim', alt: 'Günəşin altında bir ev' } }, medium: 'Akvarel' },
  ...{ year: 2022, myScore: 9, myComment: 'Rənglər cəsarətlidir.' },
};

/** What the routes of juries may be sent, by their names. */
export const juryBodies = {
  rateJuryWork: { score: 9, comment: 'Rənglər cəsarətlidir.' },
  updateJuryRating: { score: 9, mark },
  assignJuror: {},
  revealArtists: {},
  lookUpArtist: { name: 'Aysel' },
};

/** What the routes of juries may answer, by their names. */
export const juryAnswers = {
  listJuries: {
    jurorId,
    items: [
      {
        exhibitionId,
        displayTitle: 'Uşaq rəsmləri',
        translations: { az: { title: 'Uşaq rəsmləri' } },
        blindRating: true,
        state: 'rating',
        progress: { rated: 12, total: 40 },
      },
    ],
  },
  listJuryWorks: { items: [work] },
  getJuryWork: { ...work, opinions: [{ score: 8, comment: 'Kompozisiya güclüdür.' }] },
  rateJuryWork: { number: 4271, ...juryBodies.rateJuryWork },
  updateJuryRating: { number: 4271, ...juryBodies.rateJuryWork },
  listJurors: {
    items: [
      { jurorId, juror: jurorId, assignedAt: '2022-11-20T07:30:00.000Z', assignedBy: 'leyla', rated: 12, total: 40 },
    ],
  },
  listRatings: {
    items: [
      {
        number: 4271,
        translations: work.translations,
        ratings: [{ juror: jurorId, score: 9, comment: work.myComment }],
      },
    ],
  },
  assignJuror: { jurorId, juror: jurorId, assignedAt: '2022-11-20T07:30:00.000Z', assignedBy: 'leyla' },
  removeJuror: { jurorId, removed: true },
  lookUpArtist: { items: [{ ...(exampleValues.StaffArtwork as { id: string }), id: artworkId, number: 4271 }] },
};
