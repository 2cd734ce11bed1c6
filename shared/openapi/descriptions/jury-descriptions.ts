import {
  judgedWorkSchema,
  jurorSchema,
  jurySchema,
  juryWorkSchema,
  progressSchema,
  ratedWorkSchema,
  ratingBodySchema,
} from '../../contract/staff/jury-schemas.ts';
import { staffRoutes } from '../../contract/staff/routes.ts';
import { describeObject } from './describe-object.ts';

const number = 'The number by which the jury knows the work: drawn at random with blind rating, else the entry number.';

const rating = describeObject(ratingBodySchema, {
  score: 'The points: 1 to 10, 10 for the best.',
  comment: 'A comment for the jury and the editors, up to 2,000 characters.',
});

const work = describeObject(juryWorkSchema, {
  number,
  mark: 'Which work the number means, to be sent back with a rating. It tells nothing of the entry.',
  translations:
    'The texts of the work, by language. With blind rating, without those that name the artist, a guardian or the school.',
  medium: 'Material and technique, by the same rule.',
  year: 'The year in which it was made.',
  artist: 'Who made it. Absent with blind rating.',
  image:
    'Its image, by signed addresses that work for a few minutes. In a list only the smallest form. Absent until it is ready.',
  myScore: 'The score that the caller has given. Absent where none was given.',
  myComment: 'The comment that the caller has written beside it.',
});

const progress = describeObject(progressSchema, {
  rated: 'How many of the works the person has rated.',
  total: 'How many works the person can rate.',
});

const juror = describeObject(
  jurorSchema,
  {
    jurorId: 'The id of the person.',
    juror: 'The person, with the name where it is known.',
    assignedAt: 'When the person was put on the jury.',
    assignedBy: 'The editor who did so.',
  },
  progress,
);

/** Juries, and the works that they rate. */
export const juryDescriptions = [
  rating,
  work,
  progress,
  juror,
  describeObject(jurySchema, {
    exhibitionId: 'The exhibition whose works the jury rates.',
    displayTitle: 'Its title, in the first language that has one.',
    translations: 'Its title in each language.',
    blindRating: 'True where the artists are hidden.',
    state:
      'Works can be seen and rated in `rating` only: entries are closed and, with names, no work is selected or, where the rating is blind, the artists are not revealed.',
    progress: 'How far the caller is. Absent where nothing is rated now.',
  }),
  describeObject(jurySchema.shape.translations.valueType, { title: 'The title.' }),
  describeObject(
    ratedWorkSchema,
    { artworkId: 'The artwork. Absent while the rating is blind.', ratings: 'What each of the jury has given.' },
    work,
  ),
  describeObject(ratedWorkSchema.shape.ratings.element, {
    juror: 'Who has rated it.',
    score: 'The points: 1 to 10.',
    comment: 'The comment. Absent where none was written.',
  }),
  describeObject(juryWorkSchema.shape.artist.unwrap(), {
    name: 'The full name.',
    ageAtEntry: 'The age in years at entry.',
    school: 'The school.',
    region: 'The region or town.',
  }),
  describeObject(
    judgedWorkSchema,
    {
      opinions:
        'What the others of the jury have given, best first: for jurors who have rated the work, and for editors. Absent for a juror who has not.',
    },
    work,
  ),
  describeObject(judgedWorkSchema.shape.opinions.unwrap().element, {
    score: 'The points: 1 to 10.',
    comment: 'The comment. Absent where none was written.',
    jurorId: 'The id of the person. For editors only.',
  }),
  describeObject(staffRoutes.listJuries.response, {
    jurorId: 'The id of the caller, by which an editor puts the caller on a jury.',
  }),
  describeObject(staffRoutes.rateArtwork.response, { artworkId: 'The artwork that was rated.' }, rating),
  describeObject(staffRoutes.rateJuryWork.response, { number }, rating),
  describeObject(staffRoutes.updateJuryRating.body, {
    score: 'The points: 1 to 10. Absent where they stay.',
    comment: 'For the jury and the editors. Absent where it stays; null takes it away.',
    mark: 'The `mark` of the work that was looked at: where the number means another one by now, nothing is stored.',
  }),
  describeObject(staffRoutes.updateJuryRating.response, { number }, rating),
  describeObject(staffRoutes.assignJuror.response, {}, juror),
  describeObject(staffRoutes.removeJuror.response, {
    jurorId: 'The id of the person.',
    removed: 'Always true: the person is not on the jury.',
  }),
];
