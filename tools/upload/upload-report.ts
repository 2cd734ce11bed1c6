import type { EntryResult } from '../../shared/sheet/enter-artworks.ts';
import { fateOf } from '../../shared/sheet/fate-of.ts';
import type { SheetProblem } from '../../shared/sheet/problem.ts';
import { say } from '../command/command-words.ts';
import { table } from '../command/table.ts';
import type { PossibleDuplicate } from './find-duplicates.ts';

const section = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string[] => (rows.length === 0 ? [] : [`${title}\n\n${table(head, rows)}\n`]);

/** Tables of the problems and warnings; empty where there are none. */
export const checkReport = (problems: readonly SheetProblem[], warnings: readonly SheetProblem[]): string =>
  [
    ...section(
      say('problems'),
      [say('rowHead'), say('fileHead'), say('columnHead'), say('problemHead')],
      problems.map(({ row, file, column, message }) => [row, file, column, message]),
    ),
    ...section(
      say('warnings'),
      [say('rowHead'), say('fileHead'), say('warningHead')],
      warnings.map(({ row, file, message }) => [row, file, message]),
    ),
  ].join('\n');

const resultWords = {
  entered: 'resultEntered',
  unchanged: 'resultUnchanged',
  differs: 'resultDiffers',
  narrowed: 'resultNarrowed',
  updated: 'resultUpdated',
  rejected: 'resultRejected',
} as const satisfies Record<EntryResult['result'], string>;

/** Tables of the outcomes of the rows; empty where there are none. */
export const outcomeReport = (outcomes: readonly EntryResult[]): string =>
  [
    ...section(
      say('artworks'),
      [say('rowHead'), say('fileHead'), say('entryHead'), ''],
      outcomes
        .filter(({ artwork }) => artwork)
        .map(({ entry, artwork, result }) => [entry.row, entry.name, artwork?.entryNumber, say(resultWords[result])]),
    ),
    ...section(
      say('differences'),
      [say('rowHead'), say('fileHead'), say('columnHead'), ''],
      outcomes.flatMap((outcome) =>
        (outcome.differences ?? []).map((difference) => [
          outcome.entry.row,
          outcome.entry.name,
          difference.column,
          say(fateOf(outcome, difference)),
        ]),
      ),
    ),
    ...section(
      say('hiddenArtists'),
      [say('rowHead'), say('fileHead')],
      outcomes.filter(({ isHidden }) => isHidden).map(({ entry }) => [entry.row, entry.name]),
    ),
    ...section(
      say('rejected'),
      [say('rowHead'), say('fileHead'), say('reasonHead')],
      outcomes
        .filter(({ result }) => result === 'rejected')
        .map(({ entry, reason }) => [entry.row, entry.name, reason]),
    ),
  ].join('\n');

/** A table of the images that look alike; empty where there are none. */
export const likenessReport = (likenesses: readonly PossibleDuplicate[], outcomes: readonly EntryResult[]): string => {
  const fileOf = new Map(outcomes.map(({ entry, artwork }) => [artwork?.id, entry.name]));
  return section(
    say('lookAlike'),
    [say('entryHead'), say('fileHead'), say('entryHead'), say('fileHead'), say('distanceHead')],
    likenesses.map(({ artworkIds: [first, second], entryNumbers: [one, other], distance }) => [
      one,
      fileOf.get(first),
      other,
      fileOf.get(second),
      distance,
    ]),
  ).join('');
};

/** The numbers of what came of it, in one line. */
export const countReport = (
  outcomes: readonly EntryResult[],
  { leftOut, withoutConsent, lookAlike }: { leftOut: number; withoutConsent: number; lookAlike: number | undefined },
): string => {
  const count = (wanted: EntryResult['result']) => outcomes.filter(({ result }) => result === wanted).length;
  const some = (wanted: EntryResult['result'], word: 'differsCount' | 'narrowedCount' | 'updatedCount') =>
    count(wanted) > 0 ? [say(word, { count: count(wanted) })] : [];
  return [
    say('enteredCount', { count: count('entered') }),
    say('unchangedCount', { count: count('unchanged') }),
    ...some('differs', 'differsCount'),
    ...some('narrowed', 'narrowedCount'),
    ...some('updated', 'updatedCount'),
    say('rejectedCount', { count: count('rejected') }),
    ...(leftOut > 0 ? [say('leftOutCount', { count: leftOut })] : []),
    say('withoutConsentCount', { count: withoutConsent }),
    ...(lookAlike === undefined ? [] : [say('lookAlikeCount', { count: lookAlike })]),
  ].join(', ');
};
