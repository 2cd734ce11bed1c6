import type { ReactNode } from 'react';
import type { EntryResult } from '../../../../shared/sheet/enter-artworks.ts';
import { fateOf } from '../../../../shared/sheet/fate-of.ts';
import type { SheetProblem } from '../../../../shared/sheet/problem.ts';
import { saySheet } from '../../../../shared/sheet/words/say-sheet.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { sheetPageWords } from './words.ts';

/** Most rows of a table: who has more to mend begins with these. */
const most = 200;

interface TableProps {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

const Table = ({ title, head, rows }: TableProps) => {
  const texts = useWords(sheetPageWords);
  if (rows.length === 0) return null;
  return (
    <>
      <table className="sheet-report">
        <caption>
          {title} ({rows.length})
        </caption>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((cells, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a report do not move
            <tr key={n}>
              {cells.map((cell, column) => (
                <td key={head[column]} data-column={head[column]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && <p className="help">{texts.more(rows.length - most)}</p>}
    </>
  );
};

/** What is wrong with rows and files, and what is missing though they can be sent: all of it before anything is. */
export const CheckTables = ({
  problems,
  warnings,
}: {
  problems: readonly SheetProblem[];
  warnings: readonly SheetProblem[];
}) => {
  const texts = useWords(sheetPageWords);
  const { row, file, column, problem, warning } = texts.heads;
  return (
    <>
      <Table
        title={texts.problems}
        head={[row, file, column, problem]}
        rows={problems.map((one) => [one.row, one.file, one.column, one.message])}
      />
      <Table
        title={texts.warnings}
        head={[row, file, warning]}
        rows={warnings.map((one) => [one.row, one.file, one.message])}
      />
    </>
  );
};

const resultCodes = {
  entered: 'resultEntered',
  unchanged: 'resultUnchanged',
  differs: 'resultDiffers',
  narrowed: 'resultNarrowed',
  updated: 'resultUpdated',
  rejected: 'resultRejected',
} as const satisfies Record<EntryResult['result'], string>;

const results = Object.keys(resultCodes) as EntryResult['result'][];

/** What came of each row, in the words of `npm run upload`. */
export const OutcomeTables = ({ outcomes }: { outcomes: readonly EntryResult[] }) => {
  const { language } = useConsole();
  const texts = useWords(sheetPageWords);
  const { row, file, column, entry, reason, outcome } = texts.heads;
  const counts = results.flatMap((result) => {
    const count = outcomes.filter((one) => one.result === result).length;
    return count > 0 ? [`${saySheet(language, resultCodes[result])}: ${count}`] : [];
  });
  return (
    <>
      <p className="note">
        <strong>{counts.join(' · ')}</strong>
      </p>
      <Table
        title={texts.rejected}
        head={[row, file, reason]}
        rows={outcomes
          .filter(({ result }) => result === 'rejected')
          .map((one) => [one.entry.row, one.entry.name, one.reason])}
      />
      <Table
        title={texts.differences}
        head={[row, file, column, outcome]}
        rows={outcomes.flatMap((one) =>
          (one.differences ?? []).map((difference) => [
            one.entry.row,
            one.entry.name,
            difference.column,
            saySheet(language, fateOf(one, difference)),
          ]),
        )}
      />
      <Table
        title={texts.hidden}
        head={[row, file]}
        rows={outcomes.filter(({ isHidden }) => isHidden).map((one) => [one.entry.row, one.entry.name])}
      />
      <details>
        <summary>{texts.allRows}</summary>
        <Table
          title={texts.allRows}
          head={[row, file, entry, outcome]}
          rows={outcomes.map((one) => [
            one.entry.row,
            one.entry.name,
            one.artwork?.entryNumber ?? '',
            saySheet(language, resultCodes[one.result]),
          ])}
        />
      </details>
    </>
  );
};
