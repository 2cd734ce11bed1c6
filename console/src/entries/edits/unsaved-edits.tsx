import { useConsole, useWords } from '../../console-context.ts';
import { failureText } from '../../ui/failure.tsx';
import { cellText, type EditedColumn, editedColumns, pathOf } from '../entry-columns.ts';
import { entryWords } from '../words.ts';
import type { Edit, EntryEdits } from './entry-edits.ts';

/** The column of a field; undefined for one that the grid does not show. */
const columnOf = (path: string): EditedColumn | undefined =>
  editedColumns.find((column) => pathOf(column, path.split('.')[1] ?? '') === path);

/** What is not saved and waits for a person: refused by the API, or changed by somebody else too. And, in one line, what waits for the connection. */
export const UnsavedEdits = ({ edits, pending }: { edits: EntryEdits; pending: ReadonlyMap<string, Edit> }) => {
  const { words } = useConsole();
  const texts = useWords(entryWords);
  const all = [...pending.values()];
  const waiting = all.filter(({ state }) => state === 'waiting').length;
  const open = all.filter(({ state }) => state === 'refused' || state === 'conflict');
  if (waiting + open.length === 0) return null;
  const shown = (value: unknown) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : cellText(value);
  return (
    <section className="note" aria-label={texts.unsaved(waiting + open.length)}>
      <p role="status">
        <strong>{texts.unsaved(waiting + open.length)}</strong>
        {waiting > 0 && ` ${texts.waiting(waiting)}`}
      </p>
      {open.length > 0 && (
        <ul className="entry-unsaved">
          {open.map((edit) => {
            const column = columnOf(edit.path);
            const name = texts.cellOf(column ? texts.columns[column] : edit.path, edit.entryNumber);
            return (
              <li key={edit.key}>
                <strong>{name}</strong>{' '}
                {edit.state === 'refused' ? failureText(edit.error, words) : texts.conflict(shown(edit.theirs))}
                <span className="actions">
                  <button type="button" onClick={() => edits.retry(edit)}>
                    {edit.state === 'refused' ? words.retry : texts.takeMine(shown(edit.value))}
                  </button>
                  <button type="button" onClick={() => edits.drop(edit)}>
                    {edit.state === 'refused' ? texts.drop(shown(edit.value)) : texts.takeTheirs}
                  </button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
