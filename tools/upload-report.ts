import type { EntryResult } from './enter-artworks.ts';
import type { PossibleDuplicate } from './find-duplicates.ts';
import type { Difference } from './sheet/compare-artwork.ts';
import type { SheetProblem } from './sheet/problem.ts';
import { table } from './table.ts';

const section = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string[] => (rows.length === 0 ? [] : [`${title}\n\n${table(head, rows)}\n`]);

/** Tables of the problems and warnings; empty where there are none. */
export const checkReport = (problems: readonly SheetProblem[], warnings: readonly SheetProblem[]): string =>
  [
    ...section(
      'Problems:',
      ['Row', 'File', 'Column', 'Problem'],
      problems.map(({ row, file, column, message }) => [row, file, column, message]),
    ),
    ...section(
      'Warnings:',
      ['Row', 'File', 'Warning'],
      warnings.map(({ row, file, message }) => [row, file, message]),
    ),
  ].join('\n');

/** What happened to a field that differed. */
const fateOf = ({ result }: EntryResult, { isNarrower }: Difference): string => {
  if (isNarrower) return 'consent narrowed: written';
  return result === 'updated' ? 'written' : 'left as it is';
};

/** True where something of a row was not written. */
export const isLeft = (outcome: EntryResult): boolean =>
  outcome.result !== 'updated' && (outcome.differences ?? []).some(({ isNarrower }) => !isNarrower);

/** Tables of the outcomes of the rows, and of the images that look alike. */
export const outcomeReport = (outcomes: readonly EntryResult[], likenesses: readonly PossibleDuplicate[]): string => {
  const fileOf = new Map(outcomes.map(({ entry, artwork }) => [artwork?.id, entry.name]));
  return [
    ...section(
      'Artworks:',
      ['Row', 'File', 'Entry', ''],
      outcomes
        .filter(({ artwork }) => artwork)
        .map(({ entry, artwork, result }) => [entry.row, entry.name, artwork?.entryNumber, result]),
    ),
    ...section(
      'Differences between the sheet and the exhibition:',
      ['Row', 'File', 'Column', ''],
      outcomes.flatMap((outcome) =>
        (outcome.differences ?? []).map((difference) => [
          outcome.entry.row,
          outcome.entry.name,
          difference.column,
          fateOf(outcome, difference),
        ]),
      ),
    ),
    ...section(
      'Artists that could not be compared, since they are hidden while entries are rated: an admin can do it:',
      ['Row', 'File'],
      outcomes.filter(({ isHidden }) => isHidden).map(({ entry }) => [entry.row, entry.name]),
    ),
    ...section(
      'Rejected:',
      ['Row', 'File', 'Reason'],
      outcomes
        .filter(({ result }) => result === 'rejected')
        .map(({ entry, reason }) => [entry.row, entry.name, reason]),
    ),
    ...section(
      'Entries whose images look alike (0 is the same picture):',
      ['Entry', 'File', 'Entry', 'File', 'Distance'],
      likenesses.map(({ artworkIds: [first, second], entryNumbers: [one, other], distance }) => [
        one,
        fileOf.get(first),
        other,
        fileOf.get(second),
        distance,
      ]),
    ),
  ].join('\n');
};

/** The number of each outcome, in one line. */
export const countReport = (
  outcomes: readonly EntryResult[],
  leftOut: number,
  warnings: number,
  likenesses: number,
): string => {
  const count = (wanted: EntryResult['result']) => outcomes.filter(({ result }) => result === wanted).length;
  const some = (wanted: EntryResult['result'], word: string) => (count(wanted) > 0 ? [`${count(wanted)} ${word}`] : []);
  return [
    `${count('entered')} entered`,
    `${count('unchanged')} unchanged`,
    ...some('differs', 'different'),
    ...some('narrowed', 'narrowed'),
    ...some('updated', 'updated'),
    `${count('rejected')} rejected`,
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
    `${warnings} without consent`,
    `${likenesses} look alike`,
  ].join(', ');
};
