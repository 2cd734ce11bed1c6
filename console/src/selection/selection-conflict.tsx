import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { selectionWords } from './words.ts';

interface SelectionConflictProps {
  readonly name: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly nameOf: (key: string) => string;
  /** Without a choice where the person leaves it for later. */
  readonly onSettled: (choice: 'mine' | 'theirs' | undefined) => void;
}

/** Two people have put the same works in different orders: one of them is chosen. */
export const SelectionConflictDialog = ({ name, mine, theirs, nameOf, onSettled }: SelectionConflictProps) => {
  const { words } = useConsole();
  const texts = useWords(selectionWords);
  const [choice, setChoice] = useState<'mine' | 'theirs'>('mine');
  const options = [
    ['mine', words.conflict.mine, mine],
    ['theirs', words.conflict.theirs(name), theirs],
  ] as const;
  return (
    <Dialog title={words.conflict.title} onClose={() => onSettled(undefined)}>
      <p>{texts.bothOrders(name)}</p>
      <fieldset>
        <legend>{texts.whichOrder}</legend>
        {options.map(([value, label, keys]) => (
          <div key={value}>
            <label className="check">
              <input type="radio" name="order" checked={choice === value} onChange={() => setChoice(value)} />
              {label}
            </label>
            <ol className="conflict-order">
              {keys.map((key) => (
                <li key={key}>{nameOf(key)}</li>
              ))}
            </ol>
          </div>
        ))}
      </fieldset>
      <p className="actions">
        <button type="button" className="primary" onClick={() => onSettled(choice)}>
          {words.conflict.apply}
        </button>
        <button type="button" onClick={() => onSettled(undefined)}>
          {words.conflict.later}
        </button>
      </p>
    </Dialog>
  );
};
