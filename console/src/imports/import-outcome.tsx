import type { ImportSummary } from '../../../shared/model/import/import-summary.ts';
import { useWords } from '../console-context.ts';
import { ImportNotes } from './import-notes.tsx';
import { importWords } from './words.ts';

interface OutcomeProps {
  readonly summary: ImportSummary;
  readonly isDryRun: boolean;
  /** What the archive is called. */
  readonly name: string;
}

/** What the import has done with the lines of an archive, or would do. */
export const ImportOutcome = ({ summary, isDryRun, name }: OutcomeProps) => {
  const texts = useWords(importWords);
  const { counts, refused, warnings, unmapped } = summary;
  const all = { ...counts, refused: refused.length, warnings: warnings.length };
  const names = [...unmapped.categories, ...unmapped.tags].toSorted(([, one], [, other]) => other - one);
  return (
    <>
      <ul className="import-counts">
        {(Object.keys(texts.counts) as (keyof typeof texts.counts)[])
          .filter((one) => all[one] > 0 || one === 'created')
          .map((one) => (
            <li key={one}>
              <strong>{all[one]}</strong> {texts.counts[one]}
            </li>
          ))}
      </ul>
      {isDryRun && refused.length > 0 && <p className="failure">{texts.leftOut(refused.length)}</p>}
      {names.length > 0 && (
        <details>
          <summary>{texts.unmappedTitle}</summary>
          <p>{texts.unmappedHelp}</p>
          <ul>
            {names.map(([one, count]) => (
              <li key={one}>
                {one}: {count}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ImportNotes summary={summary} name={name} />
    </>
  );
};
