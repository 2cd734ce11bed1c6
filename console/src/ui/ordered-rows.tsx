import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { uiWords } from './words.ts';

interface OrderedRowsProps<T> {
  readonly label: string;
  readonly items: readonly T[];
  readonly onChange: (items: readonly T[]) => void;
  /** What stays the same of an item while it is edited and moved. */
  readonly keyOf: (item: T, index: number) => string;
  /** What an item is called where it is moved or removed. */
  readonly nameOf: (item: T) => string;
  readonly readOnly: boolean;
  readonly children: (item: T, index: number, change: (item: T) => void) => ReactNode;
}

/** Items in an order that people choose: each moved and removed by buttons, which the focus follows. */
export const OrderedRows = <T,>(props: OrderedRowsProps<T>) => {
  const { label, items, onChange, keyOf, nameOf, readOnly, children } = props;
  const { announce } = useConsole();
  const texts = useWords(uiWords);
  const list = useRef<HTMLOListElement>(null);
  const [focused, setFocused] = useState<{ readonly row: number; readonly button: 'up' | 'down' | 'remove' }>();
  useEffect(() => {
    if (!focused) return;
    const row = list.current?.children[Math.min(focused.row, (list.current?.children.length ?? 1) - 1)];
    const button =
      row?.querySelector<HTMLElement>(`[name="${focused.button}"]:not(:disabled)`) ??
      row?.querySelector<HTMLElement>('button:not(:disabled)');
    (button ?? list.current)?.focus();
  }, [focused]);
  const move = (index: number, by: -1 | 1) => {
    const moved = [...items];
    const [item] = moved.splice(index, 1);
    if (item === undefined) return;
    moved.splice(index + by, 0, item);
    onChange(moved);
    announce(texts.moved(nameOf(item), index + by + 1, items.length));
    setFocused({ row: index + by, button: by < 0 ? 'up' : 'down' });
  };
  const remove = (index: number, item: T) => {
    onChange(items.filter((_one, n) => n !== index));
    announce(texts.removed(nameOf(item)));
    setFocused({ row: index, button: 'remove' });
  };
  return (
    <ol ref={list} className="rows" aria-label={label} tabIndex={-1}>
      {items.map((item, index) => (
        <li key={keyOf(item, index)}>
          <div>
            {children(item, index, (changed) => onChange(items.map((one, n) => (n === index ? changed : one))))}
          </div>
          {!readOnly && (
            <p className="actions">
              <button
                type="button"
                name="up"
                aria-label={texts.up(nameOf(item))}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                name="down"
                aria-label={texts.down(nameOf(item))}
                disabled={index === items.length - 1}
                onClick={() => move(index, 1)}
              >
                ↓
              </button>
              <button
                type="button"
                name="remove"
                aria-label={texts.remove(nameOf(item))}
                onClick={() => remove(index, item)}
              >
                ×
              </button>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
};
