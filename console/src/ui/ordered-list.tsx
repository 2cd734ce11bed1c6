import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useConsole, useWords } from '../console-context.ts';
import { orderWords } from './order-words.ts';
import './ordered-list.css';

/** As what something that may be dropped into a list is dragged: its key. */
export const insertedType = 'application/x-sergi-key';

interface OrderedListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** What an item is called, where a button says what it moves. */
  readonly nameOf: (item: T, index: number) => string;
  readonly readOnly: boolean;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (index: number) => void;
  /** Takes in what is dragged here from elsewhere (`insertedType`), before the item at the index. */
  readonly onInsert?: (key: string, index: number) => void;
  readonly children: (item: T, index: number) => ReactNode;
}

type Act = 'first' | 'earlier' | 'later' | 'remove';

/**
 * A list that people put in order, by dragging or by buttons, and take things out of. The focus stays with what was
 * moved.
 */
export const OrderedList = <T,>({
  items,
  keyOf,
  nameOf,
  readOnly,
  onMove,
  onRemove,
  onInsert,
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

  const isForeign = ({ dataTransfer }: DragEvent) =>
    onInsert !== undefined && !readOnly && dragged === undefined && dataTransfer.types.includes(insertedType);
  const insert = (event: DragEvent, index: number) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(undefined);
    onInsert?.(event.dataTransfer.getData(insertedType), index);
  };
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
    // The end of the list, and one that is empty, take in what is dropped there.
    <ol
      ref={list}
      tabIndex={-1}
      className="ordered"
      onDragOver={(event) => {
        if (isForeign(event)) event.preventDefault();
      }}
      onDragLeave={(event) => {
        if (isForeign(event)) setOver(undefined);
      }}
      onDrop={(event) => {
        if (isForeign(event)) insert(event, items.length);
      }}
    >
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
              if (dragged === undefined && !isForeign(event)) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              if (isForeign(event)) insert(event, index);
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
