import { type KeyboardEvent, useEffect, useRef } from 'react';
import { entryStatuses } from '../../../../shared/model/exhibitions/artwork.ts';
import { useWords } from '../../console-context.ts';
import { whenLeft } from '../../ui/when-left.ts';
import type { EditedColumn } from '../entry-columns.ts';
import { entryWords } from '../words.ts';

/** Where the focus goes once a cell was changed. */
export type After = 'stay' | 'below' | 'next' | 'previous';

interface CellEditorProps {
  readonly column: EditedColumn;
  readonly label: string;
  /** What is there at first: what the cell holds, or the letter that has opened it. */
  readonly text: string;
  readonly lang: string | undefined;
  /** What the field holds, as the person sees it when they begin. */
  readonly value: unknown;
  /** `undefined` leaves the cell as it was; `seen` is what it held when the person began. */
  readonly onEnd: (text: string | undefined, after: After, seen: { readonly value: unknown }) => void;
}

const afterKey = ({ key, shiftKey }: KeyboardEvent): After | undefined => {
  if (key === 'Enter') return 'below';
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  return undefined;
};

/** A cell that is being changed: Enter and Tab take what was typed, and so does leaving it; Escape does not. */
export const CellEditor = ({ column, label, text, lang, value, onEnd }: CellEditorProps) => {
  const texts = useWords(entryWords);
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const typed = useRef<string | undefined>(text);
  const seen = useRef({ value });
  const end = useRef(onEnd);
  end.current = onEnd;
  const isOver = useRef(false);
  const finish = (after: After, isTaken = true) => {
    if (isOver.current) return;
    isOver.current = true;
    end.current(isTaken ? typed.current : undefined, after, seen.current);
  };
  const leave = useRef(finish);
  leave.current = finish;
  useEffect(() => {
    control.current?.focus();
    const keep = () => leave.current('stay');
    const stopKeeping = whenLeft(keep);
    return () => {
      stopKeeping();
      // A row that is scrolled away takes its cells with it, and no blur is told of.
      keep();
    };
  }, []);
  const onKeyDown = (pressed: KeyboardEvent) => {
    pressed.stopPropagation();
    const after = afterKey(pressed);
    if (after) {
      pressed.preventDefault();
      finish(after);
    } else if (pressed.key === 'Escape') finish('stay', false);
  };
  const shared = {
    'aria-label': label,
    onKeyDown,
    onBlur: () => finish('stay'),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      typed.current = target.value;
    },
  };
  return column === 'status' ? (
    <select ref={control} {...shared} defaultValue={text}>
      {entryStatuses.map((status) => (
        <option key={status} value={status}>
          {texts.statuses[status]}
        </option>
      ))}
    </select>
  ) : (
    <input
      ref={control}
      {...shared}
      lang={lang}
      inputMode={column === 'age' ? 'numeric' : 'text'}
      defaultValue={text}
    />
  );
};
