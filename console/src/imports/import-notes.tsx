import { useDeferredValue, useState } from 'react';
import type { ImportSummary } from '../../../shared/model/import/import-summary.ts';
import { foldCase } from '../../../shared/model/text/fold-case.ts';
import { useWords } from '../console-context.ts';
import { Choice, TextField } from '../ui/field.tsx';
import { saveSheet } from '../ui/save-sheet.ts';
import { noteRows } from './note-rows.ts';
import { importWords } from './words.ts';

/** How many rows are shown at first, and how many more by the button. */
const step = 200;

/** What is to be said of lines: all of it, filtered, and as a file. */
export const ImportNotes = ({ summary, name }: { summary: ImportSummary; name: string }) => {
  const texts = useWords(importWords);
  const [kind, setKind] = useState<'all' | 'refused' | 'warning'>('all');
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(step);
  const wanted = foldCase(useDeferredValue(search).trim());
  const all = noteRows(summary);
  if (all.length === 0) return <p>{texts.noProblems}</p>;
  const rows = all.filter(
    (row) =>
      (kind === 'all' || row.kind === kind) &&
      (!wanted || foldCase(`${row.line} ${row.externalId} ${row.path} ${row.message}`).includes(wanted)),
  );
  const shown = rows.slice(0, most);
  const columns = ['line', 'externalId', 'kind', 'path', 'message'] as const;
  const download = () => {
    const cells = rows.map((row) => columns.map((one) => (one === 'kind' ? texts.kind[row.kind] : String(row[one]))));
    const file = `${texts.fileName}-${name.replace(/\.jsonl$/i, '')}.csv`;
    saveSheet(file, [columns.map((one) => texts.columns[one]), ...cells]);
  };
  return (
    <>
      <div className="heading">
        <h2 id="import-notes">{texts.problems}</h2>
        <button type="button" onClick={download}>
          {texts.csv}
        </button>
      </div>
      <div className="filters">
        <Choice
          label={texts.show}
          value={kind}
          onChange={(value) => setKind(value as typeof kind)}
          options={Object.entries(texts.kinds)}
        />
        <TextField label={texts.search} value={search} onChange={setSearch} />
      </div>
      <p role="status">{texts.shown(shown.length, rows.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled to with the keyboard */}
      <section className="import-notes" tabIndex={0} aria-labelledby="import-notes">
        <table>
          <thead>
            <tr>
              {columns.map((one) => (
                <th key={one} scope="col">
                  {texts.columns[one]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, externalId, kind: its, path, message }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two problems of a line may say the same
              <tr key={n}>
                <th scope="row">{line}</th>
                <td>{externalId}</td>
                <td>{texts.kind[its]}</td>
                <td>{path}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown.length && (
        <button type="button" onClick={() => setMost(most + step)}>
          {texts.more}
        </button>
      )}
    </>
  );
};
