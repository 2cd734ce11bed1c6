import { useState } from 'react';
import { useConsole } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { type Content, withValue } from './content.ts';
import { fieldName } from './field-name.ts';
import type { ConflictFound } from './use-editor.ts';

interface ConflictDialogProps {
  readonly conflict: ConflictFound;
  readonly content: Content;
  readonly onSettled: (content: Content) => void;
}

const shown = (value: unknown, empty: string): string =>
  value === undefined || value === '' ? empty : typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);

/** What two people have written: for each field that both have changed, one of them is chosen. Nothing of either is lost before. */
export const ConflictDialog = ({ conflict: { name, conflicts }, content, onSettled }: ConflictDialogProps) => {
  const { words, language, site } = useConsole();
  const texts = words.conflict;
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const settle = () =>
    onSettled(
      conflicts
        .filter(({ path }) => theirs.has(path.join('.')))
        .reduce((settled, conflict) => withValue(settled, conflict.path, conflict.theirs), content),
    );
  return (
    <Dialog title={texts.title} onClose={settle}>
      <p>{conflicts.length === 0 ? texts.merged(name) : texts.choose(name)}</p>
      {conflicts.map(({ path, mine, theirs: other }) => {
        const field = path.join('.');
        const choose = (isTheirs: boolean) =>
          setTheirs((before) => {
            const after = new Set(before);
            if (isTheirs) after.add(field);
            else after.delete(field);
            return after;
          });
        const choices = [
          [false, texts.mine, mine],
          [true, texts.theirs, other],
        ] as const;
        return (
          <fieldset key={field}>
            <legend>{fieldName(path.join('.'), { words, language, locales: site.locales })}</legend>
            {choices.map(([isTheirs, label, value]) => (
              <label key={label} className="version">
                <input
                  type="radio"
                  name={field}
                  checked={theirs.has(field) === isTheirs}
                  onChange={() => choose(isTheirs)}
                />
                {label}
                <pre>{shown(value, texts.empty)}</pre>
              </label>
            ))}
          </fieldset>
        );
      })}
      <p className="actions">
        <button type="button" className="primary" onClick={settle}>
          {texts.apply}
        </button>
      </p>
    </Dialog>
  );
};
