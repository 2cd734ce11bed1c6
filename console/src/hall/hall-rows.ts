import type { AnswerOf } from '../api/api.ts';
import type { SheetWords } from './sheet-words.ts';

export type HallWork = AnswerOf<'listHallWorks'>['items'][number];

export const sheets = ['labels', 'list', 'codes', 'certificates'] as const;
export type Sheet = (typeof sheets)[number];

/**
 * A sheet as a table, its first row the names of the columns; a name that is withheld stays empty, for certificates are
 * written by it.
 */
export const hallRows = (sheet: Sheet, works: readonly HallWork[], words: SheetWords) => {
  const { number, title, artist, name, age, school, region, medium, year, address } = words;
  if (sheet === 'certificates') {
    return [
      [number, name, age, school, region, title],
      ...works.map((work) => [
        ...[work.number, work.artist.name, work.artist.ageAtEntry, work.artist.school, work.artist.region],
        work.title,
      ]),
    ];
  }
  return [
    [number, title, artist, age, school, region, medium, year, address],
    ...works.map((work) => [
      ...[work.number, work.title, work.artist.name, work.artist.ageAtEntry, work.artist.school, work.artist.region],
      ...[work.medium, work.year, work.url],
    ]),
  ];
};
