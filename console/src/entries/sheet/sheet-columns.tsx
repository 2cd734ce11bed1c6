import { columnGuide } from '../../../../shared/sheet/column-guide.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { sheetPageWords } from './words.ts';

/** What each column of a sheet says, folded away from those who know it. */
export const SheetColumns = () => {
  const { site, language } = useConsole();
  const { columns, columnHeads: heads } = useWords(sheetPageWords);
  return (
    <details className="sheet-columns">
      <summary>{columns}</summary>
      <table className="sheet-report">
        <caption className="unseen">{columns}</caption>
        <thead>
          <tr>
            <th scope="col">{heads.column}</th>
            <th scope="col">{heads.note}</th>
            <th scope="col">{heads.example}</th>
          </tr>
        </thead>
        <tbody>
          {columnGuide(site.locales, language).map(({ names, note, example }) => (
            <tr key={names.join()}>
              <th scope="row">
                {names.map((name) => (
                  <code key={name}>{name} </code>
                ))}
              </th>
              <td>{note}</td>
              <td data-column={heads.example}>{example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
