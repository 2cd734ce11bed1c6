import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { orderWords } from './order-words.ts';
import './ordered-list.css';

interface OrderedListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** What an item is called, where a button says what it moves. */
  readonly nameOf: (item: T, index: number) => string;
  readonly readOnly: boolean;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (index: number) => void;
  readonly children: (item: T, index: number) => ReactNode;
}

type Act = 'first' | 'earlier' | 'later' | 'remove';

/** A list that people put in order, by dragging or by buttons, and take things out of. The focus stays with what was moved. */
export const OrderedList = <T,>({
  items,
  keyOf,
  nameOf,
  readOnly,
  onMove,
  onRemove,
  children,
}: OrderedListProps<T>) => {
  const { announce } = useConsole();
  const texts = useWords(orderWords);
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<{ readonly key: string | undefined; readonly act: Act }>(undefined);
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();

  useEffect(() => {
    if (!focus.current) return;
    const { key, act } = focus.current;
    focus.current = undefined;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`li[data-key="${key}"] > .order button`) ?? [];
    const enabled = [...buttons].filter(({ disabled }) => !disabled);
    (enabled.find(({ dataset }) => dataset.act === act) ?? enabled[0] ?? list.current)?.focus();
  });

  const move = (from: number, to: number) => {
    onMove(from, to);
    announce(texts.moved(to + 1, items.length));
  };
  const press = (act: Act, index: number) => () => {
    const item = items[index];
    if (!item) return;
    const neighbour = items[index + 1] ?? items[index - 1];
    focus.current = { key: act === 'remove' ? neighbour && keyOf(neighbour) : keyOf(item), act };
    if (act === 'remove') {
      onRemove(index);
      announce(texts.removed(nameOf(item, index)));
    } else move(index, { first: 0, earlier: index - 1, later: index + 1 }[act]);
  };
  return (
    <ol ref={list} tabIndex={-1} className="ordered">
      {items.map((item, index) => {
        const name = nameOf(item, index);
        const isFirst = index === 0;
        const isLast = index === items.length - 1;
        const acts = [
          ...(items.length > 2 && index > 1 ? (['first'] as const) : []),
          ...(items.length > 1 ? (['earlier', 'later'] as const) : []),
          'remove' as const,
        ];
        return (
          <li
            key={keyOf(item)}
            data-key={keyOf(item)}
            className={over === index && dragged !== index ? (Number(dragged) < index ? 'after' : 'before') : undefined}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              if (dragged !== index) move(dragged, index);
            }}
          >
            {!readOnly && (
              <div className="order">
                {items.length > 1 && (
                  // Keyboards have the buttons.
                  <span
                    className="handle"
                    aria-hidden="true"
                    title={texts.drag}
                    draggable
                    onDragStart={({ dataTransfer, currentTarget }) => {
                      dataTransfer.effectAllowed = 'move';
                      dataTransfer.setData('text/plain', name);
                      const row = currentTarget.closest('li');
                      if (row) dataTransfer.setDragImage(row, 0, 0);
                      setDragged(index);
                    }}
                    onDragEnd={() => {
                      setDragged(undefined);
                      setOver(undefined);
                    }}
                  >
                    ⠿
                  </span>
                )}
                <span className="actions">
                  {acts.map((act) => (
                    <button
                      key={act}
                      type="button"
                      data-act={act}
                      aria-label={`${texts[act]}: ${name}`}
                      disabled={(act === 'earlier' && isFirst) || (act === 'later' && isLast)}
                      onClick={press(act, index)}
                    >
                      {texts[act]}
                    </button>
                  ))}
                </span>
              </div>
            )}
            {children(item, index)}
          </li>
        );
      })}
    </ol>
  );
};
