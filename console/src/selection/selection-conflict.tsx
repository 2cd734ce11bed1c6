import { useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { conflictWords } from '../editing/conflict-words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { selectionWords } from './words.ts';

interface SelectionConflictProps {
  /** Undefined where it is the same person, in another tab or on another device. */
  readonly name: string | undefined;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly nameOf: (key: string) => string;
  /** Without a choice where the person leaves it for later. */
  readonly onSettled: (choice: 'mine' | 'theirs' | undefined) => void;
}

/** Two people, or one in two tabs, have put the same works in different orders: one of them is chosen. */
export const SelectionConflictDialog = ({ name, mine, theirs, nameOf, onSettled }: SelectionConflictProps) => {
  const { words } = useConsole();
  const texts = useWords(selectionWords);
  const [choice, setChoice] = useState<'mine' | 'theirs'>('mine');
  const { own } = useWords(conflictWords);
  const said =
    name === undefined
      ? { ...own, orders: texts.ownOrders }
      : { ...words.conflict, theirs: words.conflict.theirs(name), orders: texts.bothOrders(name) };
  const options = [
    ['mine', said.mine, mine],
    ['theirs', said.theirs, theirs],
  ] as const;
  return (
    <Dialog title={said.title} onClose={() => onSettled(undefined)}>
      <p>{said.orders}</p>
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
