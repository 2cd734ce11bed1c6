import { useWords } from '../console-context.ts';
import { moved } from '../ui/moved.ts';
import { OrderedList } from '../ui/ordered-list.tsx';
import { numberOf, type RankedWork } from './ranked-work.ts';
import type { Work } from './use-works.ts';
import { selectionWords } from './words.ts';
import { WorkFigure } from './work-figure.tsx';

interface SelectedWorksProps {
  readonly selected: readonly string[];
  readonly ranking: ReadonlyMap<string, RankedWork>;
  readonly works: ReadonlyMap<string, Work>;
  /** What keeps a work from the public, by its key. */
  readonly lacks: ReadonlyMap<string, readonly string[]>;
  readonly readOnly: boolean;
  readonly onChange: (make: (keys: readonly string[]) => readonly string[]) => void;
  readonly onInsert: (key: string, index: number) => void;
}

/** The works that are exhibited, in their order, each with what would keep it from the public. */
export const SelectedWorks = ({
  selected,
  ranking,
  works,
  lacks,
  readOnly,
  onChange,
  onInsert,
}: SelectedWorksProps) => {
  const texts = useWords(selectionWords);
  const numberIn = (key: string): number => {
    const ranked = ranking.get(key);
    return ranked ? numberOf(ranked) : (works.get(key)?.number ?? 0);
  };
  const nameOf = (key: string) => texts.named(numberIn(key), works.get(key)?.title ?? '');
  return (
    <section className="selected-works" aria-labelledby="selected">
      <h2 id="selected" tabIndex={-1}>
        {texts.selected(selected.length)}
      </h2>
      {selected.length === 0 && <p className="help">{texts.noneSelected}</p>}
      <OrderedList
        items={selected}
        keyOf={(key) => key}
        nameOf={nameOf}
        readOnly={readOnly}
        onMove={(from, to) => onChange((keys) => moved(keys, from, to))}
        onRemove={(index) => onChange((keys) => keys.filter((_key, n) => n !== index))}
        onInsert={onInsert}
      >
        {(key, index) => {
          const reasons = [...(lacks.get(key) ?? []), ...(ranking.has(key) ? [] : [texts.notRanked])];
          return (
            <div className="choice">
              <span className="choice-place">{index + 1}</span>
              <WorkFigure work={works.get(key)} number={numberIn(key)} />
              {reasons.length > 0 && (
                <ul className="choice-lacks error">
                  {reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              )}
            </div>
          );
        }}
      </OrderedList>
    </section>
  );
};
